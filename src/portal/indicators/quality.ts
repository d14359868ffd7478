import type { RecordDigest } from '../../model/survey.ts';
import { between, counted, shareOfFiles, shareOfRecords, unknownEstimate } from '../estimate.ts';
import { type Measure, type Measures, medianOf } from './indicator.ts';

/* Is it any good: fresh, described, whole, by the record and by the data. */

/** Twice its rhythm after the last update, something is overdue; by then it is only due. */
const overdueAfter = 2;

const agesOf = (records: readonly RecordDigest[], ageOf: (day: string) => number): readonly number[] =>
  records.flatMap(({ modified, issued }) => {
    const day = modified ?? issued;
    const age = day === null ? -1 : ageOf(day);
    return age >= 0 ? age : [];
  });

const fresh: Measure = (view, { ageOf }) => {
  const ageIn = ({ modified, issued }: RecordDigest): number => ageOf(modified ?? issued ?? view.survey.asOf);
  const isTold = ({ rhythm, modified, issued }: RecordDigest): boolean =>
    rhythm !== null && (modified ?? issued) !== null;
  const estimate = shareOfRecords(view, (one) => ageIn(one) > overdueAfter * (one.rhythm ?? Infinity), isTold);
  if (estimate.value === null) return estimate;
  const told = view.records.filter(isTold);
  const parts = [
    { key: 'fresh', value: told.filter((one) => ageIn(one) <= (one.rhythm ?? 0)).length },
    {
      key: 'due',
      value: told.filter((one) => ageIn(one) > (one.rhythm ?? 0) && ageIn(one) <= overdueAfter * (one.rhythm ?? 0))
        .length,
    },
    { key: 'overdue', value: estimate.numerator ?? 0 },
    { key: 'unknown-rhythm', value: view.records.length - told.length },
  ];
  return { ...estimate, parts, ...(estimate.interval === null ? { reason: 'by-record' as const } : {}) };
};

const freshByData: Measure = (view, { ageOf }) => {
  const estimate = shareOfFiles(view, ({ outcome, dataUpTo, rhythm }) => {
    if (rhythm === null || outcome === 'dead' || outcome === 'not-data') return 'out';
    if (dataUpTo === null) return outcome === 'unseen' ? 'unseen' : 'out';
    return ageOf(dataUpTo) > overdueAfter * rhythm ? 'hit' : 'miss';
  });
  return estimate;
};

const lastSignOfLife: Measure = (view, { ageOf }) => {
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  const ages = view.records
    .flatMap(({ modified, issued }) => [modified, issued])
    .flatMap((day) => (day === null ? [] : ageOf(day)))
    .filter((age) => age >= 0);
  if (ages.length === 0)
    return unknownEstimate('nothing-to-measure', { what: 'no record has a date' }, view.listEvidence);
  const least = ages.reduce((low, age) => Math.min(low, age), Number.POSITIVE_INFINITY);
  return view.isWhole
    ? counted(least, { evidence: view.listEvidence })
    : between(least, 0, least, { basis: 'sample', evidence: view.listEvidence });
};

/** Buckets of ages in days, by their names. */
const buckets: readonly (readonly [key: string, most: number])[] = [
  ['up-to-7-days', 7],
  ['up-to-31-days', 31],
  ['up-to-a-year', 365],
  ['older', Number.POSITIVE_INFINITY],
];

const age: Measure = (view, { ageOf }) => {
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  const ages = agesOf(view.records, ageOf);
  const median = medianOf(ages);
  if (median === null)
    return unknownEstimate('nothing-to-measure', { what: 'no record has a date' }, view.listEvidence);
  const parts = buckets.map(([key, most], index) => {
    const least = buckets[index - 1]?.[1] ?? -1;
    return { key, value: ages.filter((one) => one > least && one <= most).length };
  });
  const basis = view.isWhole ? ('whole' as const) : ('sample' as const);
  return counted(median, { basis, parts, denominator: ages.length, evidence: view.listEvidence });
};

const rowsWhole: Measure = (view) =>
  shareOfFiles(view, ({ outcome, areRowsWhole }) => {
    if (areRowsWhole !== null) return areRowsWhole ? 'hit' : 'miss';
    return outcome === 'unseen' ? 'unseen' : 'out';
  });

const mqa: Measure = (view, { mqa: { low, high, outOf } }) => {
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  return between(low, low, high, {
    reason: 'points-between',
    args: { low: low.toFixed(2), high: high.toFixed(2), outOf },
    basis: view.isWhole ? 'whole' : 'sample',
    evidence: view.listEvidence,
  });
};

export const quality: Measures = {
  fresh,
  'fresh-by-data': freshByData,
  'last-sign-of-life': lastSignOfLife,
  age,
  described: (view) => shareOfRecords(view, ({ isDescribed }) => isDescribed),
  'rows-whole': rowsWhole,
  documented: (view) => shareOfRecords(view, ({ isDocumented }) => isDocumented),
  mqa,
};
