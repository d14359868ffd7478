import type { FileLook } from '../../model/survey.ts';
import { counted, exactShare, shareOfFiles, shareOfRecords, unknownEstimate } from '../estimate.ts';
import { type Measure, type Measures, medianOf } from './indicator.ts';

/* How it is given out: does the portal answer, do its files arrive, may programs ask. */

const outcomeShare =
  (wanted: FileLook['outcome']): Measure =>
  (view) =>
    shareOfFiles(view, ({ outcome }) => (outcome === 'unseen' ? 'unseen' : outcome === wanted ? 'hit' : 'miss'));

/** What was not seen is counted as such: nothing is unknown of it. */
const linksUnseen: Measure = (view) => {
  const { files } = view.survey;
  if (files.length === 0) return unknownEstimate('not-sampled');
  const unseen = files.filter(({ outcome }) => outcome === 'unseen');
  const because = new Map<string, number>();
  for (const { because: code } of unseen) because.set(code, (because.get(code) ?? 0) + 1);
  return exactShare(unseen.length, files.length, {
    basis: 'sample',
    evidence: unseen.flatMap(({ evidence }) => evidence ?? []),
    parts: [...because].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ({ key, value })),
  });
};

/** What a form to log in hides was not had: it is neither in a format nor given to other sites. */
const isBehindLogin = ({ outcome, because, status }: FileLook): boolean =>
  outcome === 'not-data' && (because === 'login' || because === 'paywall' || status === 401);

/** A property that only a file which arrived can show. */
const ofArrived =
  (propertyOf: (look: FileLook) => boolean | null): Measure =>
  (view) =>
    shareOfFiles(view, (look) => {
      if (look.outcome === 'unseen') return 'unseen';
      if (look.outcome === 'dead' || isBehindLogin(look)) return 'out';
      const property = propertyOf(look);
      return property === null ? 'out' : property ? 'hit' : 'miss';
    });

/** What the bytes of a file show: what arrived and is no data is not in the format either. */
const ofBytes =
  (propertyOf: (look: FileLook) => boolean | null): Measure =>
  (view) =>
    shareOfFiles(view, (look) => {
      if (look.outcome === 'dead' || isBehindLogin(look)) return 'out';
      if (look.outcome === 'not-data') return 'miss';
      const property = look.outcome === 'unseen' ? null : propertyOf(look);
      return property === null ? 'unseen' : property ? 'hit' : 'miss';
    });

/** Answers of the portal to questions of its interface. */
const apiUp: Measure = (view) => {
  const probes = view.survey.probes.filter(({ id }) => id === 'api');
  const [yes, no] = [
    probes.filter(({ outcome }) => outcome === 'yes'),
    probes.filter(({ outcome }) => outcome === 'no'),
  ];
  const unseen = probes.filter(({ outcome }) => outcome === 'unseen').length;
  const evidence = probes.flatMap(({ evidence: ids }) => ids);
  if (probes.length === 0) return unknownEstimate('not-answered');
  const seen = yes.length + no.length;
  if (unseen === 0) return exactShare(yes.length, seen, { evidence });
  const low = yes.length / probes.length;
  const high = (yes.length + unseen) / probes.length;
  return {
    ...exactShare(yes.length, probes.length, { evidence }),
    value: seen === 0 ? null : yes.length / seen,
    denominator: seen,
    interval: { low, high, method: 'bounds', level: 0.95 },
    reason: 'bounded',
    args: { numerator: yes.length, denominator: seen, low: low.toFixed(2), high: high.toFixed(2) },
  };
};

const apiLatency: Measure = ({ survey: { latencies, probes } }) => {
  if (latencies.length === 0) return unknownEstimate('not-recorded');
  const sorted = [...latencies].sort((a, b) => a - b);
  const p95 = sorted[Math.min(sorted.length - 1, Math.ceil(0.95 * sorted.length) - 1)] ?? 0;
  return counted(p95 / 1000, {
    denominator: sorted.length,
    evidence: probes.filter(({ id }) => id === 'api').flatMap(({ evidence }) => evidence),
    parts: [{ key: 'median', value: (medianOf(sorted) ?? 0) / 1000 }],
  });
};

/** A question of yes or no to the portal itself. */
const probe =
  (id: string): Measure =>
  ({ survey }) => {
    const found = survey.probes.filter((one) => one.id === id);
    const [first] = found;
    if (first === undefined) return unknownEstimate('not-answered');
    const evidence = found.flatMap(({ evidence: ids }) => ids);
    const args = { what: found.map(({ because }) => because).join('; ') };
    if (found.some(({ outcome }) => outcome === 'no') && id === 'open-to-programs')
      return counted(0, { reason: 'absent', args, evidence });
    if (found.some(({ outcome }) => outcome === 'yes')) return counted(1, { reason: 'present', args, evidence });
    return found.every(({ outcome }) => outcome === 'no')
      ? counted(0, { reason: 'absent', args, evidence })
      : unknownEstimate('not-shown', args, evidence);
  };

const reuses: Measure = (view) => {
  const { reuses: told } = view.survey.facts;
  return told === undefined
    ? unknownEstimate(view.missing('reuses'))
    : counted(told, { basis: 'declared', reason: 'told-by-catalogue', evidence: view.evidenceOf('reuses') });
};

export const dissemination: Measures = {
  'api-up': apiUp,
  'api-latency': apiLatency,
  'bulk-catalogue': probe('bulk-catalogue'),
  'links-dead': outcomeShare('dead'),
  'links-not-data': outcomeShare('not-data'),
  'links-unseen': linksUnseen,
  'machine-readable': (view) =>
    shareOfRecords(
      view,
      (one) => one.isMachineReadable,
      (one) => one.distributions.all > 0,
    ),
  'machine-readable-opened': ofBytes(({ isMachineReadable }) => isMachineReadable),
  'open-format': (view) =>
    shareOfRecords(
      view,
      (one) => one.isOpenFormat,
      (one) => one.distributions.all > 0,
    ),
  'open-format-opened': ofBytes(({ isOpenFormat }) => isOpenFormat),
  https: (view) => shareOfFiles(view, ({ isHttps }) => (isHttps ? 'hit' : 'miss')),
  cors: ofArrived(({ hasCors }) => hasCors),
  range: ofArrived(({ hasRange }) => hasRange),
  reuses,
  'open-to-programs': probe('open-to-programs'),
  feedback: probe('feedback'),
  feed: probe('feed'),
  docs: probe('docs'),
};
