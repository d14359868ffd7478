import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asked, Came } from '../model/archive.ts';
import { codeOf, refusalOf, UserError } from '../model/errors.ts';
import type { Header } from '../model/exchange.ts';
import { firstHeader } from '../web/headers.ts';

export type Replied = Extract<Came, { kind: 'replied' }>;

/** A reply of an earlier run, and the headers that ask whether it still holds. */
export interface HeldReply {
  readonly validators: readonly Header[];
  /**
   * The reply once more, after a server said that it has not changed; null where the server speaks of another one (RFC 9111,
   * 4.3.4).
   */
  readonly confirmed: (by: Replied) => Replied | null;
}

/**
 * Replies between runs: what has not changed is not sent again. A server is asked every time; nothing is ever taken for fresh by
 * its age. Only whole replies with an ETag or a date are kept.
 */
export interface HttpCache {
  readonly find: (asked: Asked) => HeldReply | null;
  /** @throws UserError where the folder cannot be written. */
  readonly keep: (asked: Asked, came: Replied) => void;
}

/** The second line of a file, after the digest of all that follows; the payload comes last, as it was sent. */
interface KeptHead {
  readonly format: 'odi-cache/2';
  readonly url: string;
  readonly accept: string;
  readonly statusText: string;
  readonly headers: readonly Header[];
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The one name of a request; what is not a plain GET has none. */
const nameOf = ({ url, method, accept, payload }: Asked): string | null =>
  method === 'GET' && payload === null ? digestOf(Buffer.from(`${url}\n${accept}`)) : null;

/** Headers that speak of the payload that was sent with them, and not of the one that is held (RFC 9111, 3.2). */
const ofPayload = /^(?:content-(?!location|disposition|language|type)|transfer-encoding$|connection$)/i;

/** What the value of a header may hold (RFC 9110, 5.5); anything else is never sent. */
const sendable = /^[\t\u0020-\u007e\u0080-\u00ff]+$/;

const validatorsOf = (headers: readonly Header[]): readonly Header[] =>
  [
    { name: 'If-None-Match', value: firstHeader(headers, 'ETag') ?? '' },
    { name: 'If-Modified-Since', value: firstHeader(headers, 'Last-Modified') ?? '' },
  ].filter(({ value }) => sendable.test(value));

/** Weak comparison of tags (RFC 9110, 8.8.3.2): servers weaken a tag where they compress. */
const opaque = (tag: string | null): string | null => tag?.replace(/^W\//, '') ?? null;

/** Does a 304 speak of this reply? By its tag, else by its date; one that names neither speaks of what was asked about. */
const speaksOf = (held: readonly Header[], told: readonly Header[]): boolean => {
  const [tag, date] = [firstHeader(told, 'ETag'), firstHeader(told, 'Last-Modified')];
  if (tag !== null) return opaque(tag) === opaque(firstHeader(held, 'ETag'));
  return date === null || date === firstHeader(held, 'Last-Modified');
};

/** What a server says now in place of what it said then; the others stay as they were. */
const renewed = (held: readonly Header[], fresh: readonly Header[]): readonly Header[] => {
  const told = fresh.filter(({ name }) => !ofPayload.test(name));
  const names = new Set(told.map(({ name }) => name.toLowerCase()));
  return held.flatMap((header) => {
    const name = header.name.toLowerCase();
    if (!names.has(name)) return [header];
    const now = told.filter((one) => one.name.toLowerCase() === name);
    // Each name once, where it stood first.
    const isFirst = held.findIndex((one) => one.name.toLowerCase() === name) === held.indexOf(header);
    return isFirst ? now : [];
  });
};

const isKeepable = ({ status, headers, truncated }: Replied): boolean =>
  status === 200 &&
  truncated === null &&
  validatorsOf(headers).length > 0 &&
  !/\bno-store\b/i.test(firstHeader(headers, 'Cache-Control') ?? '') &&
  firstHeader(headers, 'Vary')?.trim() !== '*';

const isHeader = (value: unknown): value is Header =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'value' in value &&
  typeof value.name === 'string' &&
  typeof value.value === 'string';

/** Nothing in a folder is trusted: a file that is not what was written is as good as none. */
const parsed = (
  bytes: Buffer,
  { url, accept }: Asked,
): { readonly head: KeptHead; readonly payload: Buffer } | null => {
  const start = bytes.indexOf('\n') + 1;
  const end = bytes.indexOf('\n', start);
  if (start === 0 || end === -1 || bytes.toString('latin1', 0, start - 1) !== digestOf(bytes.subarray(start)))
    return null;
  let head: KeptHead;
  try {
    head = JSON.parse(bytes.toString('utf8', start, end));
  } catch {
    return null;
  }
  if (typeof head !== 'object' || head === null || head.format !== 'odi-cache/2') return null;
  if (head.url !== url || head.accept !== accept || !Array.isArray(head.headers) || !head.headers.every(isHeader))
    return null;
  return typeof head.statusText === 'string' ? { head, payload: bytes.subarray(end + 1) } : null;
};

const notWritten = (folder: string, cause: unknown): UserError =>
  new UserError(`--cache: ${folder} cannot be written: ${refusalOf(cause)}. Free some space, or name another folder.`, {
    cause,
  });

/**
 * Opens the folder of a cache, one file a reply; it is made where it is missing.
 *
 * @throws UserError where it cannot be made.
 */
export const openCache = (folder: string): HttpCache => {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw notWritten(folder, cause);
  }
  const fileOf = (name: string): string => join(folder, `${name}.reply`);
  return {
    find: (asked) => {
      const name = nameOf(asked);
      if (name === null) return null;
      let bytes: Buffer;
      try {
        bytes = readFileSync(fileOf(name));
      } catch (cause) {
        if (codeOf(cause) === 'ENOENT') return null;
        throw new UserError(`--cache: ${fileOf(name)} cannot be read: ${refusalOf(cause)}. Remove it.`, { cause });
      }
      const found = parsed(bytes, asked);
      if (found === null) return null;
      const { head, payload } = found;
      return {
        validators: validatorsOf(head.headers),
        confirmed: ({ headers, ip }) =>
          speaksOf(head.headers, headers)
            ? {
                ...{ kind: 'replied', status: 200, statusText: head.statusText, payload, truncated: null, ip },
                headers: renewed(head.headers, headers),
              }
            : null,
      };
    },
    keep: (asked, came) => {
      const name = nameOf(asked);
      if (name === null || !isKeepable(came)) return;
      const head: KeptHead = {
        ...{ format: 'odi-cache/2', url: asked.url, accept: asked.accept },
        ...{ statusText: came.statusText, headers: came.headers },
      };
      const rest = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), came.payload]);
      const staging = join(folder, `.${randomUUID()}.tmp`);
      try {
        writeFileSync(staging, Buffer.concat([Buffer.from(`${digestOf(rest)}\n`), rest]));
        renameSync(staging, fileOf(name));
      } catch (cause) {
        rmSync(staging, { force: true });
        throw notWritten(folder, cause);
      }
    },
  };
};
