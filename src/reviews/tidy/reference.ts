import type { Criteria, Edition } from '../../model/data.ts';
import type { Review } from '../../model/review.ts';
import type { RowsByTable } from './rows.ts';
import type { TidyRow } from './vocabulary.ts';

/** What is kept of the reviews of one place. */
interface PlaceSum {
  readonly name: string;
  entries: number;
  points: number;
  first: number;
  last: number;
}

/** What the other tables refer to: what is known, and what the reviews that pass by speak of besides. */
export interface References {
  readonly take: (review: Review) => void;
  readonly rows: () => RowsByTable;
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const outOf = ({ questions }: Edition): number => questions.reduce((sum, { weight }) => sum + weight, 0);

const questionRows = ({ id, questions, open }: Edition): readonly TidyRow[] =>
  questions.map((question, at) => ({
    edition_id: id,
    question_id: question.id,
    position: at + 1,
    title: question.title,
    weight: question.weight,
    counts_for_open: open.includes(question.id),
  }));

const placeRow = (id: string, name: string, sum: PlaceSum | undefined): TidyRow => ({
  place_id: id,
  name,
  has_entries: sum !== undefined,
  entries: sum?.entries ?? 0,
  mean_points: sum === undefined ? null : Math.round((sum.points / sum.entries) * 1e6) / 1e6,
  first_year: sum?.first ?? null,
  last_year: sum?.last ?? null,
});

/** Collects them; what is kept grows with the number of places and categories alone. */
export const openReferences = (
  criteria: Pick<Criteria, 'editions' | 'edition' | 'categories' | 'category' | 'gazetteer'>,
): References => {
  const places = new Map<string, PlaceSum>();
  const titles = new Map(criteria.categories().map((id) => [id, criteria.category(id).titles['en'] ?? id] as const));
  const take = ({ place, category, year, score }: Review): void => {
    if (category !== null && !titles.has(category.id)) titles.set(category.id, category.title);
    if (place === null) return;
    const sum = places.get(place.id) ?? { name: place.name, entries: 0, points: 0, first: year, last: year };
    sum.entries += 1;
    sum.points += score.points;
    sum.first = Math.min(sum.first, year);
    sum.last = Math.max(sum.last, year);
    places.set(place.id, sum);
  };
  const rows = (): RowsByTable => {
    const names = new Map([...places].map(([id, { name }]) => [id, name] as const));
    for (const { id, slug, names: own } of criteria.gazetteer()) names.set(id, own['en'] ?? slug);
    const editions = criteria.editions().map(criteria.edition);
    return {
      places: [...names]
        .sort(([one], [other]) => byText(one, other))
        .map(([id, name]) => placeRow(id, name, places.get(id))),
      categories: [...titles]
        .sort(([one], [other]) => byText(one, other))
        .map(([id, title]) => ({ category_id: id, title })),
      editions: editions.map((edition) => ({
        edition_id: edition.id,
        title: edition.title,
        year: edition.year,
        out_of: outOf(edition),
        source: edition.source,
      })),
      questions: editions.flatMap(questionRows),
    };
  };
  return { take, rows };
};
