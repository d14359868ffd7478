import type { EvidenceId } from '../model/observation.ts';
import type { IndicatorPart, PortalInterval } from '../model/portal.ts';
import type { Args } from '../model/sentence.ts';
import type { FileLook, RecordDigest } from '../model/survey.ts';
import type { PortalReason } from './reasons.ts';
import { clustered, effectiveSize, type ShareInterval, shareInterval } from './statistics.ts';
import type { SurveyView } from './view.ts';

/** What an indicator comes to, before it is judged. */
export interface Estimate {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly basis: 'whole' | 'sample' | 'declared';
  readonly interval: PortalInterval | null;
  readonly reason: PortalReason;
  readonly args: Args;
  readonly evidence: readonly EvidenceId[];
  readonly parts: readonly IndicatorPart[];
}

const level = 0.95;

const interval = ({ low, high }: ShareInterval, method: PortalInterval['method']): PortalInterval => ({
  ...{ low, high, method, level },
});

/** Ends of an interval as a sentence shows them. */
export const inPercent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Nothing is known of it, and why. */
export const unknownEstimate = (
  reason: PortalReason,
  args: Args = {},
  evidence: readonly EvidenceId[] = [],
): Estimate => ({
  ...{
    value: null,
    numerator: null,
    denominator: null,
    basis: 'whole',
    interval: null,
    reason,
    args,
    evidence,
    parts: [],
  },
});

/** A number that is exact. */
export const counted = (value: number, given: Partial<Estimate> = {}): Estimate => ({
  ...{ value, numerator: null, denominator: null, basis: 'whole', interval: null, evidence: [], parts: [] },
  ...{ reason: 'counted', args: { value } },
  ...given,
});

/** A number of which a part of the catalogue shows no more than where it lies. */
export const between = (value: number, low: number, high: number, given: Partial<Estimate> = {}): Estimate => ({
  ...counted(value, { reason: 'at-least-seen', args: { value, low, high } }),
  interval: low === high ? null : interval({ low, high }, 'bounds'),
  ...given,
});

/** A share of things all of which were looked at. */
export const exactShare = (numerator: number, denominator: number, given: Partial<Estimate> = {}): Estimate =>
  denominator === 0
    ? unknownEstimate('nothing-to-measure', { what: 'nothing of the kind is there' })
    : {
        ...counted(numerator / denominator, { reason: 'measured', args: { numerator, denominator } }),
        ...{ numerator, denominator },
        ...given,
      };

const withInterval = (
  numerator: number,
  denominator: number,
  ends: PortalInterval,
  given: Partial<Estimate>,
): Estimate => ({
  ...exactShare(numerator, denominator),
  value: denominator === 0 ? null : numerator / denominator,
  ...{ numerator, denominator },
  interval: ends,
  reason: ends.method === 'bounds' ? 'bounded' : 'sampled',
  args: { numerator, denominator, low: inPercent(ends.low), high: inPercent(ends.high) },
  ...given,
});

interface PageTally {
  size: number;
  hits: number;
}

/** Hits and sizes, page by page. */
const tallied = (
  records: readonly RecordDigest[],
  isHit: (record: RecordDigest) => boolean,
): ReadonlyMap<number, PageTally> => {
  const pages = new Map<number, PageTally>();
  for (const record of records) {
    const page = pages.get(record.page) ?? { size: 0, hits: 0 };
    page.size += 1;
    if (isHit(record)) page.hits += 1;
    pages.set(record.page, page);
  }
  return pages;
};

/**
 * The share of records that have something: exact where all were read, by how pages differ where a part of them was drawn. A page
 * that did not come counts once as full of hits and once as without any.
 *
 * @param isOf - which records it is a share of; all by default
 */
export const shareOfRecords = (
  view: SurveyView,
  isHit: (record: RecordDigest) => boolean,
  isOf: (record: RecordDigest) => boolean = () => true,
  given: Partial<Estimate> = {},
): Estimate => {
  const { records, lostPages, lostRecords, pageSize } = view;
  const { basis, pages } = view.survey;
  if (records.length === 0) return unknownEstimate(view.noRecords);
  const own = records.filter(isOf);
  const hits = own.filter(isHit).length;
  const evidence = view.listEvidence;
  if (own.length === 0) {
    return view.isWhole
      ? { ...unknownEstimate('nothing-to-measure', { what: 'no record has what it needs' }), evidence }
      : unknownEstimate('nothing-to-measure', { what: 'no record that was read has what it needs' }, evidence);
  }
  const kind = basis === 'sample' ? ('sample' as const) : ('whole' as const);
  if (!pages.isDrawn) {
    if (lostRecords === 0) return exactShare(hits, own.length, { evidence, ...given });
    const all = own.length + lostRecords;
    const ends = { low: hits / all, high: (hits + lostRecords) / all };
    return withInterval(hits, own.length, interval(ends, 'bounds'), { basis: kind, evidence, ...given });
  }
  const seen = [...tallied(own, isHit).values()];
  const lost = (share: number): readonly PageTally[] =>
    Array.from({ length: lostPages }, () => ({ size: pageSize, hits: share * pageSize }));
  const [low, high] = [clustered([...seen, ...lost(0)], pages.of), clustered([...seen, ...lost(1)], pages.of)];
  const ends = interval({ low: low.low, high: high.high }, 'cluster');
  return withInterval(hits, own.length, ends, { basis: kind, evidence, ...given });
};

/** What one file shows of a question: a hit, none, nothing seen, or that it does not count. */
export type FileAnswer = 'hit' | 'miss' | 'unseen' | 'out';

const sumOf = (looks: readonly FileLook[]): number => looks.reduce((sum, { weight }) => sum + weight, 0);

/** Were all files drawn alike, so that each stands for as many datasets as any other? */
const areAlike = (looks: readonly FileLook[]): boolean => looks.every(({ weight }) => weight === looks[0]?.weight);

/**
 * The share of datasets whose file is a hit, by those that were drawn. What was not seen leaves the denominator of the value, and the
 * interval is that of both ends: none of it a hit, and all of it.
 */
export const shareOfFiles = (
  view: SurveyView,
  answerOf: (look: FileLook) => FileAnswer,
  given: Partial<Estimate> = {},
): Estimate => {
  const { files } = view.survey;
  if (files.length === 0) return unknownEstimate('not-sampled');
  const own = files.filter((look) => answerOf(look) !== 'out');
  const seen = own.filter((look) => answerOf(look) !== 'unseen');
  const hits = own.filter((look) => answerOf(look) === 'hit');
  const evidence = seen.flatMap(({ evidence: id }) => id ?? []);
  if (own.length === 0)
    return unknownEstimate('nothing-to-measure', { what: 'no file that was drawn has what it needs' });
  const { withFiles } = view;
  // Where the file of every dataset was drawn, those that count are all that there are of them.
  const size = files.length === withFiles ? own.length : own.length === files.length ? withFiles : null;
  const unseen = own.length - seen.length;
  const ofListed = areAlike(own)
    ? union(shareInterval(hits.length, own.length, size), shareInterval(hits.length + unseen, own.length, size))
    : weighted(own, hits, seen);
  const ends = beside(view, ofListed);
  const isExact = ends.low === ends.high && size === own.length;
  const basis = isExact ? ('whole' as const) : ('sample' as const);
  const value = seen.length === 0 ? null : sumOf(hits) / sumOf(seen);
  return {
    ...withInterval(hits.length, seen.length, ends, { basis, evidence }),
    value,
    ...(isExact ? { interval: null, reason: 'measured' as const } : {}),
    ...given,
  };
};

/** What was drawn speaks for what was listed; what a list that breaks off does not show may be anything. */
const beside = ({ records, lostRecords }: SurveyView, ends: PortalInterval): PortalInterval => {
  if (lostRecords === 0) return ends;
  const listed = records.length / (records.length + lostRecords);
  return { ...ends, low: ends.low * listed, high: ends.high * listed + 1 - listed };
};

const union = (low: ReturnType<typeof shareInterval>, high: ReturnType<typeof shareInterval>): PortalInterval =>
  interval({ low: low.low, high: high.high }, low.method);

/** Where some stand for more datasets than others, they tell as much as fewer that are alike. */
const weighted = (own: readonly FileLook[], hits: readonly FileLook[], seen: readonly FileLook[]): PortalInterval => {
  const n = effectiveSize(own.map(({ weight }) => weight));
  const all = sumOf(own);
  const low = sumOf(hits) / all;
  const high = (sumOf(hits) + all - sumOf(seen)) / all;
  const [one, other] = [shareInterval(low * n, n, null), shareInterval(high * n, n, null)];
  return interval({ low: one.low, high: other.high }, 'wilson');
};
