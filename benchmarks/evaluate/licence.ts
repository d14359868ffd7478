import { readFileSync } from 'node:fs';
import { openCriteria } from '../../src/criteria/load.ts';
import { inspectWords } from '../../src/inspect/index.ts';
import { openLicences, readLicenceData } from '../../src/licence/index.ts';
import { evaluateDocuments } from '../licence/corpus.ts';
import { evaluateDeeds } from '../licence/deeds.ts';
import { evaluateEntries } from '../licence/godi.ts';
import { evaluateSpeed } from '../licence/speed.ts';
import { scoreStatements } from '../licence/statement-sets.ts';
import { evaluateStatements } from '../licence/statements.ts';
import { evaluateTable } from '../licence/table.ts';
import type { Evaluation } from './evaluation.ts';

/** Sets of statements that were written without sight of the rules, and have been seen since. */
const sets = [1, 2, 3, 4, 5, 6].map((set) => `statements-${set}.jsonl`);
const folder = new URL('../licence/', import.meta.url);

/** Licences: the table against itself, the deeds of Creative Commons, published entries, recorded documents, statements in many languages, speed. */
export const licence: Evaluation = {
  id: 'licence',
  title: 'Licences',
  needs: ['godi/entries.csv', 'corpus/http/labels.jsonl'],
  run: async ({ shared }) => {
    const criteria = openCriteria();
    const data = readLicenceData(criteria);
    const licences = openLicences(data);
    const parts = [
      evaluateTable(licences, data),
      evaluateDeeds(licences, data),
      evaluateEntries(licences, shared),
      await evaluateDocuments(licences, inspectWords(criteria), shared),
      evaluateStatements(licences),
      ...sets.map((name) => scoreStatements(licences, readFileSync(new URL(name, folder), 'utf8'), name)),
      evaluateSpeed(licences),
    ];
    return {
      figures: parts.flatMap(({ figures }) => figures),
      report: parts.map(({ report }) => report).join('\n\n'),
    };
  },
};
