import type { LicenceScope, LicenceStatement, LicenceVerdict } from '../model/licence.ts';
import { quoteOf } from './passages.ts';

/** One value of a field that speaks of a licence, with what it comes to. */
export interface FieldVerdict {
  readonly field: string;
  readonly value: string;
  readonly verdict: LicenceVerdict;
}

/** Did recognition find nothing to hold on to? */
export const isUnknown = ({ reason }: LicenceVerdict): boolean =>
  reason === 'unknown-name' || reason === 'unknown-address';

/** Does it say only that nothing is said, or who may see the data? Then a wider statement may speak in its place. */
export const isSilent = (verdict: LicenceVerdict): boolean =>
  isUnknown(verdict) || verdict.reason === 'no-licence-named' || verdict.reason === 'access-limited';

/** Does it take nothing back but leave an open licence in doubt, beside which it stands? */
export const isDoubt = ({ reason }: LicenceVerdict): boolean =>
  reason === 'access-limited' || reason === 'conditions-unknown';

export const statement = (
  scope: LicenceScope,
  where: string,
  quote: string,
  verdict: LicenceVerdict,
): LicenceStatement => ({ scope, where, quote: quoteOf(quote), verdict });

/** How well a verdict is founded: a known licence before terms without a name, a version before none. */
const weight = ({ id, open }: LicenceVerdict): number =>
  (open === 'Unsure' ? 0 : 4) + (id === null ? 0 : 2) + (id !== null && /\d/.test(id) ? 1 : 0);

const heaviest = <T extends { readonly verdict: LicenceVerdict }>(all: readonly T[]): T | undefined =>
  all.reduce<T | undefined>(
    (best, next) => (best === undefined || weight(next.verdict) > weight(best.verdict) ? next : best),
    undefined,
  );

/**
 * The statements of fields that describe one licence: identifier, title and address of the same. Where they agree,
 * or only one of them is understood, they are one statement; where they contradict each other, each is its own.
 */
export const ofFields = (scope: LicenceScope, fields: readonly FieldVerdict[]): readonly LicenceStatement[] => {
  const put = ({ field, value, verdict }: FieldVerdict) => statement(scope, field, value, verdict);
  const yes = heaviest(fields.filter(({ verdict }) => verdict.open === 'Yes'));
  const no = heaviest(fields.filter(({ verdict }) => verdict.open === 'No'));
  const conflict = fields.find(({ verdict }) => verdict.reason === 'conflict' || verdict.reason === 'several');
  const doubt = fields.find(({ verdict }) => isDoubt(verdict));
  const unsure = heaviest(fields.filter(({ verdict }) => !isSilent(verdict))) ?? fields[0];
  const told = [yes, no, conflict, doubt].filter((one) => one !== undefined);
  if (told.length > 0) return told.map(put);
  return unsure === undefined ? [] : [put(unsure)];
};

/** Each statement once: the same licence or reason in the same scope is told where it was first read. */
export const distinct = (statements: readonly LicenceStatement[]): readonly LicenceStatement[] => {
  const seen = new Set<string>();
  return statements.filter(({ scope, verdict }) => {
    const key = `${scope} ${verdict.id ?? verdict.title} ${verdict.reason}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
