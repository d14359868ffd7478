import { join } from 'node:path';
import { keepDecisions } from '../audit/decisions.ts';
import { UserError } from '../model/errors.ts';
import type { Fetch } from '../model/exchange.ts';
import type { Review } from '../model/review.ts';
import { addressKey, siteOf } from '../web/address.ts';
import { countingRules } from './counting.ts';
import { type Fetching, openFetching } from './fetching.ts';
import { webAddress } from './outcome.ts';
import { openProgress, type Progress } from './progress.ts';
import { filesOf, foldersBeside, judgeAgain } from './rejudge.ts';
import type { ReviewOptions } from './review-options.ts';
import { stemOf, type Target } from './review-target.ts';
import type { Shell } from './shell.ts';

/** What a person adds to a review before it is judged again. */
export interface Addition {
  /** Addresses to be looked at besides. */
  readonly urls: readonly string[];
  /** The candidate that is the dataset. */
  readonly choose?: string;
}

/**
 * What the review asked for before is answered as it was then, whatever came of it; what is new, and what did not
 * arrive from the sites that are named now, is asked for and recorded.
 */
const both = ({ evidence }: Review, named: readonly string[], held: Fetch, asked: Fetch): Fetch => {
  const known = new Set(evidence.map(({ url }) => addressKey(url)));
  const sites = new Set(named.map(siteOf));
  return async (request) => {
    const exchange = await held(request);
    const { kind } = exchange.reply;
    const isNamed = sites.has(siteOf(request.url));
    const isOpen = isNamed ? kind !== 'arrived' : kind === 'not-captured' && !known.has(addressKey(request.url));
    return isOpen ? asked(request) : exchange;
  };
};

/** A name for the evidence that one look adds, which sorts by time. */
const archiveFor = (target: Target, shell: Shell): string => {
  const moment = shell.now().toISOString().replace(/\D/g, '').slice(0, 17);
  return join(target.folder, `${stemOf(target)}-${moment}.warc.gz`);
};

/** The archives of the review in place of the network, and the network for what is new; with `--replay`, archives alone. */
const openWays = async (
  review: Review,
  target: Target,
  named: readonly string[],
  options: ReviewOptions,
  shell: Shell,
  progress: Progress,
): Promise<Pick<Fetching, 'fetch' | 'close'>> => {
  const archives = { replay: options.replay ?? [], folders: foldersBeside(target.folder, options.store) };
  const files = filesOf(review, archives, shell) ?? [];
  const all = [...new Set([...files, ...(options.replay ?? [])])];
  if (options.replay !== undefined) return openFetching({ replay: all }, shell, progress);
  const live = await openFetching({ ...options, record: options.record ?? archiveFor(target, shell) }, shell, progress);
  if (files.length === 0) {
    shell.tell('odi: the evidence of this review is not at hand, so everything is asked for anew.\n');
    return live;
  }
  const held = await openFetching({ replay: files }, shell, progress);
  return {
    fetch: both(review, named, held.fetch, live.fetch),
    close: async () => {
      await held.close();
      await live.close();
    },
  };
};

/** The candidate of the review that an address names. @throws UserError listing them. */
export const candidateOf = (word: string, { candidates }: Review): string => {
  const found = candidates.find(({ url }) => url === word || addressKey(url) === addressKey(word));
  if (found !== undefined) return found.url;
  const known = candidates.map(({ url }) => url).join(', ');
  throw new UserError(
    `--candidate: ${word} is none of the candidates${known === '' ? '' : ` (${known})`}; look at a new address with --url.`,
  );
};

/**
 * Judges a review again with what a person added, and keeps what people decided as far as it still holds.
 *
 * @param progress - is told each request; the terminal's by default
 * @returns null where the person interrupted it: then nothing was changed
 * @throws UserError where it cannot be judged again.
 */
export const judgeWithAddition = async (
  target: Target,
  { urls: words, choose }: Addition,
  options: ReviewOptions,
  shell: Shell,
  progress: Progress = openProgress(shell, options.quiet === true),
): Promise<Review | null> => {
  const review = target.read();
  const urls = words.map(webAddress);
  if (review.request?.kind === 'check') {
    throw new UserError(
      `${target.name} is a check of one address; check another with "odi check", or audit the place.`,
    );
  }
  const ways = await openWays(review, target, urls, options, shell, progress);
  try {
    const all = choose === undefined ? urls : [...urls, choose];
    const besides = { edition: review.edition, previous: target.previous(), urls: all };
    const judged = await judgeAgain(review, choose === undefined ? besides : { ...besides, choose }, ways.fetch, shell);
    progress.close();
    if (shell.interrupted.aborted) return null;
    if (judged === null)
      throw new UserError(`${target.name} names no place and category, so it cannot be judged again.`);
    const rulesOf = (one: Review) => countingRules(one, shell);
    return await target.update((now) => keepDecisions(judged, now, rulesOf));
  } finally {
    progress.close();
    await ways.close();
  }
};
