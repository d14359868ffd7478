import { describe, expect, test } from 'vitest';
import { openAuditData } from '../../src/audit/data.ts';
import { readReply } from '../../src/audit/read.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { refuse } from '../../src/model/defect.ts';
import type { Arrival } from '../../src/model/exchange.ts';
import { dataset, hits, html } from './web.ts';

const criteria = openCriteria();
const data = openAuditData(criteria, criteria.edition('godi-2015'));

const arrival = (url: string, body: string | Buffer, given: Partial<Arrival> = {}): Arrival => ({
  ...{ kind: 'arrived', status: 200, finalUrl: url, complete: true, sha256: '', headers: [] },
  ...{ body: Buffer.from(body), totalBytes: body.length },
  ...given,
});

const search = 'https://data.example/api/3/action/package_search';
const answer = hits(dataset('results', 'Results', [{ url: 'https://data.example/r.csv' }]));

describe('a reply is read', () => {
  test('as what its bytes are and as what a catalogue says in them', async () => {
    const { inspection, reading } = await readReply(arrival(search, answer), data, refuse);
    expect([inspection.format, reading?.software, reading?.datasets.map(({ title }) => title)]).toEqual([
      'json',
      'ckan',
      ['Results'],
    ]);
  });

  test('as a page with the datasets it describes for search engines', async () => {
    const described = '{"@type":"Dataset","@context":"https://schema.org","name":"River gauges"}';
    const body = html('Gauges', `<h1>Gauges</h1><script type="application/ld+json">${described}</script>`);
    const { inspection, reading } = await readReply(arrival('https://data.example/x', body), data, refuse);
    expect([inspection.format, reading?.software]).toEqual(['html', 'schema-org']);
  });

  test('in the encoding that its bytes are in', async () => {
    const written = hits(dataset('results', 'Résultats', []));
    const headers = [{ name: 'content-type', value: 'application/json; charset=iso-8859-1' }];
    const body = Buffer.from(written, 'latin1');
    const { reading } = await readReply(arrival(search, body, { headers }), data, refuse);
    expect(reading?.datasets[0]?.title).toBe('Résultats');
  });
});

test.each<readonly [string, Arrival]>([
  ['an answer that was cut off', arrival(search, `${answer}  `, { complete: false })],
  ['a table', arrival('https://data.example/r.csv', 'a,b\n1,2\n3,4\n')],
  ['no bytes', arrival(search, '')],
])('%s is no catalogue’s', async (_, given) => {
  expect((await readReply(given, data, refuse)).reading).toBeNull();
});
