import { execFile, execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/index.ts';
import { openReplay } from '../../src/collect/index.ts';
import { serve } from '../collect/loopback.ts';
import { newPath } from './files.ts';

const hasWget = ((): boolean => {
  try {
    execFileSync('wget', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!hasWget)(`an archive of wget${hasWget ? '' : ' (SKIPPED: wget is not installed)'}`, () => {
  test.each(['', '--no-warc-compression'])('replays, redirects and chunks and all %s', async (flag) => {
    const base = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
      else if (request.url === '/new') {
        response.write('one, ');
        setTimeout(() => response.end('two'), 20);
      } else if (request.url === '/gone') response.writeHead(404, { 'content-type': 'text/html' }).end('gone');
      else response.setHeader('content-encoding', 'gzip').end(gzipSync('packed'));
    });
    const stem = newPath('wget');
    const words = [
      '-q',
      '-O',
      '/dev/null',
      `--warc-file=${stem}`,
      ...(flag === '' ? [] : [flag]),
      '--compression=none',
    ];
    await new Promise<void>((resolve) => {
      execFile('wget', [...words, `${base}/old`, `${base}/gone`, `${base}/packed`], () => resolve());
    });
    const replay = openReplay(await openArchive([`${stem}.warc${flag === '' ? '.gz' : ''}`]));
    const [moved, gone, packed, never] = await Promise.all(
      ['/old', '/gone', '/packed', '/never'].map((path) => replay.fetch({ url: base + path })),
    );
    await replay.close();
    expect(replay.warnings).toEqual([]);
    expect(moved).toMatchObject({
      hops: [{ url: `${base}/old`, status: 302 }],
      reply: { finalUrl: `${base}/new`, complete: true },
    });
    const bodyOf = (exchange: typeof moved): string =>
      exchange?.reply.kind === 'arrived' ? Buffer.from(exchange.reply.body).toString() : '';
    expect([moved, gone, packed].map(bodyOf)).toEqual(['one, two', 'gone', 'packed']);
    expect(gone?.reply).toMatchObject({ status: 404 });
    expect(never?.reply).toEqual({ kind: 'not-captured' });
  });
});
