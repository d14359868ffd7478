import { comparable, fold } from '../text/fold.ts';
import { anyOf } from './expressions.ts';
import type { Matcher } from './matcher.ts';
import { normaliseAddress, normaliseText } from './normalise.ts';

/** What a field of a catalogue record is about, as far as rights go. */
export type RightsKind = 'licence' | 'use' | 'access' | 'credit';

/** The reason of the verdict that a code of a record stands for. */
export type RightsReason =
  | 'no-conditions'
  | 'conditions-unknown'
  | 'access-limited'
  | 'non-commercial'
  | 'no-derivatives'
  | 'permission-needed';

/** What a code of a record means; `nothing` where it says nothing of use. */
export type RightsMeaning = RightsReason | 'nothing';

type ByLanguage = Readonly<Record<string, readonly string[]>>;

/** The fields of records in which rights are written, and the codes that stand in them. */
export interface RecordRights {
  readonly fields: readonly { readonly kind: RightsKind; readonly words: ByLanguage }[];
  /** Words that may stand around the name of a field and change nothing. */
  readonly beside: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly values: readonly {
    readonly means: RightsMeaning;
    readonly addresses?: readonly string[];
    /** Whole values. */
    readonly texts?: ByLanguage;
    /** Expressions searched in a value. */
    readonly patterns?: ByLanguage;
  }[];
  /** Words that deny a pattern after them. */
  readonly denials: ByLanguage;
}

/** Knows the fields of records in which rights are written, and the codes that stand in them. */
export interface RightsFields {
  /** What kind of field it is by its name, as written or as a label; null for one that is not about rights. */
  readonly kindOf: (field: string) => RightsKind | null;
  /** What a code or set phrase means that is the whole value; null for one that is not known. */
  readonly codeOf: (field: string, value: string) => RightsMeaning | null;
  /** What a phrase inside of a value means; null where none is known. */
  readonly phraseOf: (value: string) => RightsReason | null;
}

/** Longest name of a field; longer ones are sentences. */
const longestField = 80;

/** Longest value that can be a code. */
const longestCode = 300;

/** Characters before a phrase in which a word denies it. */
const reach = 30;

/** The tag of the language of a field, behind its name. */
const tag = '[a-z]{2}';

const all = (lists: Readonly<Record<string, readonly string[]>> = {}): readonly string[] => Object.values(lists).flat();

/** `gmd:useLimitation`, `use-limitation` and `Use limitation` are all «use limitation». */
const wordsOf = (field: string): string =>
  comparable(field.replace(/^.*[:/#.](?=[^:/#.]+$)/, '').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '));

const bareOf = (text: string): string => comparable(text).replaceAll(' ', '');

const isAddress = (value: string): boolean => /^https?:\/\/\S+$/i.test(value);

/** What the codes mean; the first that has a code keeps it. */
const codesIn = (values: RecordRights['values']): ReadonlyMap<string, RightsMeaning> => {
  const codes = new Map<string, RightsMeaning>();
  for (const { means, texts } of values) {
    for (const text of all(texts)) if (!codes.has(bareOf(text))) codes.set(bareOf(text), means);
  }
  return codes;
};

/** Opens the reader over its vocabulary; expressions are compiled when they are first asked for. */
export const rightsFields = ({ fields, beside, values, denials }: RecordRights): RightsFields => {
  const [before, after] = [beside.before.join('|'), beside.after.join('|')];
  const kinds = fields.map(({ kind, words }): readonly [RightsKind, Matcher] => {
    const names = all(words).map((source) => fold(source).replaceAll(' ', ' ?'));
    return [kind, anyOf([`^(?:(?:${before}) )?(?:${names.join('|')})(?: (?:${after})){0,2}(?: ${tag})?$`])];
  });
  let opened: ReadonlyMap<string, RightsMeaning> | undefined;
  const codes = (): ReadonlyMap<string, RightsMeaning> => {
    opened ??= codesIn(values);
    return opened;
  };
  const addresses = values.map(({ means, addresses: sources = [] }) => [means, anyOf(sources)] as const);
  const phrases = values.flatMap(({ means, patterns }) =>
    means === 'nothing' ? [] : [[means, anyOf(all(patterns))] as const],
  );
  const denial = anyOf([`\\b(?:${all(denials).join('|')})\\b`]);

  return {
    kindOf: (field) => {
      if (field.length > longestField) return null;
      const words = wordsOf(field);
      return kinds.find(([, expression]) => expression.has(words))?.[0] ?? null;
    },
    codeOf: (field, value) => {
      if (value.length > longestCode) return null;
      if (isAddress(value)) {
        const address = normaliseAddress(value);
        return addresses.find(([, expression]) => expression.has(address))?.[0] ?? null;
      }
      return codes().get(bareOf(`${wordsOf(field)} ${value}`)) ?? codes().get(bareOf(value)) ?? null;
    },
    phraseOf: (value) => {
      const text = normaliseText(value);
      const found = phrases.find(([, expression]) => {
        const match = expression.first(text);
        return match !== null && !denial.has(text.slice(Math.max(0, match.at - reach), match.at));
      });
      return found?.[0] ?? null;
    },
  };
};
