import type { LicenceVerdict } from '../model/licence.ts';
import type { Args } from '../model/sentence.ts';
import type { LicenceEntry } from './data.ts';
import { type LicenceReason, sayVerdict } from './reasons.ts';

/** `strict` counts only what opendefinition.org approved; `by-terms` also what its own terms plainly open. */
export type LicencePolicy = 'strict' | 'by-terms';

type Matched = LicenceVerdict['matched'];

const restrictionOf: Readonly<Record<string, LicenceReason>> = {
  nc: 'non-commercial',
  nd: 'no-derivatives',
  fee: 'fee',
  closed: 'rights-reserved',
  'computational-use-only': 'purpose-bound',
};

const isClosed = (entry: LicenceEntry): boolean => entry.openByTerms === false || entry.conformance === 'rejected';

const whyClosed = ({ conditions = [] }: LicenceEntry): LicenceReason => {
  const condition = ['nc', 'nd', 'fee', 'closed', 'computational-use-only'].find((name) => conditions.includes(name));
  return (condition && restrictionOf[condition]) || 'rejected';
};

const decide = (entry: LicenceEntry, policy: LicencePolicy): readonly [LicenceVerdict['open'], LicenceReason] => {
  if (isClosed(entry)) return ['No', whyClosed(entry)];
  if (entry.conformance === 'approved') return ['Yes', 'approved'];
  if (entry.openByTerms === true) return policy === 'by-terms' ? ['Yes', 'open-by-terms'] : ['Unsure', 'not-approved'];
  return ['Unsure', entry.generic === true && (entry.conditions ?? []).length === 0 ? 'no-licence-named' : 'unclear'];
};

/** What a known licence comes to. */
export const verdictOf = (entry: LicenceEntry, policy: LicencePolicy, matched: Matched): LicenceVerdict => {
  const [open, reason] = decide(entry, policy);
  const { title, doubt, status, successor } = entry;
  const args = {
    title,
    ...(doubt === undefined ? {} : { doubt }),
    ...(status === undefined ? {} : { status }),
    ...(successor === undefined ? {} : { successor }),
  };
  return {
    id: entry.generic === true ? null : (entry.sameAs ?? entry.id),
    title: entry.title,
    open,
    conformance: entry.conformance === 'rejected' ? 'not-approved' : entry.conformance,
    reason,
    says: sayVerdict({ reason, args }),
    args,
    matched,
    conditions: entry.conditions ?? [],
  };
};

const openOf: Partial<Readonly<Record<LicenceReason, LicenceVerdict['open']>>> = {
  'open-by-terms': 'Yes',
  'public-domain': 'Yes',
  'non-commercial': 'No',
  'no-derivatives': 'No',
  'permission-needed': 'No',
  'purpose-bound': 'No',
  fee: 'No',
  'rights-reserved': 'No',
};

/** The conditions that a reason of its own amounts to, in the words of the table. */
const conditionsOf: Partial<Readonly<Record<LicenceReason, readonly string[]>>> = {
  'public-domain': ['pd'],
  'non-commercial': ['nc'],
  'no-derivatives': ['nd'],
  fee: ['fee'],
  'rights-reserved': ['closed'],
};

/** What words come to that name no known licence; `args` are the values of their sentence. */
export const unnamedVerdict = (
  reason: LicenceReason,
  policy: LicencePolicy,
  matched: Matched,
  args: Args = {},
): LicenceVerdict => {
  const open = openOf[reason] ?? 'Unsure';
  const isTooLittle = open === 'Yes' && policy === 'strict';
  const given: LicenceReason = isTooLittle ? 'not-approved' : reason;
  return {
    id: null,
    title: '',
    open: isTooLittle ? 'Unsure' : open,
    conformance: 'unknown',
    reason: given,
    says: sayVerdict({ reason: given, args }),
    args,
    matched,
    conditions: conditionsOf[reason] ?? [],
  };
};
