import type { GoverningLicence } from '../model/check.ts';
import type { LicenceScope, LicenceStatement } from '../model/licence.ts';
import type { EvidenceId } from '../model/observation.ts';
import type { Sentence } from '../model/sentence.ts';
import { sayGoverning } from './reasons.ts';
import { isDoubt, isSilent } from './statements.ts';

/** From what speaks of the file itself to what only stands below the page. */
const order: readonly LicenceScope[] = ['file', 'dataset', 'portal', 'site', 'footer'];

type Placed = LicenceStatement & { readonly evidence: EvidenceId };

const quoteOf = ({ where, quote: text }: Placed): Sentence => ({ reason: 'quoted', args: { quote: text, where } });

/**
 * The statements that speak, of the narrowest scope in which any does, and what is said beside them or more narrowly
 * of who may have the data.
 */
const narrowest = (statements: readonly Placed[]): readonly Placed[] => {
  const telling = statements.filter(({ verdict }) => !isSilent(verdict));
  const scope = order.find((each) => telling.some((one) => one.scope === each));
  if (scope === undefined) return [];
  const reaches = (one: Placed): boolean => order.indexOf(one.scope) <= order.indexOf(scope);
  const doubts = statements.filter((one) => isSilent(one.verdict) && isDoubt(one.verdict) && reaches(one));
  return [...telling.filter((one) => one.scope === scope), ...doubts];
};

/** Where no statement speaks: a mention that says nothing is quoted. */
const silence = (looked: readonly EvidenceId[], unreached: readonly EvidenceId[], silent: readonly Placed[]) => {
  const [first] = [...silent.filter(({ verdict }) => isDoubt(verdict)), ...silent];
  const mention = first === undefined ? {} : { mention: quoteOf(first) };
  return unreached.length > 0 || looked.length === 0
    ? ({ open: 'Unsure', reason: 'not-reached', args: mention } as const)
    : ({ open: 'No', reason: 'no-statement', args: { places: looked.length, ...mention } } as const);
};

/** Does a statement speak against others, rather than say too little? */
const isFirm = ({ verdict }: Placed): boolean =>
  verdict.open !== 'Unsure' || ['conflict', 'several', 'further-terms'].includes(verdict.reason);

const conflictOf = (one: Placed, other: Placed) =>
  ({ open: 'Unsure', reason: 'conflict', args: { one: quoteOf(one), other: quoteOf(other) } }) as const;

/**
 * What the governing statements come to together. One that says too little yields to one that decides; a doubt stands
 * against an open licence alone.
 */
const weigh = (governing: readonly [Placed, ...Placed[]]) => {
  const doubt = governing.find(({ verdict }) => isDoubt(verdict));
  const others = governing.filter(({ verdict }) => !isDoubt(verdict));
  const firm = others.filter(isFirm);
  const first = firm[0] ?? doubt ?? others[0] ?? governing[0];
  const other = firm.find(({ verdict }) => verdict.open !== first.verdict.open);
  if (firm.length > 0 && other !== undefined) return conflictOf(first, other);
  if (first.verdict.open === 'Yes' && doubt !== undefined) return conflictOf(first, doubt);
  const { open, reason, args } = first.verdict;
  return { open, reason, args: { ...args, scope: first.scope } };
};

/**
 * Which statement governs. What is said of this file goes before what is said of the dataset, that before the portal,
 * the portal before the site, and a footer comes last. Statements of equal reach that contradict each other leave it
 * open, and both are quoted.
 *
 * @param looked evidence of the places that were looked at
 * @param unreached evidence of those that could not be
 */
export const governing = (
  statements: readonly Placed[],
  looked: readonly EvidenceId[],
  unreached: readonly EvidenceId[],
): GoverningLicence => {
  const chosen = narrowest(statements);
  const [first, ...others] = chosen;
  const outcome = first === undefined ? silence(looked, unreached, statements) : weigh([first, ...others]);
  return {
    ...outcome,
    says: sayGoverning(outcome),
    statements: statements.map((one) => ({ ...one, governs: chosen.includes(one) })),
    looked,
    unreached,
  };
};
