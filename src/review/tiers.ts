import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import { type Tier, tierKinds } from '../model/contest.ts';

/** Is a word a kind of units? */
export const isTierKind = (kind: string): kind is Tier['kind'] => tierKinds.some((known) => known === kind);

/** Units of one kind, those of several tiers apart: `290 and 47 single-member districts`. */
const ofKind = (kind: Tier['kind'], numbers: readonly number[], messages: Messages): { readonly said: string } =>
  messages.words(`notes.tiers.${kind}`, {
    count: numbers.reduce((sum, units) => sum + units, 0),
    numbers,
  });

/** The units of some tiers: `92 districts and one nationwide list`. */
export const tiersInWords = (tiers: readonly Pick<Tier, 'kind' | 'units'>[], messages: Messages = english): string => {
  const kinds = [...new Set(tiers.map(({ kind }) => kind))];
  return messages.listed(
    kinds.map((kind) =>
      ofKind(
        kind,
        tiers.filter((tier) => tier.kind === kind).map(({ units }) => units),
        messages,
      ),
    ),
  );
};
