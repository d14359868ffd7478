import type { Day } from '../model/basics.ts';
import type { Dossier } from '../model/check.ts';
import { arrivedWell, type DatedFact, type Observation } from '../model/observation.ts';
import { daysBetween } from '../time/duration.ts';
import { firstHeader } from '../web/headers.ts';
import { datasetOf } from './sight.ts';

/** A date of the data with where it was read. */
export interface DatedAt {
  readonly at: Observation;
  readonly fact: DatedFact;
}

/** The dates of the data that nothing speaks against, the newest first. */
export const dataDates = (dossier: Dossier): readonly DatedAt[] =>
  datasetOf(dossier)
    .filter(arrivedWell)
    .flatMap((at) => at.dates.filter(({ of, doubt }) => of === 'data' && doubt === null).map((fact) => ({ at, fact })))
    .sort((one, other) => (one.fact.to < other.fact.to ? 1 : one.fact.to > other.fact.to ? -1 : 0));

/** The dates of records, pages and copies, which never stand for the data's. */
export const otherDates = (dossier: Dossier): readonly DatedAt[] =>
  datasetOf(dossier)
    .filter(arrivedWell)
    .flatMap((at) => at.dates.filter(({ of }) => of !== 'data').map((fact) => ({ at, fact })));

const headerOf = ({ outcome }: Observation, name: string): string | null =>
  outcome.kind === 'arrived' ? firstHeader(outcome.headers, name) : null;

const dayOfHeader = (value: string | null): Day | null => {
  const time = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
};

/**
 * The day on which something is judged: the day it was seen, but not after the day of the review. Every server with a
 * clock dates its replies (RFC 9110, 6.6.1): a recording without that date was rebuilt, and when it was true is not known,
 * so there is no such day. A web archive tells the day it saw the page (RFC 7089).
 */
export const judgedOn = (one: Observation, asOf: Day): Day | null => {
  const seen = [dayOfHeader(headerOf(one, 'memento-datetime')), dayOfHeader(headerOf(one, 'date'))].find(
    (day) => day !== null,
  );
  if (seen === null || seen === undefined) return null;
  const days = [seen, one.fetchedAt?.slice(0, 10) ?? seen, asOf].sort();
  return days[0] ?? null;
};

/** Dates that are needed before they make a series. */
const seriesLength = 4;

/** The usual distance in days between the dates of a series such as monthly files, null where they make none. */
export const rhythmOf = (dates: readonly DatedAt[], newest: DatedAt): number | null => {
  const same = dates.filter(({ at, fact }) => at.evidence === newest.at.evidence && fact.method === newest.fact.method);
  const days = [...new Set(same.map(({ fact }) => fact.to))].sort();
  if (days.length < seriesLength) return null;
  const gaps = days
    .slice(1)
    .map((day, i) => daysBetween(days[i] ?? day, day))
    .sort((a, b) => a - b);
  const [median, longest] = [gaps[Math.floor(gaps.length / 2)] ?? 0, gaps.at(-1) ?? 0];
  return longest <= median * 1.6 ? median : null;
};
