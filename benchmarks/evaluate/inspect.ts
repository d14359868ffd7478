import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { Bench, Evaluation, Figure, Outcome } from './evaluation.ts';
import { inspectionOf, type Shown, type ShownTable } from './inspected.ts';
import { inTurn } from './program.ts';
import { addressOf, type RecordedLabel, readLabels, recordAlone } from './recordings.ts';

type Label = Readonly<Record<string, unknown>> & { readonly file: string };

/** A labelled field of one file: `null` where the program does not tell. */
interface Comparison {
  readonly field: string;
  readonly format: string;
  readonly file: string;
  readonly isRight: boolean | null;
  readonly says: string;
}

const sets = ['elections', 'categories', 'http'] as const;

/** Files whose label on machine-readable is not followed, with why. */
const reasons: Readonly<Record<string, string>> = {};

/** What labels call a format, in the order in which they are tried, and what the program calls it. */
const names: readonly (readonly [RegExp, readonly string[]])[] = [
  [/topojson/i, ['topojson']],
  [/geojson/i, ['geojson']],
  [/^csv\.gz/i, ['gzip']],
  [/fixed.width/i, ['fixed-width']],
  [/^txt \(csv\)|\bcsv\b(?!.*link)/i, ['csv', 'tsv']],
  [/^tsv/i, ['tsv']],
  [/^html|^WARC/i, ['html']],
  [/^rdf\/xml/i, ['rdf-xml']],
  [/turtle/i, ['turtle']],
  [/^xml/i, ['xml', 'kml', 'rss']],
  [/^json/i, ['json', 'json-ld', 'json-stat']],
  [/markdown/i, ['markdown']],
  [/^robots|text\/plain/i, ['text']],
];

const expected = (label: string): readonly string[] => {
  if (/^zip|^html/i.test(label)) return [/^zip/i.test(label) ? 'zip' : 'html'];
  return names.find(([pattern]) => pattern.test(label))?.[1] ?? [label];
};

const text = (label: Label, key: string): string => (typeof label[key] === 'string' ? label[key] : '');

const codecOf = (name: string): string | null => {
  const plain = name.replace('-sig', '').replace(/^ascii$/, 'latin1');
  return iconv.encodingExists(plain) ? plain : null;
};

/** Encodings are the same where they read the same text from the file. */
const readsAlike = (bytes: Buffer, one: string, other: string): boolean => {
  const [a, b] = [codecOf(one), codecOf(other)];
  return a !== null && b !== null && iconv.decode(bytes, a) === iconv.decode(bytes, b);
};

const encodingsOf = (inspection: Shown): readonly string[] => [
  ...(inspection.encoding === null ? [] : [inspection.encoding]),
  ...inspection.members.flatMap(({ inspection: inside }) => (inside === null ? [] : encodingsOf(inside))),
];

const largest = (tables: readonly ShownTable[]): ShownTable | null =>
  tables.reduce<ShownTable | null>((best, table) => ((table.rows ?? 0) > (best?.rows ?? -1) ? table : best), null);

const compareEncoding = (label: Label, inspection: Shown, bytes: Buffer): boolean | null | undefined => {
  const named = /^(ascii|utf-8-sig|utf-8|windows-\d+|iso-8859-\d+)$/.exec(text(label, 'encoding'))?.[1];
  const zipped = /^(ascii|utf-8|iso-8859-\d+)\b.*\(zip\)|\(zip\)$/.exec(text(label, 'encoding'))?.[1];
  if (zipped !== undefined) return encodingsOf(inspection).some((own) => own === zipped || own === 'ascii');
  if (named === undefined || /gz$/.test(label.file)) return undefined;
  return inspection.encoding === null ? null : readsAlike(bytes, inspection.encoding, named);
};

const compareRows = (label: Label, inspection: Shown): boolean | null | undefined => {
  const rows = label['rows_approx'];
  if (typeof rows !== 'number' || inspection.machineReadable === 'No') return undefined;
  const found = inspection.tables.flatMap((table) => (table.rows === null ? [] : [table.rows]));
  if (found.length === 0) return rows === 0 ? true : null;
  const all = found.reduce((sum, one) => sum + one, 0);
  return [...found, all].some((one) => Math.abs(one - rows) <= Math.max(1, rows * 0.01));
};

const daysOf = (label: Label): readonly [string, string] | null => {
  const match = /^(?:FY)?(\d{4}(?:-\d{2}){0,2})[\dT:Z]*(?:\.\.(?:FY)?(\d{4}(?:-\d{2}){0,2}))?/.exec(
    text(label, 'period_covered'),
  );
  return match ? [match[1] ?? '', match[2] ?? match[1] ?? ''] : null;
};

const comparePeriod = (label: Label, { period }: Shown): boolean | null | undefined => {
  const days = daysOf(label);
  if (days === null) return undefined;
  if (period === null) return null;
  return period.from.startsWith(days[0]) && period.to.startsWith(days[1]);
};

const compare = (label: Label, inspection: Shown, bytes: Buffer): readonly Comparison[] => {
  const format = text(label, 'format') || text(label, 'actual_format');
  const { file } = label;
  const all: Comparison[] = [];
  const add = (field: string, isRight: boolean | null | undefined, says: string): void => {
    if (isRight !== undefined) all.push({ field, format: inspection.format, file, isRight, says });
  };
  add(
    'format',
    inspection.format === 'unknown' ? null : expected(format).includes(inspection.format),
    `${inspection.format} for ${format}`,
  );
  add('encoding', compareEncoding(label, inspection, bytes), `${inspection.encoding} for ${text(label, 'encoding')}`);
  const delimiter = text(label, 'delimiter');
  if (delimiter !== '')
    add(
      'delimiter',
      inspection.delimiter === null ? null : inspection.delimiter === delimiter,
      `${inspection.delimiter} for ${delimiter}`,
    );
  const table = largest(inspection.tables);
  const headers = label['header_rows'];
  if (typeof headers === 'number') {
    const isRight = table === null ? (headers === 0 ? true : null) : table.above === headers;
    add('header rows', isRight, `${table?.above} for ${headers}`);
  }
  add(
    'rows',
    compareRows(label, inspection),
    `${inspection.tables.map(({ rows }) => rows).join('+')} for ${label['rows_approx']}`,
  );
  add(
    'period',
    comparePeriod(label, inspection),
    `${inspection.period?.from}..${inspection.period?.to} for ${text(label, 'period_covered')}`,
  );
  const readable = label['machine_readable'];
  if (typeof readable === 'boolean') {
    const isRight =
      inspection.machineReadable === 'Unsure' ? null : (inspection.machineReadable === 'Yes') === readable;
    add(
      'machine-readable',
      isRight,
      `${inspection.machineReadable} (${inspection.machineReadableBecause}) for ${readable}`,
    );
  }
  return all;
};

const languageOf = (label: Label, inspection: Shown): Comparison | null => {
  const language = text(label, 'language');
  if (!/^[a-z]{2}$/.test(language)) return null;
  const isRight = inspection.language === null ? null : inspection.language === language;
  return {
    field: 'language',
    format: inspection.format,
    file: label.file,
    isRight,
    says: `${inspection.language} for ${language}`,
  };
};

const row = (name: string, all: readonly Comparison[]): string => {
  const count = (isRight: boolean | null) => all.filter((one) => one.isRight === isRight).length;
  return `${name.padEnd(30)} ${String(count(true)).padStart(6)} ${String(count(false)).padStart(6)} ${String(count(null)).padStart(9)}`;
};

const byField = (all: readonly Comparison[]): readonly string[] => {
  const fields = [...new Set(all.map(({ field }) => field))];
  return fields.flatMap((field) => {
    const own = all.filter((one) => one.field === field);
    const formats = [...new Set(own.map(({ format }) => format))].sort();
    return [
      row(field, own),
      ...formats.map((format) =>
        row(
          `  ${format}`,
          own.filter((one) => one.format === format),
        ),
      ),
    ];
  });
};

const shareOf = (all: readonly Comparison[], field: string): number => {
  const own = all.filter((one) => one.field === field);
  return own.length === 0 ? 1 : own.filter(({ isRight }) => isRight === true).length / own.length;
};

/** One labelled file, and the words that show it to the program. */
interface Case {
  readonly label: Label;
  readonly path: string;
  readonly words: readonly string[];
}

/** Recordings with headers are shown as they were served; the answer itself is inspected, whatever its status. */
const recordedCase = async (label: Label & RecordedLabel, path: string, bench: Bench): Promise<Case> => ({
  label,
  path,
  words:
    label.content_type_header === null ? [path] : [addressOf(label), '--replay', await recordAlone(label, 200, bench)],
});

const casesOf = async (bench: Bench): Promise<readonly Case[]> => {
  const cases: Case[] = [];
  for (const set of sets) {
    const folder = join(bench.shared, 'corpus', set);
    for (const label of readLabels<Label & RecordedLabel>(join(folder, 'labels.jsonl'))) {
      if (typeof label.file !== 'string') continue;
      const path = join(folder, label.file);
      cases.push(
        set === 'http'
          ? await recordedCase(label, path, bench)
          : { label, path, words: [path, '--category', text(label, 'category')] },
      );
    }
  }
  return cases;
};

const run = async (bench: Bench): Promise<Outcome> => {
  const all: Comparison[] = [];
  const crashes: string[] = [];
  let slowest = { file: '', seconds: 0 };
  await inTurn(await casesOf(bench), async ({ label, path, words }) => {
    const { shown, seconds, fault } = await inspectionOf(bench.odi, words);
    const bytes = readFileSync(path);
    if (bytes.length <= 3e6 && seconds > slowest.seconds) slowest = { file: label.file, seconds };
    if (shown === null) {
      crashes.push(`${label.file}: ${fault}`);
      return;
    }
    all.push(...compare(label, shown, bytes));
    const language = languageOf(label, shown);
    if (language !== null) all.push(language);
  });
  const wrong = all.filter(({ isRight }) => isRight !== true);
  const unexplained = all.filter(
    ({ field, isRight, file }) => field === 'machine-readable' && isRight === false && reasons[file] === undefined,
  );
  const figures: Figure[] = [
    { name: 'formats right', value: shareOf(all, 'format'), unit: 'share', atLeast: 0.97 },
    { name: 'encodings right', value: shareOf(all, 'encoding'), unit: 'share', atLeast: 0.95 },
    { name: 'delimiters right', value: shareOf(all, 'delimiter'), unit: 'share', better: 'more' },
    { name: 'header rows right', value: shareOf(all, 'header rows'), unit: 'share', atLeast: 0.9 },
    { name: 'rows right, to a hundredth', value: shareOf(all, 'rows'), unit: 'share', better: 'more' },
    { name: 'periods right', value: shareOf(all, 'period'), unit: 'share', better: 'more' },
    { name: 'languages right', value: shareOf(all, 'language'), unit: 'share', better: 'more' },
    { name: 'machine-readable wrong without a written reason', value: unexplained.length, unit: 'count', atMost: 0 },
    { name: 'crashes', value: crashes.length, unit: 'count', atMost: 0 },
    {
      name: `time of the slowest to 3 MB (${slowest.file.split('/').at(-1)})`,
      value: slowest.seconds,
      unit: 'seconds',
      atMost: 5,
    },
  ];
  const report = [
    `${'field and format'.padEnd(30)}  right  wrong  not told`,
    ...byField(all),
    '',
    ...wrong.map(
      ({ field, file, isRight, says }) => `${isRight === null ? 'not told' : 'wrong'}: ${field} of ${file}: ${says}`,
    ),
    ...crashes.map((crash) => `crash: ${crash}`),
  ].join('\n');
  return { figures, report };
};

/** Holds `inspect` against files of governments that people labelled by hand. */
export const inspectEvaluation: Evaluation = {
  id: 'inspect',
  title: 'What files really are and hold',
  needs: sets.map((set) => `corpus/${set}/labels.jsonl`),
  run,
};
