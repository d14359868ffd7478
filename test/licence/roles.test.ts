import { expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import { readLicenceData } from '../../src/licence/index.ts';
import { rolesOf, withoutBurdens } from '../../src/licence/roles.ts';

const roles = rolesOf(readLicenceData(openCriteria()));

const left = (language: string, clause: string): string => {
  const own = roles(language);
  if (own === null) throw new Error(`No roles of ${language}.`);
  return withoutBurdens(clause, own).replace(/\s+/g, ' ').trim();
};

test.each([
  ['what is not asked for', 'en', 'use it without a contract now', 'use it now'],
  ['a denial behind the burden', 'tr', 'izin gerekmez', ''],
  ['the nearest of two denials before it', 'en', 'not to be used without permission', 'not to be used'],
  ['a burden between two denials', 'hi', 'बिना अनुमति प्रयोग नहीं', 'बिना अनुमति प्रयोग नहीं'],
  ['a denial that something may be done with', 'en', 'not sold under a contract', 'not sold under a contract'],
  [
    'a denial in another piece',
    'en',
    'it is not for all, permission is needed',
    'it is not for all, permission is needed',
  ],
  ['a burden that nothing denies', 'en', 'permission is needed', 'permission is needed'],
])('%s', (_, language, clause, rest) => {
  expect(left(language, clause)).toBe(rest);
});

test('a language without lists has no roles', () => {
  expect(roles('af')).toBeNull();
});
