import { openCriteria } from '../../src/criteria/load.ts';
import type { FormatsVocabulary } from '../../src/inspect/index.ts';
import { openCellReader } from '../../src/inspect/table/cells.ts';
import type { DateWords } from '../../src/model/dates.ts';
import { monthFinder } from '../../src/time/months.ts';

const criteria = openCriteria();

/** The formats and words that ship with the program. */
export const formats = criteria.data<FormatsVocabulary>('vocabulary/formats');
export const dates = criteria.data<DateWords>('vocabulary/dates');

/** Reads cells by those words. */
export const cells = openCellReader(formats.values, monthFinder(dates, null));
