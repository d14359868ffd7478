import type { Language } from '../model/basics.ts';
import type { LicencePhrases } from './data.ts';
import { wordCharacter } from './letters.ts';
import { type LiteralFinder, literalFinder } from './literals.ts';
import { escapeExpression } from './normalise.ts';

/** What a sentence can say about the right to use. */
export const signalKinds = [
  'anyUse',
  'copy',
  'change',
  'openLicence',
  'publicDomain',
  'commercialToo',
  'nonCommercial',
  'noDerivatives',
  'purpose',
  'permission',
  'furtherTerms',
  'fee',
  'reserved',
] as const;

export type SignalKind = (typeof signalKinds)[number];

/** What one sentence says, and about what. */
export interface SentenceSignals {
  readonly kinds: ReadonlySet<SignalKind>;
  readonly about: 'data' | 'site' | 'unsaid';
}

/** Reads sentences (normalised text) for what they say about rights, in every language whose cues they hold. */
export interface SignalReader {
  /** Finds where a sentence is worth reading. */
  readonly cues: LiteralFinder;
  /** A known `language` is read whatever its cues. */
  readonly read: (sentence: string, language?: Language) => SentenceSignals;
  /** Is what stands at this place of the sentence denied by a word before it? */
  readonly isDenied: (sentence: string, at: number) => boolean;
}

const boundary = `(?:(?<!${wordCharacter})(?=${wordCharacter})|(?<=${wordCharacter})(?!${wordCharacter}))`;

/** An expression that is compiled when it is first asked for; null where there is nothing to look for. */
type Lazy = () => RegExp | null;

/** One expression of many; `\w` and `\b` know the letters of all scripts. */
const compile = (sources: readonly string[], flags = 'g'): Lazy => {
  let compiled: RegExp | null | undefined;
  return () => {
    compiled ??=
      sources.length === 0
        ? null
        : new RegExp(
            sources
              .map((source) => `(?:${source.replaceAll('\\w', wordCharacter).replaceAll('\\b', boundary)})`)
              .join('|'),
            flags,
          );
    return compiled;
  };
};

const grants: ReadonlySet<SignalKind> = new Set([
  'anyUse',
  'copy',
  'change',
  'openLicence',
  'publicDomain',
  'commercialToo',
]);

/** Matches nowhere. */
const nothing = /$^/g;

/** Characters before a grant in which a word of denial still reaches it. */
const reach = 40;

interface Reader {
  readonly language: Language;
  readonly cues: RegExp;
  readonly kinds: readonly (readonly [SignalKind, Lazy])[];
  readonly use: Lazy;
  readonly withoutPermission: Lazy;
  readonly permissionFree: Lazy;
  readonly not: Lazy;
  readonly except: Lazy;
  readonly apart: Lazy;
  readonly personal: Lazy;
  readonly data: Lazy;
  readonly site: Lazy;
}

const readerOf = (phrases: LicencePhrases): Reader => ({
  language: phrases.language,
  cues: new RegExp(phrases.cues.map(escapeExpression).join('|')),
  kinds: signalKinds.map((kind) => [kind, compile(phrases[kind])] as const),
  use: compile(phrases.use, ''),
  withoutPermission: compile(phrases.withoutPermission, ''),
  permissionFree: compile(phrases.permissionFree, ''),
  not: compile(phrases.not, ''),
  except: compile(phrases.except, ''),
  apart: compile(phrases.apart, ''),
  personal: compile(phrases.personal, ''),
  data: compile(phrases.data, ''),
  site: compile(phrases.site, ''),
});

const has = (expression: Lazy, text: string): boolean => expression()?.test(text) ?? false;

/** The part of the clause before a place in which a denial would reach it. */
const before = (sentence: string, at: number): string => {
  const near = sentence.slice(Math.max(0, at - reach), at);
  return near.slice(Math.max(near.lastIndexOf(','), near.lastIndexOf(':'), near.lastIndexOf('(')) + 1);
};

/**
 * A sentence without its exceptions: «…, except the logo, which may not be copied» says nothing of the data. An
 * exception that leads the sentence ends at its first comma.
 */
const withoutExceptions = (sentence: string, { except, apart, data }: Reader): string => {
  const match = except()?.exec(sentence);
  if (match === null || match === undefined) return sentence;
  const isLeading = match.index < 4;
  const comma = sentence.indexOf(',', match.index);
  const end = isLeading && comma !== -1 ? comma : sentence.length;
  const exception = sentence.slice(match.index, end);
  const isOfOthers = isLeading || (has(apart, exception) && !has(data, exception));
  return isOfOthers ? `${sentence.slice(0, match.index)}${sentence.slice(end)}` : sentence;
};

/** Null where the sentence speaks of what has terms of its own. */
const readIn = (reader: Reader, whole: string): SentenceSignals | null => {
  const sentence = withoutExceptions(whole, reader);
  const about = has(reader.data, sentence) ? 'data' : has(reader.site, sentence) ? 'site' : 'unsaid';
  const kinds = new Set<SignalKind>();
  if (has(reader.personal, sentence) || (about === 'unsaid' && has(reader.apart, sentence))) return null;
  for (const [kind, expression] of reader.kinds) {
    for (const { index } of sentence.matchAll(expression() ?? nothing)) {
      if (grants.has(kind) && has(reader.not, before(sentence, index))) continue;
      kinds.add(kind);
      break;
    }
  }
  if (has(reader.withoutPermission, sentence) && has(reader.not, sentence)) kinds.add('permission');
  if (!has(reader.use, sentence)) kinds.delete('permission');
  if (has(reader.permissionFree, sentence)) {
    kinds.delete('permission');
    kinds.add('copy');
  }
  return { kinds, about };
};

/**
 * Makes the reader of all languages.
 *
 * @param nameCues strings that make a sentence worth reading in any language
 */
export const signalReader = (phrases: readonly LicencePhrases[], nameCues: readonly string[]): SignalReader => {
  const readers = phrases.map(readerOf);
  return {
    cues: literalFinder([...nameCues, ...phrases.flatMap((each) => each.cues)]),
    read: (sentence, language) => {
      const kinds = new Set<SignalKind>();
      let about: SentenceSignals['about'] = 'unsaid';
      const cued = readers.filter((reader) => reader.language === language || reader.cues.test(sentence));
      // A sentence that only names a licence has no cue of its language: any may say what it is about.
      for (const reader of cued.length > 0 ? cued : readers) {
        const said = readIn(reader, sentence);
        if (said === null) return { kinds: new Set(), about: 'unsaid' };
        for (const kind of said.kinds) kinds.add(kind);
        if (said.about === 'data' || about === 'unsaid') about = said.about;
      }
      // «Commercial and non-commercial», whichever languages took notice of one half of it.
      if (kinds.has('commercialToo')) kinds.delete('nonCommercial');
      return { kinds, about };
    },
    isDenied: (sentence, at) =>
      readers.some((reader) => reader.cues.test(sentence) && has(reader.not, before(sentence, at))),
  };
};
