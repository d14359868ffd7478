import { makeWeb, type NationalWeb } from '../../fixtures/web/web.ts';
import { openAuditData } from '../../src/audit/data.ts';
import { readReply } from '../../src/audit/read.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { type DiscoveryTools, discover } from '../../src/discover/index.ts';
import { refuse } from '../../src/model/defect.ts';
import type { Exchange, Fetch } from '../../src/model/exchange.ts';
import type { Evaluation, Outcome } from './evaluation.ts';

/* The made-up national web of the tests, here for several seeds and two languages: a ranking that fits one of them shows it. */

const seeds = [1, 2, 7];
const asOf = '2024-12-31';

/** Answers from the made-up sites without a server between. */
const fetchFrom =
  ({ sites }: NationalWeb): Fetch =>
  async ({ url, payload }): Promise<Exchange> => {
    const address = new URL(url);
    const site = sites[address.hostname];
    const base = { url, fetchedAt: null, hops: [], record: null };
    if (site === undefined) return { ...base, reply: { kind: 'lost', reason: 'dns', detail: 'no such host' } };
    const { status = 200, type = 'text/html', body = '' } = site(address, payload?.text ?? '') ?? { status: 404 };
    const bytes = Buffer.from(body);
    const headers = [{ name: 'content-type', value: type }];
    return {
      ...base,
      reply: {
        kind: 'arrived',
        status,
        headers,
        finalUrl: url,
        body: bytes,
        complete: true,
        totalBytes: bytes.length,
        sha256: '',
      },
    };
  };

const run = async (): Promise<Outcome> => {
  const criteria = openCriteria();
  const data = openAuditData(criteria, criteria.edition('godi-2015'));
  const tools: DiscoveryTools = {
    words: data.discovery,
    read: (arrival) => readReply(arrival, data, refuse),
    report: refuse,
  };
  const places: number[] = [];
  const missed: string[] = [];
  for (const [seed, language] of seeds.flatMap((each) => [[each, 'en'] as const, [each, 'fr'] as const])) {
    const made = makeWeb(seed, language);
    const fetch = fetchFrom(made);
    for (const id of criteria.categories()) {
      const request = { place: made.place, category: criteria.category(id), extra: [], previous: [], fetch, asOf };
      const { candidates } = await discover(request, tools);
      const place = candidates.findIndex(({ url }) => url === made.expected[id]);
      places.push(place);
      if (place !== 0)
        missed.push(
          `- ${language}, seed ${seed}, ${id}: ${place < 0 ? 'not among the candidates' : `place ${place + 1}, after ${candidates[0]?.url}`}`,
        );
    }
  }
  const share = (isGood: (place: number) => boolean): number => places.filter(isGood).length / places.length;
  return {
    figures: [
      { name: 'right address first', value: share((place) => place === 0), unit: 'share', atLeast: 13 / 15 },
      {
        name: 'right address among the first three',
        value: share((place) => place >= 0 && place < 3),
        unit: 'share',
        atLeast: 1,
      },
      { name: 'searches', value: places.length, unit: 'count' },
    ],
    report: missed.length === 0 ? 'The right address was first each time.' : missed.join('\n'),
  };
};

/** The right address among the distractors of a made-up national web. */
export const nationalWeb: Evaluation = {
  id: 'national-web',
  title: 'Discovery: the right address on a made-up national web',
  needs: [],
  run,
};
