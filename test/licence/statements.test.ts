import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCriteria } from '../../src/criteria/load.ts';
import { openLicences, readLicenceData } from '../../src/licence/index.ts';

type Statements = readonly { readonly language: string; readonly statements: readonly (readonly [string, string])[] }[];

const file = new URL('../../fixtures/licence-statements.yaml', import.meta.url);
const languages: Statements = parse(readFileSync(file, 'utf8'));
const licences = openLicences(readLicenceData(openCriteria()));

describe.each(languages)('statements in $language', ({ language, statements }) => {
  test.each(statements)('%s: %s', (open, text) => {
    expect(licences.ofText(text, { language }).open).toBe(open);
  });

  test.each(statements.filter(([open]) => open !== 'Yes'))(
    'not open where the language is unknown: %s, %s',
    (_, text) => {
      expect(licences.ofText(text).open).not.toBe('Yes');
    },
  );
});

test('the statements are in fifteen languages at least', () => {
  expect(languages.length).toBeGreaterThanOrEqual(15);
});
