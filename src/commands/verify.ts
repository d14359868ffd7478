import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EvidenceMismatch, NamedReview, Verification } from '../audit/verify.ts';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import type { Command } from './command.ts';
import { readDocument } from './documents.ts';
import { collect, type OutputOptions, withOutput, withStore } from './options.ts';
import { deliver } from './output.ts';
import type { Shell } from './shell.ts';

interface VerifyOptions extends OutputOptions {
  readonly store: string;
  readonly review?: readonly string[];
}

/** The reviews of a file that `audit` or `check` wrote: one, or several under `reviews`. */
const reviewsIn = async (name: string, shell: Shell): Promise<readonly NamedReview[]> => {
  const [{ parseReview }, { countingOf }] = await Promise.all([import('../reviews/shape.ts'), import('./counting.ts')]);
  const text = readDocument(resolve(shell.cwd, name), name, 'A review file is expected.');
  const parts = partsOf(text);
  return parts.map((part) => {
    const parsed = parseReview(part, countingOf(shell));
    if ('fault' in parsed) throw new UserError(`${name} is no review: ${parsed.fault}.`);
    return { name, review: parsed.review };
  });
};

/** Each review of a text on its own; what is no JSON is left to the one that reads reviews. */
const partsOf = (text: string): readonly string[] => {
  try {
    const value: unknown = JSON.parse(text);
    const several = typeof value === 'object' && value !== null && 'reviews' in value ? value.reviews : null;
    return Array.isArray(several) ? several.map((review) => JSON.stringify(review)) : [text];
  } catch {
    return [text];
  }
};

const storedReviews = async (store: string, shell: Shell): Promise<readonly NamedReview[]> => {
  const { storeAt } = await import('./store-at.ts');
  const found: NamedReview[] = [];
  for (const stored of storeAt(store, shell).stream()) {
    if ('review' in stored) found.push({ name: stored.file, review: stored.review });
    else shell.tell(`odi: ${stored.file} is passed over: ${stored.fault}.\n`);
  }
  return found;
};

/** The archive that is named: here, or in a folder that the database names for the archives of its reviews. */
const captureAt = async (capture: string, { store, review }: VerifyOptions, shell: Shell): Promise<string> => {
  const here = resolve(shell.cwd, capture);
  if (existsSync(here) || review !== undefined || !isDatabaseAddress(store)) return here;
  const { databaseStore } = await import('./store-at.ts');
  const folders = databaseStore(store, shell).archives();
  return folders.map((folder) => resolve(folder, capture)).find(existsSync) ?? here;
};

const whys: Readonly<Record<EvidenceMismatch['why'], string>> = {
  missing: 'is not in the archive',
  different: 'is not what the archive holds',
};

const evidenceLine = ({ review, evidence, url, record, why }: EvidenceMismatch): string =>
  `${evidence} of ${review} (${url}, record ${record}) ${whys[why]}.`;

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const linesOf = (found: Verification): readonly string[] => {
  const { capture, records, digests, mismatches, reviews, cited, evidenceMismatches, unreadable } = found;
  const wrong = mismatches.length + evidenceMismatches.length;
  return [
    `${capture}: ${plural(records, 'record')}, ${plural(digests, 'digest')} compared.`,
    reviews === 0
      ? 'No review cites it.'
      : `${plural(reviews, 'review cites', 'reviews cite')} it, with ${plural(cited, 'piece', 'pieces')} of evidence.`,
    ...mismatches.map(
      ({ record, type, url, of, claimed }) =>
        `The ${of} of ${record} (${type}${url === null ? '' : ` of ${url}`}) is not what its digest ${claimed} says.`,
    ),
    ...evidenceMismatches.map(evidenceLine),
    ...(unreadable === null ? [] : [unreadable]),
    wrong > 0 ? `${plural(wrong, 'mismatch', 'mismatches')}.` : unreadable === null ? 'Everything matches.' : '',
  ].filter((line) => line !== '');
};

const isWrong = ({ mismatches, evidenceMismatches }: Verification): boolean =>
  mismatches.length + evidenceMismatches.length > 0;

/** `odi verify <capture>`: digests of an evidence archive, and the reviews that cite it. */
export const verify: Command = (program, shell) => {
  const words = program
    .command('verify')
    .description('check an evidence archive against its digests and the reviews that cite it')
    .argument('<capture>', 'a WARC or WACZ file')
    .option('--review <file>', 'a review file to check instead of the store (repeatable)', collect);
  withOutput(withStore(words), ['text', 'json']).action(async (capture: string, options: VerifyOptions) => {
    const [work, { asJson, forTerminal }] = await Promise.all([
      import('../audit/verify.ts'),
      import('../render/escape.ts'),
    ]);
    const reviews: readonly NamedReview[] =
      options.review === undefined
        ? await storedReviews(options.store, shell)
        : (await Promise.all(options.review.map((name) => reviewsIn(name, shell)))).flat();
    const found = await work.verify(await captureAt(capture, options, shell), reviews);
    const document = options.format === 'json' ? asJson(found) : linesOf(found).map(forTerminal).join('\n');
    deliver(shell, document, options.out);
    if (found.unreadable !== null) shell.tell(`odi: ${forTerminal(found.unreadable)}\n`);
    shell.exit(found.unreadable !== null ? 2 : isWrong(found) ? 1 : 0);
  });
};
