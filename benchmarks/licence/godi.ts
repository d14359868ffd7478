import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Licences } from '../../src/licence/index.ts';
import type { LicenceVerdict } from '../../src/model/licence.ts';
import { readCsv } from '../../src/reviews/csv.ts';
import type { Outcome } from '../evaluate/evaluation.ts';
import { Tally } from './tally.ts';

interface Entry {
  readonly name: string;
  readonly published: string;
  readonly address: string;
}

const entriesWithAddress = (file: string): readonly Entry[] => {
  const [header, ...rows] = [...readCsv(readFileSync(file, 'utf8'))];
  const at = (name: string): number => header?.cells.indexOf(name) ?? -1;
  return rows.flatMap(({ cells }) => {
    const cell = (name: string): string => cells[at(name)]?.trim() ?? '';
    const name = `${cell('place')}/${cell('dataset')}/${cell('year')}`;
    const isMeant = cell('exists') === 'Yes' && cell('licenseurl') !== '';
    return isMeant ? [{ name, published: cell('openlicense'), address: cell('licenseurl') }] : [];
  });
};

/** A licence on the lists of the Open Definition leaves no room for two opinions; the reviewers did not look it up. */
const ruling = ({ conformance }: LicenceVerdict): string =>
  conformance === 'approved' || conformance === 'not-approved' ? 'the address, by the Open Definition' : 'not settled';

/** Published entries against what their licence address alone decides. */
export const evaluateEntries = (licences: Licences, shared: string): Outcome => {
  const tally = new Tally();
  const disagreements: string[] = [];
  let unsettled = 0;
  let isKnown = 0;
  for (const { name, published, address } of entriesWithAddress(join(shared, 'godi', 'entries.csv'))) {
    const verdict = licences.ofUrl(address);
    tally.add(published, verdict.open);
    if (verdict.reason !== 'unknown-address') isKnown += 1;
    if (verdict.open === 'Unsure' || verdict.open === published) continue;
    const right = ruling(verdict);
    if (verdict.open === 'No' && right === 'not settled') unsettled += 1;
    disagreements.push(
      `  ${name}: published ${published}, here ${verdict.open} (${verdict.id}): ${address}; right is ${right}`,
    );
  }
  const decided = tally.answered('Yes') + tally.answered('No');
  return {
    figures: [
      { name: 'published entries: precision of Yes', value: tally.precisionOfYes(), unit: 'share', atLeast: 0.97 },
      { name: 'published entries: No against a Yes, not settled', value: unsettled, unit: 'count', atMost: 0 },
      { name: 'published entries: decided of the addresses known', value: decided / isKnown, unit: 'share' },
    ],
    report: `Published entries by licence address (rows published, columns here)\n${tally.table()}\n${disagreements.join('\n')}`,
  };
};
