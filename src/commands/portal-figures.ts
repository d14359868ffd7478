import { createHash } from 'node:crypto';
import { relative, resolve } from 'node:path';
import type { GivenPortalReport } from '../audit/commitments/index.ts';
import { readPortalFigures } from '../commitments/portal-figures.ts';
import { parseText } from '../criteria/text.ts';
import { isObject, type Json } from '../model/basics.ts';
import { UserError } from '../model/errors.ts';
import { portalReportFiles } from '../reviews/commitments.ts';
import { readDocument } from './documents.ts';
import type { Shell } from './shell.ts';

const expected = 'A report of odi portal in JSON is expected: make one with --format json --out FILE.';

/** Where the JSON of a text breaks off: the place that the error names, else the end. */
const breakOf = (text: string, error: unknown): string => {
  const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
};

const parsed = (text: string, name: string): Json => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${name}:${breakOf(text, cause)}: this is no JSON. ${expected}`, { cause });
  }
};

/** A file holds one report, or those of all portals of a place under `reports`. */
const reportsIn = (value: Json): readonly (readonly [at: string, report: Json])[] =>
  isObject(value) && Array.isArray(value['reports'])
    ? value['reports'].map((report, index): readonly [string, Json] => [`/reports/${index}`, report])
    : [['', value]];

const read = (path: string, name: string): readonly GivenPortalReport[] => {
  const text = readDocument(path, name, expected);
  return reportsIn(parsed(text, name)).map(([root, report]) => {
    const figures = readPortalFigures(report);
    if ('figures' in figures)
      return { figures, sha256: createHash('sha256').update(JSON.stringify(report)).digest('hex') };
    const at = `${root}${figures.at}`;
    const { line, column } = parseText(text).positionOf(at);
    throw new UserError(`${name}:${line}:${column}: ${at}: ${figures.says}. ${expected}`);
  });
};

/**
 * The reports that were named, and those of the store, each once. A broken one of the store is told and passed over.
 *
 * @throws UserError naming file and line of one that was named and is none.
 */
export const portalReports = (named: readonly string[], store: string, shell: Shell): readonly GivenPortalReport[] => {
  const given = named.flatMap((file) => read(resolve(shell.cwd, file), file));
  const kept = portalReportFiles(store).flatMap((file) => {
    try {
      return read(file, relative(shell.cwd, file));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      shell.tell(`odi: ${error.message} It is passed over.\n`);
      return [];
    }
  });
  return [...new Map([...given, ...kept].map((report) => [report.sha256, report])).values()];
};
