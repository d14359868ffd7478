import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/*
 * The lines for a build server, as README has them, on a machine whose web is made up: a proxy on loopback answers for the
 * national portal, and no name can be looked up.
 */

const root = join(import.meta.dirname, '..');
const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```sh\n([\s\S]+?)\n```/g)].map(
  ([, text]) => text,
);
const lines = blocks.find((text) => text?.includes('--fail-on-regression'))?.split('\n') ?? [];

const regions = ['Casablanca', 'Marrakech', 'Agadir', 'Tanger', 'Oujda', 'Rabat', 'Safi', 'Settat'];
const today = new Date().toISOString().slice(0, 10);
const table = [
  'Station,Region,Latitude,Longitude,Date,Fecal coliform (CFU/100ml),Arsenic (mg/l),Fluoride (mg/l),Nitrates (mg/l),Total dissolved solids (mg/l)',
  ...regions.map(
    (region, at) =>
      `S${at},${region},${30 + at / 3},${at / 4 - 9},${today},${at},0.00${at},0.${at}1,${10 + at},${200 + at * 7}`,
  ),
].join('\n');

const licences = {
  open: { license_id: 'cc-by', license_url: 'https://creativecommons.org/licenses/by/4.0/' },
  closed: { license_id: 'cc-by-nc-nd', license_url: 'https://creativecommons.org/licenses/by-nc-nd/4.0/' },
};

let state: 'open' | 'closed' | 'wall' = 'open';

const dataset = (terms: object) => ({
  ...{ id: 'w1', name: 'qualite-eau', title: 'Water quality of Morocco by station, national monitoring', ...terms },
  notes: 'Fecal coliform, arsenic, fluoride, nitrates, total dissolved solids.',
  organization: { name: 'eau', title: "Ministère de l'Équipement et de l'Eau" },
  resources: [{ id: 'r1', name: 'CSV', format: 'CSV', url: 'http://www.data.gov.ma/files/water.csv' }],
});

let proxy: Server;
let dir: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'odi-ci-'));
  proxy = createServer((request, response) => {
    const url = request.url ?? '';
    if (state === 'wall') {
      response.writeHead(403, { server: 'cloudflare', 'cf-mitigated': 'challenge', 'content-type': 'text/html' });
      response.end('<title>Just a moment...</title><h2>Verify you are human by completing the action below.</h2>');
    } else if (url.includes('/api/3/action/package_search')) {
      const result = { count: 1, results: [dataset(licences[state])] };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ success: true, result }));
    } else if (url.endsWith('/water.csv')) response.writeHead(200, { 'content-type': 'text/csv' }).end(table);
    else response.writeHead(404).end();
  });
  proxy.on('connect', (_, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  // What `npm install` leaves behind, as far as npx asks for it.
  mkdirSync(join(dir, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(root, 'bin', 'odi.js'), join(dir, 'node_modules/.bin/odi'));
  writeFileSync(join(dir, 'package.json'), '{ "private": true }\n');
  writeFileSync(
    join(dir, 'no-names.mjs'),
    `import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
dns.lookup = (host, options, done = options) => done(Object.assign(new Error('ENOTFOUND ' + host), { code: 'ENOTFOUND' }));
syncBuiltinESMExports();
`,
  );
  environment = {
    PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: dir,
    HTTP_PROXY: address,
    HTTPS_PROXY: address,
    NODE_OPTIONS: `--import ${join(dir, 'no-names.mjs')}`,
  };
});
afterAll(() => {
  proxy.closeAllConnections();
  proxy.close();
  rmSync(dir, { recursive: true, force: true });
});

const shell = (line: string): Promise<{ readonly code: number; readonly err: string }> =>
  new Promise((resolve) => {
    execFile('sh', ['-c', line], { cwd: dir, env: environment }, (error, _, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), err }),
    );
  });

test('make a baseline, pass while nothing fell, fail when something did, and pass when only we were kept out', async () => {
  const [make = '', check = ''] = lines;
  expect(lines).toHaveLength(2);

  expect((await shell(make)).code).toBe(0);
  expect(existsSync(join(dir, 'baseline'))).toBe(true);
  const first = await shell(check);
  expect(first.code).toBe(0);
  expect(readFileSync(join(dir, 'odi.xml'), 'utf8')).toContain(
    '<testsuite name="No fall since baseline" tests="1" failures="0"',
  );
  expect(existsSync(join(dir, 'evidence/ma.warc.gz'))).toBe(true);

  // On a server that keeps its folder from run to run.
  expect((await shell(check)).code).toBe(0);

  state = 'wall';
  expect((await shell(check)).code).toBe(0);

  state = 'closed';
  const { code, err } = await shell(check);
  expect(code).toBe(1);
  expect(err).toMatch(/water-quality fell since baseline: 100 points[^\n]*\n {2}openlicense Yes → No \(−30\), /);
  expect(readFileSync(join(dir, 'odi.xml'), 'utf8')).toContain('<failure type="regression"');
}, 120_000);
