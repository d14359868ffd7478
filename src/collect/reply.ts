import { hash } from 'node:crypto';
import type { Came } from '../model/archive.ts';
import type { Arrival, Header, Reply } from '../model/exchange.ts';
import { codingsOf, type Decoded, decode } from './coding.ts';
import { announcedLength, asSent, withSetAside } from './headers.ts';

type Replied = Extract<Came, { kind: 'replied' }>;

/** Headers that stop being true when a payload is kept without its transfer coding, or decoded in part. */
const ofTransfer: ReadonlySet<string> = new Set(['transfer-encoding']);
const ofPayload: ReadonlySet<string> = new Set(['transfer-encoding', 'content-encoding', 'content-length']);

const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes);

/** With the digest of its payload, which both the archive and the review need. */
const sealed = (came: Replied): Replied => ({ ...came, sha256: digestOf(came.payload) });

/** Is it the whole of what was asked for, as it was sent? */
const isWhole = ({ payload, truncated }: Replied, codings: readonly string[], most: number): boolean =>
  truncated === null && codings.length === 0 && payload.length <= most;

/**
 * A reply in the form it is kept in. A whole payload is kept as it was sent. One that was cut is kept decoded, up to
 * the bound: the digest of what is kept is then that of what was judged.
 */
export const keepable = async (received: Replied, most: number): Promise<Came> => {
  const codings = codingsOf(received.headers);
  const headers = withSetAside(received.headers, ofTransfer);
  // Most replies: nothing is undone, so that nothing is copied.
  if (isWhole(received, codings, most))
    return sealed(headers === received.headers ? received : { ...received, headers });
  const decoded: Decoded = await decode(received.payload, codings, most, received.truncated !== null);
  const isDecodedWhole = decoded.kind === 'broken' || decoded.whole;
  if (isDecodedWhole && received.truncated === null) return sealed({ ...received, headers });
  return sealed({
    ...received,
    headers: codings.length === 0 ? headers : withSetAside(received.headers, ofPayload),
    payload: decoded.kind === 'decoded' ? decoded.body : received.payload,
    truncated: received.truncated ?? 'length',
  });
};

/** The whole length, where it is certain: what arrived whole, or what was announced of an uncoded payload. */
const totalOf = (headers: readonly Header[], body: Uint8Array, complete: boolean): number | null =>
  complete ? body.length : codingsOf(headers).length === 0 ? announcedLength(headers) : null;

/** Is a body the very payload, neither decoded nor cut? */
const isPayload = ({ payload, headers }: Replied, body: Uint8Array): boolean =>
  body === payload || (body.length === payload.length && codingsOf(headers).length === 0);

const arrivalOf = (came: Replied, url: string, body: Uint8Array, complete: boolean): Arrival => {
  const headers = asSent(came.headers);
  return {
    kind: 'arrived',
    status: came.status,
    headers,
    finalUrl: url,
    body,
    complete,
    totalBytes: totalOf(headers, body, complete),
    sha256: came.sha256 !== undefined && isPayload(came, body) ? came.sha256 : digestOf(body),
    ...(came.drawing === undefined ? {} : { drawn: came.drawing }),
  };
};

/** What came, as the rest of the program sees it: decoded, at most `most` bytes, with its digest. */
export const replyOf = async (came: Came, url: string, most: number): Promise<Reply> => {
  if (came.kind !== 'replied') return came;
  const codings = codingsOf(came.headers);
  if (isWhole(came, codings, most)) return arrivalOf(came, url, came.payload, true);
  const decoded = await decode(came.payload, codings, most, came.truncated !== null);
  return decoded.kind === 'broken'
    ? { kind: 'lost', reason: 'decoding', detail: decoded.detail }
    : arrivalOf(came, url, decoded.body, decoded.whole);
};
