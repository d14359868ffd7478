/* A language as its file gives it, and as the build keeps it. */

/** A message of a language file: text in ICU MessageFormat, or a group of them by their keys. */
export type MessageTree = { readonly [key: string]: string | MessageTree };

/** Numbers, days and lists as a language writes them: frozen, so that no machine's own tables are asked. */
export interface LanguageTables {
  /** IETF language tag: `fr`. */
  readonly tag: string;
  /** What the language calls itself. */
  readonly name: string;
  /** Which way it is written. */
  readonly dir: 'ltr' | 'rtl';
  readonly numbers: {
    /** Stands between whole units and parts. */
    readonly decimal: string;
    /** Stands between thousands. */
    readonly group: string;
  };
  readonly days: {
    /** A day in running text, from `{day}`, `{month}` and `{year}`. */
    readonly pattern: string;
    /** Names of the twelve months, as they stand within a day. */
    readonly months: readonly string[];
    /** The first of a month, where it is written otherwise than as a number. */
    readonly first?: string;
  };
  readonly lists: {
    /** Between things of a list. */
    readonly comma: string;
    /** Between things of a list within a sentence, before the last two; the comma where it is not given. */
    readonly within?: string;
    /** Between the last two. */
    readonly and: string;
    /** Between parts that have commas of their own. */
    readonly semicolon: string;
    /** Between a thing and what is told of it. */
    readonly colon: string;
  };
  /** What opens and closes a quotation. */
  readonly quotes: readonly [open: string, close: string];
}

/** `criteria/messages/<tag>.yaml`. */
export interface LanguageFile extends LanguageTables {
  readonly messages: MessageTree;
}

/**
 * A piece of a message: text; the number that a plural counts; or a value by its name, as it is, as a number, as a day, or as what chooses
 * between messages.
 */
export type MessagePiece =
  | string
  | 0
  | readonly [name: string]
  | readonly [name: string, form: 'number' | 'day']
  | readonly [name: string, form: 'plural' | 'select', cases: Readonly<Record<string, readonly MessagePiece[]>>];

/** A message as it is kept: its pieces, or the text alone where it has no values. */
export type CompiledMessage = string | readonly MessagePiece[];

/** A language as the build keeps it: its messages by their full ids. */
export interface CompiledLanguage {
  readonly tables: LanguageTables;
  readonly messages: Readonly<Record<string, CompiledMessage>>;
}

/** The messages of a tree by their full ids: `checks.exists.data-seen.says`. */
export const flattened = (tree: MessageTree, prefix = ''): readonly (readonly [id: string, text: string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : flattened(value, `${prefix}${key}.`),
  );
