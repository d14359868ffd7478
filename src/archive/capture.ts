import type { Came } from '../model/archive.ts';
import type { Drawing, DrawingGap, Header, LossReason, RefusalReason } from '../model/exchange.ts';
import type { IndexEntry } from './captures.ts';
import { drawnFields, told } from './compose.ts';
import { fieldOf, parseFields } from './fields.ts';
import { dechunk, type HttpMessage, mostOfHead, parseHttp, parseStatusLine } from './http.ts';
import { originalIn } from './memento.ts';
import { readBlock, type WarcRecord } from './records.ts';

type Replied = Extract<Came, { kind: 'replied' }>;

const lossReasons: Readonly<Record<LossReason, true>> = {
  dns: true,
  connect: true,
  timeout: true,
  tls: true,
  browser: true,
  protocol: true,
  'too-many-redirects': true,
  decoding: true,
};

const refusalReasons: Readonly<Record<RefusalReason, true>> = {
  'private-address': true,
  robots: true,
  'budget-requests': true,
  'budget-bytes': true,
  'budget-time': true,
  scheme: true,
  'bad-url': true,
  stopped: true,
};

const isLoss = (text: string): text is LossReason => Object.hasOwn(lossReasons, text);
const isRefusal = (text: string): text is RefusalReason => Object.hasOwn(refusalReasons, text);

/** Reads a loss or a refusal from its record; null for a reason this version does not know. */
const toldIn = async (record: WarcRecord): Promise<Came | null> => {
  const { bytes } = await readBlock(record, mostOfHead);
  const fields = parseFields(bytes.toString('utf8').split(/\r?\n/));
  const reason = fieldOf(fields, told.reason) ?? '';
  const detail = fieldOf(fields, told.detail) ?? '';
  const outcome = fieldOf(fields, told.outcome);
  if (outcome === 'lost' && isLoss(reason)) return { kind: 'lost', reason, detail };
  if (outcome === 'refused' && isRefusal(reason)) return { kind: 'refused', reason, detail };
  return null;
};

const isChunked = (headers: readonly Header[]): boolean =>
  /(?:^|,)\s*chunked\s*$/i.test(fieldOf(headers, 'Transfer-Encoding') ?? '');

/** The payload without its transfer coding, which some tools keep and some undo. */
const payloadOf = ({ headers, payload }: HttpMessage): { readonly payload: Buffer; readonly whole: boolean } =>
  (isChunked(headers) ? dechunk(payload) : null) ?? { payload, whole: true };

/** What a record says of its own end, in the two words that matter here. */
const truncationOf = (record: WarcRecord): Replied['truncated'] => {
  const why = fieldOf(record.fields, 'WARC-Truncated');
  return why === null ? null : why.toLowerCase() === 'time' ? 'time' : 'length';
};

/** A reply as it lies in a response record; null for a block that is not HTTP. */
const replyIn = async (record: WarcRecord, most: number): Promise<Replied | null> => {
  const { bytes, whole } = await readBlock(record, most + mostOfHead);
  const message = parseHttp(bytes);
  const line = parseStatusLine(message.startLine);
  if (line === null) return null;
  const { payload, whole: ended } = payloadOf(message);
  return {
    kind: 'replied',
    ...line,
    headers: message.headers,
    payload,
    truncated: truncationOf(record) ?? (whole && ended ? null : 'length'),
    ip: fieldOf(record.fields, 'WARC-IP-Address'),
  };
};

/** How a page was drawn, as the fields of its record tell it; null for a conversion that is no drawn page of ours. */
const drawingIn = ({ fields }: WarcRecord): Drawing | null => {
  const by = fieldOf(fields, drawnFields.by);
  const requests = Number(fieldOf(fields, drawnFields.requests) ?? '');
  if (by === null || !Number.isSafeInteger(requests)) return null;
  const gaps = (fieldOf(fields, drawnFields.gaps) ?? '').matchAll(/([a-z0-9-]+)=(\d+)/g);
  return {
    by,
    requests,
    // A reason that this version does not know is a reason all the same.
    gaps: [...gaps].map(([, why, count]) => ({ why: why as DrawingGap, count: Number(count) })),
  };
};

/** A page as its scripts drew it. */
const drawnIn = async (record: WarcRecord, most: number): Promise<Replied | null> => {
  const drawing = drawingIn(record);
  return drawing === null ? null : { ...(await resourceIn(record, most)), drawing };
};

/** A resource record is a payload without a reply around it. */
const resourceIn = async (record: WarcRecord, most: number): Promise<Replied> => {
  const { bytes, whole } = await readBlock(record, most);
  const mediaType = fieldOf(record.fields, 'Content-Type');
  return {
    kind: 'replied',
    status: 200,
    statusText: 'OK',
    headers: mediaType === null ? [] : [{ name: 'Content-Type', value: mediaType }],
    payload: bytes,
    truncated: truncationOf(record) ?? (whole ? null : 'length'),
    ip: null,
  };
};

/**
 * Reads what came of a request from its record, with up to about `most` bytes of payload. A revisit comes without its
 * payload. Null for a record that cannot be made sense of.
 */
export const cameIn = async (record: WarcRecord, kind: IndexEntry['kind'], most: number): Promise<Came | null> => {
  if (kind === 'told') return toldIn(record);
  if (kind === 'resource') return resourceIn(record, most);
  if (kind === 'conversion') return drawnIn(record, most);
  const reply = await replyIn(record, most);
  return kind === 'memento' && reply !== null ? originalIn(reply) : reply;
};

/** A revisit with the payload of the reply it points at. */
export const withPayload = (revisit: Replied, original: Replied): Replied => ({
  ...revisit,
  payload: original.payload,
  truncated: revisit.truncated ?? original.truncated,
});
