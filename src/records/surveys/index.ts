import { ckan } from './ckan.ts';
import type { CatalogueSurvey } from './survey.ts';

export type { CatalogueApi, CatalogueSurvey, SurveyAnswer, SurveyListing, SurveyQuestion } from './survey.ts';

/** All software that can be surveyed; what shows itself most surely first. */
export const surveys: readonly CatalogueSurvey[] = [ckan];

/** The survey of a software; none where it has none. */
export const surveyOf = (software: string | null): CatalogueSurvey | undefined =>
  surveys.find((survey) => survey.software === software);
