import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { folder, run } from './program.ts';

/* A server that only a proxy reaches, with a certificate that only NODE_EXTRA_CA_CERTS makes trustworthy. */

const host = 'data.example';
const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];

const pages: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/results': ['text/html', '<title>Results</title><a href="/results.csv">Results by polling station (CSV)</a>'],
  '/results.csv': ['text/csv', 'station,registered,votes\nA,100,40\nB,120,60\n'],
};

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

/** Starts the server and a proxy that leads to it, whatever host it is asked for; tells what the proxy was asked. */
const startProxy = async (): Promise<{ readonly proxy: string; readonly asked: string[] }> => {
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  execFileSync('openssl', [...words, ...names, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const identity = { key: readFileSync(key), cert: readFileSync(certificate) };
  const target = await listen(
    createSecureServer(identity, (request, response) => {
      const [type, body] = pages[request.url ?? ''] ?? [];
      if (type === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': type }).end(body);
    }),
  );
  const asked: string[] = [];
  const proxy = createServer((_, response) => response.writeHead(502).end());
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => end.destroy());
  });
  return { proxy: `http://127.0.0.1:${await listen(proxy)}`, asked };
};

test('https through a proxy arrives, and replays to the same review', async () => {
  const { proxy, asked } = await startProxy();
  const words = ['check', `https://${host}/results`, '--as-of', '2026-11-02', '--format', 'json', '--quiet'];
  const environment = { HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: certificate };
  const live = await run([...words, '--record', 'proxy.warc.gz'], environment);
  expect([live.code, live.err]).toEqual([0, '']);
  const { evidence }: Review = JSON.parse(live.out);
  expect(evidence.map(({ url, outcome, status }) => [url, outcome, status])).toEqual(
    expect.arrayContaining([
      [`https://${host}/results`, 'arrived', 200],
      [`https://${host}/results.csv`, 'arrived', 200],
    ]),
  );
  expect(new Set(asked)).toEqual(new Set([`${host}:443`]));
  expect((await run([...words, '--replay', 'proxy.warc.gz'])).out).toBe(live.out);
});
