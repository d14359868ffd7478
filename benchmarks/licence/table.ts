import type { LicenceData, LicenceEntry } from '../../src/licence/data.ts';
import type { Licences } from '../../src/licence/index.ts';
import type { LicenceVerdict } from '../../src/model/licence.ts';
import { samplesOf } from '../../test/licence/address-samples.ts';
import type { Outcome } from '../evaluate/evaluation.ts';

const isOf = (entry: LicenceEntry, verdict: LicenceVerdict): boolean =>
  entry.generic === true ? verdict.title === entry.title : verdict.id === (entry.sameAs ?? entry.id);

/** Is every licence of the table recognised from each of its addresses, identifiers and names, and as no other? */
export const evaluateTable = (licences: Licences, { table }: LicenceData): Outcome => {
  const misses: string[] = [];
  let asked = 0;
  const expect = (entry: LicenceEntry, given: string, verdict: LicenceVerdict): void => {
    asked += 1;
    if (!isOf(entry, verdict)) misses.push(`  ${entry.id}: ${given} is taken for ${verdict.id ?? verdict.title}`);
  };
  for (const entry of table) {
    for (const name of [entry.title, ...(entry.names ?? [])]) expect(entry, name, licences.ofTitle(name));
    for (const id of [entry.id, ...(entry.ids ?? [])]) expect(entry, id, licences.ofId(id));
    for (const sample of (entry.addresses ?? []).flatMap(samplesOf))
      expect(entry, sample, licences.ofUrl(`https://${sample}`));
  }
  return {
    figures: [{ name: `table: not recognised, of ${asked}`, value: misses.length, unit: 'count', atMost: 0 }],
    report: [`Table: ${table.length} licences, ${asked} names, identifiers and addresses`, ...misses].join('\n'),
  };
};
