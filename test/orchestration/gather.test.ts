import { expect, test } from 'vitest';
import { observationsOf } from '../../src/dossier/index.ts';
import { defaultLimits, type GatherLimits, gather, type Lead, type Onward } from '../../src/gather.ts';
import { type Entry, openLedger } from '../../src/ledger.ts';
import { refuse } from '../../src/model/defect.ts';
import { exchange, observation } from '../builders.ts';

const nowhere: Onward = { files: [], terms: [], pages: [] };

const lead = (url: string, score = 0): Lead => ({
  url,
  score,
  role: 'landing-page',
  depth: 0,
  candidate: null,
  via: null,
});

/** Walks a made-up web: each address with where it leads. */
const walk = async (
  web: Readonly<Record<string, Partial<Onward>>>,
  leads: readonly Lead[],
  limits: Partial<GatherLimits> = {},
) => {
  const ledger = openLedger(async ({ url }) => exchange({ url }));
  const observe = async ({ id, exchange: { url } }: Entry, { role, via }: Lead) =>
    observation(Number(id.slice(3)), { url, role, via });
  const onward = ({ url }: { readonly url: string }): Onward => ({ ...nowhere, ...web[url] });
  const gathered = await gather(leads, ledger, { observe, onward, report: refuse }, { ...defaultLimits, ...limits });
  const groups = gathered.groups.map((group) => observationsOf(group).map(({ url, role }) => `${role} ${url}`));
  return { groups, exhausted: gathered.exhausted };
};

test('the best candidate is opened first, with its files and its terms', async () => {
  const { groups, exhausted } = await walk(
    { best: { files: [{ url: 'file.csv', role: 'data-file' }], terms: ['terms'] } },
    [lead('good', 1), lead('best', 2)],
  );
  expect(groups).toEqual([['landing-page best', 'data-file file.csv', 'licence terms'], ['landing-page good']]);
  expect(exhausted).toBe(true);
});

test('a page that was followed is opened in its turn by its score, and only to the depth allowed', async () => {
  const { groups } = await walk(
    {
      start: { pages: [{ url: 'deep', score: 5 }] },
      deep: { pages: [{ url: 'deeper', score: 9 }] },
      deeper: { pages: [{ url: 'too-deep', score: 9 }] },
    },
    [lead('start', 10), lead('other', 7)],
  );
  expect(groups.flat()).toEqual([
    'landing-page start',
    'landing-page other',
    'landing-page deep',
    'landing-page deeper',
  ]);
});

test('no address is opened twice, whatever its fragment', async () => {
  const { groups } = await walk({ start: { pages: [{ url: 'start#part', score: 3 }] } }, [
    lead('start', 1),
    lead('start'),
  ]);
  expect(groups).toEqual([['landing-page start']]);
});

test('files that are left unopened mean that not everything was seen', async () => {
  const files = ['a', 'b', 'c'].map((name) => ({ url: `${name}.csv`, role: 'data-file' as const }));
  const { groups, exhausted } = await walk({ start: { files } }, [lead('start')], { files: 2 });
  expect([groups[0]?.length, exhausted]).toEqual([3, false]);
});

test('candidates that are left unopened mean the same', async () => {
  const { exhausted } = await walk({}, [lead('one'), lead('two')], { candidates: 1 });
  expect(exhausted).toBe(false);
});
