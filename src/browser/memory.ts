import { readdirSync, readFileSync } from 'node:fs';

/** Where Linux tells of processes; other systems have none, and there the heap of the scripts alone is bounded. */
const processes = '/proc';

const pageSize = 4_096;

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it has ended
  }
};

/** The group of a process; null for one that has ended. The name before it may hold blanks and brackets. */
const groupOf = (id: string): number | null => {
  const stat = textOf(`${processes}/${id}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' ? null : Number(fields[2]);
};

/** Resident memory of the largest process of a group, in megabytes; 0 where it cannot be told. */
export const largestOf = (leader: number): number => {
  let ids: readonly string[];
  try {
    ids = readdirSync(processes).filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  const sizes = ids
    .filter((id) => groupOf(id) === leader)
    .map((id) => Number(textOf(`${processes}/${id}/statm`).split(' ')[1] ?? 0) * pageSize);
  return Math.max(0, ...sizes) / 1e6;
};

/** Looks at a group of processes every so often, and calls out once when one of them is too large. */
export const watchMemory = (leader: number | null, megabytes: number, over: () => void): (() => void) => {
  if (leader === null) return () => {};
  const timer = setInterval(() => {
    if (largestOf(leader) <= megabytes) return;
    clearInterval(timer);
    over();
  }, 250);
  return () => clearInterval(timer);
};
