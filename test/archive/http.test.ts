import { expect, test } from 'vitest';
import { mostOfHead, parseHttp } from '../../src/archive/http.ts';

const start = 'HTTP/1.1 200 OK\r\nA: 1\r\n';

test('a head is split from the payload, which is not copied', () => {
  const bytes = Buffer.from(`${start}\r\nbody`);
  const { startLine, headers, payload, hasEnd } = parseHttp(bytes);
  expect({ startLine, headers, payload: payload.toString(), hasEnd }).toEqual({
    startLine: 'HTTP/1.1 200 OK',
    headers: [{ name: 'A', value: '1' }],
    payload: 'body',
    hasEnd: true,
  });
  expect(payload.buffer).toBe(bytes.buffer);
});

test.each([
  ['never ends', 'B: 2\r\n'.repeat(1_000_000)],
  ['ends too late', `${'B: 2\r\n'.repeat(mostOfHead / 6)}\r\nbody`],
])('a head that %s is read up to a bound, and has no payload', (_, rest) => {
  const { headers, payload, hasEnd } = parseHttp(Buffer.from(`${start}${rest}`));
  expect(hasEnd).toBe(false);
  expect(payload).toHaveLength(0);
  expect(headers.length).toBeLessThan(mostOfHead / 6 + 2);
});
