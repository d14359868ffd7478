import type { Category, Edition, Place, PlaceLeads } from '../model/data.ts';
import { planMisfits } from './cross-commitments.ts';
import { contestMisfits } from './cross-contests.ts';
import type { HeldCriteria } from './held.ts';
import type { Misfit } from './schemas.ts';

/** A misfit between files, with the path of the file to change, without its extension: `places/ma`. */
export interface CrossMisfit extends Misfit {
  readonly path: string;
}

type Report = (path: string, at: string, says: string) => CrossMisfit;

const report: Report = (path, at, says) => ({ path, at, says });

const duplicates = (words: readonly string[]): readonly string[] => [
  ...new Set(words.filter((word, index) => words.indexOf(word) !== index)),
];

const ofEdition = (
  edition: Edition,
  categories: readonly Category[],
  checks: readonly string[],
): readonly CrossMisfit[] => {
  const path = `methodologies/${edition.id}`;
  const questions = [...edition.questions.map(({ id }) => id), ...edition.gates];
  const unknownChecks = edition.questions.flatMap((question, index) =>
    question.checks
      .filter((id) => !checks.includes(id))
      .map((id) =>
        report(path, `/questions/${index}/checks`, `there is no check ${id}; known are ${checks.join(', ')}`),
      ),
  );
  const unknownGates = edition.gates
    .filter((id) => !checks.includes(id))
    .map((id) => report(path, '/gates', `there is no check ${id}; known are ${checks.join(', ')}`));
  const cascaded = edition.cascade.flatMap(({ when, then }, index) =>
    [when.question, ...then.questions]
      .filter((id) => id !== '*' && !questions.includes(id))
      .map((id) => report(path, `/cascade/${index}`, `there is no question ${id} in this edition`)),
  );
  const contradicted = edition.contradictions.flatMap(({ when, expect }, index) =>
    [when.question, ...expect.questions]
      .filter((id) => id !== '*' && !questions.includes(id))
      .map((id) => report(path, `/contradictions/${index}`, `there is no question ${id} in this edition`)),
  );
  const opening = edition.open
    .filter((id) => !questions.includes(id))
    .map((id) => report(path, '/open', `there is no question ${id} in this edition`));
  const unknownCategories = edition.categories.flatMap((id, index) => {
    const category = categories.find((candidate) => candidate.id === id);
    if (category === undefined) return [report(path, `/categories/${index}`, `there is no file categories/${id}`)];
    return category.editions.some((entry) => entry.edition === edition.id)
      ? []
      : [report(`categories/${id}`, '/editions', `what ${edition.id} requires is missing`)];
  });
  return [...unknownChecks, ...unknownGates, ...cascaded, ...contradicted, ...opening, ...unknownCategories];
};

const ofCategory = (category: Category, fileId: string, editions: readonly string[]): readonly CrossMisfit[] => {
  const path = `categories/${fileId}`;
  const known = category.criteria.map(({ id }) => id);
  const misnamed =
    category.id === fileId ? [] : [report(path, '/id', `the file is called ${fileId}, and so must the id be`)];
  const twice = duplicates(known).map((id) => report(path, '/criteria', `${id} is there twice`));
  const groups = category.editions.flatMap(({ edition, groups: required, atLeast }, index) => [
    ...(editions.includes(edition)
      ? []
      : [
          report(
            path,
            `/editions/${index}/edition`,
            `there is no edition ${edition}; known are ${editions.join(', ')}`,
          ),
        ]),
    ...required
      .flat()
      .filter((id) => !known.includes(id))
      .map((id) =>
        report(path, `/editions/${index}/groups`, `there is no criterion ${id}; known are ${known.join(', ')}`),
      ),
    ...(atLeast > required.length
      ? [report(path, `/editions/${index}/atLeast`, `there are only ${required.length} groups`)]
      : []),
  ]);
  return [...misnamed, ...twice, ...groups];
};

const ofLeads = (
  leads: PlaceLeads | undefined,
  fileId: string,
  categories: readonly string[],
): readonly CrossMisfit[] => {
  if (leads === undefined) return [];
  const path = `places/leads/${fileId}`;
  return [
    ...(leads.id === fileId ? [] : [report(path, '/id', `the file is called ${fileId}, and so must the id be`)]),
    ...Object.keys(leads.leads).flatMap((id) =>
      categories.includes(id)
        ? []
        : [report(path, `/leads/${id}`, `there is no category ${id}; known are ${categories.join(', ')}`)],
    ),
  ];
};

const ofPlace = (place: Place, fileId: string, categories: readonly string[]): readonly CrossMisfit[] => {
  const path = `places/${fileId}`;
  const unknown = (id: string): string => `there is no category ${id}; known are ${categories.join(', ')}`;
  return [
    ...(place.id === fileId ? [] : [report(path, '/id', `the file is called ${fileId}, and so must the id be`)]),
    ...place.addresses.flatMap(({ category }, index) =>
      categories.includes(category) ? [] : [report(path, `/addresses/${index}/category`, unknown(category))],
    ),
    ...Object.keys(place.responsible).flatMap((id) =>
      categories.includes(id) ? [] : [report(path, `/responsible/${id}`, unknown(id))],
    ),
    ...(place.named ?? []).flatMap((body) =>
      body.categories
        .filter((id) => !categories.includes(id))
        .map((id) => report(`places/bodies/${fileId}`, '/bodies', `${body.name}: ${unknown(id)}`)),
    ),
    ...ofLeads(place.leads, fileId, categories),
    ...contestMisfits(place).map(({ at, says }) => report(path, at, says)),
  ];
};

const shared = (
  folder: string,
  owners: readonly { readonly id: string; readonly words: readonly string[] }[],
): readonly CrossMisfit[] => {
  const owner = new Map<string, string>();
  return owners.flatMap(({ id, words }) =>
    [...new Set(words)].flatMap((word) => {
      const other = owner.get(word);
      owner.set(word, other ?? id);
      return other === undefined || other === id
        ? []
        : [report(`${folder}/${id}`, '/aliases', `"${word}" already stands for ${other}`)];
    }),
  );
};

/** What fits each schema, and yet not together: ids that name nothing, checks without a weight, names used twice. */
export const crossMisfits = (criteria: HeldCriteria, checks: readonly string[]): readonly CrossMisfit[] => {
  const editions = criteria.editions().map(criteria.edition);
  const categoryIds = criteria.categories();
  const categories = categoryIds.map(criteria.category);
  const placeIds = criteria.places();
  const places = placeIds.map(criteria.place);
  const weighed = new Set(
    editions.flatMap(({ questions, gates }) => [...questions.flatMap((question) => question.checks), ...gates]),
  );
  const editionIds = editions.map(({ id }) => id);
  const { planFiles = new Map(), checklistIds: checklists = [], indicatorIds: indicators = [] } = criteria;
  const known = { places: placeIds, categories: categoryIds, checklists, indicators };
  return [
    ...[...planFiles].flatMap(([name, file]) =>
      planMisfits(file, known).map(({ at, says }) => report(`commitments/${name}`, at, says)),
    ),
    ...editions.flatMap((edition) => ofEdition(edition, categories, checks)),
    ...checks
      .filter((id) => !weighed.has(id))
      .map((id) =>
        report(`methodologies/${editionIds.at(-1)}`, '/questions', `no edition gives the check ${id} a weight`),
      ),
    ...categories.flatMap((category, index) => ofCategory(category, categoryIds[index] ?? '', editionIds)),
    ...places.flatMap((place, index) => ofPlace(place, placeIds[index] ?? '', categoryIds)),
    ...shared(
      'categories',
      categories.map(({ id, aliases }) => ({ id, words: [id, ...aliases] })),
    ),
    ...shared(
      'places',
      places.map(({ id, slug, aliases }) => ({
        id,
        words: [id, slug, ...aliases.map((alias) => alias.toLowerCase())],
      })),
    ),
  ];
};
