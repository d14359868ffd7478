import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRecorder } from '../../src/archive/index.ts';
import type { Review } from '../../src/model/review.ts';
import { answers, type Served } from './answers.ts';
import { folder, run } from './program.ts';

const now = (): Date => new Date('2026-11-02T10:00:00Z');

const archive = async (path: string, { url, type, body }: Served): Promise<void> => {
  const recorder = await openRecorder(path, { software: 'test', now });
  await recorder.keep({
    asked: { url, method: 'GET', accept: '*/*', payload: null },
    sent: [],
    at: now().toISOString(),
    came: {
      kind: 'replied',
      status: 200,
      statusText: 'OK',
      headers: [{ name: 'Content-Type', value: type }],
      payload: Buffer.from(body),
      truncated: null,
      ip: null,
    },
  });
  await recorder.close();
};

describe.concurrent('a recorded answer of every catalogue software', () => {
  test.each(Object.entries(answers))('%s', async (name, served) => {
    const path = join(folder, `${name.replaceAll(/\W/g, '-')}.warc.gz`);
    await archive(path, served);
    const { code, out, err } = await run(['check', served.url, '--replay', path, '--format', 'json', '--quiet']);
    expect([code, err]).toEqual([0, '']);
    const review: Review = JSON.parse(out);
    expect(review.evidence[0]).toMatchObject({
      outcome: 'arrived',
      ...(served.kind === null ? {} : { kind: served.kind }),
    });
    if (served.leadsTo !== undefined) expect(review.evidence.map(({ url }) => url)).toContain(served.leadsTo);
  });
});
