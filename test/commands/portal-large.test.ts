import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PortalReport } from '../../src/model/portal.ts';

/* A catalogue of 300,000 datasets, whose records are made when they are asked for, surveyed by the program itself (bin/odi.js). */

const folder = mkdtempSync(join(tmpdir(), 'odi-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const total = 300_000;
const megabyte = 2 ** 20;

const packageAt = (index: number, root: string) => ({
  ...{
    id: `set-${index}`,
    name: `set-${index}`,
    title: `Register ${index} of parcels`,
    notes: 'Parcels by owner and use. '.repeat(8),
  },
  ...{
    license_id: index % 4 === 0 ? '' : 'cc-by',
    metadata_created: '2025-05-01T00:00:00',
    metadata_modified: '2026-11-01T00:00:00',
  },
  organization: { title: `Office ${index % 40}` },
  tags: [{ display_name: 'parcels' }],
  resources: Array.from({ length: 3 }, (_, file) => ({
    url: `${root}/files/${index}-${file}.csv`,
    format: 'CSV',
    name: `Part ${file}`,
  })),
});

const openLarge = async (): Promise<{
  readonly root: string;
  readonly asked: () => number;
  readonly close: () => void;
}> => {
  let [root, asked] = ['', 0];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', root);
    if (url.pathname !== '/robots.txt') asked += 1;
    if (url.pathname !== '/api/3/action/package_search') {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"success":false,"error":{"message":"no"}}');
      return;
    }
    const start = Number(url.searchParams.get('start') ?? 0);
    const rows = Math.min(1_000, Number(url.searchParams.get('rows') ?? 10), total - start);
    const results = Array.from({ length: rows }, (_, index) => packageAt(start + index, root));
    const items = Array.from({ length: 40 }, (_, index) => ({
      name: `office-${index}`,
      display_name: `Office ${index}`,
      count: 7_500,
    }));
    const facets = url.searchParams.has('facet.field') ? { organization: { items } } : {};
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ success: true, result: { count: total, results, search_facets: facets } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { root, asked: () => asked, close: () => server.close() };
};

test('is surveyed with at most 60 requests and 200 MB of memory', async () => {
  const { root, asked, close } = await openLarge();
  const [peak, out] = [join(folder, 'peak'), join(folder, 'report.json')];
  const hook = join(folder, 'peak.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`,
  );
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'odi.js');
  const words = [
    'portal',
    root,
    '--allow-private',
    '--quiet',
    '--as-of',
    '2026-11-29',
    '--files',
    '0',
    '--store',
    folder,
  ];
  const child = spawn(process.execPath, ['-r', hook, bin, ...words, '--format', 'json', '--out', out], {
    stdio: 'inherit',
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  close();
  expect(code).toBe(0);
  expect(asked()).toBeLessThanOrEqual(60);
  expect((Number(readFileSync(peak, 'utf8')) * 1024) / megabyte).toBeLessThan(200);
  const report: PortalReport = JSON.parse(readFileSync(out, 'utf8'));
  expect(report.reach).toMatchObject({ declared: total, basis: 'sample' });
  const find = (id: string) => report.processes.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
  expect(find('publishers')).toMatchObject({ value: 40, basis: 'declared' });
  const licensed = find('licence-declared');
  expect(licensed?.interval?.method).toBe('cluster');
  expect(licensed?.answer).toBe('No');
});
