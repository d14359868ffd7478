import { describe, expect, test } from 'vitest';
import { conceptsFor, type FieldReader, fieldReaderFor, judgeContent } from '../../../src/content/index.ts';
import { featuresOf } from '../../../src/content/roles/features.ts';
import { type ModelFile, modelOf } from '../../../src/content/roles/model.ts';
import type { Thresholds } from '../../../src/content/roles/thresholds.ts';
import { openCriteria } from '../../../src/criteria/load.ts';
import type { CriterionFinding } from '../../../src/model/check.ts';
import type { Criteria } from '../../../src/model/data.ts';
import { inspection, table } from '../builders.ts';

/* The weights and thresholds that ship, on tables of our own making. */

const criteria = openCriteria();
const category = 'election-results';
const reader = fieldReaderFor(criteria, category);

const findings = (header: string, rows: readonly string[], by: FieldReader | null): readonly CriterionFinding[] =>
  judgeContent({
    files: [{ evidence: 'ev-1', name: 'data.csv', inspection: inspection({ tables: [table(header, ...rows)] }) }],
    category: criteria.category(category),
    edition: 'godi-2015',
    concepts: conceptsFor(criteria, category),
    place: null,
    asOf: '2026-11-25',
    whole: true,
    ...(by === null ? {} : { reader: by }),
  }).findings;

const answer = (id: string, all: readonly CriterionFinding[]): string => {
  const found = all.find((finding) => finding.id === id);
  return `${found?.answer} ${found?.reason}`;
};

/** Five rows in which every number grows. */
const growing = (row: string): readonly string[] =>
  [0, 1, 2, 3, 4].map((at) =>
    row.replace(/\d+/g, (number) => String((Number(number) + at * (1 + Number(number) / 5)) | 0)),
  );

const doubted = `Unsure field-reader-v${reader.version}`;

describe('a field that no word names is read', () => {
  test.each([
    ['registered', 'words misspelt', 'Area|Regsitered votrs|Candidate|Votes', 'N|1204|Ann|300'],
    [
      'registered',
      'a language without words of its own',
      'Distrikt|Registrearre kiezers|Candidate|Votes',
      'N|1204|Ann|300',
    ],
    ['invalid', 'between the columns of parties', 'id|ГЕРБ|БСП|ДПС|АТАКА|невалдни', '7|120|90|80|40|6'],
  ])('%s: %s', (id, _, header, row) => {
    expect(answer(id, findings(header, growing(row), null))).not.toMatch(/^Yes/);
    expect(answer(id, findings(header, growing(row), reader))).toBe(doubted);
  });
});

describe('a No stands where every field is something else', () => {
  const names = ['registered', 'invalid', 'spoiled', 'polling_station'];
  test.each([
    ['places and a count of them', 'Region|Population|Area km2', 'N|120400|31'],
    ['votes of parties by area', 'District|Candidate|Party|Votes', 'N|Ann|Greens|1204'],
    ['names and addresses', 'Name|Street|Town', 'Ann|High Street|N'],
  ])('%s', (_, header, row) => {
    const found = findings(header, growing(row), reader);
    expect(names.map((id) => answer(id, found))).toEqual(names.map(() => 'No not-in-the-data'));
  });
});

test('columns of which none is known are not taken for something else by how they look', () => {
  const found = findings('qx|zw|vk|pl', ['1200|800|12|700', '1500|900|20|860', '1100|640|9|600'], reader);
  const names = ['registered', 'invalid', 'spoiled'];
  expect(names.map((id) => answer(id, found))).toEqual(names.map(() => 'Unsure field-unknown'));
});

describe('a Yes stands where its column is what it is named', () => {
  test.each([
    ['registered', 'Area|Registered voters|Votes cast', 'N|1204|900'],
    ['invalid', 'Commune|Inscrits|Nuls|Blancs', 'N|1204|12|9'],
    ['spoiled', 'Commune|Inscrits|Nuls|Blancs', 'N|1204|12|9'],
    ['registered', 'Gemeinde|Wahlberechtigte|Ungültige', 'N|1204|12'],
  ])('%s', (id, header, row) => {
    expect(answer(id, findings(header, growing(row), reader))).toBe('Yes header');
  });
});

test('the same table is always answered alike', () => {
  const again = fieldReaderFor(openCriteria(), category);
  const rows = growing('N|1204|12');
  const header = 'Distrik|Geregistreerde kiesers|Ongeldige stemme';
  expect(findings(header, rows, again)).toEqual(findings(header, rows, reader));
});

test('likelihoods of a field are those that were kept', () => {
  const model = modelOf(criteria.data<ModelFile>(`models/${category}`));
  const look = {
    kind: 'column',
    text: 'Ongeldige stemme',
    levels: ['Ongeldige stemme'],
    hits: new Set<string>(),
    before: new Set<string>(),
    after: new Set<string>(),
    among: new Set<string>(),
    run: 1,
    type: 'integer',
    distinct: 5,
    rows: 5,
    fill: 1,
    examples: ['12', '17'],
  } as const;
  const [likeliest] = [...model(featuresOf(look))].sort(([, one], [, other]) => other - one);
  expect([likeliest?.[0], likeliest?.[1].toFixed(12)]).toEqual(['invalid', '0.886326888092']);
});

describe('weights and thresholds', () => {
  const thresholds = criteria.data<Thresholds>('models/thresholds');

  test.each(Object.keys(thresholds.categories))('%s: thresholds, weights and criteria know one another', (id) => {
    const { roles, criteria: own } = thresholds.categories[id] ?? { roles: {}, criteria: {} };
    const asked = Object.values(own).flatMap(({ ways }) => ways.flatMap((way) => [...way.roles, ...(way.with ?? [])]));
    const known = criteria.category(id).criteria.map((criterion) => criterion.id);
    const model = criteria.data<ModelFile>(`models/${id}`);
    expect(Object.keys(roles).sort()).toEqual([...model.roles].sort());
    expect(model.bias).toHaveLength(model.roles.length);
    expect(asked.filter((role) => !model.roles.includes(role))).toEqual([]);
    expect(Object.keys(own).filter((criterion) => !known.includes(criterion))).toEqual([]);
  });

  test('weights are small enough to be shipped', () => {
    expect(criteria.data<ModelFile>(`models/${category}`).weights.length).toBeLessThan(150_000);
  });

  test('weights are not touched where no field is read', () => {
    const asked: string[] = [];
    const counting: Criteria = {
      ...criteria,
      data: <T>(path: string): T => {
        asked.push(path);
        return criteria.data<T>(path);
      },
    };
    fieldReaderFor(counting, category);
    expect(asked).toEqual(['models/thresholds']);
  });
});
