import { firstHeader } from '../web/headers.ts';
import type { Sent } from './client.ts';

/** Times a request is asked again. */
export const mostRetries = 2;

/** Milliseconds that a server may make us wait; who asks for more is answered by not asking again. */
const mostPatience = 10_000;

const patience: ReadonlySet<number> = new Set([429, 503]);

/** What `Retry-After` asks for in milliseconds, in seconds or as a date; null where it says nothing. */
export const retryAfter = (value: string | null, now: Date): number | null => {
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
};

/**
 * Milliseconds to wait before a request is asked again; null to leave it at what came. Asked again is what was too
 * much or too early for the server (429, 503), as it says when, and a connection that was cut before a reply.
 */
export const waitBeforeRetry = ({ came, isReset }: Sent, attempt: number, now: Date): number | null => {
  if (attempt >= mostRetries) return null;
  const byDefault = 500 * 2 ** attempt;
  if (isReset) return byDefault;
  if (came.kind !== 'replied' || !patience.has(came.status)) return null;
  const wanted = retryAfter(firstHeader(came.headers, 'Retry-After'), now) ?? byDefault;
  return wanted <= mostPatience ? wanted : null;
};
