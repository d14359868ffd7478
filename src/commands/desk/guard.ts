import { randomBytes, timingSafeEqual } from 'node:crypto';

/*
 * Who may speak to the desk: the browser that opened the address which the terminal showed, and nobody else. Any page of the web can send
 * requests to this machine, any name of the web can be made to lead to it, and any program on it can connect.
 */

/** A secret of 256 bits, as an address can hold it. */
export const secret = (): string => randomBytes(32).toString('base64url');

/** Are two texts the same? Takes as long for any two of one length. */
export const isSame = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
};

/** What of a request is looked at. */
export interface AskedDesk {
  readonly method: string;
  /** A header by its name in lower case; undefined where it was not sent. */
  readonly header: (name: string) => string | undefined;
}

/** Why a request is refused: an HTTP status, and the sentence under `desk.refused` in the messages. */
export interface DeskGate {
  readonly status: 403 | 405 | 415 | 421;
  readonly why: 'host' | 'origin' | 'method' | 'form';
}

/** Sites that a browser may say a request comes from: the desk, or nobody, as where a person typed the address. */
const ownSites: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Does a request come from the desk's own pages, or from nowhere? Null where it does.
 *
 * - `Host` must be the desk's own address and port, so that no name that somebody else made lead here is answered.
 * - `Origin`, and `Sec-Fetch-Site`, where they are sent, must be the desk's own.
 * - Whatever changes something must have an `Origin`: every browser sends it, and no other page can send this one.
 *
 * @param host - `127.0.0.1:port`
 * @param isEntry - may it come from another page? Only the address with the token may, which a terminal or a mail program opens.
 */
export const refusalFor = (asked: AskedDesk, host: string, isEntry = false): DeskGate | null => {
  const { method, header } = asked;
  if (header('host') !== host) return { status: 421, why: 'host' };
  const isReading = method === 'GET' || method === 'HEAD';
  if (!isReading && method !== 'POST') return { status: 405, why: 'method' };
  const origin = header('origin');
  const site = header('sec-fetch-site');
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403, why: 'origin' };
  if (site !== undefined && !ownSites.has(site) && !(isEntry && isReading)) return { status: 403, why: 'origin' };
  if (isReading) return null;
  if (origin === undefined) return { status: 403, why: 'origin' };
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(header('content-type') ?? '')
    ? null
    : { status: 415, why: 'form' };
};

/** Is a page only loaded in advance, before a person asked for it? Then it must not use up the token. */
export const isInAdvance = ({ header }: AskedDesk): boolean =>
  /prefetch|prerender|preview/i.test(`${header('sec-purpose') ?? ''} ${header('purpose') ?? ''}`);

/** Headers of every reply: it runs its own script alone, is shown in no frame, kept nowhere, and lent to nobody. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  // With no referrer at all, browsers would leave the origin out of the forms, too.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};
