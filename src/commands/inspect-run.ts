import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { inspect, inspectWords, sourceOfBytes } from '../inspect/index.ts';
import type { CriterionFinding } from '../model/check.ts';
import type { Category, Place } from '../model/data.ts';
import { refusalOf, UserError } from '../model/errors.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Inspection, Source, Warning } from '../model/inspection.ts';
import { fileName } from '../web/address.ts';
import { declaredType } from '../web/headers.ts';
import { openFetching } from './fetching.ts';
import type { FetchOptions, NoiseOptions } from './options.ts';
import { openProgress } from './progress.ts';
import type { Shell } from './shell.ts';

/** An inspected file, with the criteria it was held against. */
export interface InspectedFile {
  /** File name or address. */
  readonly name: string;
  readonly inspection: Inspection;
  /** The format in words. */
  readonly title: string;
  readonly category: { readonly id: string; readonly title: string } | null;
  readonly findings: readonly CriterionFinding[];
  /** True where an address gave nothing to look at. */
  readonly isLost: boolean;
}

/** What is asked besides the target. */
export interface Request {
  readonly category: Category | null;
  readonly place: Place | null;
  readonly options: FetchOptions & NoiseOptions;
}

interface Opened {
  readonly name: string;
  readonly source: Source;
  readonly lost: Warning | null;
}

const sizeOf = (path: string, given: string): number | null => {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new UserError(`${given} is a folder; name a file in it.`);
    return stats.isFile() ? stats.size : null;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`${given} cannot be read: ${refusalOf(cause)}.`, { cause });
  }
};

/** A file on disk, read as a stream as often as it is asked for; `url` stays unknown. */
const openFile = (given: string, shell: Shell): Opened => {
  const path = resolve(shell.cwd, given);
  const size = sizeOf(path, given);
  const name = basename(path);
  const chunks = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 2 ** 18 });
  return { name: given, lost: null, source: { name, url: null, declared: null, size, complete: true, chunks } };
};

const sourceOf = ({ url, reply }: Exchange): Opened => {
  if (reply.kind === 'arrived') {
    const declared = declaredType(reply.headers);
    const { finalUrl, body, complete, totalBytes, status } = reply;
    const about = { name: fileName(finalUrl), url: finalUrl, declared, size: totalBytes, complete };
    const says = `The server answered ${status}: what follows is its refusal, not the file.`;
    return { name: url, source: sourceOfBytes(body, about), lost: status < 400 ? null : { code: 'http-status', says } };
  }
  const detail =
    reply.kind === 'not-captured'
      ? 'it is not in the archives of the replay'
      : `${reply.reason}${reply.detail && `: ${reply.detail}`}`;
  const nothing = sourceOfBytes(new Uint8Array(0), { name: fileName(url), url, complete: false });
  return {
    name: url,
    source: nothing,
    lost: { code: 'not-fetched', says: `The address could not be fetched: ${detail}.` },
  };
};

const openUrl = async (url: string, options: Request['options'], shell: Shell): Promise<Opened> => {
  const progress = openProgress(shell, options.quiet === true);
  const fetching = await openFetching(options, shell, progress);
  try {
    return sourceOf(
      await fetching.fetch({ url, ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }) }),
    );
  } finally {
    progress.close();
    await fetching.close();
  }
};

const open = async (target: string, options: Request['options'], shell: Shell): Promise<Opened> => {
  if (/^https?:\/\//i.test(target)) return openUrl(new URL(target).href, options, shell);
  if (target !== '-') return openFile(target, shell);
  return { name: 'standard input', lost: null, source: sourceOfBytes(await shell.readInput(), { name: '' }) };
};

const judge = (
  name: string,
  inspection: Inspection,
  { category, place }: Request,
  shell: Shell,
  content: typeof import('../content/index.ts') | null,
): readonly CriterionFinding[] => {
  if (category === null || content === null) return [];
  const { conceptsFor, fieldReaderFor, judgeContent } = content;
  const facts = Object.entries(place?.facts ?? {}).map(([key, { value }]) => [key, value] as const);
  return judgeContent({
    files: [{ evidence: 'ev-1', name, inspection }],
    category,
    edition: 'godi-2015',
    concepts: conceptsFor(shell.criteria, category.id),
    reader: fieldReaderFor(shell.criteria, category.id),
    place: place === null ? null : { facts: Object.fromEntries(facts), parts: place.subdivisions ?? [] },
    asOf: shell.now().toISOString().slice(0, 10),
    whole: true,
  }).findings;
};

/**
 * Opens a file, an address or standard input, inspects it, and holds it against the criteria of a category.
 *
 * @throws UserError where there is no such file.
 */
export const inspectTarget = async (target: string, request: Request, shell: Shell): Promise<InspectedFile> => {
  const { category, options } = request;
  // Asked for first, and loaded while the file is read.
  const loading = category === null ? null : import('../content/index.ts');
  const words = inspectWords(shell.criteria);
  const opened = await open(target, options, shell);
  const limits = options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes };
  const found = await inspect(opened.source, { ...words, limits });
  const inspection = opened.lost === null ? found : { ...found, warnings: [opened.lost, ...found.warnings] };
  return {
    name: opened.name,
    inspection,
    title: words.formats.formats.find(({ id }) => id === inspection.format)?.title ?? inspection.format,
    category: category === null ? null : { id: category.id, title: category.titles['en'] ?? category.id },
    findings: judge(opened.name, inspection, request, shell, await loading),
    isLost: opened.lost?.code === 'not-fetched',
  };
};
