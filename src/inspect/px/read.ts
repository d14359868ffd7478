import type { Warning } from '../../model/inspection.ts';
import type { Period } from '../../time/period.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { TableBuilder } from '../table/builder.ts';
import { charsetOf, decode, doubtBesideName } from '../text/encoding.ts';
import { type Cube, cubeOf, figuresIn, rowsOf, said, sizeOf } from './cube.ts';
import { type Keyword, readKeywords } from './keywords.ts';
import { periodOfValues } from './time.ts';

/** Keywords are ASCII: the page of the letters can be read before them. */
const declaredPage = (head: Uint8Array): string | null =>
  /\bCODEPAGE\s*=\s*"([\w.:-]{1,40})"/.exec(Buffer.from(head).toString('latin1'))?.[1] ?? null;

/** Keywords whose strings speak of all of the table. */
const telling = ['TITLE', 'SUBJECT-AREA', 'UNITS', 'SOURCE'];

const titlesOf = (keywords: readonly Keyword[]): readonly string[] =>
  telling.map((name) => said(keywords, name).join(' ').replace(/\s+/g, ' ').trim()).filter((title) => title !== '');

/** The period of the variable that is told to be time, else of the one whose values all are periods. */
const periodIn = ({ stub, heading }: Cube, keywords: readonly Keyword[]): Period | null => {
  const told = keywords.find(({ name, language }) => name === 'TIMEVAL' && language === null)?.of[0]?.trim();
  const variables = [...stub, ...heading];
  const asked = told === undefined ? variables : variables.filter(({ name }) => name === told);
  return asked.map(({ values }) => periodOfValues(values)).find((period) => period !== null) ?? null;
};

/** A file that was cut, or says something else than it holds. */
const lacksOf = ({ stub, heading, isSparse }: Cube, found: number): readonly Warning[] => {
  const row = stub.length + sizeOf(heading);
  const described = isSparse ? Math.ceil(found / row) * row : sizeOf([...stub, ...heading]);
  return found === described
    ? []
    : [{ code: 'truncated-table', says: `${described} figures are described, ${found} are in the file.` }];
};

const unreadable = (says: string): FileReading => ({
  format: 'px',
  complete: false,
  warnings: [{ code: 'unreadable', says }],
});

/** Reads a PC-Axis file as one row for each figure: the values of all variables, then the figure. */
export const readPx = async (context: Context): Promise<FileReading> => {
  const { source, limits, cells, detect, head } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const encoding = detect(head, declaredPage(head) ?? charsetOf(source.declared));
  const text = decode(bytes, encoding);
  const { all: keywords, dataAt } = readKeywords(text);
  const cube = cubeOf(keywords);
  if (cube === null || dataAt === null) return unreadable('The file does not describe its variables and their values.');
  const { stub, heading, contents } = cube;
  const names = [...stub, ...heading].map(({ name }) => name);
  const titles = titlesOf(keywords);
  const builder = new TableBuilder({ name: '', declared: [...names, contents || 'value'] }, cells, limits);
  let found = 0;
  const figures = function* (): Generator<string> {
    for (const figure of figuresIn(text, dataAt)) {
      found += 1;
      yield figure;
    }
  };
  for (const row of rowsOf(cube, figures())) builder.add(row);
  const lacks = lacksOf(cube, found);
  const isWhole = whole && lacks.length === 0;
  const table = builder.finish(isWhole);
  return {
    format: 'px',
    encoding: encoding.name,
    language: said(keywords, 'LANGUAGE')[0] ?? null,
    tables: table === null ? [] : [{ ...table, titles }],
    period: periodIn(cube, keywords),
    complete: isWhole,
    warnings: [...doubtBesideName(encoding), ...(whole ? lacks : [])],
  };
};
