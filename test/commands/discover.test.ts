import { expect, test } from 'vitest';
import { odi } from './odi.ts';

test('places are listed with id, slug and name', () => {
  const { code, out } = odi(['places']);
  expect(code).toBe(0);
  expect(out).toMatch(/^ma {2}morocco +Morocco$/m);
});

test('one place is told with its sources, by a name in any language', () => {
  const { code, out } = odi(['places', 'المغرب']);
  expect(code).toBe(0);
  expect(out).toMatch(/^Morocco \(ma, morocco\)$/m);
  expect(out).toMatch(/gov\.ma \(Public Suffix List/);
  expect(out).toMatch(
    /2011-09-29 to 2021-09-07 {2}395 seats, 395 filled by voters: 92 districts and one nationwide list \(IPU PARLINE/,
  );
  expect(out).toMatch(/House of Councillors \(upper, .*; not elected by voters\)/);
});

test('JSON holds the whole place', () => {
  expect(JSON.parse(odi(['places', 'ma', '--format', 'json']).out)).toMatchObject({
    id: 'ma',
    contests: [{ id: 'lower', elections: [{ day: '2011-11-25' }, {}, {}] }, { id: 'upper' }],
  });
});

test('an unknown place or category names the nearest, exit 2', () => {
  expect(odi(['discover', 'moroco', 'elections'])).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('did you mean morocco'),
  });
  expect(odi(['discover', 'ma', 'electoins']).err).toContain('did you mean election-results');
});
