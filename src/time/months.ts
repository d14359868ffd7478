import type { Language } from '../model/basics.ts';
import type { DateWords, MonthNames } from '../model/dates.ts';
import { evened } from '../text/fold.ts';

/** Which calendar a month's name belongs to. */
type Calendar = 'gregorian' | 'hijri' | 'jalali' | 'ethiopian';

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

/** Looks up a month by its name, in the spelling of `evened`; null where there is none. */
export type MonthFinder = (name: string) => NamedMonth | null;

const indexOf = (words: DateWords): ReadonlyMap<string, NamedMonth | null> => {
  const index = new Map<string, NamedMonth | null>();
  add(index, 'gregorian', words.months);
  add(index, 'hijri', words.hijri);
  add(index, 'jalali', words.jalali);
  add(index, 'ethiopian', words.ethiopian);
  return index;
};

/** Some thousand names: the index of them is made once for the words of a run. */
const indexes = new WeakMap<DateWords, ReadonlyMap<string, NamedMonth | null>>();

const indexFor = (words: DateWords): ReadonlyMap<string, NamedMonth | null> => {
  const index = indexes.get(words) ?? indexOf(words);
  indexes.set(words, index);
  return index;
};

/**
 * Looks up a month's name. The language of the text decides where languages disagree (`listopad`); without it a name
 * that means several months means none.
 */
export const monthFinder = (words: DateWords, language: Language | null): MonthFinder => {
  const own = new Map(Object.entries(words.months[language ?? ''] ?? {}).map(([name, month]) => [evened(name), month]));
  return (name) => {
    const month = own.get(name);
    return month === undefined ? (indexFor(words).get(name) ?? null) : { calendar: 'gregorian', month };
  };
};
