import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openArchive } from '../../src/archive/index.ts';
import type { Asked, Capture, Held } from '../../src/model/archive.ts';

/* Archives written for a test, in a folder of their own that is removed afterwards. */

const folder = mkdtempSync(join(tmpdir(), 'odi-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

/** A path that no file has yet. */
export const newPath = (end = 'warc.gz'): string => {
  count += 1;
  return join(folder, `${count}.${end}`);
};

/** Writes a file and says where. */
export const fileOf = (content: string | Uint8Array, end = 'warc'): string => {
  const path = newPath(end);
  writeFileSync(path, content);
  return path;
};

/** A record as any tool might write it: version line, fields and block as they are given. */
export const record = (
  fields: Readonly<Record<string, string>>,
  block: string | Buffer,
  version = 'WARC/1.0',
): Buffer => {
  const body = typeof block === 'string' ? Buffer.from(block, 'latin1') : block;
  const lines = Object.entries({ ...fields, 'Content-Length': String(body.length) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.concat([Buffer.from(`${version}\r\n${lines.join('\r\n')}\r\n\r\n`), body, Buffer.from('\r\n\r\n')]);
};

/** A response record of an address. */
export const response = (url: string, http: string | Buffer, more: Readonly<Record<string, string>> = {}): Buffer =>
  record(
    {
      'WARC-Type': 'response',
      'WARC-Record-ID': `<urn:uuid:${url}>`,
      'WARC-Date': '2015-11-02T10:00:00Z',
      'WARC-Target-URI': url,
      'Content-Type': 'application/http; msgtype=response',
      ...more,
    },
    http,
  );

export const ok = (body: string, headers = ''): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n${headers}\r\n${body}`;

/** A GET of an address. */
export const get = (url: string, accept = '*/*'): Asked => ({ url, method: 'GET', accept, payload: null });

/** What an archive answers to a GET, and what it warned of. */
export const ask = async (
  paths: readonly string[],
  url: string,
  most = 1_000_000,
): Promise<{ readonly held: Held | null; readonly body: string | null; readonly warnings: readonly string[] }> => {
  const archive = await openArchive(paths);
  try {
    const held = await archive.find(get(url), most);
    const came = held?.capture.came;
    const body = came?.kind === 'replied' ? Buffer.from(came.payload).toString('latin1') : null;
    return { held, body, warnings: archive.warnings };
  } finally {
    await archive.close();
  }
};

/** A capture as the collector makes it. */
export const capture = (url: string, payload: string | Uint8Array, more: Partial<Capture> = {}): Capture => ({
  asked: get(url),
  sent: [{ name: 'Host', value: 'data.example' }],
  at: '2026-11-25T12:00:00.000Z',
  came: {
    kind: 'replied',
    status: 200,
    statusText: 'OK',
    headers: [{ name: 'Content-Type', value: 'text/plain' }],
    payload: typeof payload === 'string' ? Buffer.from(payload) : payload,
    truncated: null,
    ip: '192.0.2.1',
  },
  ...more,
});
