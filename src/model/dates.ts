import type { Language } from './basics.ts';

/** Names of months and eras, from `criteria/vocabulary/dates`. */
export interface DateWords {
  readonly months: MonthNames;
  readonly hijri: MonthNames;
  readonly jalali: MonthNames;
  readonly ethiopian: MonthNames;
  readonly eras: readonly { readonly names: readonly string[]; readonly before: number }[];
  readonly 'year-marks': Readonly<Record<'buddhist' | 'hijri' | 'jalali', readonly string[]>>;
  /** Words between the parts of a date: `3 de mayo de 2024`, `May 3rd, 2024`. */
  readonly links: readonly string[];
  readonly placeholders: readonly string[];
}

/** Months by language and name. */
export type MonthNames = Readonly<Record<Language, Readonly<Record<string, number>>>>;
