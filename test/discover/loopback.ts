import { createHash } from 'node:crypto';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange, Fetch, FetchRequest, Hop } from '../../src/model/exchange.ts';

/** What a made-up site answers. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly location?: string;
  readonly body?: string;
}

/** A made-up site: a request in, an answer out; undefined is a 404. */
export type Site = (url: URL, payload: string) => Answer | undefined;

/** A web of sites by host, served by one server on the loopback address. */
export interface LoopbackWeb {
  readonly fetch: Fetch;
  /** Every address that was asked, hops included. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

const readAll = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

interface Raw {
  readonly status: number;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: Buffer;
  readonly location: string | undefined;
}

const ask = (port: number, url: URL, { method = 'GET', payload }: FetchRequest): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const headers = { host: url.host, ...(payload === undefined ? {} : { 'content-type': payload.mediaType }) };
    const outgoing = httpRequest(
      { port, host: '127.0.0.1', path: url.pathname + url.search, method, headers },
      async (incoming) => {
        const body = await readAll(incoming);
        const list = Object.entries(incoming.headers).map(([name, value]) => ({ name, value: String(value) }));
        resolve({ status: incoming.statusCode ?? 0, headers: list, body, location: incoming.headers.location });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(payload?.text);
  });

/** Opens a web whose hosts all answer on loopback. Hosts that are not among the sites do not resolve. */
export const openWeb = async (sites: Readonly<Record<string, Site>>): Promise<LoopbackWeb> => {
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
    const answer = sites[url.hostname]?.(url, (await readAll(incoming)).toString()) ?? {
      status: 404,
      type: 'text/html',
      body: '<html><title>Not found</title></html>',
    };
    const location = answer.location === undefined ? {} : { location: answer.location };
    outgoing.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'application/json', ...location });
    outgoing.end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const asked: string[] = [];

  const fetch = async (request: FetchRequest): Promise<Exchange> => {
    const hops: Hop[] = [];
    let url = new URL(request.url);
    for (;;) {
      asked.push(url.href);
      const base = { url: request.url, fetchedAt: '2026-01-01T00:00:00Z', hops, record: null };
      if (sites[url.hostname] === undefined)
        return { ...base, reply: { kind: 'lost', reason: 'dns', detail: `${url.hostname} does not resolve` } };
      const { status, headers, body, location } = await ask(port, url, request);
      if (status >= 300 && status < 400 && location !== undefined && hops.length < 5) {
        hops.push({ url: url.href, status });
        url = new URL(location, url);
        continue;
      }
      const most = request.maxBytes ?? Number.POSITIVE_INFINITY;
      const kept = body.subarray(0, most);
      const sha256 = createHash('sha256').update(kept).digest('hex');
      return {
        ...base,
        reply: {
          kind: 'arrived',
          status,
          headers,
          finalUrl: url.href,
          body: kept,
          complete: kept.length === body.length,
          totalBytes: body.length,
          sha256,
        },
      };
    }
  };
  return { fetch, asked, close: () => new Promise((resolve) => server.close(() => resolve())) };
};
