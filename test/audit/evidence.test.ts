import { expect, test } from 'vitest';
import { type Allowance, openEvidence } from '../../src/audit/evidence.ts';
import type { Exchange, Fetch, FetchRequest } from '../../src/model/exchange.ts';
import { exchange, inspection } from '../builders.ts';

/** A log of what is never read. */
const openLog = (fetch: Fetch, allowance?: Allowance) =>
  openEvidence(fetch, async () => ({ inspection: inspection(), reading: null }), allowance);

const counting = () => {
  const asked: string[] = [];
  const fetch = async ({ url }: FetchRequest): Promise<Exchange> => {
    asked.push(url);
    return exchange({ url });
  };
  return { asked, fetch };
};

test('the same address is asked once and is the same evidence', async () => {
  const { asked, fetch } = counting();
  const evidence = openLog(fetch);
  const [one, again, other] = await Promise.all(
    ['a', 'a', 'b'].map((name) => evidence.ask({ url: `https://${name}.example/` })),
  );
  expect([one?.id, again?.id, other?.id]).toEqual(['ev-1', 'ev-1', 'ev-2']);
  expect(asked).toEqual(['https://a.example/', 'https://b.example/']);
});

test('evidence is numbered as it was asked for, whichever reply comes first', async () => {
  const slowFirst = async ({ url }: FetchRequest): Promise<Exchange> => {
    if (url.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 20));
    return exchange({ url });
  };
  const evidence = openLog(slowFirst);
  await Promise.all([evidence.ask({ url: 'https://slow.example/' }), evidence.ask({ url: 'https://quick.example/' })]);
  expect((await evidence.entries()).map(({ id, exchange: { url } }) => [id, url])).toEqual([
    ['ev-1', 'https://slow.example/'],
    ['ev-2', 'https://quick.example/'],
  ]);
});

test('what is over the allowance of requests is refused without being asked, and is evidence of that', async () => {
  const { asked, fetch } = counting();
  const evidence = openLog(fetch, { requests: 1, bytes: 1_000_000 });
  await evidence.ask({ url: 'https://a.example/' });
  const { exchange: refused } = await evidence.ask({ url: 'https://b.example/' });
  expect(refused.reply).toMatchObject({ kind: 'refused', reason: 'budget-requests' });
  expect(asked).toHaveLength(1);
});

test('what is over the allowance of bytes is refused too', async () => {
  const { fetch } = counting();
  const evidence = openLog(fetch, { requests: 9, bytes: 1 });
  await evidence.ask({ url: 'https://a.example/' });
  const { exchange: refused } = await evidence.ask({ url: 'https://b.example/' });
  expect(refused.reply).toMatchObject({ kind: 'refused', reason: 'budget-bytes' });
});

test('a reply is read once, however many stages ask', async () => {
  const { fetch } = counting();
  const seen: string[] = [];
  const evidence = openEvidence(fetch, async ({ finalUrl }) => {
    seen.push(finalUrl);
    return { inspection: inspection(), reading: null };
  });
  const { reply } = await evidence.fetch({ url: 'https://a.example/' });
  const { reply: other } = await evidence.fetch({ url: 'https://b.example/' });
  if (reply.kind !== 'arrived' || other.kind !== 'arrived') throw new Error('nothing arrived');
  const [one, again] = await Promise.all([evidence.read(reply), evidence.read(reply)]);
  await evidence.read(other);
  expect(one).toBe(again);
  expect(seen).toEqual(['https://a.example/', 'https://b.example/']);
});

test('what is asked when the time of the review is up is kept as refused, and not asked', async () => {
  const given: FetchRequest[] = [];
  const fetch = async (request: FetchRequest): Promise<Exchange> => {
    given.push(request);
    return exchange({ url: request.url });
  };
  let isUp = false;
  const time = { seconds: 5, isUp: () => isUp, left: () => 5 };
  const evidence = openLog(fetch, { requests: 9, bytes: 1_000_000, time });
  await evidence.ask({ url: 'https://a.example/' });
  isUp = true;
  await evidence.ask({ url: 'https://b.example/' });
  expect(given.map(({ refusal }) => refusal?.reason)).toEqual([undefined, 'budget-time']);
  expect(given[1]?.refusal?.detail).toBe('5 seconds were allowed for this review');
});
