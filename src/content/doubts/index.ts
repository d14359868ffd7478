import { unitsAcross } from './across.ts';
import type { Doubt } from './doubt.ts';
import { fieldGeneral, fieldPartlyUnknown, fieldUnknown, fieldUnnamed } from './fields.ts';
import { keyUnknown } from './keys.ts';
import { languageUnknown } from './language.ts';
import { namedElsewhere } from './named-elsewhere.ts';
import { readsAs } from './reads-as.ts';
import { rowsInText } from './rows-in-text.ts';
import { settled, shapesUnread } from './settled.ts';
import { isUnderstood, lettersGuessed, nestingUnread, notAllSeen, notUnderstood, tablesMixed } from './unread.ts';
import { valuesOpen } from './values.ts';

/** In this order: what no doubt could change, what was not read at all, what a field may well be, what a field could be for all that is known. */
export const doubts: readonly Doubt[] = [
  settled,
  languageUnknown,
  notUnderstood,
  notAllSeen,
  lettersGuessed,
  nestingUnread,
  tablesMixed,
  shapesUnread,
  namedElsewhere,
  rowsInText,
  readsAs,
  valuesOpen,
  unitsAcross,
  fieldUnnamed,
  fieldGeneral,
  fieldUnknown,
  fieldPartlyUnknown,
  keyUnknown,
];

/** What was not read, or not as it was written: whoever says that something is not there, it may stand in that. */
export const unread: readonly Doubt[] = [
  notUnderstood,
  notAllSeen,
  lettersGuessed,
  nestingUnread,
  tablesMixed,
  namedElsewhere,
];

export { isUnderstood };
