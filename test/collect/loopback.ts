import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import { type Collector, type CollectorOptions, openCollector } from '../../src/collect/index.ts';

/* Real servers on loopback, and collectors that may ask them; all are closed after each test. */

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Has something closed after the test. */
export const later = (close: () => unknown): void => void closing.push(close);

/** Serves HTTP; the base address without a slash at its end. Without an answer for robots.txt it is 404. */
export const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Serves replies by path; every other path is 404. Counts what was asked. */
export const site = async (
  pages: Readonly<Record<string, string | RequestListener>>,
): Promise<{ readonly base: string; readonly asked: string[] }> => {
  const asked: string[] = [];
  const base = await serve((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const page = pages[path];
    if (typeof page === 'function') page(request, response);
    else response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(page ?? 'none');
  });
  return { base, asked };
};

/** Serves whatever it likes on a socket once the request has arrived; robots.txt is 404. */
export const serveRaw = async (answer: (socket: Socket) => void): Promise<string> => {
  const server = createSocketServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (head) => {
      if (!head.toString('latin1').includes('/robots.txt')) return answer(socket);
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
    later(() => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** A collector that may ask loopback and waits for nothing. */
export const collector = (options: Partial<CollectorOptions> = {}): Collector => {
  const opened = openCollector({
    userAgent: 'odi/0.0.0',
    now: () => new Date(),
    allowPrivate: true,
    wait: () => Promise.resolve(),
    ...options,
  });
  later(opened.close);
  return opened;
};

/** The text of a reply that arrived; the reply itself where it did not, for the failure message. */
export const textOf = (reply: { readonly kind: string; readonly body?: Uint8Array }): unknown =>
  reply.body === undefined ? reply : Buffer.from(reply.body).toString('utf8');
