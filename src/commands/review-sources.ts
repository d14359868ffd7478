import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { refusalOf, UserError } from '../model/errors.ts';
import type { DecisionSource, Override, Review } from '../model/review.ts';
import type { Shell } from './shell.ts';

const isAddress = (word: string): boolean => /^https?:\/\//i.test(word) && URL.canParse(word);

const fileSource = (word: string, { cwd }: Shell): DecisionSource => {
  try {
    const bytes = readFileSync(resolve(cwd, word));
    return { file: basename(word), sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (cause) {
    throw new UserError(
      `--evidence: ${word} is neither an address, nor evidence of the review such as ev-3, nor a file that can be read: ${refusalOf(cause)}.`,
      { cause },
    );
  }
};

const sourceOf = (word: string, { evidence }: Review, shell: Shell): string | DecisionSource => {
  if (evidence.some(({ id }) => id === word) || isAddress(word)) return word;
  if (/^ev-\d+$/.test(word))
    throw new UserError(`--evidence: the review has no ${word}; its last is ${evidence.at(-1)?.id ?? 'none'}.`);
  return fileSource(word, shell);
};

/**
 * What a decision rests on, from the words of `--evidence` and `--quote`. A quote belongs to the one source that is named, and
 * stands for itself where there are none or several.
 *
 * @throws UserError for what is neither an address, nor evidence of the review, nor a file.
 */
export const sourcesOf = (
  words: readonly string[],
  quote: string | undefined,
  review: Review,
  shell: Shell,
): Override['evidence'] => {
  const sources = words.map((word) => sourceOf(word, review, shell));
  if (quote === undefined) return sources;
  const [only, ...others] = sources;
  if (only === undefined || others.length > 0) return [...sources, { quote }];
  if (typeof only !== 'string') return [{ ...only, quote }];
  return [{ url: review.evidence.find(({ id }) => id === only)?.url ?? only, quote }];
};
