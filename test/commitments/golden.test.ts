import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { writeCapture } from '../../fixtures/captures/make.ts';
import { capture } from '../../fixtures/commitments/captures.ts';
import type { CommitmentsReport } from '../../src/model/commitments-report.ts';
import { renderCommitments } from '../../src/render/commitments/index.ts';
import { run } from '../commands/in-process.ts';

/* Captures are measured again and compared with the reports beside them; ODI_GOLDEN=write writes them anew, to be read like code. */

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const saved = join(fixtures, 'commitments', `${capture.name}.warc.gz`);
const fresh = mkdtempSync(join(tmpdir(), 'odi-promises-'));
afterAll(() => rmSync(fresh, { recursive: true }));

const isWriting = process.env['ODI_GOLDEN'] === 'write';

/** Compression differs between versions of zlib; what was compressed does not. */
const recordsOf = (path: string): string => gunzipSync(readFileSync(path)).toString('latin1');

const site = { ...capture, words: [], expected: { isOpen: false, answers: {} } };

test('the capture is what its site says', async () => {
  if (isWriting) {
    rmSync(saved, { force: true });
    await writeCapture(saved, site);
  }
  const made = join(fresh, `${capture.name}.warc.gz`);
  await writeCapture(made, site);
  expect(recordsOf(saved) === recordsOf(made)).toBe(true);
  expect(recordsOf(saved)).toContain('nothing was fetched');
});

const measured = (archive: string, format: string, store: string) =>
  run(
    [
      'commitments',
      'ma',
      '--as-of',
      '2020-08-31',
      '--replay',
      archive,
      '--store',
      store,
      '--format',
      format,
      '--quiet',
    ],
    fresh,
  );

const isSame = (path: string, text: string): void => {
  if (isWriting) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
};

describe.each([
  ['ma-2020', saved, 0],
  ['morocco-2015', join(fixtures, 'captures', 'morocco-2015.warc.gz'), 3],
])('%s', (name, archive, ends) => {
  test('is the report that is kept, the same bytes twice', async () => {
    const first = await measured(archive, 'json', join(fresh, `${name}-first`));
    const second = await measured(archive, 'json', join(fresh, `${name}-second`));
    expect([first.code, first.out]).toEqual([ends, second.out]);
    isSame(join(fixtures, 'commitments', `${name}.json`), first.out);
  });

  test('reads as the page that is kept', async () => {
    const report = reportOf(name);
    const terminal = { columns: 80, colour: false };
    isSame(join(fixtures, 'commitments', `${name}.md`), await renderCommitments(report, 'markdown', terminal));
    isSame(join(fixtures, 'commitments', `${name}.txt`), await renderCommitments(report, 'text', terminal));
  });
});

const reportOf = (name: string): CommitmentsReport =>
  JSON.parse(readFileSync(join(fixtures, 'commitments', `${name}.json`), 'utf8'));

test('the made capture shows what it was made to show', () => {
  const { commitments, summary } = reportOf('ma-2020');
  const [open] = commitments;
  expect(open?.indicators.map(({ id, status, value, strength }) => [id, status, value, strength])).toEqual([
    ['institutions', 'met', 32, 'whole'],
    ['datasets', 'met', 301, 'whole'],
    ['reuses', 'unsure', 12, 'declared'],
  ]);
  expect(open?.milestones.map(({ id, status, date }) => [id, status, date])).toEqual([
    ['benchmarking', 'in-time', '2018-12-20'],
    ['assessment', 'not-found', null],
    ['rules', 'undated', null],
    ['governance', 'late', '2020-05-12'],
    ['manual', 'in-time', '2020-01-15'],
    ['training', 'unsure', null],
    ['communication', 'unsure', null],
  ]);
  expect(summary.functions).toEqual({ Yes: 6, No: 0, Unsure: 0 });
});

test('of a capture that holds nothing of it everything is unsure, with its reason', () => {
  const { commitments } = reportOf('morocco-2015');
  const all = commitments.flatMap(({ indicators, milestones }) => [...indicators, ...milestones]);
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['unsure']));
  const functions = commitments.flatMap((one) => one.functions);
  expect(functions.map(({ answer }) => answer)).toEqual(Array(6).fill('Unsure'));
  expect([...all, ...functions].filter(({ says }) => says.length < 20)).toEqual([]);
});
