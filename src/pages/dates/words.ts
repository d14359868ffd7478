import type { Day, Language } from '../../model/basics.ts';
import { evened } from '../../text/fold.ts';

/** Names of months and eras, from `criteria/vocabulary/dates`. */
export interface DateWords {
  readonly months: MonthNames;
  readonly hijri: MonthNames;
  readonly jalali: MonthNames;
  readonly eras: readonly { readonly names: readonly string[]; readonly before: number }[];
  readonly 'year-marks': Readonly<Record<'buddhist' | 'hijri' | 'jalali', readonly string[]>>;
  /** Words between the parts of a date: `3 de mayo de 2024`, `May 3rd, 2024`. */
  readonly links: readonly string[];
  readonly placeholders: readonly string[];
}

/** A date or period as it stands in a text. */
export interface Expression {
  readonly from: Day;
  readonly to: Day;
  readonly quote: string;
  /** Where it begins in the text that was read. */
  readonly at: number;
  /** Two readings are possible; the period reaches from the one to the other. */
  readonly ambiguous: boolean;
}

/** What is needed to read dates. */
export interface DateReader {
  readonly words: DateWords;
  readonly monthOf: (name: string) => NamedMonth | null;
}

type MonthNames = Readonly<Record<Language, Readonly<Record<string, number>>>>;

/** Which calendar a month's name belongs to. */
type Calendar = 'gregorian' | 'hijri' | 'jalali';

/** A month by its name: the calendar and the number. */
export interface NamedMonth {
  readonly calendar: Calendar;
  readonly month: number;
}

const add = (index: Map<string, NamedMonth | null>, calendar: Calendar, names: MonthNames): void => {
  for (const byName of Object.values(names)) {
    for (const [name, month] of Object.entries(byName)) {
      const key = evened(name);
      const known = index.get(key);
      const differs = known !== undefined && (known === null || known.month !== month || known.calendar !== calendar);
      index.set(key, differs ? null : { calendar, month });
    }
  }
};

type MonthFinder = (name: string) => NamedMonth | null;

const indexOf = (words: DateWords): ReadonlyMap<string, NamedMonth | null> => {
  const index = new Map<string, NamedMonth | null>();
  add(index, 'gregorian', words.months);
  add(index, 'hijri', words.hijri);
  add(index, 'jalali', words.jalali);
  return index;
};

/** Some thousand names: the index of them is made once for the words of a run. */
const indexes = new WeakMap<DateWords, ReadonlyMap<string, NamedMonth | null>>();

/**
 * Looks up a month's name. The language of the text decides where languages disagree (`listopad`); without it a name
 * that means several months means none.
 */
export const monthFinder = (words: DateWords, language: Language | null): MonthFinder => {
  const index = indexes.get(words) ?? indexOf(words);
  indexes.set(words, index);
  const own = new Map(Object.entries(words.months[language ?? ''] ?? {}).map(([name, month]) => [evened(name), month]));
  return (name) => {
    const month = own.get(name);
    return month === undefined ? (index.get(name) ?? null) : { calendar: 'gregorian', month };
  };
};
