import { join } from 'node:path';
import { grouped, type Judged, judged, type Label, labelsOf, sets, share } from './criteria-labels.ts';
import { leftOut } from './criteria-left-out.ts';
import type { Bench, Evaluation, Figure } from './evaluation.ts';
import { inspectionOf } from './inspected.ts';
import { inTurn } from './program.ts';

const bars = { elections: { wrong: 0.03, unsure: 0.1 }, categories: { wrong: 0.05, unsure: 0.15 } } as const;

const count = (all: readonly Judged[], result: Judged['result']): number =>
  all.filter((one) => one.result === result).length;

const row = (name: string, all: readonly Judged[]): string =>
  `  ${name.padEnd(28)} ${String(count(all, 'right')).padStart(5)} right ${String(count(all, 'wrong')).padStart(4)} wrong ${String(count(all, 'unsure')).padStart(4)} unsure`;

const missLine = ({ label, finding, result }: Judged): string =>
  `  ${result === 'wrong' ? 'WRONG ' : 'unsure'} ${label.file}: ${finding.id} is ${finding.answer} (${finding.reason}), labelled ${label.criteria[finding.id]?.answer}: ${label.criteria[finding.id]?.why}`;

/** What the program answers; a file that it cannot inspect answers nothing, and counts as wrong. */
const answersOf = async ({ shared, odi }: Bench, set: string, label: Label): Promise<readonly Judged[]> => {
  const path = join(shared, 'corpus', set, label.file);
  const { shown, fault } = await inspectionOf(odi, [path, '--category', label.category]);
  if (shown !== null) return judged(label, shown.criteria ?? []);
  const lost = { answer: 'Unsure', reason: fault } as const;
  return Object.keys(label.criteria).map((id) => ({ label, finding: { id, ...lost }, result: 'wrong' }));
};

const decoysTaken = (all: readonly Judged[]): number =>
  all.filter(
    ({ label, finding }) => label.is_election_results === false && finding.id === 'results' && finding.answer === 'Yes',
  ).length;

const reportOf = (set: string, plain: readonly Judged[]): readonly string[] => {
  const by = ({ label, finding }: Judged): string => (set === 'elections' ? finding.id : label.category);
  return [
    `## ${set}`,
    '',
    'by category or criterion',
    ...grouped(plain, by).map(([name, all]) => row(name, all)),
    '',
    'by language',
    ...grouped(plain, ({ label }) => label.language).map(([name, all]) => row(name, all)),
    '',
    ...plain.filter(({ result }) => result !== 'right').map(missLine),
    '',
  ];
};

const figuresOf = (
  set: (typeof sets)[number],
  plain: readonly Judged[],
  { country, language }: Awaited<ReturnType<typeof leftOut>>,
): readonly Figure[] => {
  const { wrong, unsure } = bars[set];
  const slack = share(plain, 'wrong') + 0.05;
  const of = (name: string, all: readonly Judged[], result: Judged['result'], atMost?: number): Figure => ({
    name: `${set}: ${name}`,
    value: share(all, result),
    unit: 'share',
    better: 'less',
    ...(atMost === undefined ? {} : { atMost }),
  });
  return [
    of('wrong', plain, 'wrong', wrong),
    of('unsure where a person could tell', plain, 'unsure', unsure),
    // Few files of many subjects: most words are used by one country alone (docs/criteria-hard-cases.md).
    of('wrong, one country left out', country, 'wrong', set === 'elections' ? slack : undefined),
    of('unsure, one country left out', country, 'unsure'),
    of('wrong, one language left out', language, 'wrong', slack),
    of('unsure, one language left out', language, 'unsure'),
  ];
};

const isWanted = ({ file, category }: Label, only: Bench['only']): boolean =>
  only === undefined || only.some((word) => file.includes(word) || category === word);

/** The criteria of all categories against hand-labelled files, plain and with what single countries taught left out. */
export const criteriaEvaluation: Evaluation = {
  id: 'criteria',
  title: 'Criteria of the categories',
  needs: ['corpus/elections/labels.jsonl', 'corpus/categories/labels.jsonl'],
  run: async (bench) => {
    const figures: Figure[] = [];
    const report: string[] = [];
    for (const set of sets) {
      const labels = labelsOf(bench.shared, set).filter((label) => isWanted(label, bench.only));
      const plain = (await inTurn(labels, (label) => answersOf(bench, set, label))).flat();
      report.push(...reportOf(set, plain));
      if (bench.only !== undefined) continue;
      figures.push(...figuresOf(set, plain, await leftOut(bench.shared, set)));
      if (set === 'elections')
        figures.push({
          name: 'decoys taken for election results',
          value: decoysTaken(plain),
          unit: 'count',
          atMost: 0,
        });
    }
    return { figures, report: report.join('\n') };
  },
};
