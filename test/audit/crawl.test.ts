import { expect, test } from 'vitest';
import {
  defaultLimits,
  type FileLead,
  type GatherLimits,
  gather,
  type Lead,
  type Onward,
} from '../../src/audit/crawl.ts';
import { observationsOf } from '../../src/audit/dataset/index.ts';
import { type Entry, openLedger } from '../../src/audit/evidence.ts';
import { unknownAddress } from '../../src/model/coverage.ts';
import { refuse } from '../../src/model/defect.ts';
import type { Candidate } from '../../src/model/records.ts';
import { exchange, observation } from '../builders.ts';

const nowhere: Onward = { files: [], terms: [], pages: [] };

const file = (url: string, isDeclared = false): FileLead => ({ url, role: 'data-file', isDeclared });

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
  return { groups, unopened: gathered.unopened.map(({ url, role, via }) => `${role} ${url} by ${via}`) };
};

test('the best candidate is opened first, with its files and its terms', async () => {
  const { groups, unopened } = await walk({ best: { files: [file('file.csv')], terms: ['terms'] } }, [
    lead('good', 1),
    lead('best', 2),
  ]);
  expect(groups).toEqual([['landing-page best', 'data-file file.csv', 'licence terms'], ['landing-page good']]);
  expect(unopened).toEqual([]);
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

test('what is left unopened is told, with what led there', async () => {
  const files = ['a', 'b', 'c'].map((name) => file(`${name}.csv`));
  const terms = ['one', 'two', 'three'];
  const { groups, unopened } = await walk({ start: { files, terms } }, [lead('start')], { files: 2, terms: 2 });
  expect(groups[0]).toHaveLength(5);
  expect(unopened).toEqual(['data-file c.csv by ev-1', 'licence three by ev-1']);
});

test('so are candidates beyond the number that is opened', async () => {
  const { unopened } = await walk({}, [lead('one', 2), lead('two', 1)], { candidates: 1 });
  expect(unopened).toEqual(['landing-page two by null']);
});

test('so are pages too deep, and pages beyond the best of one page', async () => {
  const pages = ['a', 'b', 'c'].map((url, index) => ({ url, score: 9 - index }));
  const { unopened } = await walk({ start: { pages }, a: { pages: [{ url: 'deep', score: 1 }] } }, [lead('start')], {
    pages: 2,
    depth: 1,
  });
  expect(unopened).toEqual(['landing-page c by ev-1', 'landing-page deep by ev-2']);
});

test('what is opened in the end is not told as left', async () => {
  const { unopened } = await walk(
    { start: { pages: [{ url: 'other', score: 1 }] } },
    [lead('start', 2), lead('other')],
    {
      pages: 0,
    },
  );
  expect(unopened).toEqual([]);
});

test('a file that the catalogue declares does not hang on the page it stands on', async () => {
  const ledger = openLedger(async ({ url }) => exchange({ url }));
  const observe = async ({ id, exchange: { url } }: Entry, { role, via }: Lead) =>
    observation(Number(id.slice(3)), { url, role, via });
  const onward = () => ({ ...nowhere, files: [file('declared.csv', true), file('linked.csv')] });
  const { groups } = await gather([lead('page')], ledger, { observe, onward, report: refuse });
  expect(groups[0]?.members.map(({ url, via }) => [url, via])).toEqual([
    ['declared.csv', null],
    ['linked.csv', 'ev-1'],
  ]);
});

test('a page that is linked and proposed is opened as the candidate that it is', async () => {
  const { groups } = await walk({ start: { pages: [{ url: 'known', score: 99 }] } }, [
    lead('start', 10),
    lead('other', 7),
    lead('known', 1),
  ]);
  expect(groups.flat()).toEqual(['landing-page start', 'landing-page other', 'landing-page known']);
});

test('where it could not be told where a reply leads, something is left', async () => {
  const ledger = openLedger(async ({ url }) => exchange({ url }));
  const observe = async ({ id, exchange: { url } }: Entry) => observation(Number(id.slice(3)), { url });
  const onward = (): Onward => {
    throw new Error('a defect');
  };
  const { unopened } = await gather([lead('page')], ledger, { observe, onward, report: () => undefined });
  expect(unopened).toEqual([{ url: unknownAddress, role: 'data-file', via: 'ev-1' }]);
});

test('a page that a catalogue describes is opened with what it says, and no sooner than that deserves', async () => {
  const town: Candidate = {
    ...{ url: 'town', why: 'x', role: 'landing-page', score: -50, parts: [], title: 'Town', publisher: 'Town' },
    official: { verdict: 'official', because: 'x' },
    level: { verdict: 'local', because: 'x' },
    record: null,
  };
  const seen: (string | null)[] = [];
  const pages = [
    { url: 'town', score: 99 },
    { url: 'page', score: 1 },
  ];
  const onward = ({ url }: { readonly url: string }): Onward => (url === 'start' ? { ...nowhere, pages } : nowhere);
  await gather(
    [lead('start', 10)],
    openLedger(async ({ url }) => exchange({ url })),
    {
      observe: async ({ id, exchange: { url } }, { candidate }) => {
        seen.push(`${url} ${candidate?.publisher ?? null}`);
        return observation(Number(id.slice(3)), { url });
      },
      ...{ onward, report: refuse, recall: (url: string) => (url === 'town' ? town : null) },
    },
  );
  expect(seen).toEqual(['start null', 'page null', 'town Town']);
});
