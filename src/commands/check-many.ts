import type { CheckLine, CheckTable, NotChecked, NotCheckedBecause } from '../model/checks.ts';
import { messageOf, openDefects } from '../model/defect.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { renderChecks } from '../render/checks.ts';
import { forTerminal } from '../render/escape.ts';
import { addressKey } from '../web/address.ts';
import { type AddressList, type ListedAddress, readAddressList } from './address-list.ts';
import { askedAddress } from './asked-address.ts';
import { checkLineOf, fixesOf } from './check-line.ts';
import type { CheckOptions, CheckRun } from './check-options.ts';
import { readStream } from './local-file.ts';
import { tellDefects, tellDefectsOf } from './outcome.ts';
import { deliver } from './output.ts';
import { readListApartFor } from './readers.ts';
import { rendered } from './rendered.ts';
import type { Shell } from './shell.ts';

/** Addresses that are checked at once: each waits mostly for its server, and the pace of a host holds over all. */
const atOnce = 4;

/** Lines about scores under the bar. */
const mostUnder = 20;

/** What stands for the list on standard input, among addresses. */
const standardInput = '-';

/** @throws UserError for a word that is no address, and where standard input is asked for twice. */
export const namedAddresses = async (
  words: readonly string[],
  options: CheckOptions,
  shell: Shell,
): Promise<readonly string[]> => {
  if (words.filter((word) => word === standardInput).length > 1)
    throw new UserError('- stands for the list on standard input, which can be read once; name it once.');
  return Promise.all(
    words.map((word) => (word === standardInput ? word : askedAddress(word, 'check', options, shell))),
  );
};

const leftOut = (why: NotCheckedBecause, count: number, example: string | null): readonly NotChecked[] =>
  count <= 0 ? [] : [{ why, count, example }];

const readInput = async ({ shell, options, fetching }: CheckRun): Promise<AddressList> => {
  const name = 'standard input';
  const { bytes, whole } = await readStream(shell.readInput());
  if (!whole) throw new UserError(`The list on ${name} is larger than any list of addresses; cut it into parts.`);
  const defects = openDefects();
  const list = await readAddressList(bytes, {
    ...{ name, most: options.limit, fetch: fetching.fetch, readApart: readListApartFor(shell) },
    report: defects.report,
  });
  tellDefects(defects.list(), name, shell);
  // Sitemaps that could not be had are our failure to see, and no mistake of the list.
  if (list.addresses.length > 0 || list.left.some(({ why }) => why === 'sitemap-not-read')) return list;
  throw new UserError(
    `The list on ${name} names no address: one a line, a sitemap or the answer of a catalogue is expected.`,
  );
};

/** The addresses of a run, each once, and what of the list is left out. */
const addressesOf = async (named: readonly string[], run: CheckRun): Promise<AddressList> => {
  const list = named.includes(standardInput) ? await readInput(run) : { addresses: [], left: [] };
  const all = named.flatMap((url): readonly ListedAddress[] =>
    url === standardInput ? list.addresses : [{ url, title: '' }],
  );
  const distinct = new Map<string, ListedAddress>();
  const repeated: string[] = [];
  for (const one of all) {
    const key = addressKey(one.url) ?? one.url;
    if (distinct.has(key)) repeated.push(one.url);
    else distinct.set(key, one);
  }
  const addresses = [...distinct.values()];
  // Those that are named one by one are wanted, all of them.
  const most = Math.max(run.options.limit, named.length);
  return {
    addresses: addresses.slice(0, most),
    left: [
      ...list.left,
      ...leftOut('repeated', repeated.length, repeated[0] ?? null),
      ...leftOut('over-limit', addresses.length - most, addresses[most]?.url ?? null),
    ],
  };
};

/** A check that ended, with its address. */
interface Ended {
  readonly line: CheckLine;
  /** In the language of the document. */
  readonly review: Review;
  readonly isPrivate: boolean;
}

/** Checks one address; null where the person interrupted it. A defect of the program is told, and costs this check alone. */
const attempt = async (
  address: ListedAddress,
  { checkOne, language, shell }: CheckRun,
): Promise<Ended | 'defect' | null> => {
  try {
    const review = await checkOne(address.url);
    if (shell.interrupted.aborted) return null;
    const isPrivate = checkLineOf(address, review).unseen?.startsWith('private-address') === true;
    const [told = review] = await language.tell([review]);
    return { line: checkLineOf(address, told), review: told, isPrivate };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const about = forTerminal(`${address.url}: ${messageOf(error)}`);
    shell.tell(`odi: ${about} (a defect of odi that cost this check; please report it)\n`);
    shell.exit(70);
    return 'defect';
  }
};

/** What became of each address, in the order of the list; what was not begun, or not ended, is null. */
const checkAll = async (
  addresses: readonly ListedAddress[],
  run: CheckRun,
): Promise<readonly (Ended | 'defect' | null)[]> => {
  const results: (Ended | 'defect' | null)[] = addresses.map(() => null);
  const { shell, progress } = run;
  let [next, done] = [0, 0];
  let failure: unknown = null;
  const work = async (): Promise<void> => {
    while (next < addresses.length && failure === null && !shell.interrupted.aborted) {
      const at = next;
      next += 1;
      const address = addresses[at];
      if (address === undefined) return;
      try {
        results[at] = await attempt(address, run);
      } catch (error) {
        // The others end what they have begun.
        failure = error;
        return;
      }
      done += 1;
      progress.step(address.url, done, addresses.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (failure !== null) throw failure;
  return results;
};

const tableOf = (
  addresses: readonly ListedAddress[],
  results: readonly (Ended | 'defect' | null)[],
  left: readonly NotChecked[],
  { subject, options }: CheckRun,
): CheckTable => {
  const ended = results.flatMap((result) => (result === null || result === 'defect' ? [] : [result]));
  const lines = ended.map(({ line }) => line);
  const least = options.failUnder ?? null;
  const without = (what: 'defect' | null): readonly string[] =>
    addresses.flatMap(({ url }, at) => (results[at] === what ? [url] : []));
  const [broken, unended] = [without('defect'), without(null)];
  return {
    format: 'odi-checks/1',
    ...{ edition: subject.edition.id, year: subject.year, asOf: subject.asOf },
    counts: {
      checked: lines.length,
      open: lines.filter(({ isOpen }) => isOpen).length,
      unseen: lines.filter(({ unseen }) => unseen !== null).length,
      under: least === null ? null : lines.filter(({ score }) => score.points < least).length,
    },
    ...{
      least,
      fixes: fixesOf(ended.flatMap(({ line, review }) => (line.unseen === null ? [review] : []))),
      addresses: lines,
    },
    notChecked: [
      ...left,
      ...leftOut('defect', broken.length, broken[0] ?? null),
      ...leftOut('interrupted', unended.length, unended[0] ?? null),
    ],
    reviews: ended.map(({ review }) => review),
  };
};

const tellUnder = ({ addresses, least }: CheckTable, { shell }: CheckRun): void => {
  const under = least === null ? [] : addresses.filter(({ score }) => score.points < least);
  for (const { url, score } of under.slice(0, mostUnder))
    shell.tell(`${forTerminal(url)}: ${score.points} points, under ${least}.\n`);
  if (under.length > mostUnder) shell.tell(`… and ${under.length - mostUnder} more under ${least}.\n`);
  if (under.length > 0) shell.exit(1);
};

/** Addresses of a list that are private, which `--allow-private` lets in. */
const tellPrivate = (
  results: readonly (Ended | 'defect' | null)[],
  { allowPrivate, replay }: CheckOptions,
  { tell }: Shell,
): void => {
  const count = results.filter((one) => one !== null && one !== 'defect' && one.isPrivate).length;
  if (count > 0 && allowPrivate !== true && replay === undefined)
    tell(`odi: private addresses were not asked (${count} of the list); add --allow-private if you mean them.\n`);
};

/**
 * Checks several addresses, a few at once, and gives one table. What was ended before Ctrl-C is kept. Exit code 3 where nothing could
 * be seen at any of them.
 */
export const checkMany = async (named: readonly string[], run: CheckRun): Promise<void> => {
  const { shell, options, progress } = run;
  const { addresses, left } = await addressesOf(named, run);
  const results = await checkAll(addresses, run);
  progress.close();
  const table = tableOf(addresses, results, left, run);
  const document = await rendered(
    () =>
      renderChecks(table, options.format, { ...shell.terminal, full: options.verbose === true }, run.language.messages),
    options.format,
    'the table is lost',
    shell,
  );
  if (document !== null) deliver(shell, document, options.out);
  tellDefectsOf(table.reviews, shell);
  tellPrivate(results, options, shell);
  tellUnder(table, run);
  if (table.counts.checked === table.counts.unseen) shell.exit(3);
};
