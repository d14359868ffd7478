import type { Agreement, AgreementDifference, QuestionAgreement } from '../model/agreement.ts';
import { UserError } from '../model/errors.ts';
import type { Verdict } from '../model/review.ts';
import { renderAgreement } from '../render/agreement.ts';
import { alphaOfTable, bootstrap, contingencyOf, intervalsOf, kappaOf } from '../score/agreement.ts';
import type { AgreementOptions } from './agreement-options.ts';
import { type AgreementSide, agreementSide, type SideEntry } from './agreement-sides.ts';
import { deliver } from './output.ts';
import type { Shell } from './shell.ts';

const verdicts: readonly Verdict[] = ['Yes', 'No', 'Unsure'];

type Pair = readonly [number, number];

/** All criteria of all categories are one line: each by itself was seldom looked at often enough. */
const criteriaLine = 'criteria';

/** Answers of one question that both sides gave, one list a review. */
type Groups = Map<string, (readonly Pair[])[]>;

const yearsOf = ({ entries }: AgreementSide): ReadonlySet<number> => new Set(entries.map(({ year }) => year));

/** Reviews of two different years are held against one another, where each side is of one alone. */
const keysOf = (a: AgreementSide, b: AgreementSide): ((entry: SideEntry) => string) => {
  const [first, second] = [[...yearsOf(a)], [...yearsOf(b)]];
  const isAcross = first.length === 1 && second.length === 1 && first[0] !== second[0];
  return ({ year, place, category }) => `${isAcross ? '' : `${year}/`}${place}/${category}`;
};

const lineOf = (on: string): string => (on.startsWith('criteria.') ? criteriaLine : on);

const measured = (id: string | null, groups: readonly (readonly Pair[])[]): QuestionAgreement => {
  const table = contingencyOf(groups.flat(), verdicts.length);
  const measures = [kappaOf, alphaOfTable];
  const intervals = intervalsOf(groups, verdicts.length, measures);
  const [kappa = null, alpha = null] = measures.map((measure, at) => {
    const value = measure(table);
    return value === null ? null : { value, interval: intervals[at] ?? null };
  });
  const count = (one: number, other: number): number => table[one]?.[other] ?? 0;
  const row = (one: number): Record<Verdict, number> => ({
    Yes: count(one, 0),
    No: count(one, 1),
    Unsure: count(one, 2),
  });
  return {
    id,
    n: table.flat().reduce((sum, cell) => sum + cell, 0),
    same: count(0, 0) + count(1, 1) + count(2, 2),
    kappa,
    alpha,
    table: { Yes: row(0), No: row(1), Unsure: row(2) },
  };
};

/** Puts the answers of one review that both sides speak of where they belong. */
const pairUp = (
  a: SideEntry,
  b: SideEntry,
  options: AgreementOptions,
  groups: Groups,
): readonly AgreementDifference[] => {
  const own = new Map<string, Pair[]>();
  const differences: AgreementDifference[] = [];
  for (const [on, first] of a.answers) {
    const second = b.answers.get(on);
    if (second === undefined) continue;
    const pair: Pair = [verdicts.indexOf(first.answer), verdicts.indexOf(second.answer)];
    if (options.unsure === 'missing' && pair.includes(verdicts.indexOf('Unsure'))) continue;
    const line = lineOf(on);
    own.set(line, [...(own.get(line) ?? []), pair]);
    const { year, place, category } = b;
    if (first.answer !== second.answer) differences.push({ year, place, category, question: on, a: first, b: second });
  }
  for (const [line, pairs] of own) groups.set(line, [...(groups.get(line) ?? []), pairs]);
  const questions = [...own].filter(([line]) => line !== criteriaLine).flatMap(([, pairs]) => pairs);
  if (questions.length > 0) groups.set('', [...(groups.get('') ?? []), questions]);
  return differences;
};

const agreementOf = (a: AgreementSide, b: AgreementSide, options: AgreementOptions): Agreement => {
  const keyOf = keysOf(a, b);
  const others = new Map(b.entries.map((entry) => [keyOf(entry), entry]));
  const groups: Groups = new Map();
  const differences: AgreementDifference[] = [];
  let both = 0;
  for (const entry of a.entries) {
    const other = others.get(keyOf(entry));
    if (other === undefined) continue;
    both += 1;
    differences.push(...pairUp(entry, other, options, groups));
  }
  const lines = [...groups.keys()].filter((line) => line !== '' && line !== criteriaLine);
  const shown = groups.has(criteriaLine) ? [...lines, criteriaLine] : lines;
  return {
    format: 'odi-agreement/1',
    a: a.name,
    b: b.name,
    reviews: { both, onlyA: a.entries.length - both, onlyB: b.entries.length - both },
    method: { unsure: options.unsure, interval: { by: 'bootstrap', ...bootstrap } },
    all: measured(null, groups.get('') ?? []),
    questions: shown.map((line) => measured(line, groups.get(line) ?? [])),
    differences,
  };
};

/** Runs `odi agreement`. */
export const runAgreement = async (a: string, b: string, options: AgreementOptions, shell: Shell): Promise<void> => {
  const found = agreementOf(agreementSide(a, options, shell), agreementSide(b, options, shell), options);
  if (found.questions.length === 0) {
    throw new UserError(
      `${a} and ${b} answer no question of the same place, category and year; they hold ${found.reviews.onlyA} and ${found.reviews.onlyB} reviews that the other has not.`,
    );
  }
  deliver(shell, await renderAgreement(found, options.format, shell.terminal), options.out);
};
