import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ContentFile, conceptsFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { type FormatsVocabulary, inspect, sourceOfBytes } from '../../src/inspect/index.ts';
import type { CriterionFinding } from '../../src/model/check.ts';
import type { Concepts } from '../../src/model/content.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { forgetting, wordsUsedIn } from './criteria-words.ts';
import type { Evaluation, Figure } from './evaluation.ts';

type Answer = CriterionFinding['answer'];

interface Label {
  readonly file: string;
  readonly category: string;
  readonly country: string;
  readonly language: string;
  readonly is_election_results?: boolean;
  readonly contest_named_in_file?: boolean | null;
  readonly criteria: Readonly<Record<string, { readonly answer: Answer; readonly why: string }>>;
  readonly also_acceptable: Readonly<Record<string, readonly Answer[]>>;
}

interface Case {
  readonly label: Label;
  readonly file: ContentFile;
}

interface Judged {
  readonly label: Label;
  readonly finding: CriterionFinding;
  readonly result: 'right' | 'wrong' | 'unsure';
}

const sets = ['elections', 'categories'] as const;

const labelsOf = (shared: string, set: string): readonly Label[] =>
  readFileSync(join(shared, 'corpus', set, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);

const criteria = openCriteria();

const inspected = async (shared: string, set: string, label: Label): Promise<Inspection> => {
  const bytes = readFileSync(join(shared, 'corpus', set, label.file));
  return inspect(sourceOfBytes(bytes, { name: basename(label.file) }), {
    formats: criteria.data<FormatsVocabulary>('vocabulary/formats'),
  });
};

/** A file that does not name its contest leaves open which one it is, so the corpus takes Unsure as right, too. */
const isAcceptable = (label: Label, { id, answer }: CriterionFinding): boolean =>
  label.criteria[id]?.answer === answer ||
  (label.also_acceptable[id] ?? []).includes(answer) ||
  (id === 'results' && answer === 'Unsure' && label.contest_named_in_file === false);

const judgedBy = ({ label, file }: Case, concepts: Concepts): readonly Judged[] =>
  judgeContent({
    files: [file],
    category: criteria.category(label.category),
    edition: 'godi-2015',
    concepts,
    place: null,
    asOf: '2026-11-25',
    whole: true,
  })
    .findings.filter(({ id }) => label.criteria[id] !== undefined)
    .map((finding) => {
      const result = isAcceptable(label, finding) ? 'right' : finding.answer === 'Unsure' ? 'unsure' : 'wrong';
      return { label, finding, result };
    });

const share = (judged: readonly Judged[], result: Judged['result']): number =>
  judged.length === 0 ? 0 : judged.filter((one) => one.result === result).length / judged.length;

const count = (judged: readonly Judged[], result: Judged['result']): number =>
  judged.filter((one) => one.result === result).length;

const row = (name: string, judged: readonly Judged[]): string =>
  `  ${name.padEnd(28)} ${String(count(judged, 'right')).padStart(5)} right ${String(count(judged, 'wrong')).padStart(4)} wrong ${String(count(judged, 'unsure')).padStart(4)} unsure`;

const grouped = <T>(list: readonly T[], key: (item: T) => string): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
};

const missLine = ({ label, finding, result }: Judged): string =>
  `  ${result === 'wrong' ? 'WRONG ' : 'unsure'} ${label.file}: ${finding.id} is ${finding.answer} (${finding.reason}), labelled ${label.criteria[finding.id]?.answer}: ${label.criteria[finding.id]?.why}`;

/** Judges each group's files without what its files alone taught. */
const leaveOut = (
  cases: readonly Case[],
  key: (label: Label) => string,
  concepts: ReadonlyMap<string, Concepts>,
  used: ReadonlyMap<Case, ReadonlySet<string>>,
  language: (label: Label | undefined) => string | null,
): readonly Judged[] =>
  grouped(cases, ({ label }) => key(label)).flatMap(([, group]) => {
    const others = new Set(cases.filter((one) => !group.includes(one)).flatMap((one) => [...(used.get(one) ?? [])]));
    const own = new Set(group.flatMap((one) => [...(used.get(one) ?? [])]).filter((word) => !others.has(word)));
    return grouped(group, ({ label }) => label.category).flatMap(([category, same]) => {
      const known = forgetting(concepts.get(category) ?? { concepts: {} }, own, language(same[0]?.label));
      return same.flatMap((one) => judgedBy(one, known));
    });
  });

/** Leaving out the only country that speaks a language leaves out the language. */
const spokenOnlyIn = (cases: readonly Case[], { country, language }: Label): boolean =>
  !cases.some(
    ({ label }) => label.country !== country && label.language.startsWith(language.split(/[-+/]/)[0] ?? language),
  );

const bars = { elections: { wrong: 0.03, unsure: 0.1 }, categories: { wrong: 0.05, unsure: 0.15 } } as const;

const decoysTaken = (judged: readonly Judged[]): number =>
  judged.filter(
    ({ label, finding }) => label.is_election_results === false && finding.id === 'results' && finding.answer === 'Yes',
  ).length;

/** The criteria of all categories against hand-labelled files, plain and with what single countries taught left out. */
export const criteriaEvaluation: Evaluation = {
  id: 'criteria',
  title: 'Criteria of the categories',
  needs: ['corpus/elections/labels.jsonl', 'corpus/categories/labels.jsonl'],
  run: async (shared) => {
    const figures: Figure[] = [];
    const report: string[] = [];
    for (const set of sets) {
      const cases: Case[] = [];
      for (const label of labelsOf(shared, set)) {
        const file = {
          evidence: 'ev-1',
          name: basename(label.file),
          inspection: await inspected(shared, set, label),
        } as const;
        cases.push({ label, file });
      }
      const concepts = new Map(
        [...new Set(cases.map(({ label }) => label.category))].map((id) => [id, conceptsFor(criteria, id)]),
      );
      const plain = cases.flatMap((one) => judgedBy(one, concepts.get(one.label.category) ?? { concepts: {} }));
      const used = new Map(
        cases.map((one) => [one, wordsUsedIn(one.file, concepts.get(one.label.category) ?? { concepts: {} })]),
      );
      const country = leaveOut(
        cases,
        ({ country: id }) => id,
        concepts,
        used,
        (label) => (label !== undefined && spokenOnlyIn(cases, label) ? label.language : null),
      );
      const language = leaveOut(
        cases,
        ({ language: id }) => id,
        concepts,
        used,
        (label) => label?.language ?? null,
      );
      report.push(`## ${set}`, '', 'by category or criterion');
      const by = ({ label, finding }: Judged): string => (set === 'elections' ? finding.id : label.category);
      report.push(...grouped(plain, by).map(([name, judged]) => row(name, judged)), '', 'by language');
      report.push(...grouped(plain, ({ label }) => label.language).map(([name, judged]) => row(name, judged)), '');
      report.push(...plain.filter(({ result }) => result !== 'right').map(missLine), '');
      const { wrong, unsure } = bars[set];
      figures.push(
        { name: `${set}: wrong`, value: share(plain, 'wrong'), unit: 'share', atMost: wrong },
        {
          name: `${set}: unsure where a person could tell`,
          value: share(plain, 'unsure'),
          unit: 'share',
          atMost: unsure,
        },
        {
          name: `${set}: wrong, one country left out`,
          value: share(country, 'wrong'),
          unit: 'share',
          // Few files of many subjects: most words are used by one country alone (docs/criteria-hard-cases.md).
          ...(set === 'elections' ? { atMost: share(plain, 'wrong') + 0.05 } : {}),
        },
        { name: `${set}: unsure, one country left out`, value: share(country, 'unsure'), unit: 'share' },
        {
          name: `${set}: wrong, one language left out`,
          value: share(language, 'wrong'),
          unit: 'share',
          atMost: share(plain, 'wrong') + 0.05,
        },
        { name: `${set}: unsure, one language left out`, value: share(language, 'unsure'), unit: 'share' },
      );
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
