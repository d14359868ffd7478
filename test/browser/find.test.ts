import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findChromium } from '../../src/browser/find.ts';
import { UserError } from '../../src/model/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-find-'));
const program = (name: string, mode = 0o755): string => {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, mode);
  return path;
};

test('the one that is named wins over the path', () => {
  program('chromium');
  const own = program('my-own');
  expect(findChromium({ ODI_CHROMIUM: own, PATH: folder })).toBe(own);
});

test('the path is looked through by the names that systems use', () => {
  expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium'));
});

test('neither a folder nor a file that cannot be run is a browser', () => {
  const other = mkdtempSync(join(tmpdir(), 'odi-find-'));
  mkdirSync(join(other, 'chromium'));
  writeFileSync(join(other, 'google-chrome'), '');
  chmodSync(join(other, 'google-chrome'), 0o644);
  writeFileSync(join(other, 'chromium-browser'), '');
  chmodSync(join(other, 'chromium-browser'), 0o755);
  expect(findChromium({ PATH: other })).toBe(join(other, 'chromium-browser'));
});

test('one that is named and is not there is the fault of who named it', () => {
  expect(() => findChromium({ ODI_CHROMIUM: '/nowhere/chromium', PATH: folder })).toThrow(
    new UserError('ODI_CHROMIUM names /nowhere/chromium, which is no program that can be run.'),
  );
});

test('where there is none, one line says what to install', () => {
  expect(() => findChromium({ PATH: '' }, 'aix')).toThrow(
    new UserError(
      '--render needs Chromium, which was not found: install it (Debian: apt-get install chromium), or name it in ODI_CHROMIUM.',
    ),
  );
});
