import { UserError } from '../../model/errors.ts';
import type { Review } from '../../model/review.ts';
import { glanceOf } from '../glances/glance.ts';
import { keyOf, keyOfPath, pathOf, type ReviewKey } from '../key.ts';
import { type Counting, misplaced, parseOrFault } from '../shape.ts';
import { serialise } from '../store.ts';
import type { Glanced, Selection, Store, Stored, StoredDigest } from '../stored.ts';
import { prepareStore, refuseUnlike, type StoreStatements } from './schema.ts';

/* Reviews in a database: the same store as a folder of files, with a row in the place of a file. */

/** A row of the table. */
interface ReviewRow {
  readonly year: number;
  readonly place: string;
  readonly category: string;
  readonly text: string;
}

/** Rows that are asked for at a time: some megabytes. */
const portion = 200;

/** Times that a review is made again because others wrote in between. */
const patience = 50;

/**
 * The text as JSONB takes it: escapes of characters that no text of the database can hold are replaced. Only an escape that no other
 * backslash escapes is one.
 */
const forJsonb = (text: string): string =>
  text.replace(/\\(?:u(?:0000|d[89a-f][0-9a-f]{2})|.)/gis, (written) =>
    /^\\u/i.test(written) && written.length === 6 ? '\\ufffd' : written,
  );

/** What is asked of a selection, as a condition on rows behind a key. */
const wanted = `year >= $1 and year <= $2
  and ($3::text[] is null or place = any($3)) and ($4::text[] is null or category = any($4))
  and (year, place, category) > ($5, $6 collate "C", $7 collate "C")
  order by year, place, category limit ${portion}`;

const oldest = 0;
const newest = 9_999;

const listOf = (words: ReadonlySet<string> | undefined): readonly string[] | null =>
  words === undefined ? null : [...words];

/** Rows of a selection in the order of a folder, a portion at a time. */
function* rowsOf<Row extends Omit<ReviewRow, 'text'>>(
  statements: StoreStatements,
  columns: string,
  { year, places, categories }: Selection,
): Generator<Row> {
  let last: readonly [number, string, string] = [-1, '', ''];
  for (;;) {
    const found = statements.rows<Row>(
      `select year, place, category, ${columns} from odi_reviews.reviews where ${wanted}`,
      [...[year ?? oldest, year ?? newest, listOf(places), listOf(categories)], ...last],
    );
    yield* found;
    const end = found.at(-1);
    if (end === undefined || found.length < portion) return;
    last = [end.year, end.place, end.category];
  }
}

/** A store with what else a database can tell. */
export interface DatabaseStore extends Store {
  /** The text of a review, byte for byte; null where there is none. */
  readonly text: (key: ReviewKey) => string | null;
  /** Puts a text in the place of another one, null for none; false where it is not that one any more. */
  readonly exchange: (key: ReviewKey, before: string | null, text: string) => boolean;
  /** Folders in which the archives of its reviews lie, as they were named by those who kept them. */
  readonly archives: () => readonly string[];
}

/** How a store of a database is opened. */
export interface DatabaseStoreOptions {
  /** Its address for people, without password. */
  readonly shown: string;
  readonly counting: Counting;
  /** Makes the tables where they are missing; whoever only reads is told that there are none. */
  readonly writes: boolean;
  /** Where the archives of reviews that are kept lie; null where none are made. */
  readonly archives: string | null;
}

/** @throws UserError where the database keeps no reviews, or in another way. */
export const openDatabaseStore = (statements: StoreStatements, options: DatabaseStoreOptions): DatabaseStore => {
  const { shown, counting, archives } = options;
  if (options.writes) prepareStore(statements, shown);
  else refuseUnlike(statements, shown);
  const nameOf = (key: ReviewKey): string => `${shown}/${pathOf(key)}`;

  const storedFrom = ({ year, place, category, text }: ReviewRow): Stored | undefined => {
    const key = keyOfPath(String(year), place, `${category}.json`);
    if (key === undefined) return undefined;
    const parsed = parseOrFault(text, counting);
    if ('fault' in parsed) return { key, file: nameOf(key), fault: parsed.fault };
    const fault = misplaced(parsed.review, key);
    return fault === undefined ? { key, file: nameOf(key), review: parsed.review } : { key, file: nameOf(key), fault };
  };
  const textOf = ({ year, place, category }: ReviewKey): string | null =>
    statements.rows<{ text: string }>(
      'select text from odi_reviews.reviews where year = $1 and place = $2 and category = $3',
      [year, place, category],
    )[0]?.text ?? null;
  const read = (key: ReviewKey): Stored | undefined => {
    pathOf(key);
    const text = textOf(key);
    return text === null ? undefined : storedFrom({ ...key, text });
  };

  function* stream(selection: Selection = {}): Generator<Stored> {
    for (const row of rowsOf<ReviewRow>(statements, 'text', selection)) {
      const stored = storedFrom(row);
      if (stored !== undefined) yield stored;
    }
  }

  function* digests(selection: Selection = {}): Generator<StoredDigest> {
    const digest = "encode(sha256(convert_to(text, 'UTF8')), 'hex') as digest";
    for (const row of rowsOf<Omit<ReviewRow, 'text'> & { digest: string }>(statements, digest, selection)) {
      const key = keyOfPath(String(row.year), row.place, `${row.category}.json`);
      if (key !== undefined) yield { key, digest: row.digest };
    }
  }

  function* glances(year: number): Generator<Glanced> {
    for (const stored of stream({ year })) {
      if ('fault' in stored) yield stored;
      else yield { key: stored.key, file: stored.file, glance: glanceOf(stored.review), whole: () => stored };
    }
  }

  const put = (key: ReviewKey, text: string): void => {
    statements.rows(
      `insert into odi_reviews.reviews as kept (year, place, category, text, review, archives)
       values ($1, $2, $3, $4, $5::jsonb, $6)
       on conflict (year, place, category) do update
       set text = excluded.text, review = excluded.review, archives = excluded.archives, written_at = clock_timestamp()`,
      [key.year, key.place, key.category, text, forJsonb(text), archives],
    );
  };

  /**
   * Puts a text in the place of the one that was read; false where another writer was there in between. Sent twice it says the same:
   * what stands there is then its own.
   */
  const exchange = (key: ReviewKey, before: string | null, text: string): boolean => {
    const given = [key.year, key.place, key.category, text, forJsonb(text), archives] as const;
    const changed =
      before === null
        ? statements.rows(
            `insert into odi_reviews.reviews (year, place, category, text, review, archives)
             values ($1, $2, $3, $4, $5::jsonb, $6) on conflict do nothing returning 1`,
            given,
          )
        : statements.rows(
            `update odi_reviews.reviews set text = $4, review = $5::jsonb, archives = $6, written_at = clock_timestamp()
             where year = $1 and place = $2 and category = $3 and text = $7 returning 1`,
            [...given, before],
          );
    return changed.length > 0 || textOf(key) === text;
  };

  const setAside = (key: ReviewKey, text: string): string => {
    const name = `${nameOf(key)}.unreadable-${globalThis.crypto.randomUUID().slice(0, 8)}`;
    statements.rows(
      `insert into odi_reviews.aside (name, year, place, category, text) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [name, key.year, key.place, key.category, text],
    );
    return name;
  };

  const years = (): readonly number[] =>
    statements
      .rows<{ year: number }>('select distinct year from odi_reviews.reviews order by year')
      .map((row) => row.year);

  return {
    dir: shown,
    years,
    places: (year) =>
      statements
        .rows<{ place: string }>('select distinct place from odi_reviews.reviews where year = $1 order by place', [
          year,
        ])
        .map((row) => row.place),
    ...{ read, stream, glances, digests, exchange, fileOf: nameOf, text: textOf },
    write: (review) => {
      const key = keyOf(review);
      const name = nameOf(key);
      put(key, serialise(review));
      return name;
    },
    replace: async (key, make) => {
      pathOf(key);
      for (let turn = 0; turn < patience; turn += 1) {
        const before = textOf(key);
        const stored = before === null ? undefined : storedFrom({ ...key, text: before });
        const review: Review = make(stored !== undefined && 'review' in stored ? stored.review : null);
        const isSpoilt = before !== null && (stored === undefined || 'fault' in stored);
        // First, so that it is never lost; one that is set aside twice does no harm.
        const aside = isSpoilt ? setAside(key, before) : null;
        if (exchange(key, before, serialise(review))) return { review, aside };
      }
      throw new UserError(`${nameOf(key)} is being written by others again and again; try again when they have ended.`);
    },
    // What a killed program leaves half done the database takes back itself.
    clean: () => {},
    cleanPlace: () => {},
    previous: (key) => {
      for (const year of [...years()].reverse()) {
        if (year >= key.year) continue;
        const stored = read({ ...key, year });
        if (stored !== undefined && 'review' in stored) return stored.review;
      }
      return null;
    },
    archives: () =>
      statements
        .rows<{ archives: string }>(
          'select distinct archives from odi_reviews.reviews where archives is not null order by archives',
        )
        .map((row) => row.archives),
  };
};
