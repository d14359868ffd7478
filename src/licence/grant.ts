import type { ExpressionMaker, Together } from './expressions.ts';
import type { Matcher } from './matcher.ts';
import type { SignalKind } from './signal-kinds.ts';
import type { Tongue } from './tongues.ts';

/** Longest clause that is put together to a grant; longer ones join what does not belong together. */
const longest = 400;

/** The clause without what it says in the words of a denial and means as freedom: «without restrictions». */
const without = (clause: string, freedoms: readonly Matcher[]): string =>
  freedoms.reduce((rest, freedom) => freedom.without(rest), clause);

/** The words of denial, and those that sound like denial and are freedom, of one language. */
export interface Denials extends Together {
  readonly not: Matcher;
  readonly permissionFree: Matcher;
}

/** Does the clause deny anything, in any of the languages that it may be in? */
export const denies = (
  clause: string,
  tongues: readonly Tongue[],
  denials: readonly Denials[],
  free: Matcher,
  among: ExpressionMaker['among'],
): boolean => {
  const freedoms = (spoken: readonly Tongue[], denied: readonly Denials[]): readonly Matcher[] => [
    free,
    ...spoken.map(({ anyPurpose }) => anyPurpose),
    ...denied.map(({ permissionFree }) => permissionFree),
  ];
  // Where one is left out, another may match that could not before.
  const isFreed = freedoms(among(clause, tongues), among(clause, denials)).some((freedom) => freedom.has(clause));
  const rest = isFreed ? without(clause, freedoms(tongues, denials)) : clause;
  return among(rest, denials).some(({ not }) => not.has(rest));
};

/**
 * What a clause grants that denies nothing, put together of the words for permission, use, passing on, change, and
 * purpose that it holds, in whatever order its language sets them.
 */
export const grantedBy = (clause: string, tongue: Tongue, free: Matcher): ReadonlySet<SignalKind> => {
  const kinds = new Set<SignalKind>();
  if (clause.length > longest) return kinds;
  const [use, change, isCommercial] = [tongue.use, tongue.change, tongue.commercial].map((words) => words.has(clause));
  // What may be sold may be passed on.
  const share = tongue.share.has(clause) || (change === true && isCommercial === true);
  if (!use && !share && !change) return kinds;
  // «Copy it, change it, sell it»: an invitation needs no word for permission.
  const isInvitation = share && change && isCommercial;
  if (!isInvitation && !tongue.may.has(clause) && !free.has(clause)) return kinds;
  if (tongue.anyPurpose.has(clause)) kinds.add('anyUse');
  if (share) kinds.add('copy');
  if (share && change) kinds.add('change');
  if ((use || share) && isCommercial) kinds.add('commercialToo');
  return kinds;
};
