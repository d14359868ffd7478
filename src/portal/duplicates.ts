import type { RecordDigest } from '../model/survey.ts';

/** Datasets that share all of their addresses are one, unless so many do that it is an address of the portal for all. */
const mostOfOneAddress = 5;

/** Records by a key; those without one are left out. */
const groupedBy = (
  records: readonly RecordDigest[],
  keyOf: (record: RecordDigest) => string | null,
): readonly (readonly number[])[] => {
  const groups = new Map<string, number[]>();
  for (const [index, record] of records.entries()) {
    const key = keyOf(record);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  return [...groups.values()].filter((group) => group.length > 1);
};

/**
 * Groups of records of one dataset each: with the same id or source identifier, with the same title and publisher, or with the same
 * set of addresses of files.
 */
export const duplicatesIn = (records: readonly RecordDigest[]): readonly (readonly RecordDigest[])[] => {
  const parent = records.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const join = (groups: readonly (readonly number[])[]): void => {
    for (const [first = 0, ...rest] of groups) for (const index of rest) parent[rootOf(index)] = rootOf(first);
  };
  join(groupedBy(records, ({ id }) => id));
  join(groupedBy(records, ({ identifier }) => identifier));
  join(groupedBy(records, ({ folded, publisher }) => (folded === '' ? null : `${folded}\n${publisher ?? ''}`)));
  join(groupedBy(records, ({ addresses }) => addresses).filter((group) => group.length <= mostOfOneAddress));
  const groups = new Map<number, RecordDigest[]>();
  for (const [index, record] of records.entries()) {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), record]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
};
