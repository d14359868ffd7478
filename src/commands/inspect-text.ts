import type { CriterionFinding } from '../model/check.ts';
import type { Column, Inspection, Member, Table } from '../model/inspection.ts';
import { forTerminal } from '../render/escape.ts';
import { openLayout } from '../render/layout.ts';
import { type Pen, paint, section, type TerminalOptions, takePen } from '../render/pen.ts';
import { marks, sizeOf } from '../render/words.ts';
import type { InspectedFile } from './inspect-run.ts';

type Lines = readonly string[];

/** Tables, columns and members that are shown in full; the JSON has all. */
const MOST_TABLES = 5;
const MOST_COLUMNS = 40;
const MOST_MEMBERS = 30;
const margin = '  ';

/** `14,210`, the same on every machine. */
const figure = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

const delimiters: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

const languageOf = (tag: string): string =>
  new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;

const header = (pen: Pen, { name, inspection, title }: InspectedFile): Lines => {
  const { bytes, encoding, delimiter, language, machineReadable, machineReadableBecause } = inspection;
  const facts = [
    bytes === null ? 'size unknown' : sizeOf(bytes),
    encoding ?? '',
    delimiter === null ? '' : (delimiters[delimiter] ?? `“${delimiter}” between fields`),
    language === null ? '' : languageOf(language),
    ...inspection.standards,
  ].filter((fact) => fact !== '');
  const verdict = `${marks[machineReadable]} ${machineReadable}`;
  return [
    pen.ink.bold(pen.layout.spread(forTerminal(name), forTerminal(title), pen.width)),
    ...pen.layout.wrap(forTerminal(facts.join(' · ')), pen.width).map((line) => pen.ink.dim(line)),
    '',
    `machine-readable  ${paint(pen, machineReadable)(verdict)}${pen.ink.dim(`  ${machineReadableBecause}`)}`,
    ...(inspection.period === null ? [] : [`values from       ${inspection.period.from} to ${inspection.period.to}`]),
  ];
};

const shape = ({ rows, columns, headerRows, above }: Table): string => {
  const titles = above - headerRows;
  const parts = [
    rows === null ? 'rows not counted' : counted(rows, 'row'),
    counted(columns.length, 'column'),
    headerRows === 0 ? '' : counted(headerRows, 'header row'),
    titles > 0 ? `${counted(titles, 'row')} above` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
};

const columnLine = (pen: Pen, { name, type, fill, distinct, distinctIsFloor, examples }: Column): string => {
  const nameCells = Math.max(18, Math.floor(pen.width * 0.36));
  const cell = (text: string, cells: number): string => pen.layout.padEnd(pen.layout.clip(text, cells), cells);
  const figures = `${String(Math.round(fill * 100)).padStart(4)} %${`${distinctIsFloor ? '≥' : ''}${figure(distinct)}`.padStart(10)}`;
  const room = pen.width - margin.length - nameCells - 1 - 8 - figures.length - 2;
  const shown = forTerminal(examples.slice(0, 3).join(', '));
  return `${margin}${cell(forTerminal(name), nameCells)} ${cell(type, 8)}${figures}  ${pen.ink.dim(pen.layout.clip(shown, room))}`.trimEnd();
};

const columnHeads = (pen: Pen): string => {
  const nameCells = Math.max(18, Math.floor(pen.width * 0.36));
  return pen.ink.dim(`${margin}${'column'.padEnd(nameCells)} ${'type'.padEnd(8)}filled  distinct  examples`);
};

const table = (pen: Pen, given: Table): Lines => [
  '',
  pen.ink.bold(pen.layout.clip(forTerminal(given.name) || 'table', pen.width)),
  ...pen.layout.hang(margin, shape(given), pen.width),
  ...given.titles
    .slice(0, 4)
    .flatMap((title) => pen.layout.hang(`${margin}│ `, pen.layout.clip(forTerminal(title), pen.width * 2), pen.width))
    .map((line) => pen.ink.dim(line)),
  ...(given.columns.length === 0 ? [] : [columnHeads(pen)]),
  ...given.columns.slice(0, MOST_COLUMNS).map((column) => columnLine(pen, column)),
  ...more(pen, given.columns.length - MOST_COLUMNS, 'column'),
];

const more = (pen: Pen, count: number, what: string): Lines =>
  count > 0
    ? [pen.ink.dim(`${margin}and ${counted(count, `more ${what}`, `more ${what}s`)} (--format json shows all)`)]
    : [];

const member = (pen: Pen, { path, bytes, inspection }: Member): string => {
  const rows = inspection?.tables.reduce((sum, { rows }) => sum + (rows ?? 0), 0) ?? 0;
  const right = [
    inspection?.format ?? 'not read',
    bytes === null ? '' : sizeOf(bytes),
    rows > 0 ? counted(rows, 'row') : '',
  ];
  return (
    margin +
    pen.layout
      .spread(forTerminal(path), right.filter((part) => part !== '').join(', '), pen.width - margin.length)
      .trimEnd()
  );
};

const pageLines = (pen: Pen, page: NonNullable<Inspection['page']>): Lines => [
  ...pen.layout.hang(margin, forTerminal(page.title) || 'no title', pen.width),
  ...pen.layout.hang(
    margin,
    [
      counted(page.links.length, 'link'),
      counted(page.forms.length, 'form'),
      counted(page.scripts.count, 'script'),
      counted(page.images, 'picture'),
    ].join(', '),
    pen.width,
  ),
  ...page.headings
    .slice(0, 8)
    .map((heading) => pen.ink.dim(`${margin}${pen.layout.clip(forTerminal(heading), pen.width - 2)}`)),
];

/** The beginning of what can be read, some lines of it. */
const textLines = (pen: Pen, text: string): Lines =>
  pen.layout
    .wrap(pen.layout.clip(forTerminal(text.slice(0, 2_000)), pen.width * 6), pen.width - 2)
    .slice(0, 6)
    .map((line) => pen.ink.dim(margin + line));

const finding = (pen: Pen, { answer, label, says, required, where }: CriterionFinding): Lines => [
  `${margin}${paint(pen, answer)(pen.layout.padEnd(`${marks[answer]} ${answer}`, 10))}${forTerminal(label)}${required ? '' : pen.ink.dim(' (not required)')}`,
  ...pen.layout.hang(margin + ' '.repeat(10), forTerminal(says), pen.width),
  ...where
    .slice(0, 2)
    .map(({ part = '', quote = '' }) =>
      pen.ink.dim(
        margin +
          ' '.repeat(10) +
          pen.layout.clip(
            [forTerminal(part), quote && `“${forTerminal(quote)}”`].filter((text) => text !== '').join(' '),
            pen.width - 12,
          ),
      ),
    ),
];

/** All outside text that may be shown, for the layout to learn what it has to measure. */
const sampleOf = ({ name, inspection, findings }: InspectedFile): string =>
  [
    name,
    inspection.page?.title ?? '',
    ...(inspection.page?.headings ?? []),
    inspection.text.slice(0, 2_000),
    ...inspection.members.map(({ path }) => path),
    ...inspection.tables.flatMap((one) => [
      one.name,
      ...one.titles,
      ...one.columns.flatMap((column) => [column.name, ...column.examples]),
    ]),
    ...findings.flatMap(({ says, where }) => [says, ...where.map(({ quote = '' }) => quote)]),
  ].join(' ');

/** What a person reads on a terminal: the format, the tables with their columns, the warnings and the criteria. */
export const inspectionText = async (seen: InspectedFile, terminal: TerminalOptions): Promise<string> => {
  const pen = takePen(terminal, await openLayout(sampleOf(seen)));
  const { inspection, category, findings } = seen;
  const { tables, members, page, text, warnings } = inspection;
  const lines = [
    ...header(pen, seen),
    ...section(pen, 'Page', page === null ? [] : pageLines(pen, page)),
    ...section(pen, 'Text', text === '' || tables.length > 0 ? [] : textLines(pen, text)),
    ...section(pen, 'Members', [
      ...members.slice(0, MOST_MEMBERS).map((one) => member(pen, one)),
      ...more(pen, members.length - MOST_MEMBERS, 'member'),
    ]),
    ...tables.slice(0, MOST_TABLES).flatMap((one) => table(pen, one)),
    ...(tables.length > MOST_TABLES ? ['', ...more(pen, tables.length - MOST_TABLES, 'table')] : []),
    ...section(
      pen,
      'Warnings',
      warnings.flatMap(({ says }) => pen.layout.hang(`${margin}- `, forTerminal(says), pen.width)),
    ),
    ...section(
      pen,
      category === null ? '' : `Criteria of ${category.title}`,
      findings.flatMap((one) => finding(pen, one)),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
