import { type Day, isObject, type Json, type JsonObject } from '../model/basics.ts';
import type { MeasuredValue, Strength } from '../model/commitments-report.ts';
import type { EvidenceId } from '../model/observation.ts';
import { siteOf } from '../web/address.ts';

/* What a report of `odi portal` (`odi-portal/1`) tells of promised figures. Other fields of it are for other readers. */

/** One indicator of a portal's report. */
export interface PortalFigure {
  readonly id: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly strength: Strength;
}

/** A portal's report, as far as promises are measured by it. */
export interface PortalFigures {
  readonly url: string;
  /** Hosts by which a plan may name the portal, without `www.`. */
  readonly hosts: readonly string[];
  readonly asOf: Day;
  readonly figures: readonly PortalFigure[];
  /** Days on which the datasets of the list came to be, by the dates that they carry, those without any left out; null where there is no list. */
  readonly created: readonly Day[] | null;
  /** Entries that are the same dataset as another: so many are taken off a count of the list. */
  readonly duplicates: number;
  /** Publishers with the day of their first dataset, likewise. */
  readonly firstByPublisher: readonly Day[] | null;
}

/** Why a file is no such report, and where in it. */
export interface PortalReportFault {
  readonly at: string;
  readonly says: string;
}

const isDay = (value: Json | undefined): value is Day =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

const numberIn = (object: JsonObject, key: string): number | null => {
  const value = object[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Was every dataset listed? A list that is shorter than the catalogue says was not read to its end. */
const isListWhole = (reach: JsonObject): boolean => {
  const [declared, enumerated] = [numberIn(reach, 'declared'), numberIn(reach, 'enumerated')];
  return reach['basis'] === 'whole' && (declared === null || enumerated === null || enumerated >= declared);
};

const yesNo = (indicator: JsonObject): number | null => {
  const answer = indicator['answer'];
  return answer === 'Yes' ? 1 : answer === 'No' ? 0 : null;
};

const figureOf = (indicator: JsonObject, isWhole: boolean): readonly PortalFigure[] => {
  const { id, basis, interval, unit } = indicator;
  if (typeof id !== 'string') return [];
  // An answer stands for a figure only where the figure is one: that a share is too low does not tell that it is none.
  const isAnswer = unit === undefined || unit === 'yes-no';
  const value = numberIn(indicator, 'value') ?? (isAnswer ? yesNo(indicator) : null);
  const bounds = isObject(interval) ? { low: numberIn(interval, 'low'), high: numberIn(interval, 'high') } : null;
  const nothing = { id, value, low: null, high: null };
  if (value === null && bounds === null) return [{ ...nothing, strength: 'interval' }];
  if (basis === 'declared')
    return [{ id, value, low: bounds?.low ?? value, high: bounds?.high ?? value, strength: 'declared' }];
  if (bounds !== null && bounds.low !== bounds.high) return [{ id, value, ...bounds, strength: 'interval' }];
  // A sample without bounds shows nothing of what was not drawn; a list that was not read to its end shows the least that is there.
  if (basis !== 'whole') return [{ ...nothing, strength: 'interval' }];
  return [{ id, value, low: value, high: isWhole ? value : null, strength: isWhole ? 'whole' : 'interval' }];
};

/** The first day of each publisher, and each dataset's, as far as the list tells them. */
const datesIn = (inventory: Json | undefined): Pick<PortalFigures, 'created' | 'firstByPublisher'> => {
  const entries = objectsIn(inventory);
  const dated = entries.flatMap((entry) => {
    const day = entry['since'] ?? entry['issued'];
    return isDay(day) ? [{ day, publisher: entry['publisher'] }] : [];
  });
  if (dated.length === 0) return { created: null, firstByPublisher: null };
  return { created: dated.map(({ day }) => day), firstByPublisher: firstDays(dated) };
};

/** The earliest day of each publisher; null where none is named. */
const firstDays = (
  dated: readonly { readonly day: Day; readonly publisher: Json | undefined }[],
): readonly Day[] | null => {
  const first = new Map<string, Day>();
  for (const { day, publisher } of dated) {
    if (typeof publisher !== 'string') continue;
    const before = first.get(publisher);
    if (before === undefined || day < before) first.set(publisher, day);
  }
  return first.size === 0 ? null : [...first.values()];
};

const hostsOf = (...urls: readonly (Json | undefined)[]): readonly string[] => [
  ...new Set(urls.flatMap((url) => (typeof url === 'string' && siteOf(url) !== '' ? [siteOf(url)] : []))),
];

/** Reads the report of a portal, or says why it is none. */
export const readPortalFigures = (report: Json): PortalFigures | PortalReportFault => {
  if (!isObject(report) || report['format'] !== 'odi-portal/1') {
    return { at: '/format', says: 'a report of odi portal in JSON is expected, whose format is odi-portal/1' };
  }
  const { portal, asOf, reach, processes } = report;
  if (!isObject(portal) || typeof portal['url'] !== 'string' || hostsOf(portal['url']).length === 0) {
    return { at: '/portal/url', says: 'the address of the portal is expected' };
  }
  if (!isDay(asOf)) return { at: '/asOf', says: 'a day is expected, written YYYY-MM-DD' };
  if (!Array.isArray(processes)) return { at: '/processes', says: 'a list is expected' };
  const isWhole = isObject(reach) && isListWhole(reach);
  const [listed, distinct] = isObject(reach)
    ? [numberIn(reach, 'enumerated'), numberIn(reach, 'distinct')]
    : [null, null];
  return {
    url: portal['url'],
    hosts: hostsOf(portal['url'], portal['api']),
    asOf,
    figures: objectsIn(processes).flatMap((process) =>
      objectsIn(process['indicators']).flatMap((one) => figureOf(one, isWhole)),
    ),
    duplicates: listed === null || distinct === null ? 0 : Math.max(0, listed - distinct),
    ...datesIn(report['inventory']),
  };
};

/** A host as plans name it, which may be written with `www.` or as an address. */
const hostIn = (written: string): string => siteOf(/^https?:/.test(written) ? written : `https://${written}`);

export const isReportOf = ({ hosts }: Pick<PortalFigures, 'hosts'>, portal: string): boolean =>
  hosts.includes(hostIn(portal));

/** Indicators that a list of dated datasets counts. */
const countedDates: Readonly<Record<string, 'created' | 'firstByPublisher'>> = {
  'datasets-declared': 'created',
  'datasets-distinct': 'created',
  publishers: 'firstByPublisher',
};

/** The least that there was on earlier days, by the dates that the list of a later day carries. */
const lowerBounds = (
  report: PortalFigures,
  indicator: string,
  days: readonly Day[],
  evidence: readonly EvidenceId[],
): readonly MeasuredValue[] => {
  const key = countedDates[indicator];
  const dates = key === undefined ? null : report[key];
  if (dates === null) return [];
  return days
    .filter((day) => day < report.asOf)
    .map((day) => {
      const all = dates.filter((date) => date <= day).length;
      const count = key === 'created' ? Math.max(0, all - report.duplicates) : all;
      return {
        ...{ on: day, seenOn: report.asOf, value: count, low: count, high: null, strength: 'lower-bound', evidence },
        from: `the dates in the list of ${siteOf(report.url)} of ${report.asOf}`,
      };
    });
};

/**
 * The values of an indicator that a report tells: on its own day, and, by the dates of its list, the least that there was on earlier
 * days that matter.
 */
export const valuesOf = (
  report: PortalFigures,
  indicator: string,
  days: readonly Day[],
  evidence: readonly EvidenceId[],
): readonly MeasuredValue[] => {
  const own = report.figures.filter(({ id }) => id === indicator);
  const from = (strength: Strength): string =>
    strength === 'declared' ? `the own count of ${siteOf(report.url)}` : `the list of ${siteOf(report.url)}`;
  return [
    ...own.map(({ value, low, high, strength }) => ({
      ...{ on: report.asOf, seenOn: report.asOf, value, low, high, strength, evidence, from: from(strength) },
    })),
    ...lowerBounds(report, indicator, days, evidence),
  ];
};
