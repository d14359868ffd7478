import { expect, test } from 'vitest';
import { stateOfExchange } from '../../../src/audit/portal/answer.ts';
import type { PortalAnswer } from '../../../src/audit/portal/log.ts';
import { apiProbes, openToPrograms } from '../../../src/audit/portal/probes.ts';
import type { PortalEvidence } from '../../../src/model/survey.ts';

const answer = (status: number): PortalAnswer => ({
  id: 'ev-1',
  exchange: {
    ...{ url: 'https://data.example/api', fetchedAt: null, hops: [], record: null },
    reply: {
      ...{ kind: 'arrived', finalUrl: 'https://data.example/api', status, headers: [], body: new Uint8Array(0) },
      ...{ complete: true, totalBytes: 0, sha256: '' },
    },
  },
});

test.each([
  [200, 'yes'],
  [404, 'yes'],
  [401, 'unseen'],
  [403, 'unseen'],
  [429, 'unseen'],
  [500, 'no'],
])('an interface that answers %i is up: %s', (status, outcome) => {
  const one = answer(status);
  expect(apiProbes([{ answer: one, state: stateOfExchange(one.exchange) }])).toMatchObject([{ outcome }]);
});

const entry = (kind: string | null): PortalEvidence => ({
  ...{ id: 'ev-1', url: 'https://data.example/api', fetchedAt: null, outcome: 'arrived', because: null, status: 403 },
  ...{ kind, bytes: 0, sha256: null, record: null },
});

test.each([
  ['captcha', false, 'no'],
  [null, false, 'unseen'],
  [null, true, 'yes'],
] as const)(
  'where an answer of the interface was %s and it was opened: %s, programs are let in: %s',
  (kind, isOpen, outcome) => {
    expect(openToPrograms([answer(403)], [entry(kind)], isOpen)).toMatchObject([{ outcome }]);
  },
);
