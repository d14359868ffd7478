import { expect, test } from 'vitest';
import { conceptsFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Table } from '../../src/model/inspection.ts';
import { inspection, table } from './builders.ts';

const criteria = openCriteria();
const id = 'government-spending';

const findings = (files: readonly (readonly [name: string, table: Table])[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    judgeContent({
      files: files.map(([name, given], at) => ({
        evidence: `ev-${at + 1}`,
        name,
        inspection: inspection({ tables: [{ ...given, name }] }),
      })),
      category: criteria.category(id),
      edition: 'godi-2015',
      concepts: conceptsFor(criteria, id),
      place: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings.map(({ id: criterion, answer }) => [criterion, answer]),
  );

const rows = (row: (day: string, at: number) => string): readonly string[] =>
  Array.from({ length: 24 }, (_, at) => row(`2025-${String((at % 12) + 1).padStart(2, '0')}-11`, at));
const of = (header: string): Table =>
  table(header, ...rows((day, at) => `T${at + 700}|Ministry of Ports|${day}|Grove & Sons|${at * 31 + 9}.50`));

test.each([
  ['in English', 'contracts.csv', 'Reference|Department|Date|Supplier|Award value'],
  ['in French', 'marches.csv', 'Référence|Service|Date|Fournisseur|Montant attribué'],
  ['with the date of the award alone', 'export.csv', 'Reference|Department|Award date|Supplier|Amount'],
  ['in the name of the file', 'contracts awarded 2025.csv', 'Reference|Department|Date|Supplier|Amount'],
  ['in Spanish', 'datos.csv', 'Referencia|Ministerio|Fecha de adjudicación|Proveedor|Valor adjudicado'],
])('what calls itself an award is no payment, %s', (_, name, header) => {
  expect(findings([[name, of(header)]]).individual_transactions).not.toBe('Yes');
});

test.each([
  ['dated as payments are', 'Reference|Department|Payment date|Supplier|Amount'],
  ['of a contract whose award is told beside', 'Award value|Department|Payment date|Supplier|Amount'],
])('payments are such, %s', (_, header) => {
  expect(findings([['payments.csv', of(header)]]).individual_transactions).toBe('Yes');
});

test('payments beside a list of awards are payments', () => {
  const awards = of('Reference|Department|Award date|Supplier|Award value');
  const paid = of('Reference|Department|Payment date|Supplier|Amount');
  expect(
    findings([
      ['awards.csv', awards],
      ['payments.csv', paid],
    ]).individual_transactions,
  ).toBe('Yes');
});

test('the day and the value of an award are none of a payment', () => {
  const found = findings([['a.csv', of('Ref|Department|Date of award|Supplier|Awarded value')]]);
  expect([found.transaction_date, found.amount]).not.toContain('Yes');
});
