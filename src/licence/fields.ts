import type { LicenceVerdict } from '../model/licence.ts';
import type { Licences } from './recognise.ts';
import type { RightsKind, RightsMeaning } from './rights-fields.ts';
import { type FieldVerdict, isSilent, isUnknown } from './statements.ts';

/** Lists that catalogues write into one field as JSON: `["Conditions Apply"]`. */
const unpack = (value: string): readonly string[] => {
  if (!value.startsWith('[')) return [value];
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [value];
  } catch {
    return [value]; // a bracket that opens no list
  }
};

/** Does it forbid something, or leave what is granted in doubt? */
export const takesBack = ({ open, reason }: LicenceVerdict): boolean =>
  open === 'No' || reason === 'conflict' || reason === 'further-terms' || reason === 'name-not-whole';

/** Whether a field of a kind is one that can say what was read of it: who may see the data is no licence. */
const canSay = (kind: RightsKind, verdict: LicenceVerdict): boolean => {
  if (kind === 'access') return takesBack(verdict) || (verdict.id !== null && !isUnknown(verdict));
  return kind !== 'credit' || takesBack(verdict);
};

/** What a code means in a field of this kind; a licence that is «none» is a licence that is not given. */
const codeIn = (licences: Licences, kind: RightsKind, field: string, value: string): RightsMeaning | null => {
  const means = licences.fields.codeOf(field, value);
  return means === 'nothing' && kind === 'licence' ? null : means;
};

/** Longest value in which a phrase about access speaks of the data; in whole terms it may speak of anything. */
const longestRemark = 300;

/**
 * What a phrase inside of a value says: who gets what is granted there, and, where nothing else was read of the value,
 * that conditions apply.
 */
const remarkIn = (licences: Licences, value: string, read: LicenceVerdict | null): LicenceVerdict | null => {
  const reason = value.length > longestRemark ? null : licences.fields.phraseOf(value);
  if (reason === null || (read !== null && takesBack(read))) return null;
  const isUnread = read === null || isSilent(read);
  return isUnread || reason === 'access-limited' ? licences.ofReason(reason, value) : null;
};

const judge = (licences: Licences, kind: RightsKind, field: string, value: string): readonly LicenceVerdict[] => {
  const code = codeIn(licences, kind, field, value);
  if (code === 'nothing') return [];
  if (code !== null) return [licences.ofReason(code, value)];
  const verdict = licences.any(value);
  const read = canSay(kind, verdict) ? verdict : null;
  const remark = kind === 'credit' ? null : remarkIn(licences, value, read);
  const isNamed = read !== null && (read.id !== null || takesBack(read));
  return [isNamed || remark === null ? read : null, remark].filter((one) => one !== null);
};

/**
 * What a field of a record comes to, one verdict for each value that it holds; none where it says nothing of rights.
 *
 * @param otherwise the kind of a field whose name tells none
 */
export const verdictsOfField = (
  licences: Licences,
  field: string,
  value: string,
  otherwise: RightsKind = 'licence',
): readonly FieldVerdict[] => {
  const kind = licences.fields.kindOf(field) ?? otherwise;
  return unpack(value).flatMap((one) =>
    judge(licences, kind, field, one.trim()).map((verdict) => ({ field, value: one, verdict })),
  );
};
