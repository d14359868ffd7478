import { openCriteria } from '../../src/criteria/load.ts';
import type { FormatsVocabulary } from '../../src/inspect/index.ts';
import { openLicences, readLicenceData } from '../../src/licence/index.ts';
import { evaluateDocuments } from '../licence/corpus.ts';
import { evaluateDeeds } from '../licence/deeds.ts';
import { evaluateEntries } from '../licence/godi.ts';
import { evaluateSpeed } from '../licence/speed.ts';
import { evaluateStatements } from '../licence/statements.ts';
import { evaluateTable } from '../licence/table.ts';
import type { Evaluation } from './evaluation.ts';

/** Licences: the table against itself, the deeds of Creative Commons, published entries, recorded documents, statements in many languages, speed. */
export const licence: Evaluation = {
  id: 'licence',
  title: 'Licences',
  needs: ['godi/entries.csv', 'corpus/http/labels.jsonl'],
  run: async ({ shared }) => {
    const criteria = openCriteria();
    const data = readLicenceData(criteria);
    const licences = openLicences(data);
    const formats = criteria.data<FormatsVocabulary>('vocabulary/formats');
    const parts = [
      evaluateTable(licences, data),
      evaluateDeeds(licences, data),
      evaluateEntries(licences, shared),
      await evaluateDocuments(licences, formats, shared),
      evaluateStatements(licences),
      evaluateSpeed(licences),
    ];
    return {
      figures: parts.flatMap(({ figures }) => figures),
      report: parts.map(({ report }) => report).join('\n\n'),
    };
  },
};
