import { join } from 'node:path';
import type { CriterionFinding } from '../../src/model/check.ts';
import { readLabels } from './recordings.ts';

type Answer = CriterionFinding['answer'];

/** A data file with the criteria that people found in it. */
export interface Label {
  readonly file: string;
  readonly category: string;
  readonly country: string;
  readonly language: string;
  readonly is_election_results?: boolean;
  readonly contest_named_in_file?: boolean | null;
  readonly criteria: Readonly<Record<string, { readonly answer: Answer; readonly why: string }>>;
  readonly also_acceptable: Readonly<Record<string, readonly Answer[]>>;
}

/** A criterion as the program answered it. */
export type Finding = Pick<CriterionFinding, 'id' | 'answer' | 'reason'>;

/** An answer beside its label. */
export interface Judged {
  readonly label: Label;
  readonly finding: Finding;
  readonly result: 'right' | 'wrong' | 'unsure';
}

export const sets = ['elections', 'categories'] as const;

export const labelsOf = (shared: string, set: string): readonly Label[] =>
  readLabels<Label>(join(shared, 'corpus', set, 'labels.jsonl'));

/** A file that does not name its contest leaves open which one it is, so the corpus takes Unsure as right, too. */
const isAcceptable = (label: Label, { id, answer }: Finding): boolean =>
  label.criteria[id]?.answer === answer ||
  (label.also_acceptable[id] ?? []).includes(answer) ||
  (id === 'results' && answer === 'Unsure' && label.contest_named_in_file === false);

/** Holds the findings of a file against its label; criteria that nobody labelled are left out. */
export const judged = (label: Label, findings: readonly Finding[]): readonly Judged[] =>
  findings
    .filter(({ id }) => label.criteria[id] !== undefined)
    .map((finding) => {
      const result = isAcceptable(label, finding) ? 'right' : finding.answer === 'Unsure' ? 'unsure' : 'wrong';
      return { label, finding, result };
    });

/** The share of one result, 0 to 1; 0 of nothing. */
export const share = (all: readonly Judged[], result: Judged['result']): number =>
  all.length === 0 ? 0 : all.filter((one) => one.result === result).length / all.length;

/** The items by key, sorted by it. */
export const grouped = <T>(
  list: readonly T[],
  key: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
};
