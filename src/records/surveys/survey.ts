import type { Json, NonEmpty } from '../../model/basics.ts';
import type { FetchRequest } from '../../model/exchange.ts';
import type { CatalogueReading } from '../../model/records.ts';
import type { CountedGroup, LackedField, SurveyFacts, SurveyTopic } from '../../model/survey.ts';
import type { PortalAddress } from '../../web/apis.ts';
import { countOf, firstText, type JsonObject, objectsOf } from '../json.ts';

/* What a catalogue software can be asked of itself: counts first, then its list, page by page. */

/** An answer to one question. */
export interface SurveyAnswer {
  /** The address that answered. */
  readonly url: string;
  readonly text: string;
  /** Undefined where it is no JSON. */
  readonly json: Json | undefined;
}

/** One question and how its answer is read. */
export interface SurveyQuestion {
  readonly tells: NonEmpty<SurveyTopic>;
  readonly request: FetchRequest;
  /** What the answer tells; null where it is no answer of this software. */
  readonly read: (answer: SurveyAnswer) => SurveyFacts | null;
}

/**
 * How all datasets are listed.
 *
 * - `pages`: any page can be asked for by the place of its first dataset, from 0; the software gives out none from `most` on.
 * - `chain`: each page names the next one.
 * - `whole`: all stand in one answer. Of a JSON object that may be longer than is held as values, `key` names its list.
 */
export type SurveyListing =
  | {
      readonly kind: 'pages';
      readonly size: number;
      readonly most?: number;
      readonly page: (start: number, size: number) => FetchRequest;
    }
  | { readonly kind: 'chain'; readonly first: FetchRequest }
  | { readonly kind: 'whole'; readonly request: FetchRequest; readonly key?: string };

/** One place where the interface of a portal may stand. */
export interface CatalogueApi {
  /** As a report names it. */
  readonly address: string;
  /** Asked first: whether it is answered tells whether the interface is there. Null where the list itself has to tell. */
  readonly count: SurveyQuestion | null;
  /** Everything else that can be asked without listing. What is in none of them, the software has no way to tell. */
  readonly questions: readonly SurveyQuestion[];
  readonly listing: SurveyListing;
  /** The whole catalogue in one file or one paged list, where the software makes one. */
  readonly bulk: readonly FetchRequest[];
  /** Where the software keeps its feed. */
  readonly feeds: readonly FetchRequest[];
  /** Fields that its records have no place for. */
  readonly lacks: readonly LackedField[];
  /** Is a reading of a list one of this interface? Any is by default. */
  readonly isOurs?: (reading: CatalogueReading) => boolean;
}

/** A catalogue software and where its interface may stand, the likeliest place first. */
export interface CatalogueSurvey {
  /** Id of the software, as in place files. */
  readonly software: string;
  readonly apis: (portal: PortalAddress) => readonly CatalogueApi[];
}

/** An interface; what is not given is not there. */
export const catalogueApi = (
  given: Partial<CatalogueApi> & Pick<CatalogueApi, 'address' | 'listing'>,
): CatalogueApi => ({ count: null, questions: [], bulk: [], feeds: [], lacks: [], ...given });

/** A question whose answer is JSON. */
export const asked = (
  tells: SurveyQuestion['tells'],
  request: FetchRequest,
  read: (json: Json, answer: SurveyAnswer) => SurveyFacts | null,
): SurveyQuestion => ({
  tells,
  request,
  read: (answer) => (answer.json === undefined ? null : read(answer.json, answer)),
});

/** A total, where it was told. */
export const totalOf = (value: Json | undefined): SurveyFacts | null => {
  const total = countOf(value);
  return total === null ? null : { total };
};

/** Groups of a list of objects, by the names of their key, label and count. */
export const groupsIn = (
  items: Json | undefined,
  names: { readonly key: string; readonly label?: string; readonly count: string },
): readonly CountedGroup[] =>
  objectsOf(items).flatMap((item: JsonObject) => {
    const key = firstText(item[names.key]);
    const datasets = countOf(item[names.count]);
    return key === '' || datasets === null
      ? []
      : { key, label: firstText(item[names.label ?? names.key], item[names.key]), datasets };
  });
