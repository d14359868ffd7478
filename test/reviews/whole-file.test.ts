import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, serialise } from '../../src/reviews/index.ts';
import { review } from './builders.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-whole-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const id = '1a650be8-f7bc-401b-9c85-a4965b72b5f9';
/** No process has this number: it is beyond what systems give out. */
const nobody = 4_999_999;

test('what a process that was killed left half made is removed, and what another one is making is not', () => {
  const store = openStore(dir, (one) => one);
  const here = hostname();
  const [year, place] = [join(dir, '2015'), join(dir, '2015/ma')];
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'election-results.json'), serialise(review()));
  mkdirSync(join(year, `.${here}-${nobody}-${id}.tmp`));
  writeFileSync(join(year, `.${here}-${nobody}-${id}.tmp`, 'x.json'), '{');
  writeFileSync(join(place, `.${here}-${nobody}-${id}.tmp`), '{');
  writeFileSync(join(place, `.${here}-${process.pid}-${id}.tmp`), '{');
  writeFileSync(join(place, `.elsewhere-${nobody}-${id}.tmp`), '{');
  writeFileSync(join(place, `.${id}.tmp`), '{');
  const old = Date.now() / 1000 - 2 * 24 * 3600;
  utimesSync(join(place, `.${id}.tmp`), old, old);
  writeFileSync(join(place, '.notes.tmp'), 'a person wrote this');
  store.clean();
  expect(readdirSync(year)).toEqual(['ma']);
  expect(readdirSync(place).sort()).toEqual(
    [
      `.${here}-${process.pid}-${id}.tmp`,
      `.elsewhere-${nobody}-${id}.tmp`,
      '.notes.tmp',
      'election-results.json',
    ].sort(),
  );
});
