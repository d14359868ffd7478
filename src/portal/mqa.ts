import type { MqaMetric, MqaPoints, MqaRules } from '../model/portal.ts';
import type { DistributionCounts, FileLook, RecordDigest } from '../model/survey.ts';
import { clustered, type ShareInterval, shareInterval } from './statistics.ts';
import type { SurveyView } from './view.ts';

/** How many of how many have a property; the ends of its share where that is not exact. */
export interface MqaCount {
  readonly count: number | null;
  readonly population: number;
  readonly share: ShareInterval;
}

/** Points to two places, as they are published property by property before they are added. */
const rounded = (points: number): number => Math.round(points * 100) / 100;

/** A count that is exact. */
export const mqaCount = (count: number, population: number): MqaCount => {
  const share = population === 0 ? 0 : count / population;
  return { count, population, share: { low: share, high: share } };
};

/** What was not looked at may be anything. */
const unknown = (population: number): MqaCount => ({ count: null, population, share: { low: 0, high: 1 } });

/** The points of each property, and of all together. */
export const mqaPoints = (
  counts: Readonly<Record<string, MqaCount>>,
  { metrics, outOf }: MqaRules,
): { readonly points: MqaPoints; readonly metrics: readonly MqaMetric[] } => {
  const given = metrics.map(({ id, dimension, weight }): MqaMetric => {
    const { count, population, share } = counts[id] ?? unknown(0);
    const [low, high] = [rounded(weight * share.low), rounded(weight * share.high)];
    return { id, dimension, weight, low, high, count, population };
  });
  const sum = (end: 'low' | 'high'): number => rounded(given.reduce((total, metric) => total + metric[end], 0));
  return { points: { low: sum('low'), high: sum('high'), outOf }, metrics: given };
};

interface Counter {
  readonly ofRecords: (isHit: (record: RecordDigest) => boolean) => MqaCount;
  readonly ofDistributions: (count: (counts: DistributionCounts) => number, each?: number) => MqaCount;
}

/** Counts over all that was listed: exact where that is everything, by how pages differ where it is a part. */
const counterOf = ({ records, isWhole, survey, lostRecords }: SurveyView): Counter => {
  const tally = (sizeOf: (record: RecordDigest) => number, hitsOf: (record: RecordDigest) => number): MqaCount => {
    const pages = new Map<number, { size: number; hits: number }>();
    for (const record of records) {
      const page = pages.get(record.page) ?? { size: 0, hits: 0 };
      page.size += sizeOf(record);
      page.hits += hitsOf(record);
      pages.set(record.page, page);
    }
    const all = [...pages.values()];
    const size = all.reduce((sum, page) => sum + page.size, 0);
    const hits = all.reduce((sum, page) => sum + page.hits, 0);
    if (size === 0) return unknown(0);
    if (isWhole) return mqaCount(hits, size);
    if (survey.pages.isDrawn) return { count: hits, population: size, share: clustered(all, survey.pages.of) };
    const lost = (lostRecords * size) / Math.max(1, records.length);
    return { count: hits, population: size, share: { low: hits / (size + lost), high: (hits + lost) / (size + lost) } };
  };
  return {
    ofRecords: (isHit) =>
      tally(
        () => 1,
        (record) => (isHit(record) ? 1 : 0),
      ),
    ofDistributions: (count, each = 1) =>
      tally(
        ({ distributions }) => distributions.all * each,
        ({ distributions }) => count(distributions),
      ),
  };
};

/** The share of addresses that answer, by the files that were drawn. */
const answering = (
  { survey: { files }, withFiles }: SurveyView,
  population: number,
  isHit: (look: FileLook) => boolean,
): MqaCount => {
  if (files.length === 0) return unknown(population);
  const hits = files.filter(isHit).length;
  const unseen = files.filter(({ outcome }) => outcome === 'unseen').length;
  const [low, high] = [hits, hits + unseen].map((count) => shareInterval(count, files.length, withFiles));
  return { count: null, population, share: { low: low?.low ?? 0, high: high?.high ?? 1 } };
};

const scaled = ({ count, population, share }: MqaCount, by: ShareInterval): MqaCount => ({
  ...{ count, population },
  share: { low: share.low * by.low, high: share.high * by.high },
});

/** As it is published, an answer with success is enough, whatever it holds. */
const isAnswered = ({ status, outcome }: FileLook): boolean => outcome !== 'unseen' && status !== null && status < 300;
const isData = ({ outcome }: FileLook): boolean => outcome === 'alive';

/**
 * What was counted for each property of the Metadata Quality Assessment (data.europa.eu/mqa/methodology).
 *
 * @param isTrue - does only data count as an answer?
 */
export const mqaCounts = (view: SurveyView, isTrue: boolean): Readonly<Record<string, MqaCount>> => {
  const { ofRecords, ofDistributions } = counterOf(view);
  const has = (state: RecordDigest['spatial']): boolean => state !== 'absent';
  const files = ofDistributions(({ all }) => all);
  const answered = answering(view, files.population, isTrue ? isData : isAnswered);
  const download = ofDistributions((counts) => counts.download);
  return {
    keyword: ofRecords(({ keywords }) => keywords > 0),
    theme: ofRecords(({ themes }) => themes.length > 0),
    spatial: ofRecords(({ spatial }) => has(spatial)),
    temporal: ofRecords(({ temporal }) => has(temporal)),
    'access-url-200': answered,
    'download-url': download,
    'download-url-200': scaled(answered, download.share),
    format: ofDistributions((counts) => counts.format),
    'media-type': ofDistributions((counts) => counts.mediaType),
    'format-vocabulary': ofDistributions((counts) => counts.known, 2),
    'non-proprietary': ofDistributions((counts) => counts.nonProprietary),
    'machine-readable': ofDistributions((counts) => counts.machineReadable),
    // Only a validator over RDF can tell.
    'dcat-ap': unknown(view.records.length),
    licence: ofDistributions((counts) => counts.licence),
    'licence-vocabulary': ofDistributions((counts) => counts.licenceKnown),
    'access-rights': ofRecords(({ accessRights }) => has(accessRights)),
    'access-rights-vocabulary': ofRecords(({ accessRights }) => accessRights === 'conformant'),
    contact: ofRecords(({ contact }) => has(contact)),
    publisher: ofRecords(({ publisher }) => publisher !== null),
    rights: ofDistributions((counts) => counts.rights),
    'byte-size': ofDistributions((counts) => counts.bytes),
    issued: ofRecords(({ issued }) => issued !== null),
    modified: ofRecords(({ modified }) => modified !== null),
  };
};
