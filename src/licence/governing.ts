import type { GoverningLicence } from '../model/check.ts';
import type { LicenceScope, LicenceStatement } from '../model/licence.ts';
import type { EvidenceId } from '../model/observation.ts';
import { isSilent } from './statements.ts';

/** From what speaks of the file itself to what only stands below the page. */
const order: readonly LicenceScope[] = ['file', 'dataset', 'portal', 'site', 'footer'];

const scopeNames: Readonly<Record<LicenceScope, string>> = {
  file: 'this file',
  dataset: 'this dataset',
  portal: 'the portal',
  site: 'the web site',
  footer: 'the page, in its footer',
};

type Placed = LicenceStatement & { readonly evidence: EvidenceId };

/** The statements that speak, of the narrowest scope in which any does. */
const narrowest = (statements: readonly Placed[]): readonly Placed[] => {
  const telling = statements.filter(({ verdict }) => !isSilent(verdict));
  const scope = order.find((each) => telling.some((one) => one.scope === each));
  return telling.filter((one) => one.scope === scope);
};

const quoted = ({ where, quote }: Placed): string => `«${quote}» (${where})`;

/** Nothing was said: that is a No where the usual places were looked at, for no visible licence is not open. */
const silence = (looked: readonly EvidenceId[], unreached: readonly EvidenceId[], silent: readonly Placed[]) => {
  const places = looked.length === 1 ? 'one place' : `${looked.length} places`;
  const seen = silent[0] === undefined ? '' : ` The only mention is ${quoted(silent[0])}.`;
  if (unreached.length > 0 || looked.length === 0)
    return {
      open: 'Unsure',
      reason: 'not-reached',
      says: `No statement about a licence was found, and not every place where one would stand could be reached.${seen}`,
    } as const;
  return {
    open: 'No',
    reason: 'no-statement',
    says: `No statement about a licence was found in ${places} where one would stand; without a visible licence data is not open.${seen}`,
  } as const;
};

/** Does a statement speak against others, rather than say too little? */
const isFirm = ({ verdict }: Placed): boolean =>
  verdict.open !== 'Unsure' || ['conflict', 'several', 'further-terms'].includes(verdict.reason);

/** What the governing statements come to together. One that says too little yields to one that decides. */
const weigh = (governing: readonly [Placed, ...Placed[]]) => {
  const firm = governing.filter(isFirm);
  const first = firm[0] ?? governing[0];
  const other = firm.find(({ verdict }) => verdict.open !== first.verdict.open);
  if (other === undefined) {
    const says = `${first.verdict.says} This is said of ${scopeNames[first.scope]}.`;
    return { open: first.verdict.open, reason: first.verdict.reason, says };
  }
  return {
    open: 'Unsure',
    reason: 'conflict',
    says: `Statements of equal reach contradict each other: ${quoted(first)} and ${quoted(other)}.`,
  } as const;
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
    statements: statements.map((one) => ({ ...one, governs: chosen.includes(one) })),
    looked,
    unreached,
  };
};
