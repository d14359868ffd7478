import { type Lens, lensOf } from '../../discover/index.ts';
import type { Criteria, Edition, Place } from '../../model/data.ts';
import { type MqaRules, type PortalRules, type ProcessRules, portalProcesses } from '../../model/portal.ts';
import type { PortalWords } from '../../model/portal-words.ts';
import { openFields, type PortalFields, type SeriesWords } from '../../portal/index.ts';
import { comparable } from '../../text/fold.ts';
import { type AuditData, openAuditData } from '../data.ts';
import type { ReadApart, ReadListApart } from '../read.ts';

/** The data of the criteria that surveys of portals work with. */
export interface PortalData extends AuditData {
  readonly rules: PortalRules;
  readonly fields: PortalFields;
  readonly series: SeriesWords;
  /** What is looked for of each category. */
  readonly lenses: readonly { readonly category: string; readonly lens: Lens }[];
  readonly lens: Lens;
  /** Where long lists are read; absent, they are read like others. */
  readonly readListApart?: ReadListApart;
}

/** The definitions of the indicators, in the order of a report. */
export const portalRules = (criteria: Pick<Criteria, 'data'>): PortalRules => ({
  processes: portalProcesses.map((id) => criteria.data<ProcessRules>(`portal/${id}`)),
  mqa: criteria.data<MqaRules>('vocabulary/mqa'),
});

/** Shorter names of months are words of other languages. */
const shortestMonth = 4;

/** Names of months in all languages, and of the parts of a place, as titles are compared. */
const seriesWords = (data: AuditData, place: Place | null): SeriesWords => ({
  months: new Set(
    Object.values(data.dates.months)
      .flatMap(Object.keys)
      .map(comparable)
      .filter((name) => name.length >= shortestMonth),
  ),
  places: (place?.subdivisions ?? []).map(comparable).filter((name) => name.length > 2),
});

/** Opens the data of the criteria for surveys of the portals of a place, or of one of no place. */
export const openPortalData = (
  criteria: Criteria,
  place: Place | null,
  edition: Edition,
  apart: { readonly reply?: ReadApart; readonly list?: ReadListApart } = {},
): PortalData => {
  const data = openAuditData(criteria, edition, apart.reply);
  return {
    ...data,
    ...(apart.list === undefined ? {} : { readListApart: apart.list }),
    rules: portalRules(criteria),
    fields: openFields(criteria.data<PortalWords>('vocabulary/portal')),
    series: seriesWords(data, place),
    lens: lensOf(place, null, data.discovery),
    lenses: criteria.categories().map((category) => ({
      category,
      lens: lensOf(place, criteria.category(category), data.discovery),
    })),
  };
};
