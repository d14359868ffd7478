import { expect, test } from 'vitest';
import { doubtNames } from '../../../src/audit/portal/names.ts';
import { look } from '../../portal/builders.ts';

const gone = look({ outcome: 'dead', because: 'no-such-host', status: null });

test.each([
  ['nothing else was asked', [], 'unseen', 'dns'],
  ['another public name answered', [['https://files.example.org/a', 'arrived']], 'dead', 'no-such-host'],
  ['another public name did not answer', [['https://files.example.org/a', 'lost']], 'unseen', 'dns'],
  ['a name of the portal itself answered', [['https://files.data.example/a', 'arrived']], 'unseen', 'dns'],
  ['a number answered', [['http://127.0.0.1:8080/a', 'arrived']], 'unseen', 'dns'],
  ['a name of our own network answered', [['http://files.internal/a', 'arrived']], 'unseen', 'dns'],
  ['this machine answered', [['http://localhost/a', 'arrived']], 'unseen', 'dns'],
] as const)('a name that does not resolve, where %s', (_, seen, outcome, because) => {
  const evidence = seen.map(([url, came]) => ({ url, outcome: came }));
  expect(doubtNames([gone], 'https://data.example/', evidence)).toEqual([{ ...gone, outcome, because }]);
});
