import type { Asked, Came, Capture } from '../model/archive.ts';
import type { Drawing, Header } from '../model/exchange.ts';
import { declaredType } from '../web/headers.ts';
import { digestOf } from './digests.ts';
import { fieldsOf, formatFields } from './fields.ts';

/** One record, ready to be written. */
export interface RecordDraft {
  readonly fields: readonly Header[];
  readonly block: Buffer;
}

/** An earlier response with the same payload, which a revisit points at. */
export interface Original {
  readonly id: string;
  readonly url: string;
  readonly at: string;
}

type Replied = Extract<Came, { kind: 'replied' }>;

const identicalPayload = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest';

/** Names of the fields by which a loss or a refusal is told, in an `application/warc-fields` block. */
export const told = {
  outcome: 'odi-outcome',
  reason: 'odi-reason',
  detail: 'odi-detail',
  method: 'odi-method',
  accept: 'odi-accept',
  payload: 'odi-payload',
} as const;

/** Names of the fields by which a conversion record tells how a page was drawn. */
export const drawnFields = {
  by: 'ODI-Drawn-By',
  requests: 'ODI-Drawn-Requests',
  gaps: 'ODI-Drawn-Gaps',
} as const;

/** What a drawn page is asked for with, in place of a method: no server is asked for it. */
export const drawnMethod = 'DRAW';

const bracketed = (id: string): string => `<${id}>`;

const draft = (pairs: Readonly<Record<string, string | null>>, block: Buffer): RecordDraft => ({
  fields: fieldsOf({ ...pairs, 'WARC-Block-Digest': digestOf(block), 'Content-Length': String(block.length) }),
  block,
});

const end = Buffer.from('\r\n\r\n');

/** A record as bytes, before compression. */
export const bytesOf = ({ fields, block }: RecordDraft): Buffer =>
  Buffer.concat([Buffer.from(`WARC/1.1\r\n${formatFields(fields)}\r\n`), block, end]);

/** The first record of a file: what wrote it. */
export const warcinfo = (id: string, at: string, file: string, software: string): RecordDraft =>
  draft(
    {
      'WARC-Type': 'warcinfo',
      'WARC-Record-ID': bracketed(id),
      'WARC-Date': at,
      'WARC-Filename': file,
      'Content-Type': 'application/warc-fields',
    },
    Buffer.from(
      formatFields(
        fieldsOf({
          software,
          format: 'WARC File Format 1.1',
          conformsTo: 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
        }),
      ),
    ),
  );

const requestTarget = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** The request as it was sent. */
export const requestRecord = (id: string, responseId: string, { asked, sent, at }: Capture): RecordDraft => {
  const payload = Buffer.from(asked.payload?.text ?? '');
  const head = `${asked.method} ${requestTarget(asked.url)} HTTP/1.1\r\n${formatFields(sent)}\r\n`;
  return draft(
    {
      'WARC-Type': 'request',
      'WARC-Record-ID': bracketed(id),
      'WARC-Date': at,
      'WARC-Target-URI': asked.url,
      'WARC-Concurrent-To': bracketed(responseId),
      'WARC-Payload-Digest': payload.length === 0 ? null : digestOf(payload),
      'Content-Type': 'application/http; msgtype=request',
    },
    Buffer.concat([Buffer.from(head, 'latin1'), payload]),
  );
};

const httpHead = ({ status, statusText, headers }: Replied): Buffer =>
  Buffer.from(`HTTP/1.1 ${status} ${statusText.replace(/[\r\n]+/g, ' ')}\r\n${formatFields(headers)}\r\n`, 'latin1');

/** The reply; as a revisit, without its payload, where the file holds the same payload already. */
export const responseRecord = (
  id: string,
  asked: Asked,
  at: string,
  came: Replied,
  payloadDigest: string,
  original: Original | null,
): RecordDraft => {
  const head = httpHead(came);
  return draft(
    {
      'WARC-Type': original === null ? 'response' : 'revisit',
      'WARC-Record-ID': bracketed(id),
      'WARC-Date': at,
      'WARC-Target-URI': asked.url,
      'WARC-IP-Address': came.ip,
      'WARC-Payload-Digest': payloadDigest,
      'WARC-Truncated': came.truncated,
      'WARC-Profile': original === null ? null : identicalPayload,
      'WARC-Refers-To': original === null ? null : bracketed(original.id),
      'WARC-Refers-To-Target-URI': original === null ? null : original.url,
      'WARC-Refers-To-Date': original === null ? null : original.at,
      'Content-Type': 'application/http; msgtype=response',
    },
    original === null ? Buffer.concat([head, came.payload]) : head,
  );
};

/** A page as its scripts drew it: another form of what its server sent. */
export const drawnRecord = (
  id: string,
  { url, drawnFrom }: Asked,
  at: string,
  { payload, truncated, headers }: Replied,
  { by, requests, gaps }: Drawing,
): RecordDraft =>
  draft(
    {
      'WARC-Type': 'conversion',
      'WARC-Record-ID': bracketed(id),
      'WARC-Date': at,
      'WARC-Target-URI': url,
      'WARC-Refers-To': drawnFrom === null || drawnFrom === undefined ? null : bracketed(drawnFrom.id),
      'WARC-Payload-Digest': digestOf(Buffer.from(payload)),
      'WARC-Truncated': truncated,
      [drawnFields.by]: by,
      [drawnFields.requests]: String(requests),
      [drawnFields.gaps]: gaps.length === 0 ? null : gaps.map(({ why, count }) => `${why}=${count}`).join(' '),
      'Content-Type': declaredType(headers) ?? 'text/html; charset=utf-8',
    },
    Buffer.from(payload),
  );

/** What became of a request that no reply came to, or that was never sent. */
export const lossRecord = (
  id: string,
  { asked, at }: Capture,
  { kind, reason, detail }: Exclude<Came, Replied>,
): RecordDraft =>
  draft(
    {
      'WARC-Type': 'metadata',
      'WARC-Record-ID': bracketed(id),
      'WARC-Date': at,
      'WARC-Target-URI': asked.url,
      'Content-Type': 'application/warc-fields',
    },
    Buffer.from(
      formatFields(
        fieldsOf({
          [told.outcome]: kind,
          [told.reason]: reason,
          [told.detail]: detail,
          [told.method]: asked.drawnFrom === undefined ? asked.method : drawnMethod,
          [told.accept]: asked.accept,
          [told.payload]: asked.payload === null ? null : digestOf(Buffer.from(asked.payload.text)),
        }),
      ),
    ),
  );
