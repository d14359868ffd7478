import type { Rule } from '../decision.ts';
import { unitsAcross } from './across.ts';
import { fieldGeneral, fieldUnknown, fieldUnnamed } from './fields.ts';
import { languageUnknown } from './language.ts';
import { readsAs } from './reads-as.ts';
import { rowsInText } from './rows-in-text.ts';
import { lettersGuessed, nestingUnread, notAllSeen, notUnderstood } from './unread.ts';
import { valuesOpen } from './values.ts';

/**
 * Why a criterion that nothing shows may be there all the same. Each is asked in turn before a No is given: it answers
 * Unsure with a reason of its own and names what is in doubt, or leaves it to the next.
 */
export type Doubt = Rule;

/** In this order: what was not read at all, what a field may well be, what a field could be for all that is known. */
export const doubts: readonly Doubt[] = [
  languageUnknown,
  notUnderstood,
  notAllSeen,
  lettersGuessed,
  nestingUnread,
  rowsInText,
  readsAs,
  valuesOpen,
  unitsAcross,
  fieldUnnamed,
  fieldGeneral,
  fieldUnknown,
];
