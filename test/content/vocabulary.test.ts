import { describe, expect, test } from 'vitest';
import { conceptsFor } from '../../src/content/index.ts';
import { shapes } from '../../src/content/shapes/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Clue, ConceptFile, ConceptId } from '../../src/model/content.ts';

const criteria = openCriteria();

const listed = (ids: ConceptId | readonly ConceptId[]): readonly ConceptId[] => (typeof ids === 'string' ? [ids] : ids);

const leaves = (clue: Clue): readonly Clue[] => {
  if ('all' in clue) return clue.all.flatMap(leaves);
  return 'any' in clue ? clue.any.flatMap(leaves) : [clue];
};

const cluesOf = (category: string, isWanted: (id: string) => boolean = () => true): readonly Clue[] =>
  criteria
    .category(category)
    .criteria.filter(({ id }) => isWanted(id))
    .flatMap(({ shownBy: { refutedBy = [], doubtedBy = [], yes, hintedBy = [] } }) =>
      [...refutedBy, ...doubtedBy, ...yes, ...hintedBy].flatMap(leaves),
    );

const requiredIn = (category: string, edition: string): readonly string[] =>
  criteria
    .category(category)
    .editions.find((one) => one.edition === edition)
    ?.groups.flat() ?? [];

const conceptsIn = (clue: Clue): readonly ConceptId[] => {
  if ('field' in clue) return [...listed(clue.field), ...(clue.with ?? []), ...(clue.without ?? [])];
  if ('says' in clue) return listed(clue.says);
  return 'shape' in clue ? Object.entries(clue.of ?? {}).flatMap(([part, ids]) => (part === 'role' ? [] : ids)) : [];
};

/** Languages in which every category must be readable. */
const languages =
  'en fr es pt de it nl pl cs sk ro hu el ru uk tr ar fa he hi bn id ms th vi zh ja ko sw sv da no fi sr hr sl bg lt lv et ka hy sq mk'.split(
    ' ',
  );

const known = (category: string): ReadonlySet<string> => {
  const file = (name: string) => Object.keys(criteria.data<ConceptFile>(`vocabulary/concepts/${name}`).concepts);
  return new Set([...file('shared'), ...file(category), 'country-name']);
};

describe.each(criteria.categories())('%s', (category) => {
  test('names only concepts that have words', () => {
    expect(
      cluesOf(category)
        .flatMap(conceptsIn)
        .filter((id) => !known(category).has(id)),
    ).toEqual([]);
  });

  test('names only shapes that are there', () => {
    const named = cluesOf(category).flatMap((clue) => ('shape' in clue ? [clue.shape] : []));
    expect(named.filter((id) => !(id in shapes))).toEqual([]);
  });

  test('has groups and timely criteria that are its own', () => {
    const { criteria: own, editions } = criteria.category(category);
    const ids = own.map(({ id }) => id);
    expect(
      editions.flatMap(({ groups, timely }) => [...groups.flat(), ...timely]).filter((id) => !ids.includes(id)),
    ).toEqual([]);
  });

  test('knows what its fields are called in every language that is promised', () => {
    const { concepts } = conceptsFor(criteria, category);
    const required = requiredIn(category, 'godi-2015');
    const fields = cluesOf(category, (id) => required.includes(id)).flatMap((clue) =>
      'field' in clue && clue.in === undefined ? listed(clue.field) : [],
    );
    const titles = Object.keys(criteria.category(category).titles);
    const missing = fields.flatMap((id) =>
      languages
        .filter((language) => (concepts[id]?.words[language] ?? []).length === 0)
        .map((language) => `${id} ${language}`),
    );
    expect(missing).toEqual([]);
    expect(languages.filter((language) => !titles.includes(language))).toEqual([]);
  });
});
