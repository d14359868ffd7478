import type { LicenceScope, LicenceStatement, LicenceVerdict } from '../model/licence.ts';
import type { DatasetRecord, DeclaredLicence } from '../model/records.ts';
import type { Licences } from './recognise.ts';
import { distinct, type FieldVerdict, isUnknown, ofFields, statement } from './statements.ts';

/** Fields about who may see the data; they say nothing of use, unless they name a licence. */
const isAboutAccess = (field: string): boolean => /access/i.test(field);

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

const judge = (licences: Licences, { field, value }: DeclaredLicence): readonly FieldVerdict[] =>
  unpack(value).flatMap((one) => {
    const verdict = licences.any(one);
    const isIrrelevant = isAboutAccess(field) && (isUnknown(verdict) || verdict.id === null);
    return isIrrelevant ? [] : [{ field, value: one, verdict }];
  });

const ofDeclared = (
  licences: Licences,
  scope: LicenceScope,
  declared: readonly DeclaredLicence[],
): readonly LicenceStatement[] =>
  ofFields(
    scope,
    declared.flatMap((each) => judge(licences, each)),
  );

/** Notes speak of many things: only what takes rights back, or names a licence, is a statement. */
const isTelling = (verdict: LicenceVerdict): boolean =>
  verdict.open === 'No' || verdict.id !== null || verdict.reason === 'conflict' || verdict.reason === 'further-terms';

const ofNotes = (licences: Licences, text: string): readonly LicenceStatement[] => {
  const verdict = licences.read(text)?.verdict;
  return verdict === undefined || !isTelling(verdict) || verdict.reason === 'rights-reserved'
    ? []
    : [statement('dataset', 'description', verdict.matched?.quote ?? '', verdict)];
};

const filesOf = (record: DatasetRecord, url: string | undefined): readonly DeclaredLicence[] => {
  const files = record.distributions.filter((each) => url === undefined || each.url === url);
  return files.flatMap(({ licence }) => licence);
};

/**
 * Everything a catalogue record says about licences. A file's own licence goes before the dataset's where the file is
 * named; else the licences of its files are the dataset's.
 */
export const statementsOfRecord = (
  licences: Licences,
  record: DatasetRecord,
  distributionUrl?: string,
): readonly LicenceStatement[] => {
  const files = filesOf(record, distributionUrl);
  const of = (scope: DeclaredLicence['scope']) => record.licence.filter((each) => each.scope === scope);
  return distinct([
    ...ofDeclared(licences, distributionUrl === undefined ? 'dataset' : 'file', files),
    ...ofDeclared(licences, 'dataset', [...of('dataset'), ...of('file')]),
    ...ofDeclared(licences, 'portal', of('portal')),
    ...ofNotes(licences, record.description),
  ]);
};
