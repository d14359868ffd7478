import type { RecordDigest } from '../model/survey.ts';

/** A dataset whose file is looked at, and how many datasets it stands for. */
export interface DrawnRecord {
  readonly record: RecordDigest;
  readonly weight: number;
}

/** From so many publishers on, the largest ones are looked at in any case: this many of them. */
const manyPublishers = 50;
const largest = 10;

const byRank = (a: RecordDigest, b: RecordDigest): number => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0);

const countedBy = (records: readonly RecordDigest[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { publisher } of records) if (publisher !== null) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return counts;
};

/**
 * Draws the datasets with the lowest ranks (bottom-k sampling): the same ones on every day, and next year mostly the same. Of a
 * catalogue of many publishers, each of the ten largest that none of them is of gets one besides, and stands for its own
 * datasets; the others stand for all the rest.
 *
 * @param k - datasets to draw
 */
export const drawn = (records: readonly RecordDigest[], k: number): readonly DrawnRecord[] => {
  const withFile = records.filter(({ file }) => file !== null).sort(byRank);
  const main = withFile.slice(0, k);
  const counts = countedBy(withFile);
  if (counts.size <= manyPublishers || main.length === 0) return main.map((record) => ({ record, weight: 1 }));
  const top = [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, largest)
    .map(([publisher]) => publisher);
  const missed = top.filter((publisher) => !main.some((record) => record.publisher === publisher));
  if (missed.length === 0) return main.map((record) => ({ record, weight: 1 }));
  const extra = missed.flatMap((publisher) => withFile.find((record) => record.publisher === publisher) ?? []);
  const ofMissed = missed.reduce((sum, publisher) => sum + (counts.get(publisher) ?? 0), 0);
  const weight = (withFile.length - ofMissed) / main.length;
  return [
    ...main.map((record) => ({ record, weight })),
    ...extra.map((record) => ({ record, weight: counts.get(record.publisher ?? '') ?? 1 })),
  ];
};
