import { InvalidArgumentError, Option, type Command as Words } from 'commander';
import { knownLanguages, storedLanguage } from '../messages/known.ts';
import type { Day } from '../model/basics.ts';
import type { KnownElection } from '../model/contest.ts';
import { type Cause, causes } from '../model/diff.ts';
import { UserError } from '../model/errors.ts';
import type { Shell } from './shell.ts';
import { storeWord } from './store-word.ts';

/* The flags that several commands share, so that one word means the same everywhere. */

/** A whole number of at least `least`. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`A whole number of at least ${least} is expected.`);
    }
    return value;
  };

/** Points of a score, which no edition counts beyond 100. */
export const points = (text: string): number => {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InvalidArgumentError('Points from 0 to 100 are expected.');
};

const unitsOfTime: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, min: 60, h: 3600 };
const unitsOfSize: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };

/** A number with a unit, in the unit that counts as 1; undefined for anything else. */
const measured = (text: string, units: Readonly<Record<string, number>>): number | undefined => {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim()) ?? [];
  const scale = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined;
  return number === undefined || scale === undefined ? undefined : Number(number) * scale;
};

/** A time above zero in seconds: `90`, `90s`, `10m`, `2h`. */
export const seconds = (text: string): number => {
  const value = measured(text, unitsOfTime);
  if (value === undefined || value <= 0) {
    throw new InvalidArgumentError('A time above 0 is expected: seconds, or a number with s, m or h.');
  }
  return value;
};

/** A size of at least one byte: `500000`, `200MB`, `1.5 GB`. */
const size = (text: string): number => {
  const value = measured(text, unitsOfSize);
  if (value === undefined || !Number.isSafeInteger(Math.round(value)) || value < 1) {
    throw new InvalidArgumentError('A size of at least 1 byte is expected: bytes, or a number with kB, MB or GB.');
  }
  return Math.round(value);
};

/** A day of the calendar. */
export const asOfDay = (text: string): string => {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay || new Date(text).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError('A day of the calendar is expected, written YYYY-MM-DD, as 2015-11-12.');
  }
  return text;
};

/** A year of four digits. */
export const year = (text: string): number => {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('A year of four digits is expected.');
  return Number(text);
};

/** For a flag that may be given several times. */
export const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** Formats of documents; a command names those it can write. */
export type Format = 'text' | 'json' | 'markdown' | 'csv' | 'html' | 'junit';

/** The same, and those that few commands can write. */
export type AnyFormat = Format | 'dqv';

/** What `--format` and `--out` say. */
export interface OutputOptions {
  readonly format: Format;
  readonly out?: string;
}

/** Adds `--format`, limited to what the command can write, and `--out`. */
export const withOutput = (words: Words, formats: readonly (AnyFormat | 'sarif')[]): Words =>
  words
    .addOption(new Option('--format <format>', 'form of the document').choices(formats).default('text'))
    .option('--out <file>', 'write the document to a file instead of standard output');

/** Adds `--lang`: the languages that there are stand in `criteria/messages`. */
export const withLanguage = (words: Words, { criteria }: Pick<Shell, 'criteria'>): Words =>
  words.option(
    '--lang <tag>',
    `language of the document: ${knownLanguages(criteria).join(', ')} (${storedLanguage}); what is kept stays as it is`,
  );

/** What the flags about the network say. */
export interface FetchOptions {
  readonly record?: string;
  readonly replay?: readonly string[];
  readonly maxRequests?: number;
  readonly maxBytes?: number;
  readonly timeout?: number;
  readonly concurrency?: number;
  readonly allowPrivate?: boolean;
  readonly contact?: string;
  readonly cache?: string;
  /** Only of commands that read pages. */
  readonly render?: boolean;
}

/** An address that a header can hold and a person can use. */
const contact = (text: string): string => {
  if (
    /^(?:https?:\/\/)?[\w.~%+:/?#&=@-]+$/.test(text) &&
    /^https?:\/\/[^/]|^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) &&
    text.length <= 200
  )
    return text;
  throw new InvalidArgumentError('An e-mail address or an address that begins with http:// or https:// is expected.');
};

/** A name of something: a folder that is called nothing is a mistake of a script. */
const named = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('The name of a folder is expected; this one is empty.');
  return text;
};

/** Adds the flags about the network and the evidence archive. */
export const withFetching = (words: Words): Words =>
  words
    .option('--record <file.warc.gz>', 'keep everything that is fetched in a web archive ({place}, {year} in audits)')
    .option(
      '--replay <file>',
      'answer every request from an archive (WARC or WACZ; repeatable), touch no network',
      collect,
    )
    .option('--cache <dir>', 'keep replies between runs, and have only what has changed sent again', named)
    .option('--max-requests <n>', 'requests at most', wholeNumber(1))
    .option('--max-bytes <size>', 'bytes at most, or 200MB', size)
    .option('--timeout <time>', 'time to wait for one reply: seconds, or 10m', seconds)
    .option('--concurrency <n>', 'requests under way at once', wholeNumber(1))
    .option('--allow-private', 'let loopback and private addresses be asked')
    .option(
      '--contact <address>',
      'where servers can reach you, told in the User-Agent: an e-mail or web address',
      contact,
    );

/** Adds `--render`, for commands that read pages. */
export const withRendering = (words: Words): Words =>
  words.option('--render', 'draw pages that only scripts draw, in a Chromium of this machine');

/** What the flags about judging say. */
export interface JudgingOptions {
  readonly year?: number;
  readonly asOf?: string;
  readonly edition: string;
  readonly event?: readonly KnownElection[];
}

/** An election that the reviewer names. */
export const namedElection = (on: Day, name: string): KnownElection => ({
  ...{ day: on, name },
  source: 'named by the reviewer',
});

/** An election as `DATE NAME`, for a flag that may be given several times. */
const elections = (text: string, before: readonly KnownElection[] = []): readonly KnownElection[] => {
  const [, date = '', name] = /^(\d{4}-\d{2}-\d{2})\s+(\S.{0,199})$/.exec(text.trim()) ?? [];
  if (name === undefined) {
    throw new InvalidArgumentError('A day and a name are expected: "2026-09-08 Chamber of Representatives".');
  }
  return [...before, namedElection(asOfDay(date), name)];
};

/** Adds the flags about the day, the year and the edition that is judged by. */
export const withJudging = (words: Words): Words =>
  words
    .option('--year <y>', 'year of the review (the year of --as-of)', year)
    .option('--as-of <day>', 'judge as on this day, YYYY-MM-DD (today; in a replay its newest capture)', asOfDay)
    .option('--edition <id>', 'the methodology', 'godi-2015')
    .option('--event <event>', 'an election that the place file does not know: "DATE NAME" (repeatable)', elections);

/** What the flags about noise say. */
export interface NoiseOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Adds `--quiet`, `--verbose` and `--no-color`. */
export const withNoise = (words: Words): Words =>
  words
    .option('--quiet', 'no progress')
    .option('--verbose', 'tell every request, and of a review all that it holds')
    .option('--no-color', 'no colour');

/** Adds `--store`. */
export const withStore = (words: Words): Words =>
  words.option(
    '--store <dir>',
    'the folder that reviews are kept in, or postgres://… of a database',
    storeWord,
    'reviews',
  );

const isCause = (word: string): word is Cause => causes.some((cause) => cause === word);

/** Causes of a change, in a list with commas; the flag may be given several times. */
const causesIn = (text: string, before: readonly Cause[] = []): readonly Cause[] => {
  const words = text.split(',').map((word) => word.trim());
  const unknown = words.find((word) => !isCause(word));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`"${unknown}" is no cause; causes are ${causes.join(', ')}.`);
  }
  return [...before, ...words.filter(isCause)];
};

/** Adds the flags that say which falls since a baseline count; the baseline itself is the command's own. */
export const withFalls = (words: Words): Words =>
  words
    .option('--fail-on <causes>', 'count only falls with one of these causes: data,licence,access …', causesIn)
    .option('--strict', 'count what became Unsure as a fall, too');

/** Fails with the known ones where an edition is not known. */
export const knownEdition = (id: string, editions: readonly string[]): string => {
  if (editions.includes(id)) return id;
  throw new UserError(`There is no edition ${id}; --edition takes ${editions.join(', ')}.`);
};
