import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Review } from '../../src/model/review.ts';
import { run, type Transcript } from './in-process.ts';

/* A desk that is open, and a visitor without a browser. */

const captures = join(import.meta.dirname, '..', '..', 'fixtures', 'captures');

/** A folder with the captured review of Morocco, where everything is Unsure, and its evidence. */
export interface Office {
  readonly dir: string;
  readonly file: string;
  readonly kept: () => Review;
  readonly close: () => void;
}

/** Makes such a folder. */
export const openOffice = (): Office => {
  const dir = mkdtempSync(join(tmpdir(), 'odi-desk-test-'));
  const folder = join(dir, 'reviews', '2015', 'ma');
  const file = join(folder, 'election-results.json');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(captures, 'morocco-2015.json'), file);
  copyFileSync(join(captures, 'morocco-2015.warc.gz'), join(dir, 'reviews', 'morocco-2015.warc.gz'));
  return {
    ...{ dir, file },
    kept: () => JSON.parse(readFileSync(file, 'utf8')) as Review,
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
};

/** The decisions of a review in short: `exists Yes Ada counts`. */
export const decisionsIn = ({ decisions = [] }: Review): readonly string[] =>
  decisions.map(({ on, answer, reviewer, state }) => `${on} ${answer} ${reviewer} ${state}`);

/** What came back. */
export interface DeskReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is sent: a header that is null is left out. */
export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** Sends a request exactly as it is given, as no browser would let a page do. */
export const send = (
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Sending = {},
): Promise<DeskReply> =>
  new Promise((done, fail) => {
    const { hostname, port } = new URL(origin);
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    );
    const asked = request(
      { hostname, port, path, method, headers: { ...sent, ...length }, setHost: !('host' in sent) },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () =>
          done({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(parts).toString('utf8') }),
        );
      },
    );
    asked.on('error', fail);
    asked.end(body);
  });

/** A desk that runs in this process. */
export interface OpenDesk {
  /** The address that was printed. */
  readonly address: string;
  readonly origin: string;
  /** Presses Ctrl-C, and waits. */
  readonly end: () => Promise<Transcript>;
  /** How it ended, whoever ends it. */
  readonly ended: Promise<Transcript>;
}

/** Runs `odi review` and waits until its desk is open. */
export const openDesk = async (dir: string, ...words: readonly string[]): Promise<OpenDesk> => {
  const stop = new AbortController();
  let printed = (_: string): void => {};
  const shown = new Promise<string>((done) => {
    printed = done;
  });
  const ended = run(['review', ...words], dir, { interrupted: stop.signal, onPrint: (text) => printed(text.trim()) });
  const address = await Promise.race([shown, ended.then(({ err }) => Promise.reject(new Error(err)))]);
  return {
    ...{ address, ended },
    origin: new URL(address).origin,
    end: async () => {
      stop.abort();
      return ended;
    },
  };
};

/** Somebody whose browser opened the desk. */
export interface Visitor {
  readonly base: string;
  readonly cookie: string;
  /** A page, by its path behind the base. */
  readonly get: (path: string) => Promise<DeskReply>;
  /** A form; what it holds besides is taken from `more`. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>>,
    more?: Sending['headers'],
  ) => Promise<DeskReply>;
  /** The fields that a page hides in its form for answers. */
  readonly formOf: (path: string) => Promise<Readonly<Record<string, string>>>;
  /** Answers a question as a browser would, and tells where it leads. */
  readonly answer: (on: string, answer: string, because: string, review?: string) => Promise<DeskReply>;
}

export const morocco = 'r/ma-election-results-2015';

/** Opens a desk as a browser does. */
export const visit = async ({ address, origin }: Pick<OpenDesk, 'address' | 'origin'>): Promise<Visitor> => {
  const { pathname, search } = new URL(address);
  const { headers } = await send(origin, `${pathname}${search}`, { headers: { 'sec-fetch-site': 'none' } });
  const base = headers.location ?? '';
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const get = (path: string): Promise<DeskReply> => send(origin, `${base}${path}`, { headers: { cookie } });
  const post: Visitor['post'] = (path, fields, more = {}) =>
    send(origin, `${base}${path}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded', ...more },
      body: new URLSearchParams(fields).toString(),
    });
  const formOf: Visitor['formOf'] = async (path) => {
    const { body } = await get(path);
    const [form = ''] = /<form [^>]*class="decide">[\s\S]*?<\/form>/.exec(body) ?? [];
    return Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
  };
  return {
    ...{ base, cookie, get, post, formOf },
    answer: async (on, answer, because, review = morocco) =>
      post(`${review}/answer`, { ...(await formOf(`${review}/q/${on}`)), answer, because }),
  };
};
