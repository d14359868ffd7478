import type { LicenceStatement } from '../model/licence.ts';
import type { CatalogueReading } from '../model/records.ts';
import type { Licences } from './recognise.ts';
import { statementsOfRecord } from './record.ts';
import { distinct, isSilent } from './statements.ts';

/**
 * What an answer of a catalogue says about licences. A record speaks of its dataset; a list of datasets speaks of them
 * together only where every one of them says the same.
 */
export const statementsOfReading = (
  licences: Licences,
  { datasets }: CatalogueReading,
): readonly LicenceStatement[] => {
  const each = datasets.map((record) => statementsOfRecord(licences, record));
  if (each.some((statements) => statements.every(({ verdict }) => isSilent(verdict)))) {
    return each.length === 1 ? (each[0] ?? []) : [];
  }
  const all = distinct(each.flat());
  const isOneVoice = new Set(all.map(({ verdict }) => verdict.open)).size === 1;
  return each.length === 1 || isOneVoice ? all : [];
};
