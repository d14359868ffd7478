import { openCriteria } from '../../src/criteria/load.ts';
import type { FormatsVocabulary } from '../../src/inspect/index.ts';
import { openCellReader } from '../../src/inspect/table/cells.ts';

/** The formats and words that ship with the program. */
export const formats = openCriteria().data<FormatsVocabulary>('vocabulary/formats');

/** Reads cells by those words. */
export const cells = openCellReader(formats.values);
