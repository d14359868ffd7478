import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { hasChromium, shellWith } from '../browser/chromium.ts';
import { serve } from '../collect/loopback.ts';
import { run } from './in-process.ts';
import { odi } from './odi.ts';

/* Sites that only a browser draws, and the commands that read them. */

const folder = (): string => mkdtempSync(join(tmpdir(), 'odi-render-'));

const columns = [
  'Polling station',
  'Candidate',
  'Party',
  'Votes',
  'Registered voters',
  'Invalid votes',
  'Blank ballots',
];
const rows = Array.from({ length: 30 }, (_, at) => [
  `Station ${at}`,
  'Ana Silva',
  'Unity',
  100 + at,
  400 + at,
  at % 7,
  at % 5,
]);
const csv = [columns, ...rows].map((row) => row.join(',')).join('\n');
const title = 'Election results by polling station 2026';

/** A site whose pages and figures come by `fetch()`. */
const application = `const root = document.getElementById('root');
  const json = async (path) => (await fetch(path)).json();
  const draw = async () => {
    const path = location.pathname;
    if (path.startsWith('/dataset/')) {
      const one = await json('/api' + path + '.json');
      document.title = one.title;
      root.innerHTML = '<main><h1>' + one.title + '</h1><p>Licence: <a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p><p><a href="' + one.file + '">Download CSV</a></p></main>';
    } else {
      const table = await json('/api/table.json');
      const line = (cells, tag) => '<tr>' + cells.map((cell) => '<' + tag + '>' + cell + '</' + tag + '>').join('') + '</tr>';
      root.innerHTML = '<main><h1>${title}</h1><table>' + line(table[0], 'th') + table.slice(1).map((row) => line(row, 'td')).join('') + '</table></main>';
    }
  };
  draw();`;

const replies: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/api/dataset/results.json': ['application/json', JSON.stringify({ title, file: '/files/results-2026.csv' })],
  '/api/table.json': ['application/json', JSON.stringify([columns, ...rows])],
  '/files/results-2026.csv': ['text/csv', csv],
};

const listener: RequestListener = ({ url = '' }, response) => {
  const [type, body] = replies[url] ?? [];
  if (url === '/robots.txt') response.writeHead(404).end();
  else if (type !== undefined) response.writeHead(200, { 'content-type': type }).end(body);
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shellWith(application));
};

const line = (cells: readonly unknown[], tag: string): string =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

/** The same pages as a server sends them that draws them itself. */
const pages: Readonly<Record<string, string>> = {
  '/dataset/results': `<h1>${title}</h1><p>Licence: <a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a></p><p><a href="/files/results-2026.csv">Download CSV</a></p>`,
  '/table': `<h1>${title}</h1><table>${line(columns, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`,
};

const sentWhole: RequestListener = (request, response) => {
  const main = pages[request.url ?? ''];
  if (main === undefined) listener(request, response);
  else
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main>${main}</main></body></html>`,
      );
};

const check = async (url: string, cwd: string, more: readonly string[]) => {
  const words = ['check', url, '--category', 'election-results', '--allow-private', '--format', 'json', '--quiet'];
  const { code, out, err } = await run([...words, ...more], cwd, { environment: process.env });
  const review: Review = JSON.parse(out);
  const criteria = Object.fromEntries(review.criteria.map(({ id, answer }) => [id, answer]));
  const answers = Object.fromEntries(Object.entries(review.answers).map(([id, { answer }]) => [id, answer]));
  return { code, out, err, review, criteria, answers, kinds: review.evidence.map(({ kind }) => kind) };
};

describe.skipIf(!hasChromium)('a site that only a browser draws', () => {
  test.each([
    ['the page of a dataset and its file', '/dataset/results', ['page', 'data']],
    ['a table on the page itself', '/table', ['page']],
  ])('%s: Unsure without --render, told with it, and the same again without a browser', async (_, path, kinds) => {
    const [base, cwd] = [await serve(listener), folder()];
    const plain = await check(`${base}${path}`, cwd, []);
    expect([plain.kinds, [...new Set(Object.values(plain.answers))]]).toEqual([['app-shell'], ['Unsure']]);

    const live = await check(`${base}${path}`, cwd, ['--render', '--record', 'site.warc.gz']);
    expect(live.kinds.slice(0, kinds.length)).toEqual(kinds);
    for (const id of ['registered', 'invalid', 'spoiled', 'polling_station'])
      expect([id, live.criteria[id]]).toEqual([id, 'Yes']);
    // As a site that sends the same pages itself.
    const still = await check(`${await serve(sentWhole)}${path}`, cwd, []);
    expect([live.answers, live.criteria]).toEqual([still.answers, still.criteria]);
    expect(live.review.evidence[0]).toMatchObject({ drawn: { by: expect.stringMatching(/^Chromium /), gaps: [] } });

    // Neither the flag nor a browser is needed: the archive holds the pages as they were drawn.
    const words = ['check', `${base}${path}`, '--category', 'election-results', '--format', 'json', '--quiet'];
    for (const flags of [[], ['--render']]) {
      const again = await run([...words, '--replay', 'site.warc.gz', ...flags], cwd, { environment: { PATH: '' } });
      expect([again.code, again.err]).toEqual([live.code, '']);
      expect(again.out).toBe(live.out);
    }
    expect((await run(['verify', 'site.warc.gz'], cwd)).code).toBe(0);
  });

  test('inspect tells what is drawn, too', async () => {
    const [base, cwd] = [await serve(listener), folder()];
    const words = ['inspect', `${base}/table`, '--allow-private', '--format', 'json', '--quiet'];
    const plain = JSON.parse((await run(words, cwd)).out);
    const drawn = JSON.parse((await run([...words, '--render'], cwd, { environment: process.env })).out);
    expect([plain.tables, drawn.tables[0].rows]).toEqual([[], 30]);
  });
});

describe('what is missing is said in one line', () => {
  test('a browser', async () => {
    const environment = { ODI_CHROMIUM: '/nowhere/chromium' };
    const { code, out, err } = await run(['check', 'https://data.example', '--render'], folder(), { environment });
    const says = 'odi: ODI_CHROMIUM names /nowhere/chromium, which is no program that can be run.\n';
    expect([code, out, err]).toEqual([2, '', says]);
  });

  test('the package that drives it', () => {
    const [root, home] = [join(import.meta.dirname, '..', '..'), folder()];
    for (const name of ['bin', 'dist']) cpSync(join(root, name), join(home, name), { recursive: true });
    mkdirSync(join(home, 'node_modules'));
    for (const name of readdirSync(join(root, 'node_modules')))
      if (name !== 'playwright-core') symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
    const words = [join(home, 'bin', 'odi.js'), 'check', 'https://data.example', '--render'];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: home, encoding: 'utf8' });
    const says =
      'odi: --render needs the package playwright-core, which was left out when odi was installed: npm install playwright-core@1.65.1\n';
    expect([status, stdout, stderr]).toEqual([2, '', says]);
  });

  test('nobody who does not ask for it needs a browser', () => {
    expect(odi(['check', '--help']).out).toContain('--render');
  });
});

describe.skipIf(!hasChromium)('Ctrl-C while a page is drawn', () => {
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'odi.js');

  /** Processes that hold a folder in their words, as a browser holds its profile. */
  const holders = (text: string): readonly string[] =>
    readdirSync('/proc').filter((id) => {
      try {
        return /^\d+$/.test(id) && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves neither a process nor a folder', async (signal) => {
    const base = await serve(({ url = '' }, response) => {
      if (url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html' }).end(shellWith('for (;;);'));
    });
    const temporary = folder();
    const child = spawn(process.execPath, [bin, 'check', base, '--allow-private', '--render'], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    await expect
      .poll(() => holders('--type=renderer').length * holders(temporary).length, { timeout: 30_000 })
      .toBeGreaterThan(0);
    child.kill(signal);
    expect(await ended).toBe(130);
    await expect.poll(() => holders(temporary), { timeout: 5_000 }).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
