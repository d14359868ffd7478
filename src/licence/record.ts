import type { LicenceScope, LicenceStatement, LicenceVerdict } from '../model/licence.ts';
import type { DatasetRecord, DeclaredLicence } from '../model/records.ts';
import { verdictsOfField } from './fields.ts';
import type { Licences } from './recognise.ts';
import { distinct, ofFields, statement } from './statements.ts';

const ofDeclared = (
  licences: Licences,
  scope: LicenceScope,
  declared: readonly DeclaredLicence[],
): readonly LicenceStatement[] =>
  ofFields(
    scope,
    declared.flatMap(({ field, value }) => verdictsOfField(licences, field, value)),
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

/** Of the fields that a publisher named, those that speak of rights by their name. */
const rightsAmong = (licences: Licences, fields: DatasetRecord['fields']): readonly DeclaredLicence[] =>
  fields.filter(({ field }) => licences.fields.kindOf(field) !== null);

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
    ...ofDeclared(licences, 'dataset', [...of('dataset'), ...of('file'), ...rightsAmong(licences, record.fields)]),
    ...ofDeclared(licences, 'portal', of('portal')),
    ...ofNotes(licences, record.description),
  ]);
};
