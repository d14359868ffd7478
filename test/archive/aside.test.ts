import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openAside } from '../../src/archive/aside.ts';
import { batchOf, recordingsIn } from '../../src/archive/batch.ts';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import { membersOf, type Recording } from '../../src/archive/members.ts';
import type { Capture } from '../../src/model/archive.ts';
import { capture, get, newPath } from './files.ts';

const lost = capture('http://data.example/lost', '', { came: { kind: 'lost', reason: 'tls', detail: 'é\ud800' } });

const recording = (one: Capture, more: Partial<Recording> = {}): Recording => ({
  ...{ id: 'urn:uuid:1', requestId: 'urn:uuid:2', digest: 'sha256:00', original: null, capture: one },
  ...more,
});

const some = [
  recording(capture('http://data.example/a', Buffer.from([0, 255, 13, 10]))),
  recording(lost),
  recording(capture('http://data.example/b', 'the same'), {
    original: { id: 'urn:uuid:0', url: 'http://data.example/', at: '2026-01-01T00:00:00Z' },
  }),
  recording(capture('http://data.example/c', 'page')),
];

describe('records made on a thread of their own', () => {
  test('are the very bytes that are made on the spot', async () => {
    const here = await membersOf(some);
    expect(await membersOf(recordingsIn(batchOf(some)))).toEqual(here);
    const aside = openAside();
    try {
      const [first, second] = await Promise.all([aside.membersOf(some), aside.membersOf(some.slice(2))]);
      expect(first).toEqual(here);
      expect(second).toEqual(await membersOf(some.slice(2)));
    } finally {
      await aside.close();
    }
  });

  test('come in the order they were asked for, however long one takes', async () => {
    const aside = openAside();
    const ended: number[] = [];
    // Above the bound up to which a record is compressed on the spot.
    const large = recording(capture('http://data.example/large', Buffer.alloc(4_000_000, 'abc')));
    await Promise.all(
      [[large], some].map((batch, at) => aside.membersOf(batch).then((bytes) => ended.push(at, bytes.length))),
    );
    await aside.close();
    expect([ended[0], ended[2]]).toEqual([0, 1]);
  });

  test('are refused after its end', async () => {
    const aside = openAside();
    await aside.close();
    await expect(aside.membersOf(some)).rejects.toThrow('the thread that makes records ended');
  });
});

test('a long recording holds every capture once, those before and those after the thread began', async () => {
  const path = newPath();
  const recorder = await openRecorder(path, { software: 'odi/0', now: () => new Date('2026-11-25T11:59:59Z') });
  const pages = Array.from({ length: 300 }, (_, page) => `http://data.example/${page}`);
  await Promise.all(pages.map((url) => recorder.keep(capture(url, `page ${url}`))));
  await recorder.close();
  const targets = [
    ...gunzipSync(readFileSync(path))
      .toString()
      .matchAll(/^WARC-Type: response\r\n(?:.*\r\n)*?WARC-Target-URI: (.*)\r$/gm),
  ];
  expect(targets.map(([, url]) => url)).toEqual(pages);
  const archive = await openArchive([path]);
  const last = await archive.find(get('http://data.example/299'), 100);
  await archive.close();
  expect(last?.capture.came).toMatchObject({ status: 200 });
});
