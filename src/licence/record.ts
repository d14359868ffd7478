import type { LicenceScope, LicenceStatement, LicenceVerdict } from '../model/licence.ts';
import type { DatasetRecord, DeclaredLicence } from '../model/records.ts';
import { takesBack, verdictsOfField } from './fields.ts';
import type { Licences } from './recognise.ts';
import { distinct, type FieldVerdict, isDoubt, ofFields, statement } from './statements.ts';

type Declared = readonly DeclaredLicence[];

const verdictsOf = (licences: Licences, declared: Declared): readonly FieldVerdict[] =>
  declared.flatMap(({ field, value }) => verdictsOfField(licences, field, value));

const ofDeclared = (licences: Licences, scope: LicenceScope, declared: Declared): readonly LicenceStatement[] =>
  ofFields(scope, verdictsOf(licences, declared));

/** Fields other than those of the licence, in which a dataset is limited with all its files. */
const limitsAmong = (licences: Licences, declared: Declared): readonly FieldVerdict[] =>
  verdictsOf(
    licences,
    declared.filter(({ field }) => ['use', 'access'].includes(licences.fields.kindOf(field) ?? '')),
  ).filter(({ verdict }) => takesBack(verdict) || isDoubt(verdict));

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
  const ofDataset = [...of('dataset'), ...of('file'), ...rightsAmong(licences, record.fields)];
  const ofFiles = verdictsOf(licences, files);
  // Where licences stand at the files, as in DCAT, the limits stand at the dataset.
  const limits = ofFiles.length === 0 ? [] : limitsAmong(licences, ofDataset);
  return distinct([
    ...ofFields(distributionUrl === undefined ? 'dataset' : 'file', [...ofFiles, ...limits]),
    ...ofDeclared(licences, 'dataset', ofDataset),
    ...ofDeclared(licences, 'portal', of('portal')),
    ...ofNotes(licences, record.description),
  ]);
};
