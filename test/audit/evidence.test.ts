import { expect, test } from 'vitest';
import { openLedger, sharing } from '../../src/audit/evidence.ts';
import type { Exchange, FetchRequest } from '../../src/model/exchange.ts';
import { exchange } from '../builders.ts';

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
  const ledger = openLedger(fetch);
  const [one, again, other] = await Promise.all(
    ['a', 'a', 'b'].map((name) => ledger.ask({ url: `https://${name}.example/` })),
  );
  expect([one?.id, again?.id, other?.id]).toEqual(['ev-1', 'ev-1', 'ev-2']);
  expect(asked).toEqual(['https://a.example/', 'https://b.example/']);
});

test('evidence is numbered as it was asked for, whichever reply comes first', async () => {
  const slowFirst = async ({ url }: FetchRequest): Promise<Exchange> => {
    if (url.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 20));
    return exchange({ url });
  };
  const ledger = openLedger(slowFirst);
  await Promise.all([ledger.ask({ url: 'https://slow.example/' }), ledger.ask({ url: 'https://quick.example/' })]);
  expect((await ledger.entries()).map(({ id, exchange: { url } }) => [id, url])).toEqual([
    ['ev-1', 'https://slow.example/'],
    ['ev-2', 'https://quick.example/'],
  ]);
});

test('what is over the allowance of requests is refused without being asked, and is evidence of that', async () => {
  const { asked, fetch } = counting();
  const ledger = openLedger(fetch, { requests: 1, bytes: 1_000_000 });
  await ledger.ask({ url: 'https://a.example/' });
  const { exchange: refused } = await ledger.ask({ url: 'https://b.example/' });
  expect(refused.reply).toMatchObject({ kind: 'refused', reason: 'budget-requests' });
  expect(asked).toHaveLength(1);
});

test('what is over the allowance of bytes is refused too', async () => {
  const { fetch } = counting();
  const ledger = openLedger(fetch, { requests: 9, bytes: 1 });
  await ledger.ask({ url: 'https://a.example/' });
  const { exchange: refused } = await ledger.ask({ url: 'https://b.example/' });
  expect(refused.reply).toMatchObject({ kind: 'refused', reason: 'budget-bytes' });
});

test('reviews of one run share what they have in common', async () => {
  const { asked, fetch } = counting();
  const shared = sharing(fetch);
  await openLedger(shared).ask({ url: 'https://catalogue.example/' });
  await openLedger(shared).ask({ url: 'https://catalogue.example/' });
  expect(asked).toHaveLength(1);
});

test('what is asked when the time of the review is up is kept as refused, and not asked', async () => {
  const given: FetchRequest[] = [];
  const fetch = async (request: FetchRequest): Promise<Exchange> => {
    given.push(request);
    return exchange({ url: request.url });
  };
  let isUp = false;
  const time = { seconds: 5, isUp: () => isUp };
  const shared = sharing(fetch);
  const ledger = openLedger(shared, { requests: 9, bytes: 1_000_000, time });
  await ledger.ask({ url: 'https://a.example/' });
  isUp = true;
  await ledger.ask({ url: 'https://b.example/' });
  expect(given.map(({ refusal }) => refusal?.reason)).toEqual([undefined, 'budget-time']);
  expect(given[1]?.refusal?.detail).toBe('5 seconds were allowed for this review');
  isUp = false;
  await openLedger(shared).ask({ url: 'https://b.example/' });
  expect(given.map(({ refusal }) => refusal?.reason)).toEqual([undefined, 'budget-time', undefined]);
});
