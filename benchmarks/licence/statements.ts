import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Licences } from '../../src/licence/index.ts';
import type { Outcome } from '../evaluate/evaluation.ts';
import { Tally } from './tally.ts';

interface Statements {
  readonly language: string;
  readonly statements: readonly (readonly [open: string, text: string])[];
}

/** Beside the folder that evaluations are bundled into. */
const file = new URL('../../fixtures/licence-statements.yaml', import.meta.url);

/** Closed, half-open and open statements in many languages. */
export const evaluateStatements = (licences: Licences): Outcome => {
  const languages = parse(readFileSync(file, 'utf8')) as readonly Statements[];
  const tally = new Tally();
  const misses: string[] = [];
  for (const { language, statements } of languages) {
    for (const [label, text] of statements) {
      const { open, reason } = licences.ofText(text, { language });
      tally.add(label, open);
      if (open !== label) misses.push(`  ${language}: ${label}, here ${open} (${reason}): ${text}`);
    }
  }
  return {
    figures: [
      { name: 'statements: languages', value: languages.length, unit: 'count', atLeast: 15 },
      { name: 'statements: precision of Yes', value: tally.precisionOfYes(), unit: 'share', atLeast: 1 },
      { name: 'statements: recall of Yes', value: tally.count('Yes', 'Yes') / tally.labelled('Yes'), unit: 'share' },
    ],
    report: `Statements in ${languages.length} languages (rows labelled, columns here)\n${tally.table()}\n${misses.join('\n')}`,
  };
};
