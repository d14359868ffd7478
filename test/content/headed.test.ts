import { expect, test } from 'vitest';
import { conceptsFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { inspection } from './builders.ts';

const criteria = openCriteria();
const concepts = conceptsFor(criteria, 'government-budget');
const category = criteria.category('government-budget');

/** The answers to a document with this text. */
const answers = (...lines: readonly string[]): Readonly<Record<string, string>> => {
  const text = lines.join('\n');
  const file = inspection({ format: 'pdf', text, machineReadable: 'No', machineReadableBecause: 'document' });
  const found = judgeContent({
    files: [{ evidence: 'ev-1', name: 'estimates.pdf', inspection: file }],
    category,
    edition: 'godi-2015',
    concepts,
    place: null,
    asOf: '2031-01-01',
    whole: true,
  });
  return Object.fromEntries(found.findings.map(({ id, answer }) => [id, answer]));
};

const title = 'Budget Estimates 2031';
const ministries = ['Health', 'Education', 'Justice', 'Defence', 'Finance'].map((name) => `Ministry of ${name}`);
const heads = (name: string, at: number): readonly string[] => [
  `VOTE ${at + 1}`,
  name,
  'Item                                  Estimates 2031',
  `Programme ${at + 1} Services of kind ${'ABCDE'[at]}`,
  `  Salaries                            ${at + 1}2,500,000`,
];
const sections = ministries.flatMap(heads);
const planned = 'Planned expenditure: 1,250,000,000';

test('ministries that head rows of planned amounts divide the budget, and programmes under them divide it further', () => {
  expect(answers(title, planned, ...sections)).toMatchObject({
    planned_amounts: 'Yes',
    by_department: 'Yes',
    by_subdepartment: 'Yes',
  });
});

test('amounts may stand beside the ministries themselves; nothing divides these', () => {
  const found = answers(title, planned, ...ministries.map((name, at) => `${name}      ${at + 3}4,000,000`));
  expect(found['by_department']).toBe('Yes');
  expect(found['by_subdepartment']).not.toBe('Yes');
});

test('sections are described where lines say so', () => {
  const described = [...sections, 'Description: pays for the services of this kind in all districts.'];
  expect(answers(title, planned, ...described)['descriptions']).toBe('Yes');
  expect(answers(title, planned, ...sections)['descriptions']).not.toBe('Yes');
});

test.each([
  ['a list of contents', ministries.map((name, at) => `${name} ........................ ${at + 1}0,012`)],
  ['a list of contents with chapters', ministries.flatMap((name) => [name, 'Salaries ............. 10,012'])],
  ['numbers of pages', ministries.map((name, at) => `${name}    10${at}2`)],
  ['codes', ministries.map((name, at) => `${name}    0${at + 1}000`)],
  ['three of them', sections.slice(0, 15)],
  ['one of them, again and again', ministries.flatMap((_, at) => heads('Ministry of Health', at))],
  ['names without amounts before the next one', [...ministries, 'Salaries        12,500,000']],
  [
    'sentences about them',
    ministries.map((name) => `the work of the ${name.toLowerCase()} is to be paid from a fund that has 12,500,000`),
  ],
])('%s divides no budget', (_, lines) => {
  expect(answers(title, planned, ...lines)['by_department']).not.toBe('Yes');
});

test('what was spent, and what is no budget, is not planned', () => {
  expect(answers('Annual accounts 2030', ...sections)['by_department']).not.toBe('Yes');
});
