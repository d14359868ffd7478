import { expect, test } from 'vitest';
import { requestOf } from '../../src/reviews/request.ts';
import { review } from '../builders.ts';

const candidate = (url: string, why: string) => ({ url, why, role: 'landing-page', chosen: true });
const [one, other] = ['https://a.example/', 'https://b.example/'];

test('a review tells what was asked for, whatever its sentences say', () => {
  const request = { kind: 'audit', urls: [one] } as const;
  expect(requestOf(review({ request, candidates: [candidate(other, 'Named by the reviewer.')] }))).toEqual(request);
});

test.each([
  ['a check', [candidate(one, 'Named by the reviewer.')], { kind: 'check', urls: [one] }],
  [
    'an audit with an address that was named',
    [candidate(one, 'The reviewer named it. It is a page of the Ministry.'), candidate(other, 'A catalogue gave it.')],
    { kind: 'audit', urls: [one] },
  ],
  ['an audit', [candidate(one, 'A catalogue gave it.')], { kind: 'audit', urls: [] }],
])('one of an older program is known by what that wrote: %s', (_, candidates, expected) => {
  expect(requestOf(review({ candidates }))).toEqual(expected);
});
