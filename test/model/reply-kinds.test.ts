import { expect, test } from 'vitest';
import type { Outcome } from '../../src/model/observation.ts';
import { arrivedWell } from '../../src/model/observation.ts';
import { isAbsence, isBarrier, isReplyKind, type ReplyKind, replyKinds } from '../../src/model/reply-kinds.ts';
import { kinds } from '../../src/pages/kinds/index.ts';
import { arrived, lost } from '../builders.ts';

test('every kind is told by one reader, but for the page that nothing else is', () => {
  expect([...kinds.map(({ kind }) => kind), 'page'].sort()).toEqual([...replyKinds].sort());
});

test.each<readonly [ReplyKind | null, string]>([
  ...(['data', 'record', 'catalogue', 'page', 'listing', 'licence', 'robots'] as const).map(
    (kind) => [kind, 'shows something'] as const,
  ),
  ...(['search-form', 'terms-gate', 'paywall', 'login', 'captcha', 'app-shell'] as const).map(
    (kind) => [kind, 'a barrier'] as const,
  ),
  ...(['soft-404', 'error', 'empty'] as const).map((kind) => [kind, 'an absence'] as const),
  [null, 'shows something'],
])('%s: %s', (kind, expected) => {
  const told = isBarrier(kind) ? 'a barrier' : isAbsence(kind) ? 'an absence' : 'shows something';
  expect(told).toBe(expected);
});

test.each<readonly [string, Outcome, ReplyKind | null, boolean]>([
  ['a file with success', arrived(), 'data', true],
  ['a barrier with success, which is what stands there', arrived(), 'login', true],
  ['a barrier that refuses', arrived({ status: 403 }), 'login', false],
  ['a page not found with success', arrived(), 'soft-404', false],
  ['a fault with success', arrived(), 'error', false],
  ['an answer that holds nothing', arrived(), 'empty', false],
  ['what never came', lost(), null, false],
])('arrived well: %s: %s', (_, outcome, kind, expected) => {
  expect(arrivedWell({ outcome, kind })).toBe(expected);
});

test.each([
  ['soft-404', true],
  ['toString', false],
  ['HTTP 404', false],
])('%s is a kind of reply: %s', (code, expected) => {
  expect(isReplyKind(code)).toBe(expected);
});
