import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collector, later, serve, serveRaw, textOf } from './loopback.ts';

const say = (text: string) => (socket: Socket) => socket.end(text);
const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n';

describe('a reply', () => {
  test.each([
    ['that is no HTTP', say('SSH-2.0-OpenSSH_9.6\r\n'), 'protocol'],
    ['with a broken status line', say('HTTP/1.1 abc\r\n\r\n'), 'protocol'],
    ['with a head that has no end', say(`${head}X: ${'x'.repeat(200_000)}`), 'protocol'],
    ['that is shorter than it announced', say(`${head}Content-Length: 100\r\n\r\nshort`), 'protocol'],
    ['that breaks off between chunks', say(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n`), 'protocol'],
    ['with chunks that are none', say(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n`), 'protocol'],
    ['with two lengths', say(`${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`), 'protocol'],
    ['that never comes, the connection cut', (socket: Socket) => socket.resetAndDestroy(), 'connect'],
    ['that never comes, the connection closed', (socket: Socket) => socket.end(), 'connect'],
  ])('%s is lost', async (_, answer, reason) => {
    const base = await serveRaw(answer);
    expect((await collector().fetch({ url: `${base}/x` })).reply).toMatchObject({ kind: 'lost', reason });
  });

  test('that does not come in time is lost as a timeout', async () => {
    const base = await serveRaw(() => undefined);
    const { reply } = await collector({ timeoutMs: 100 }).fetch({ url: `${base}/x` });
    expect(reply).toEqual({ kind: 'lost', reason: 'timeout', detail: 'no whole reply within 0.1 s' });
  });

  test('that trickles beyond its time is lost too', async () => {
    const base = await serveRaw((socket) => {
      socket.write(`${head}Content-Length: 1000\r\n\r\n`);
      const timer = setInterval(() => socket.write('x'), 10);
      socket.on('close', () => clearInterval(timer));
    });
    const { reply } = await collector({ timeoutMs: 150 }).fetch({ url: `${base}/x` });
    expect(reply).toMatchObject({ kind: 'lost', reason: 'timeout' });
  });

  test('of which much came in time is kept in part', async () => {
    const base = await serveRaw(
      (socket) => void socket.write(`${head}Content-Length: 1000000\r\n\r\n${'x'.repeat(90_000)}`),
    );
    const { reply } = await collector({ timeoutMs: 300 }).fetch({ url: `${base}/x` });
    expect(reply).toMatchObject({ kind: 'arrived', complete: false, totalBytes: 1_000_000 });
  });

  test('with interim replies before it arrives', async () => {
    const base = await serveRaw(
      say(`HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${head}Content-Length: 2\r\n\r\nok`),
    );
    expect(textOf((await collector().fetch({ url: `${base}/x` })).reply)).toBe('ok');
  });

  test('with an odd status arrives', async () => {
    const base = await serveRaw(say('HTTP/1.1 999 Request denied\r\nContent-Length: 2\r\n\r\nno'));
    expect((await collector().fetch({ url: `${base}/x` })).reply).toMatchObject({ kind: 'arrived', status: 999 });
  });

  test('keeps the spelling and order of its headers, repeated ones too', async () => {
    const base = await serveRaw(
      say('HTTP/1.1 200 OK\r\nX-b: 1\r\nx-A:  2 \r\nX-b: caf\xe9\r\nContent-Length: 0\r\n\r\n'),
    );
    const { reply } = await collector().fetch({ url: `${base}/x` });
    expect(reply.kind === 'arrived' && reply.headers.slice(0, 3)).toEqual([
      { name: 'X-b', value: '1' },
      { name: 'x-A', value: '2' },
      { name: 'X-b', value: 'cafÃ©' },
    ]);
  });
});

test('a closed port is lost as a connection', async () => {
  const { reply } = await collector().fetch({ url: 'http://127.0.0.1:1/' });
  expect(reply).toMatchObject({ kind: 'lost', reason: 'connect' });
});

test('a certificate that nobody vouches for is lost as tls', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'odi-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  execFileSync('openssl', [...words, '-keyout', key, '-out', cert, '-subj', '/CN=localhost'], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
    response.end('hi'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => server.close());
  const { reply } = await collector().fetch({ url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  expect(reply).toMatchObject({ kind: 'lost', reason: 'tls' });
});

test('https asked of a plain server is lost as tls', async () => {
  const base = await serve((_, response) => response.end('plain'));
  const { reply } = await collector().fetch({ url: base.replace('http:', 'https:') });
  expect(reply).toMatchObject({ kind: 'lost', reason: 'tls' });
});
