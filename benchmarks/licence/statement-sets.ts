import type { Licences } from '../../src/licence/index.ts';
import type { LicenceVerdict } from '../../src/model/licence.ts';
import type { Outcome } from '../evaluate/evaluation.ts';
import { Tally } from './tally.ts';

/** One statement of a set, with what a careful reader would say of data under it. */
export interface LabelledStatement {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly surface: string;
  readonly expected: LicenceVerdict['open'];
  /** Answers that are right besides. */
  readonly also?: readonly LicenceVerdict['open'][];
  readonly kind: string;
  readonly why: string;
}

/** The statements of a file, one JSON object a line. */
export const readStatements = (text: string): readonly LabelledStatement[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledStatement);

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** One line a group: how many there are, how many came out as labelled, and how many a false Yes or a lost one. */
const byGroup = (tallies: ReadonlyMap<string, Tally>): string =>
  [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, tally]) => {
      const all = tally.labelled('Yes') + tally.labelled('No') + tally.labelled('Unsure');
      const right = tally.count('Yes', 'Yes') + tally.count('No', 'No') + tally.count('Unsure', 'Unsure');
      const falseYes = tally.answered('Yes') - tally.count('Yes', 'Yes');
      const lostYes = tally.labelled('Yes') - tally.count('Yes', 'Yes');
      return `  ${name.padEnd(32)} ${right} of ${all} as labelled; false Yes ${falseYes}, lost Yes ${lostYes}`;
    })
    .join('\n');

/** What a set of statements comes to: precision and recall of Yes, and each kind and language by itself. */
export const scoreStatements = (licences: Licences, text: string, name: string): Outcome => {
  const statements = readStatements(text);
  const whole = new Tally();
  const groups = { kind: new Map<string, Tally>(), language: new Map<string, Tally>() };
  const misses: string[] = [];
  for (const statement of statements) {
    const { open, reason } = licences.any(statement.text);
    const label = statement.also?.includes(open) === true ? open : statement.expected;
    whole.add(label, open);
    for (const by of ['kind', 'language'] as const) {
      const tally = groups[by].get(statement[by]) ?? new Tally();
      tally.add(label, open);
      groups[by].set(statement[by], tally);
    }
    if (open !== label)
      misses.push(
        `  ${statement.id} ${statement.language} ${statement.kind}: ${statement.expected}, here ${open} (${reason})`,
      );
  }
  const recall = whole.count('Yes', 'Yes') / whole.labelled('Yes');
  const wrong = whole.count('Yes', 'No') + whole.count('No', 'Yes');
  return {
    figures: [
      { name: `${name}: precision of Yes`, value: whole.precisionOfYes(), unit: 'share', atLeast: 0.995 },
      { name: `${name}: recall of Yes`, value: recall, unit: 'share', atLeast: 0.9 },
      { name: `${name}: Yes for No or No for Yes`, value: wrong, unit: 'count' },
    ],
    report: [
      `${name}: ${statements.length} statements in ${groups.language.size} languages (rows labelled, columns here)`,
      whole.table(),
      `  precision of Yes ${share(whole.count('Yes', 'Yes'), whole.answered('Yes'))}, recall of Yes ${share(whole.count('Yes', 'Yes'), whole.labelled('Yes'))}`,
      byGroup(groups.kind),
      byGroup(groups.language),
      ...misses,
    ].join('\n'),
  };
};
