import type { Inspection } from '../model/inspection.ts';
import type { LicenceStatement } from '../model/licence.ts';
import type { Observation } from '../model/observation.ts';
import type { CatalogueReading, DatasetRecord } from '../model/records.ts';
import { statementsOfReading } from './catalogue.ts';
import { statementsOfInspection } from './document.ts';
import { statementsOfPage } from './page.ts';
import type { Licences } from './recognise.ts';
import { statementsOfRecord } from './record.ts';
import { distinct } from './statements.ts';

/** What was seen at one address, as far as licences are concerned. */
export interface LicenceLook {
  readonly url: string;
  readonly role: Observation['role'];
  readonly inspection: Inspection;
  readonly reading: CatalogueReading | null;
  /** The catalogue record that named the address. */
  readonly record: DatasetRecord | null;
}

/** Pages of terms speak of the portal; what they say of a file is said of all. */
const asTerms = (one: LicenceStatement): LicenceStatement => (one.scope === 'file' ? { ...one, scope: 'portal' } : one);

const ofContent = (licences: Licences, { role, inspection, reading }: LicenceLook): readonly LicenceStatement[] => {
  const ofReading = reading === null ? [] : statementsOfReading(licences, reading);
  if (inspection.page === null && reading !== null && reading.datasets.length > 0) return ofReading;
  const isTerms = role === 'licence' || role === 'documentation';
  if (inspection.page !== null) {
    const { page, language } = inspection;
    // What a page tells search engines of its dataset is not all that it says.
    return [...ofReading, ...statementsOfPage(licences, page, { main: isTerms ? 'portal' : 'dataset', language })];
  }
  const statements = statementsOfInspection(licences, inspection, { isTerms });
  return isTerms ? statements.map(asTerms) : statements;
};

/**
 * Every statement about licences at one address: what its content says, and what the catalogue record that named it
 * says of it.
 */
export const statementsOf = (licences: Licences, look: LicenceLook): readonly LicenceStatement[] =>
  distinct([
    ...ofContent(licences, look),
    ...(look.record === null ? [] : statementsOfRecord(licences, look.record, look.url)),
  ]);
