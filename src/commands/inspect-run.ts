import { inspectWords, sourceOfBytes } from '../inspect/index.ts';
import type { CriterionFinding } from '../model/check.ts';
import type { Category, Place } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Inspection, Warning } from '../model/inspection.ts';
import { fileName } from '../web/address.ts';
import { declaredType } from '../web/headers.ts';
import { privateRefusal } from './asked-address.ts';
import { dayOf, type Fetching, openFetching } from './fetching.ts';
import { openLocal, readStream, streamed } from './local-file.ts';
import type { FetchOptions, NoiseOptions } from './options.ts';
import { webAddress } from './outcome.ts';
import { openProgress } from './progress.ts';
import { type Inspected, inspectBounded, readApartFor } from './readers.ts';
import type { Shell } from './shell.ts';
import { editionOf } from './subject.ts';

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
  readonly inspected: Inspected;
  readonly lost: Warning | null;
}

const sourceOf = ({ url, reply }: Exchange): Opened => {
  if (reply.kind === 'arrived') {
    const declared = declaredType(reply.headers);
    const { finalUrl, body, complete, totalBytes, status } = reply;
    const about = { name: fileName(finalUrl), url: finalUrl, declared, size: totalBytes, complete };
    const says = `The server answered ${status}: what follows is its refusal, not the file.`;
    const inspected = { source: sourceOfBytes(body, about), path: null, bytes: body };
    return { name: url, inspected, lost: status < 400 ? null : { code: 'http-status', says } };
  }
  const detail =
    reply.kind === 'not-captured'
      ? 'it is not in the archives of the replay'
      : `${reply.reason}${reply.detail && `: ${reply.detail}`}`;
  const bytes = new Uint8Array(0);
  const source = sourceOfBytes(bytes, { name: fileName(url), url, complete: false });
  return {
    name: url,
    inspected: { source, path: null, bytes },
    lost: { code: 'not-fetched', says: `The address could not be fetched: ${detail}.` },
  };
};

/** One address, as its scripts draw it where that is asked for, or where an archive may hold it so. */
const fetched = async (
  url: string,
  fetching: Fetching,
  options: Request['options'],
  shell: Shell,
): Promise<Exchange> => {
  const request = { url, ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }) };
  if (options.render !== true && options.replay === undefined) return fetching.fetch(request);
  const [{ fetchDrawn }, { openAuditData }] = await Promise.all([
    import('../audit/draw.ts'),
    import('../audit/data.ts'),
  ]);
  // What a page shows is the same under every edition.
  const edition = editionOf('godi-2015', shell);
  const asOf = dayOf(undefined, fetching, shell);
  const data = openAuditData(shell.criteria, edition, readApartFor(shell));
  return fetchDrawn(request, fetching.fetch, data, { edition, asOf });
};

/** Opens addresses, all by one way to fetch, which is opened for the first of them. */
interface AddressOpener {
  readonly open: (url: string) => Promise<Opened>;
  readonly close: () => Promise<void>;
}

const addressOpener = (options: Request['options'], shell: Shell, addresses: number): AddressOpener => {
  const progress = openProgress(shell, options.quiet === true);
  let fetching: Promise<Fetching> | null = null;
  return {
    open: async (url) => {
      const refusal = await privateRefusal(url, options);
      if (refusal !== null) throw new UserError(refusal);
      fetching ??= openFetching(options, shell, progress, { reviews: addresses });
      return sourceOf(await fetched(url, await fetching, options, shell));
    },
    close: async () => {
      progress.close();
      await (await fetching)?.close();
    },
  };
};

/** Is a target an address, and not the name of a file? */
const isAddress = (target: string): boolean => /^https?:\/\//i.test(target);

const open = async (target: string, addresses: AddressOpener, shell: Shell): Promise<Opened> => {
  if (isAddress(target)) return addresses.open(webAddress(target));
  if (target !== '-') return { name: target, lost: null, inspected: await openLocal(target, shell.cwd) };
  return { name: 'standard input', lost: null, inspected: streamed(await readStream(shell.readInput()), '') };
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

const inspectOpened = async (
  target: string,
  request: Request,
  addresses: AddressOpener,
  shell: Shell,
): Promise<InspectedFile> => {
  const { category, options } = request;
  // Asked for first, and loaded while the file is read.
  const loading = category === null ? null : import('../content/index.ts');
  const words = inspectWords(shell.criteria);
  const opened = await open(target, addresses, shell);
  const limits = options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes };
  const found = await inspectBounded(opened.inspected, { ...words, limits }, shell);
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

/**
 * Opens a file, an address or standard input, inspects it, and holds it against the criteria of a category.
 *
 * @throws UserError where there is no such file.
 */
export const inspectTarget = async (target: string, request: Request, shell: Shell): Promise<InspectedFile> => {
  const addresses = addressOpener(request.options, shell, 1);
  try {
    return await inspectOpened(target, request, addresses, shell);
  } finally {
    await addresses.close();
  }
};

/** A target that there is nothing to inspect of: what is wrong with it, and what to do. */
export interface NotInspected {
  readonly name: string;
  readonly error: string;
}

/** Is it a target that could not be opened? */
export const isNotInspected = (given: InspectedFile | NotInspected): given is NotInspected => 'error' in given;

/**
 * Inspects several targets, one after the other. One that cannot be opened stops no other; Ctrl-C ends after the one that is being
 * read.
 */
export const inspectTargets = async (
  targets: readonly string[],
  request: Request,
  shell: Shell,
): Promise<readonly (InspectedFile | NotInspected)[]> => {
  const addresses = addressOpener(request.options, shell, targets.filter(isAddress).length);
  const inspected: (InspectedFile | NotInspected)[] = [];
  try {
    for (const target of targets) {
      if (shell.interrupted.aborted) break;
      try {
        inspected.push(await inspectOpened(target, request, addresses, shell));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        inspected.push({ name: target, error: error.message });
      }
    }
    return inspected;
  } finally {
    await addresses.close();
  }
};
