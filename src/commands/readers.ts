import type { ListedElsewhere, ReadApart, ReadElsewhere, ReadListApart } from '../audit/read.ts';
import { type InspectOptions, inspect, inspectWords, unread } from '../inspect/index.ts';
import { type Confinement, NotHere } from '../model/confine.ts';
import { UserError } from '../model/errors.ts';
import type { Inspection, Source } from '../model/inspection.ts';
import { type ConfinedLimits, confinedLimits, hereLimits } from '../model/limits.ts';
import type { InspectJob, ListJob, ReplyJob } from './reader-jobs.ts';
import type { Shell } from './shell.ts';

const numberOf = (name: string, { environment }: Shell): number | null => {
  const text = environment[name]?.trim() ?? '';
  if (text === '') return null;
  if (/^\d{1,7}(?:\.\d+)?$/.test(text) && Number(text) > 0) return Number(text);
  throw new UserError(`${name} takes a number above 0, and not ${text}.`);
};

/**
 * The bounds of the reading process, as the environment sets them.
 *
 * @throws UserError for a value that is no number.
 */
const limitsFrom = (shell: Shell): ConfinedLimits => ({
  ...confinedLimits,
  seconds: numberOf('ODI_READER_SECONDS', shell) ?? confinedLimits.seconds,
  megabytes: numberOf('ODI_READER_MEGABYTES', shell) ?? confinedLimits.megabytes,
});

const opened = new WeakMap<Shell, Promise<Confinement>>();

const open = async (shell: Shell): Promise<Confinement> => {
  const { openConfinement } = await import('../confine/index.ts');
  return openConfinement({
    script: 'commands/reader',
    given: inspectWords(shell.criteria),
    limits: limitsFrom(shell),
    interrupted: shell.interrupted,
  });
};

/** The one reading process of a run; it starts with the first file that is read apart. */
const confinementOf = (shell: Shell): Promise<Confinement> => {
  const one = opened.get(shell) ?? open(shell);
  opened.set(shell, one);
  return one;
};

/** Reads large replies in the reading process. */
export const readApartFor =
  (shell: Shell): ReadApart =>
  async (arrival, until) => {
    const { body, ...rest } = arrival;
    const job: ReplyJob = { kind: 'reply', arrival: rest };
    return (await confinementOf(shell)).run<ReadElsewhere>(job, body, until);
  };

/** Reads long lists of catalogues in the reading process. */
export const readListApartFor =
  (shell: Shell): ReadListApart =>
  async (arrival) => {
    const { body, ...rest } = arrival;
    const job: ListJob = { kind: 'list', arrival: rest };
    return (await confinementOf(shell)).run<ListedElsewhere>(job, body);
  };

/** Bytes to inspect, with the file they are in or the bytes themselves. */
export interface Inspected {
  readonly source: Source;
  readonly path: string | null;
  /** Empty where they are in a file. */
  readonly bytes: Uint8Array;
}

/** Inspects a small file at once, others in the reading process. What goes over a bound there is known by its format alone. */
export const inspectBounded = async (
  { source, path, bytes }: Inspected,
  options: InspectOptions,
  shell: Shell,
): Promise<Inspection> => {
  const size = path === null ? bytes.byteLength : (source.size ?? Number.POSITIVE_INFINITY);
  try {
    if (size <= hereLimits.bytes) return await inspect(source, { ...options, here: hereLimits });
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
  }
  const { name, url, declared, complete } = source;
  const about = { name, url, declared, size: source.size, complete };
  const job: InspectJob = { kind: 'inspect', path, about, limits: options.limits ?? {} };
  const confined = await (await confinementOf(shell)).run<Inspection>(job, path === null ? bytes : null);
  return 'over' in confined ? unread(source, confined.says, options) : confined.done;
};
