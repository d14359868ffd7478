import { expect, test } from 'vitest';
import { declaredType, firstHeader, headerValue, mediaTypeOf } from '../../src/web/headers.ts';

const headers = [
  { name: 'Link', value: '</1>; rel="prev"' },
  { name: 'LINK', value: '</2>; rel="next"' },
  { name: 'Content-Type', value: ' Text/CSV ; charset=utf-8' },
];

test('a field that was sent twice is one value, unless it may be sent once only', () => {
  expect(headerValue(headers, 'link')).toBe('</1>; rel="prev", </2>; rel="next"');
  expect(firstHeader(headers, 'Link')).toBe('</1>; rel="prev"');
  expect([headerValue(headers, 'date'), firstHeader(headers, 'date')]).toEqual([null, null]);
});

test('a media type is told without its parameters, and nothing from an empty field', () => {
  expect(mediaTypeOf(declaredType(headers))).toBe('text/csv');
  expect([mediaTypeOf(null), mediaTypeOf(' ; charset=utf-8'), mediaTypeOf(declaredType([]))]).toEqual([
    null,
    null,
    null,
  ]);
});
