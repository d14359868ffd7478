import { expect, test } from 'vitest';
import { read } from '../../src/content/read.ts';
import { concepts, inspection, table } from './builders.ts';

const vocabulary = concepts({
  people: { expects: 'count', unless: ['some'], words: { en: ['people'] } },
  some: { expects: 'any', words: { en: ['young people'] } },
});

const named = (header: string): readonly string[] => {
  const given = inspection({ tables: [table(header, '310', '420')] });
  const { tables } = read([{ evidence: 'ev-1', name: 'file.csv', inspection: given }], vocabulary);
  return tables.flatMap(({ columns }) => columns.flatMap(({ hits }) => [...hits]));
};

test('the last level of a header names what it says, unless a level above says that it is only a part', () => {
  expect(named('Town / People')).toEqual(['people']);
  expect(named('Young people / People')).toEqual(['some']);
});
