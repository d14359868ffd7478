import type { Sign } from '../model/observation.ts';
import type { ReplyKind } from '../model/reply-kinds.ts';
import { kinds } from './kinds/index.ts';
import type { View } from './seen.ts';

export { isDrawnInto, isSameAnswer, type PageAt, speaksOfAbsence } from './alike.ts';
export { datesOf } from './dates.ts';
export { promisesData } from './offers.ts';
export { type ReplyInput, type View, viewOf } from './seen.ts';
export { signsOf } from './signs.ts';
export { unpublishedIn } from './unpublished.ts';
export type { PageWords } from './words.ts';

/**
 * What a reply is for the question of access, and the signs it was told by. Kinds are asked in a fixed order, each by
 * several structural signs at once; what is nothing else is a page.
 */
export const kindOf = (view: View): { readonly kind: ReplyKind; readonly signs: readonly Sign[] } => {
  for (const { kind, signsOf } of kinds) {
    const signs = signsOf(view);
    if (signs.length > 0) return { kind, signs };
  }
  return { kind: 'page', signs: [] };
};
