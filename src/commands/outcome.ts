import { type Defect, sentenceOf } from '../model/defect.ts';
import { UserError } from '../model/errors.ts';
import type { Review, ReviewEvidence } from '../model/review.ts';
import { forTerminal } from '../render/escape.ts';
import type { Shell } from './shell.ts';

/** Could nothing at all be fetched? Then the audit says nothing about the publisher. */
export const seenNothing = ({ evidence }: Review): boolean => evidence.every(({ outcome }) => outcome !== 'arrived');

/** Why something was not seen, as its evidence begins; null where it was seen. */
const reasonIn = ({ because }: ReviewEvidence): string | null => because?.split(':', 1)[0] ?? null;

/** The publisher's own doing, or the reviewer's: asking once more tells nothing new. */
const isFinal: ReadonlySet<string | null> = new Set(['robots', 'private-address', 'scheme', 'bad-url']);

/**
 * Did nothing at all arrive because the auditor failed to see? Then the review is worth doing again. Where every address was
 * refused by its robots.txt, or none is known, another run would see no more.
 */
export const failedToSee = (review: Review): boolean =>
  seenNothing(review) && review.evidence.some((one) => !isFinal.has(reasonIn(one)));

/** Was the time allowed for the review used up before everything was asked? */
export const wasLate = ({ evidence }: Review): boolean => evidence.some((one) => reasonIn(one) === 'budget-time');

const unreachable: ReadonlySet<string | null> = new Set(['dns', 'connect']);

/** Could no machine be reached at all, as when the own network is down? */
export const reachedNoMachine = (review: Review): boolean =>
  failedToSee(review) && review.evidence.every((one) => unreachable.has(reasonIn(one)) || isFinal.has(reasonIn(one)));

/** Reports each part of the program that failed on one line; exit code 70 where there was one. */
export const tellDefects = (defects: readonly Defect[], about: string, shell: Shell): void => {
  for (const defect of defects) {
    shell.tell(`odi: ${forTerminal(`${about}: ${sentenceOf(defect)}`)} (a defect of odi; please report it)\n`);
    shell.exit(70);
  }
};

/** What a review is about, as a line names it. */
export const subjectOf = ({ place, category }: Review): string =>
  [place?.id, category?.id].filter((id) => id !== undefined).join(' ') || 'check';

/** Reports the parts of the program that failed in some reviews. */
export const tellDefectsOf = (reviews: readonly Review[], shell: Shell): void => {
  for (const review of reviews) tellDefects(review.defects ?? [], subjectOf(review), shell);
};

/** `localhost`, `data.gov.ma`, `[::1]`, with a port or a path behind it: what is asked for where no scheme is named. */
const bareHost = /^(?:localhost|\[[\da-f:.]+\]|[^\s/?#@:]+\.[^\s/?#@:]+|[^\s/?#@:]+:\d+)(?:[:/?#]|$)/i;

/** What begins an address with a scheme; a host with a port does not. */
const scheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i;

/**
 * An address as it will be asked: `https://` is put before a bare host and path.
 *
 * @throws UserError for what is no web address.
 */
export const webAddress = (text: string): string => {
  const hidden = /[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\u2066-\u2069\ufeff]/.exec(text)?.[0];
  if (hidden !== undefined)
    throw new UserError(
      `${text.replaceAll(hidden, '')} holds a character that nobody sees (U+${hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}), as copied text does; type it anew.`,
    );
  const full = scheme.test(text) ? text : bareHost.test(text) ? `https://${text}` : '';
  if (URL.canParse(full) && /^https?:$/.test(new URL(full).protocol)) return new URL(full).href;
  throw new UserError(`${text} is no web address: one that begins with http:// or https:// is expected.`);
};
