import { arcgisHub } from './arcgis-hub.ts';
import { ckan } from './ckan.ts';
import { dataJson, dcat } from './dcat.ts';
import { dkan } from './dkan.ts';
import { csw, geonetwork } from './geonetwork.ts';
import { ogcRecords } from './ogc-records.ts';
import { opendatasoft } from './opendatasoft.ts';
import { pxweb } from './pxweb.ts';
import { sdmx } from './sdmx.ts';
import { socrata } from './socrata.ts';
import type { CatalogueSurvey } from './survey.ts';
import { udata } from './udata.ts';

export type { CatalogueApi, CatalogueSurvey, SurveyAnswer, SurveyListing, SurveyQuestion } from './survey.ts';

/** All software that can be surveyed; what shows itself most surely first. */
export const surveys: readonly CatalogueSurvey[] = [
  ckan,
  udata,
  opendatasoft,
  dkan,
  arcgisHub,
  socrata,
  geonetwork,
  csw,
  dcat,
  dataJson,
  pxweb,
  ogcRecords,
  sdmx,
];

/** The survey of a software; none where it has none. */
export const surveyOf = (software: string | null): CatalogueSurvey | undefined =>
  surveys.find((survey) => survey.software === software);
