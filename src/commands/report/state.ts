import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../model/diff.ts';
import type { DownloadYear, EntryRecord } from '../../report/index.ts';
import type { CountedEntry } from '../scorecards.ts';

/*
 * What a build leaves behind for the next one, beside the pages that it made: digests of what each was written from. It holds
 * nothing that the pages do not, and a site may be published without it.
 */

/** The file of it, in the folder of the site; a folder with one is a site of this program. */
export const stateName = '.odi-report.jsonl';

/** A review as the last build read it. */
export interface KnownReview {
  readonly record: EntryRecord;
  readonly counted: CountedEntry;
}

/** The changes between two reviews, by their digests. */
export interface KnownChanges {
  readonly key: string;
  readonly digests: string;
  readonly changes: readonly Change[];
}

/** A page or file, and the digest of what it is made from. */
export interface KnownPage {
  readonly files: readonly string[];
  readonly digest: string;
}

/** All that a build knows of the one before it. */
export interface BuildState {
  /** Digest of the program and its data: where it is another, nothing is taken from before. */
  readonly program: string;
  readonly reviews: ReadonlyMap<string, KnownReview>;
  readonly changes: ReadonlyMap<string, KnownChanges>;
  readonly pages: ReadonlyMap<string, KnownPage>;
  readonly downloads: ReadonlyMap<number, DownloadYear & { readonly digest: string }>;
}

export const noState: BuildState = {
  program: '',
  reviews: new Map(),
  changes: new Map(),
  pages: new Map(),
  downloads: new Map(),
};

type Line =
  | { readonly review: KnownReview }
  | { readonly change: KnownChanges }
  | { readonly page: readonly [path: string, digest: string, ...files: string[]] }
  | { readonly download: DownloadYear & { readonly digest: string } };

/** The key of a review among the others of a site. */
export const reviewName = ({
  year,
  place,
  category,
}: {
  readonly year: number;
  readonly place: string;
  readonly category: string;
}): string => `${year}/${place}/${category}`;

/** The lines that things were read from: what is the same is written again as it stood. */
const readFrom = new WeakMap<object, string>();

/** Reads what the build before left; nothing where there is none, where it is broken, or where another program made it. */
export const readState = (site: string, program: string): BuildState => {
  let text: string;
  try {
    text = readFileSync(join(site, stateName), 'utf8');
  } catch {
    return noState;
  }
  const [head = '', ...lines] = text.trimEnd().split('\n');
  if (head !== JSON.stringify({ program })) return noState;
  const state = {
    program,
    reviews: new Map<string, KnownReview>(),
    changes: new Map<string, KnownChanges>(),
    pages: new Map<string, KnownPage>(),
    downloads: new Map<number, DownloadYear & { readonly digest: string }>(),
  };
  try {
    for (const text of lines) {
      const line = JSON.parse(text) as Line;
      for (const thing of Object.values(line)) readFrom.set(thing, text);
      if ('review' in line) state.reviews.set(reviewName(line.review.record), line.review);
      else if ('change' in line) state.changes.set(line.change.key, line.change);
      else if ('page' in line) {
        const [path, digest, ...files] = line.page;
        const page = { digest, files };
        readFrom.set(page, text);
        state.pages.set(path, page);
      } else state.downloads.set(line.download.year, line.download);
    }
  } catch {
    return noState;
  }
  return state;
};

const lineOf = (thing: object, line: () => Line): string => readFrom.get(thing) ?? JSON.stringify(line());

/** The lines of a state, one a thing. */
export function* stateLines(state: BuildState): Generator<string> {
  yield `${JSON.stringify({ program: state.program })}\n`;
  for (const review of state.reviews.values()) yield `${lineOf(review, () => ({ review }))}\n`;
  for (const change of state.changes.values()) yield `${lineOf(change, () => ({ change }))}\n`;
  for (const [path, page] of state.pages)
    yield `${lineOf(page, () => ({ page: [path, page.digest, ...page.files] }))}\n`;
  for (const download of state.downloads.values()) yield `${lineOf(download, () => ({ download }))}\n`;
}
