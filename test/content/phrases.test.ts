import { describe, expect, test } from 'vitest';
import { conceptsFor, judgeContent } from '../../src/content/index.ts';
import { read } from '../../src/content/read.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Concept, Concepts, Expectation } from '../../src/model/content.ts';
import { inspection, table } from './builders.ts';

/* What the vocabulary promises, tried on itself: each of its phrases, alone as a header, is read as its own concept. */

const criteria = openCriteria();

/** Values such as a column of the concept would hold. */
const fitting: Readonly<Record<Expectation, readonly string[]>> = {
  count: ['120', '340', '95'],
  number: ['12.5', '34.0', '9.25'],
  share: ['12.5', '34.0', '9.25'],
  text: ['Adler', 'Brunner', 'Christen'],
  code: ['A-01', 'B-02', 'C-03'],
  date: ['2021-01-31', '2021-02-28', '2021-03-31'],
  geometry: ['Polygon', 'Polygon', 'MultiPolygon'],
  any: ['A-01', 'B-02', 'C-03'],
};

const phrasesOf = ({ words, codes = [] }: Concept): readonly string[] => [
  ...Object.values(words)
    .flat()
    .map((phrase) => phrase.replaceAll('*', '')),
  ...codes,
];

const namesIn = (concepts: Concepts, header: string, expects: Expectation): readonly string[] => {
  // A header of several levels is not meant: the blank keeps the builder from reading one.
  const given = table(header.replaceAll(' / ', ' '), ...fitting[expects]);
  const reading = read([{ evidence: 'ev-1', name: '', inspection: inspection({ tables: [given] }) }], concepts);
  return reading.sightings.filter(({ place }) => place === 'column').map(({ concept }) => concept);
};

describe.each(criteria.categories())('every phrase of %s, alone as a header over values that fit', (category) => {
  const concepts = conceptsFor(criteria, category);
  // Names of countries are those of the gazetteer, and stand in titles.
  const written = Object.entries(concepts.concepts).filter(([id]) => id !== 'country-name');

  test.each(written)('names %s', (id, concept) => {
    const others = phrasesOf(concept).filter((phrase) => !namesIn(concepts, phrase, concept.expects).includes(id));
    expect(others).toEqual([]);
  });
});

test('every name of a polling station, as a column beside votes, shows that they are reported by station', () => {
  const concepts = conceptsFor(criteria, 'election-results');
  const station = concepts.concepts['polling-station'];
  const answer = (header: string): string | undefined =>
    judgeContent({
      files: [
        {
          evidence: 'ev-1',
          name: '',
          inspection: inspection({ tables: [table(`${header}|Votes`, 'A-01|30', 'B-02|41', 'C-03|8')] }),
        },
      ],
      category: criteria.category('election-results'),
      edition: 'godi-2015',
      concepts,
      place: null,
      asOf: '2026-01-01',
      whole: true,
    }).findings.find(({ id }) => id === 'polling_station')?.answer;
  const phrases = station === undefined ? [] : phrasesOf(station);
  expect(phrases.length).toBeGreaterThan(200);
  expect(phrases.filter((phrase) => answer(phrase) !== 'Yes')).toEqual([]);
});
