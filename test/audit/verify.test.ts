import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecorder } from '../../src/archive/index.ts';
import { main } from '../../src/cli.ts';
import { openCollector } from '../../src/collect/index.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import { site } from '../collect/loopback.ts';

const folder = mkdtempSync(join(tmpdir(), 'odi-verify-'));
const archive = join(folder, 'capture.warc.gz');
const exchanges: Exchange[] = [];

beforeAll(async () => {
  const { base } = await site({ '/data.csv': 'station;registered\n1;700\n', '/page': `<p>${'x'.repeat(200_000)}` });
  const recorder = await openRecorder(archive, { software: 'odi/0.0.0', now: () => new Date() });
  const { fetch, close } = openCollector({
    userAgent: 'odi/0.0.0',
    now: () => new Date(),
    allowPrivate: true,
    recorder,
  });
  exchanges.push(await fetch({ url: `${base}/data.csv` }));
  exchanges.push(await fetch({ url: `${base}/page`, maxBytes: 131_072 }));
  exchanges.push(await fetch({ url: 'http://169.254.169.254/' }));
  await close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The least that is a review, with evidence as the program writes it. */
const reviewOf = (change: (evidence: Record<string, unknown>[]) => void = () => undefined): string => {
  const evidence = exchanges.map(({ url, reply, record }, index) => ({
    id: `ev-${index + 1}`,
    url,
    finalUrl: url,
    outcome: reply.kind === 'arrived' ? 'arrived' : 'refused-by-us',
    sha256: reply.kind === 'arrived' ? reply.sha256 : null,
    record: { ...record },
  }));
  change(evidence);
  const score = { points: 0, ceiling: 100, outOf: 100 };
  const people = { submitter: 'odi', reviewers: [], comments: '' };
  const place = { id: 'ma', name: 'Morocco' };
  const category = { id: 'election-results', title: 'Election Results' };
  const head = {
    format: 'odi-review/1',
    edition: 'godi-2015',
    place,
    category,
    year: 2026,
    asOf: '2026-01-01',
    notes: '',
    candidates: [],
    isOpen: false,
    answers: {},
  };
  return JSON.stringify({ ...head, score, criteria: [], evidence, people });
};

const reviewFile = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** Runs the command line and collects what it prints. */
const odi = async (...words: readonly string[]) => {
  const printed = { out: '', err: '' };
  const { write: out } = process.stdout;
  const { write: err } = process.stderr;
  const into =
    (stream: 'out' | 'err') =>
    (text: string | Uint8Array): boolean => {
      printed[stream] += text;
      return true;
    };
  process.stdout.write = into('out');
  process.stderr.write = into('err');
  try {
    return { code: await main(['verify', ...words]), ...printed };
  } finally {
    process.stdout.write = out;
    process.stderr.write = err;
  }
};

describe('odi verify', () => {
  test('finds an archive and the review that cites it in order', async () => {
    const result = await odi(archive, '--review', reviewFile('good.json', reviewOf()));
    expect(result.out.split('\n').slice(1)).toEqual([
      '1 review cites it, with 3 pieces of evidence.',
      'Everything matches.',
      '',
    ]);
    expect(result).toMatchObject({ code: 0, err: '' });
  });

  test('reads the reviews of a store', async () => {
    const store = join(folder, 'reviews');
    mkdirSync(join(store, '2026', 'ma'), { recursive: true });
    writeFileSync(join(store, '2026', 'ma', 'election-results.json'), reviewOf());
    expect(await odi(archive, '--store', store)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 review cites it'),
    });
  });

  test('names evidence that is missing or different, and ends with 1', async () => {
    const text = reviewOf((evidence) => {
      Object.assign(evidence[0] ?? {}, { sha256: '0'.repeat(64) });
      Object.assign(evidence[2]?.['record'] ?? {}, { id: 'urn:uuid:nowhere' });
    });
    const { code, out } = await odi(archive, '--review', reviewFile('bad.json', text), '--format', 'json');
    const found = JSON.parse(out);
    expect(code).toBe(1);
    expect(found.evidenceMismatches.map(({ evidence, why }: Record<string, string>) => `${evidence} ${why}`)).toEqual([
      'ev-1 different',
      'ev-3 missing',
    ]);
    expect(found).toMatchObject({ capture: 'capture.warc.gz', reviews: 1, cited: 3, mismatches: [], unreadable: null });
  });

  test('takes a review that was made from the beginning of a record', async () => {
    const { reply } = exchanges[1] ?? {};
    const { createHash } = await import('node:crypto');
    const start = reply?.kind === 'arrived' ? reply.body.subarray(0, 65_536) : Buffer.alloc(0);
    const sha256 = createHash('sha256').update(start).digest('hex');
    const text = reviewOf((evidence) => Object.assign(evidence[1] ?? {}, { sha256 }));
    expect(await odi(archive, '--review', reviewFile('part.json', text))).toMatchObject({ code: 0 });
  });

  test('says how far a cut archive can be read, and ends with 2', async () => {
    const cut = join(folder, 'cut.warc.gz');
    writeFileSync(cut, readFileSync(archive));
    truncateSync(cut, readFileSync(archive).length - 7);
    const { code, err } = await odi(cut, '--store', join(folder, 'no-store'));
    expect(code).toBe(2);
    expect(err).toMatch(
      /^odi: .*cut\.warc\.gz can be read up to byte \d+ \(\d+ whole records\); then compressed data breaks off\.\n$/,
    );
  });

  test.each([
    ['a file that is not there', ['/nowhere.warc'], 'there is no such file'],
    ['a folder', [folder], 'it is no file'],
    ['a review that is none', [archive, '--review', archive], 'is no review'],
  ])('ends with 2 and a sentence for %s', async (_, words, says) => {
    const { code, err } = await odi(...words);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) });
  });
});
