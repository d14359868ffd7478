import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { finderOf } from '../../src/content/finder.ts';
import { conceptsFor } from '../../src/content/index.ts';
import { featuresOf } from '../../src/content/roles/features.ts';
import type { ModelFile } from '../../src/content/roles/model.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { inspect, inspectWords, sourceOfBytes } from '../../src/inspect/index.ts';
import type { Concepts } from '../../src/model/content.ts';
import type { Criteria } from '../../src/model/data.ts';
import { corpusExamples, type Lesson } from './corpus.ts';
import { drawFrom } from './draw.ts';
import { byThemselves, columnExamples, type Example, type Labelled, labelledIn, phraseExamples } from './examples.ts';
import { learn } from './learn.ts';
import { packed } from './pack.ts';

const category = 'election-results';
const seed = 7;
/** Weights that are kept; more of them gave no column another role. */
const keptWeights = 34_000;

interface Label {
  readonly file: string;
  readonly country: string;
  readonly language: string;
  readonly criteria: Readonly<Record<string, { readonly answer: string; readonly why: string }>>;
}

const labelsOf = (shared: string, set: string): readonly Label[] =>
  readFileSync(join(shared, 'corpus', set, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);

/** Reads the labelled files as far as they teach. */
export const lessonsIn = async (shared: string, criteria: Criteria): Promise<readonly Lesson[]> => {
  const words = inspectWords(criteria);
  const lessons: Lesson[] = [];
  for (const set of ['elections', 'categories']) {
    for (const { file, country, language, criteria: answers } of labelsOf(shared, set)) {
      const name = basename(file);
      const source = sourceOfBytes(readFileSync(join(shared, 'corpus', set, file)), { name });
      const met = Object.entries(answers).filter(([, { answer }]) => answer === 'Yes');
      lessons.push({
        file: { evidence: 'ev-1', name, inspection: await inspect(source, words) },
        isElection: set === 'elections',
        country,
        language,
        quotes: new Map(met.map(([id, { why }]) => [id, why])),
      });
    }
  }
  return lessons;
};

/** Everything the reader is taught with. */
export const examplesFrom = (
  lines: readonly Labelled[],
  lessons: readonly Lesson[],
  concepts: Concepts,
): {
  readonly columns: readonly Example[];
  readonly fields: readonly Example[];
  readonly phrases: readonly Example[];
} => {
  const find = finderOf(concepts);
  return {
    columns: columnExamples(lines, find),
    fields: lessons.flatMap((lesson) => corpusExamples(lesson, concepts)),
    phrases: phraseExamples(concepts, find, drawFrom(seed)),
  };
};

/** Trains on examples: the weights as `criteria/models` keeps them. */
export const trainedOn = ({ columns, fields, phrases }: ReturnType<typeof examplesFrom>): ReturnType<typeof packed> => {
  const all = [...fields, ...columns, ...byThemselves(columns), ...phrases];
  const roles = [...new Set(all.map(({ role }) => role))].sort();
  const taught = all.map(({ look, role, weight }) => ({
    features: featuresOf(look),
    role: roles.indexOf(role),
    weight,
  }));
  return packed(learn(roles, taught, drawFrom(seed)), keptWeights);
};

export const main = async (words: readonly string[], root: string): Promise<void> => {
  const { values } = parseArgs({
    args: [...words],
    options: { version: { type: 'string' }, made: { type: 'string' } },
  });
  const shared = process.env['ODI_SHARED'] ?? join(root, '..', 'shared');
  const criteria = openCriteria(join(root, 'criteria/'));
  const { lines, sha256 } = labelledIn(join(shared, 'reader', 'columns.jsonl'));
  const examples = examplesFrom(lines, await lessonsIn(shared, criteria), conceptsFor(criteria, category));
  const { columns, fields, phrases } = examples;
  const model: ModelFile = {
    version: Number(values.version ?? 1),
    made: values.made ?? new Date().toISOString().slice(0, 10),
    trainedOn: {
      columns: columns.length,
      fields: fields.length,
      countries: new Set([...columns, ...fields].map(({ country }) => country)).size,
      phrases: phrases.length / 2,
      sha256,
    },
    ...trainedOn(examples),
  };
  const path = join(root, 'criteria', 'models', `${category}.json`);
  const text = `${JSON.stringify(model, null, 1)}\n`;
  writeFileSync(path, text);
  process.stdout.write(
    `${path}: ${columns.length} columns, ${fields.length} fields, ${phrases.length} phrases; ${text.length} bytes\n`,
  );
};
