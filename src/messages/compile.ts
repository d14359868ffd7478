import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import {
  type CompiledLanguage,
  type CompiledMessage,
  flattened,
  type LanguageFile,
  type LanguageTables,
  type MessagePiece,
  type MessageTree,
} from './language.ts';

/* Messages are taken apart where the program is built, so that no run pays for it. */

/** What a message may not hold, since its words would depend on the machine, or on more than its values. */
class Unsupported extends Error {}

const casesOf = (
  options: Readonly<Record<string, { readonly value: readonly MessageFormatElement[] }>>,
): Readonly<Record<string, readonly MessagePiece[]>> =>
  Object.fromEntries(Object.entries(options).map(([key, { value }]) => [key, value.map(pieceOf)]));

const pieceOf = (element: MessageFormatElement): MessagePiece => {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.pound:
      return 0;
    case TYPE.argument:
      return [element.value];
    case TYPE.select:
      return [element.value, 'select', casesOf(element.options)];
    case TYPE.plural:
      if (element.offset !== 0) throw new Unsupported('offset is not supported');
      if (element.pluralType === 'ordinal') throw new Unsupported('selectordinal is not supported');
      return [element.value, 'plural', casesOf(element.options)];
    case TYPE.number:
    case TYPE.date:
      if (element.style) throw new Unsupported('number and date take no style');
      return [element.value, element.type === TYPE.number ? 'number' : 'day'];
    default:
      throw new Unsupported('times and tags are not supported');
  }
};

/**
 * Takes a message apart.
 *
 * @throws Error with what is wrong in it, where it is no sound ICU MessageFormat or asks for what is not supported.
 */
export const compiled = (text: string): CompiledMessage => {
  const pieces = parse(text, { ignoreTag: true, requiresOtherClause: true }).map(pieceOf);
  const [only] = pieces;
  if (pieces.length === 0) return '';
  return pieces.length === 1 && typeof only === 'string' ? only : pieces;
};

/** The names of values that a message asks for. */
export const namesIn = (message: CompiledMessage): ReadonlySet<string> => {
  const names = new Set<string>();
  const look = (pieces: readonly MessagePiece[]): void => {
    for (const piece of pieces) {
      if (typeof piece !== 'object') continue;
      const [name, , cases] = piece;
      names.add(name);
      for (const each of Object.values(cases ?? {})) look(each);
    }
  };
  if (typeof message !== 'string') look(message);
  return names;
};

/** The cases of plurals in a message. */
export const pluralCasesIn = (message: CompiledMessage): ReadonlySet<string> => {
  const found = new Set<string>();
  const look = (pieces: readonly MessagePiece[]): void => {
    for (const piece of pieces) {
      if (typeof piece !== 'object' || piece[2] === undefined) continue;
      if (piece[1] === 'plural') for (const key of Object.keys(piece[2])) found.add(key);
      for (const each of Object.values(piece[2])) look(each);
    }
  };
  if (typeof message !== 'string') look(message);
  return found;
};

/**
 * A language as it is kept. What its file lacks is taken from the English texts, so that nothing is ever without words; `odi validate` tells
 * of each.
 *
 * @param english - the messages of the program in English, those that stand beside its code among them
 * @throws Error where a message is not sound.
 */
export const compileLanguage = (file: LanguageFile, english: MessageTree): CompiledLanguage => {
  const { messages, ...tables } = file;
  const texts = new Map([...flattened(english), ...flattened(messages)]);
  return {
    tables: tables satisfies LanguageTables,
    messages: Object.fromEntries([...texts].map(([id, text]) => [id, compiled(text)])),
  };
};
