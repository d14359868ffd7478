import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';

/** Could nothing at all be fetched? Then the audit says nothing about the publisher. */
export const seenNothing = ({ evidence }: Review): boolean => evidence.every(({ outcome }) => outcome !== 'arrived');

/** Did a check break? Its question is Unsure in the review, and the program is at fault. */
export const hasBroken = ({ answers }: Review): boolean =>
  Object.values(answers).some(({ reason }) => reason === 'check-broken');

/**
 * An address as it will be asked: `https://` is put before a bare host and path.
 *
 * @throws UserError for what is no web address.
 */
export const webAddress = (text: string): string => {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`;
  if (URL.canParse(full) && /^https?:$/.test(new URL(full).protocol)) return new URL(full).href;
  throw new UserError(`${text} is no web address: one that begins with http:// or https:// is expected.`);
};
