import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Finder } from '../../src/content/finder.ts';
import { hitsOf } from '../../src/content/read.ts';
import type { FieldLook } from '../../src/content/roles/field.ts';
import { alone, unknownRuns } from '../../src/content/roles/fields.ts';
import type { ConceptId, Concepts } from '../../src/model/content.ts';
import type { ColumnType } from '../../src/model/inspection.ts';
import type { Draw } from './draw.ts';

/* What a reader of roles is taught with: labelled columns, and the phrases of the vocabulary as fields that nobody has seen. */

/** One example: a field, the role it plays, and how much it counts. */
export interface Example {
  readonly look: FieldLook;
  readonly role: string;
  readonly weight: number;
  /** ISO code of the country of its file; null for a phrase. */
  readonly country: string | null;
  readonly language: string | null;
}

/** A line of the labelled list. */
export interface Labelled {
  readonly file: string;
  readonly country: string;
  readonly language: string | null;
  readonly table: number;
  readonly column: number;
  readonly header: string;
  readonly type: ColumnType;
  readonly distinct: number;
  readonly fill: number;
  readonly rows: number;
  readonly role: string;
  readonly examples?: readonly string[];
}

/** The labelled list, and the digest of its bytes. */
export const labelledIn = (path: string): { readonly lines: readonly Labelled[]; readonly sha256: string } => {
  const bytes = readFileSync(path);
  const lines = bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  return {
    lines: lines.map((line) => JSON.parse(line) as Labelled),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
};

const counts = new Set(['registered', 'cast', 'valid', 'invalid', 'blank', 'votes', 'votes-of-this-choice']);

/** One reader labelled fast: a count under a percent sign is a share, and a column without values teaches nothing. */
const mended = (line: Labelled): Labelled | null => {
  if (line.type === 'empty') return null;
  return counts.has(line.role) && /%|percent|pourcent|_pc$/i.test(line.header) ? { ...line, role: 'share' } : line;
};

const levelsOf = (header: string): readonly string[] => header.split(' / ');
const none: ReadonlySet<ConceptId> = new Set();

/** A file with many columns of one role says the same thing many times. */
const weightOf = (same: number): number => 1 / Math.sqrt(Math.max(1, same / 2));

export const columnExamples = (lines: readonly Labelled[], find: Finder): readonly Example[] => {
  const kept = lines.map(mended).filter((line) => line !== null);
  const keyOf = ({ file, table, column }: Labelled, step: number): string => `${file} ${table} ${column + step}`;
  const hits = new Map(
    kept.map((line) => [keyOf(line, 0), hitsOf({ name: line.header, levels: levelsOf(line.header) }, find)]),
  );
  const tables = new Map<string, Labelled[]>();
  for (const line of kept) {
    const key = `${line.file} ${line.table}`;
    tables.set(key, [...(tables.get(key) ?? []), line]);
  }
  const around = new Map(
    [...tables].flatMap(([, table]) => {
      const columns = [...table].sort((one, other) => one.column - other.column);
      const known = columns.map((line) => ({ type: line.type, hits: hits.get(keyOf(line, 0)) ?? none }));
      const among = new Set(known.flatMap((column) => [...column.hits]));
      const runs = unknownRuns(known);
      return columns.map((line, at) => [keyOf(line, 0), { among, run: runs[at] ?? 0 }] as const);
    }),
  );
  const same = new Map<string, number>();
  for (const { file, role } of kept) same.set(`${file} ${role}`, (same.get(`${file} ${role}`) ?? 0) + 1);
  return kept.map((line) => ({
    look: {
      kind: 'column',
      text: line.header,
      levels: levelsOf(line.header),
      hits: hits.get(keyOf(line, 0)) ?? none,
      before: hits.get(keyOf(line, -1)) ?? none,
      after: hits.get(keyOf(line, 1)) ?? none,
      among: around.get(keyOf(line, 0))?.among ?? none,
      run: around.get(keyOf(line, 0))?.run ?? 0,
      type: line.type,
      distinct: line.distinct,
      rows: line.rows,
      fill: line.fill,
      examples: line.examples ?? [],
    },
    role: line.role,
    weight: weightOf(same.get(`${line.file} ${line.role}`) ?? 1),
    country: line.country,
    language: line.language,
  }));
};

/** The role that the words of a concept teach. */
export const roleOf: Readonly<Record<ConceptId, string>> = {
  'registered-voters': 'registered',
  'all-voters': 'registered',
  voters: 'cast',
  'votes-cast': 'cast',
  'valid-votes': 'valid',
  'invalid-votes': 'invalid',
  'blank-votes': 'blank',
  votes: 'votes',
  choice: 'choice',
  'polling-station': 'station',
  'station-count': 'count-of-units',
  constituency: 'area-unit',
  residence: 'other',
  'region-name': 'area-unit',
  share: 'share',
  average: 'other-number',
  'age-group': 'other-number',
  'turnout-time': 'cast',
  'seats-of': 'seats-or-elected',
  elected: 'seats-or-elected',
  'ballots-issued': 'other-ballot-accounting',
  'special-lists': 'other-ballot-accounting',
  discrepancy: 'other-ballot-accounting',
  contest: 'contest',
  'national-contest': 'contest',
  'subnational-contest': 'contest',
  address: 'other',
  date: 'other',
  latitude: 'other-number',
  longitude: 'other-number',
};

const words = new Set(['choice', 'contest', 'area-unit', 'station', 'other']);

const valuesFor = (role: string, draw: Draw): Pick<FieldLook, 'type' | 'distinct' | 'rows' | 'fill' | 'examples'> => {
  const rows = [20, 300, 5_000][draw(3)] ?? 20;
  const spread = [0.02, 0.4, 0.9][draw(3)] ?? 0.4;
  const distinct = Math.max(2, Math.round(rows * spread));
  if (role === 'share') return { type: 'number', distinct, rows, fill: 1, examples: ['41.2', '5.17', '78.9'] };
  if (words.has(role)) {
    const type = role === 'station' && draw(2) === 0 ? 'integer' : 'text';
    return { type, distinct, rows, fill: 1, examples: type === 'integer' ? ['1', '12', '103'] : [] };
  }
  const size = role === 'invalid' || role === 'blank' || role === 'seats-or-elected' ? 1 : 10 ** (1 + draw(3));
  return { type: 'integer', distinct, rows, fill: 1, examples: [7, 23, 61].map((number) => String(number * size)) };
};

/** What stands before or after a phrase in a header now and then. */
const styled = (phrase: string, draw: Draw): string => {
  const plain = phrase.replaceAll('*', '');
  switch (draw(6)) {
    case 0:
      return plain.replaceAll(' ', '_');
    case 1:
      return plain
        .split(' ')
        .map((word) => word.slice(0, 6))
        .join(' ');
    case 2:
      return plain.replaceAll(' ', '');
    default:
      return plain;
  }
};

const phraseWeight = 0.5;

/** Every phrase and code of the vocabulary as a field, once with what the vocabulary knows and once as if it were unknown. */
export const phraseExamples = ({ concepts }: Concepts, find: Finder, draw: Draw): readonly Example[] =>
  Object.entries(concepts).flatMap(([concept, { words: byLanguage, codes = [] }]) => {
    const role = roleOf[concept];
    if (role === undefined) return [];
    const written = [
      ...Object.entries(byLanguage).flatMap(([language, phrases]) => phrases.map((phrase) => ({ language, phrase }))),
      ...codes.map((phrase) => ({ language: 'und', phrase })),
    ];
    return written.flatMap(({ language, phrase }) =>
      [true, false].map((isKnown): Example => {
        const text = isKnown ? phrase.replaceAll('*', '') : styled(phrase, draw);
        const hits = isKnown ? hitsOf({ name: text, levels: [text] }, find) : none;
        const values = valuesFor(role, draw);
        return {
          look: {
            kind: 'column',
            text,
            levels: [text],
            hits,
            before: none,
            after: none,
            among: none,
            run: 0,
            ...values,
          },
          role,
          weight: phraseWeight,
          country: null,
          language,
        };
      }),
    );
  });

/** Labelled columns once more, without their table: with what the vocabulary knows of them, and as if it knew nothing. */
export const byThemselves = (examples: readonly Example[]): readonly Example[] =>
  examples.flatMap((example): readonly Example[] => {
    const look = alone(example.look);
    const weight = example.weight / 2;
    return [
      { ...example, look, weight },
      { ...example, look: { ...look, hits: none }, weight },
    ];
  });
