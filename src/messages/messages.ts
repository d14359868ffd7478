import * as cardinals from 'make-plural/cardinals';
import { isolated, withoutIsolates } from './isolate.ts';
import type { CompiledLanguage, CompiledMessage, LanguageTables, MessagePiece } from './language.ts';

/** Words that a message was put into already: they are not isolated when they stand in another one. */
export interface Said {
  readonly said: string;
}

/** A value of a message: text of others, which is isolated; a number; words of our own; or several of them, as a list. */
export type MessageValue = string | number | Said | readonly MessageValue[];

/** The values of a message by their names. */
export type MessageValues = Readonly<Record<string, MessageValue | undefined>>;

/** The words of one language. */
export interface Messages extends LanguageTables {
  /** Is there a message of this id? */
  readonly has: (id: string) => boolean;
  /**
   * A message with its values.
   *
   * @throws Error where there is no such message, or a value is missing: a defect of whoever asks.
   */
  readonly say: (id: string, values?: MessageValues) => string;
  /**
   * The same; where the language has no such message, as of an own method, the English that stands beside the code or in its file, in which
   * values are alone named.
   */
  readonly sayOr: (id: string, english: string, values?: MessageValues) => string;
  /** A name that the language may have, else as it is given. */
  readonly nameOr: (id: string, given: string) => string;
  /** A message, as a value of another one. */
  readonly words: (id: string, values?: MessageValues) => Said;
  /** A value as it stands in a sentence. */
  readonly value: (value: MessageValue) => string;
  /** Things in a sentence: `a, b and c`. */
  readonly listed: (items: readonly MessageValue[]) => string;
  /** Text of others, isolated and in quotation marks. */
  readonly quote: (text: string) => string;
  /** A number with the signs of the language. */
  readonly number: (value: number) => string;
  /** A day as running text has it, from `2015-11-12`; what is no day stays as it is. */
  readonly day: (iso: string) => string;
  /** The same words with text of others marked, or not. */
  readonly marked: (isMarked: boolean) => Messages;
}

type PluralRule = (n: number) => string;

/** The plural rule of a language, by CLDR as the package froze it; of a language that it does not know, everything is `other`. */
const ruleOf = (tag: string): PluralRule => {
  const [language = ''] = tag.split('-');
  const known: Readonly<Record<string, PluralRule | undefined>> = cardinals;
  return known[language] ?? (() => 'other');
};

/** A language whose messages are asked for one by one. */
interface AskedLanguage {
  readonly tables: LanguageTables;
  readonly find: (id: string) => CompiledMessage | undefined;
}

const finderOf = (language: CompiledLanguage | AskedLanguage): AskedLanguage['find'] => {
  if ('find' in language) return language.find;
  const { messages } = language;
  return (id) => (Object.hasOwn(messages, id) ? messages[id] : undefined);
};

/** The pieces of a text in which values are named, and nothing is chosen. */
const simplePieces = (text: string): readonly MessagePiece[] =>
  text.split(/\{(\w+)\}/).map((part, index) => (index % 2 === 1 ? [part] : part));

/** Whole units in groups of three, from five digits on, so that years stay whole. */
const grouped = (digits: string, sign: string): string =>
  digits.length < 5 ? digits : digits.replace(/\B(?=(?:\d{3})+$)/g, sign);

const isSaid = (value: MessageValue): value is Said => typeof value === 'object' && 'said' in value;

/**
 * The words of a language.
 *
 * @param isMarked - is text of others marked as such? For HTML, and for text in a language from right to left.
 */
export const messagesFrom = (language: CompiledLanguage | AskedLanguage, isMarked = false): Messages => {
  const { tables } = language;
  const find = finderOf(language);
  const { numbers, days, lists, quotes, tag } = tables;
  const rule = ruleOf(tag);

  // Among words from right to left a sign stays before its number only behind a mark that says so.
  const signOf = (value: number): string => (value < 0 ? `${tables.dir === 'rtl' ? '\u200e' : ''}−` : '');
  const number = (value: number): string => {
    const [whole = '', part] = String(Math.abs(value)).split('.');
    return `${signOf(value)}${grouped(whole, numbers.group)}${part === undefined ? '' : `${numbers.decimal}${part}`}`;
  };
  const plain = (value: number): string => `${signOf(value)}${String(Math.abs(value)).replace('.', numbers.decimal)}`;
  const day = (iso: string): string => {
    const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
    if (year === undefined) return iso;
    const named: Readonly<Record<string, string>> = {
      ...{ year, month: days.months[Number(month) - 1] ?? month ?? '' },
      day: date === '01' && days.first !== undefined ? days.first : String(Number(date)),
    };
    return days.pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '');
  };
  const foreign = (text: string): string => (isMarked ? isolated(text) : text);
  const listed = (items: readonly MessageValue[]): string => {
    const all = items.map(value);
    const last = all.at(-1) ?? '';
    return all.length < 2 ? last : `${all.slice(0, -1).join(lists.within ?? lists.comma)}${lists.and}${last}`;
  };
  const value = (given: MessageValue): string => {
    if (typeof given === 'string') return foreign(given);
    if (typeof given === 'number') return plain(given);
    return isSaid(given) ? given.said : listed(given);
  };

  const chosen = (key: string, cases: Readonly<Record<string, readonly MessagePiece[]>>): readonly MessagePiece[] =>
    (Object.hasOwn(cases, key) ? cases[key] : undefined) ?? cases['other'] ?? [];
  const bare = (given: MessageValue): string =>
    typeof given === 'object' ? withoutIsolates(value(given)) : String(given);
  const written = (pieces: readonly MessagePiece[], values: MessageValues, id: string, count: string): string =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        if (piece === 0) return count;
        const [name, form, cases = {}] = piece;
        const given = values[name];
        if (form === 'select') return written(chosen(bare(given ?? ''), cases), values, id, count);
        if (given === undefined) throw new Error(`Nothing was given for {${name}} in the message ${id}.`);
        if (form === undefined) return value(given);
        if (form === 'day') return day(bare(given));
        const amount = Number(bare(given));
        // Words in the place of a number, as where a sentence is explained that has no values yet.
        const shown = Number.isNaN(amount) ? value(given) : number(amount);
        if (form === 'number') return shown;
        const exact = cases[`=${amount}`];
        const category = Number.isNaN(amount) ? 'other' : rule(amount);
        return written(exact ?? chosen(category, cases), values, id, shown);
      })
      .join('');

  const say = (id: string, values: MessageValues = {}): string => {
    const message = find(id);
    if (message === undefined) throw new Error(`There is no message ${id}.`);
    return typeof message === 'string' ? message : written(message, values, id, '');
  };
  const sayOr = (id: string, text: string, values: MessageValues = {}): string =>
    find(id) === undefined ? written(simplePieces(text), values, id, '') : say(id, values);
  return {
    ...tables,
    has: (id) => find(id) !== undefined,
    nameOr: (id, given) => (find(id) === undefined ? given : say(id)),
    ...{ say, sayOr, value, listed, number, day },
    words: (id, values) => ({ said: say(id, values) }),
    quote: (text) => `${quotes[0]}${foreign(text)}${quotes[1]}`,
    marked: (wanted) => messagesFrom(language, wanted || tables.dir === 'rtl'),
  };
};
