import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import { verifyDigests } from '../../src/archive/verify.ts';
import type { Asked, Came, Capture } from '../../src/model/archive.ts';
import type { RecordRef } from '../../src/model/exchange.ts';

/* Pages as their scripts drew them, as archives keep them. */

const url = 'https://data.example/app?page=1';
const sent: Asked = { url, method: 'GET', accept: '*/*', payload: null };

const replied = (body: string, more: Partial<Extract<Came, { kind: 'replied' }>> = {}): Came => ({
  ...{ kind: 'replied', status: 200, statusText: 'OK', payload: Buffer.from(body), truncated: null, ip: null },
  headers: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }],
  ...more,
});

const gaps = [
  { why: 'method', count: 2 },
  { why: 'http-4xx', count: 1 },
] as const;
const drawing = { by: 'Chromium 156.0.1', requests: 7, gaps };

const archived = async (captures: readonly ((before: RecordRef | null) => Omit<Capture, 'at' | 'sent'>)[]) => {
  const path = join(mkdtempSync(join(tmpdir(), 'odi-drawn-')), 'a.warc.gz');
  const recorder = await openRecorder(path, { software: 'test', now: () => new Date('2026-11-02T10:00:00Z') });
  const refs: RecordRef[] = [];
  for (const [at, make] of captures.entries())
    refs.push(await recorder.keep({ ...make(refs[at - 1] ?? null), at: `2026-11-02T10:00:0${at}Z`, sent: [] }));
  await recorder.close();
  return { path, refs, text: gunzipSync(readFileSync(path)).toString('utf8') };
};

const page = () => ({ asked: sent, came: replied('<div id="root"></div>') });
const drawn = (came: Came) => (before: RecordRef | null) => ({ asked: { ...sent, drawnFrom: before }, came });

test('a drawn page is a conversion of what was sent, and found beside it', async () => {
  const { path, refs, text } = await archived([page, drawn(replied('<h1>Water</h1>', { drawing }))]);
  expect(text).toContain(`WARC-Type: conversion\r\nWARC-Record-ID: <${refs[1]?.id}>`);
  expect(text).toContain(`WARC-Refers-To: <${refs[0]?.id}>`);
  expect(text).toMatch(
    /ODI-Drawn-By: Chromium 156\.0\.1\r\nODI-Drawn-Requests: 7\r\nODI-Drawn-Gaps: method=2 http-4xx=1/,
  );

  const archive = await openArchive([path]);
  const held = await archive.find({ ...sent, drawnFrom: null }, 1_000);
  expect(held?.record).toEqual(refs[1]);
  expect(held?.capture.came).toMatchObject({ kind: 'replied', status: 200, truncated: null, drawing });
  expect(held?.capture.came.kind === 'replied' && String(held.capture.came.payload)).toBe('<h1>Water</h1>');
  // The page itself is answered as it was sent.
  const plain = await archive.find(sent, 1_000);
  expect([plain?.record, plain?.capture.came.kind === 'replied' && plain.capture.came.drawing]).toEqual([
    refs[0],
    undefined,
  ]);
  await archive.close();
  expect(await verifyDigests(path)).toMatchObject({ mismatches: [], unreadable: null });
});

test('that it was drawn in part, or not at all, is kept, too', async () => {
  const lost: Came = { kind: 'lost', reason: 'browser', detail: 'it took more than 1000 MB of memory' };
  const cut = await archived([page, drawn(replied('<h1>Wat', { drawing, truncated: 'time' }))]);
  const none = await archived([page, drawn(lost)]);
  for (const [{ path }, expected] of [
    [cut, { kind: 'replied', truncated: 'time' }],
    [none, lost],
  ] as const) {
    const archive = await openArchive([path]);
    expect((await archive.find({ ...sent, drawnFrom: null }, 1_000))?.capture.came).toMatchObject(expected);
    expect((await archive.find(sent, 1_000))?.capture.came).toMatchObject({ kind: 'replied', truncated: null });
    await archive.close();
  }
});

test('an archive without one holds none, and what others converted is no drawn page', async () => {
  const { path } = await archived([page]);
  const archive = await openArchive([path]);
  expect(await archive.find({ ...sent, drawnFrom: null }, 1_000)).toBeNull();
  await archive.close();

  const block = '<h1>Converted</h1>';
  const record = [
    ...['WARC/1.1', 'WARC-Type: conversion', 'WARC-Record-ID: <urn:uuid:0>', `WARC-Target-URI: ${url}`],
    ...[
      'WARC-Date: 2026-11-02T10:00:00Z',
      'Content-Type: text/html',
      `Content-Length: ${block.length}`,
      '',
      block,
      '',
      '',
    ],
  ].join('\r\n');
  const other = join(mkdtempSync(join(tmpdir(), 'odi-drawn-')), 'other.warc');
  writeFileSync(other, record);
  const foreign = await openArchive([other]);
  expect([await foreign.find({ ...sent, drawnFrom: null }, 1_000), await foreign.find(sent, 1_000)]).toEqual([
    null,
    null,
  ]);
  await foreign.close();
});
