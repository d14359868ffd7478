import type { RecordDigest } from '../../model/survey.ts';
import { between, counted, exactShare, shareOfRecords, unknownEstimate } from '../estimate.ts';
import { type Measure, type Measures, medianOf } from './indicator.ts';

/* Who publishes: publishers, and what comes in. */

/** Days after which a publisher that published nothing is not active. */
const year = 365;

const newestOf = ({ issued, modified }: RecordDigest): string | null =>
  [issued ?? '', modified ?? ''].sort().at(-1) || null;

const publishers: Measure = (view) => {
  const { groups, isDeclared } = view.groupsOf('publisher');
  if (isDeclared)
    return counted(groups.length, {
      basis: 'declared',
      reason: 'told-by-catalogue',
      evidence: view.evidenceOf('groups'),
    });
  if (view.records.length === 0) return unknownEstimate(view.missing('groups'));
  const evidence = view.listEvidence;
  if (view.isWhole) return counted(groups.length, { evidence });
  return between(groups.length, groups.length, groups.length + unread(view), { basis: 'sample', evidence });
};

/** Records that were not read, as far as that is known. */
const unread = (view: Parameters<Measure>[0]): number =>
  Math.max(0, (view.survey.facts.total ?? view.records.length) - view.records.length);

const publishersActive: Measure = (view, { ageOf }) => {
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  const all = view.groupsOf('publisher').groups.length;
  const active = new Set(
    view.records.flatMap((record) => {
      const day = newestOf(record);
      return record.publisher !== null && day !== null && ageOf(day) <= year ? record.publisher : [];
    }),
  ).size;
  const given = { evidence: view.listEvidence };
  if (all === 0) return unknownEstimate('nothing-to-measure', { what: 'no record names a publisher' }, given.evidence);
  if (view.isWhole) return exactShare(active, all, given);
  // Each dataset that was not read may be of a publisher of its own, none of them active.
  const most = view.groupsOf('publisher').isDeclared ? all : all + unread(view);
  const isKnown = view.groupsOf('publisher').isDeclared || view.survey.facts.total !== undefined;
  const low = isKnown ? Math.min(1, active / most) : 0;
  return between(Math.min(1, active / all), low, 1, {
    ...given,
    basis: 'sample',
    numerator: active,
    denominator: all,
  });
};

const publishersEmpty: Measure = (view) => {
  const told = view.survey.facts.publishers;
  const named = view.isWhole ? view.groupsOf('publisher').groups.length : 0;
  // Counts that miss publishers whom the whole list names were cut off by the server: the list tells it.
  if (told !== undefined && named > told.listed - told.empty)
    return exactShare(Math.max(0, told.listed - named), told.listed, {
      evidence: [...view.evidenceOf('publishers'), ...view.listEvidence],
    });
  if (told === undefined) return unknownEstimate(view.missing('publishers'));
  const { listed, empty, surelyEmpty = empty } = told;
  const evidence = view.evidenceOf('publishers');
  if (surelyEmpty === empty) return exactShare(empty, listed, { basis: 'declared', evidence });
  const ends = { numerator: empty, denominator: listed, basis: 'declared' as const, evidence };
  return between(empty / listed, surelyEmpty / listed, empty / listed, ends);
};

/** How unequal some counts are: 0 where all are the same, near 1 where one has all (Gini). */
const giniOf = (counts: readonly number[]): number => {
  const sorted = [...counts].sort((a, b) => a - b);
  const sum = sorted.reduce((total, count) => total + count, 0);
  const weighed = sorted.reduce((total, count, index) => total + (index + 1) * count, 0);
  return sum === 0 ? 0 : (2 * weighed) / (sorted.length * sum) - (sorted.length + 1) / sorted.length;
};

const concentration: Measure = (view) => {
  const { groups, isDeclared } = view.groupsOf('publisher');
  const counts = groups.map(({ datasets }) => datasets);
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum === 0)
    return unknownEstimate(view.records.length === 0 ? view.missing('groups') : 'nothing-to-measure', {
      what: 'no record names a publisher',
    });
  const top = counts.slice(0, 3).reduce((total, count) => total + count, 0);
  return exactShare(top, sum, {
    basis: isDeclared ? 'declared' : view.isWhole ? 'whole' : 'sample',
    evidence: isDeclared ? view.evidenceOf('groups') : view.listEvidence,
    parts: [{ key: 'gini', value: giniOf(counts) }],
  });
};

/** Months that are told, and those of the last year that count. */
const monthsTold = 24;
const monthsJudged = 12;

/** The months before a day, the newest first: that of the day itself is not over and does not count. */
const monthsBefore = (day: string, count: number): readonly string[] => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + (month - 1) - (index + 1);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
};

const newPerMonth: Measure = (view) => {
  const dated = view.records.filter(({ issued }) => issued !== null);
  if (dated.length === 0)
    return view.records.length === 0
      ? unknownEstimate(view.noRecords)
      : unknownEstimate('nothing-to-measure', { what: 'no record tells when it was issued' }, view.listEvidence);
  const counts = new Map<string, number>();
  for (const { issued } of dated)
    counts.set((issued ?? '').slice(0, 7), (counts.get((issued ?? '').slice(0, 7)) ?? 0) + 1);
  const months = monthsBefore(view.survey.asOf, monthsTold);
  const empty = months.slice(0, monthsJudged).filter((month) => !counts.has(month)).length;
  const parts = [...months].reverse().map((key) => ({ key, value: counts.get(key) ?? 0 }));
  const given = { evidence: view.listEvidence, parts };
  if (!view.isWhole) return between(empty, 0, empty, { ...given, basis: 'sample' });
  // A dataset without a day may have been issued in any month.
  const undated = view.records.length - dated.length;
  return undated === 0 ? counted(empty, given) : between(empty, Math.max(0, empty - undated), empty, given);
};

const harvestedShare: Measure = (view) => shareOfRecords(view, ({ source }) => source !== null);

const harvestLag: Measure = (view, { ageOf }) => {
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  const lags = view.records.flatMap(({ source, modified }) =>
    source?.modified != null && modified !== null ? Math.max(0, ageOf(source.modified) - ageOf(modified)) : [],
  );
  const median = medianOf(lags);
  return median === null
    ? unknownEstimate('nothing-to-measure', { what: 'no record tells when its source was modified' }, view.listEvidence)
    : counted(median, {
        basis: view.isWhole ? 'whole' : 'sample',
        denominator: lags.length,
        evidence: view.listEvidence,
      });
};

export const collection: Measures = {
  publishers,
  'publishers-active': publishersActive,
  'publishers-empty': publishersEmpty,
  concentration,
  'new-per-month': newPerMonth,
  'harvested-share': harvestedShare,
  'harvest-lag': harvestLag,
};
