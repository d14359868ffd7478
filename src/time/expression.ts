import type { Day } from '../model/basics.ts';
import type { DateWords } from '../model/dates.ts';
import type { MonthFinder } from './months.ts';

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
  readonly monthOf: MonthFinder;
}
