import { expect, test } from 'vitest';
import { ownTitle } from '../../src/text/titles.ts';

const siteName = (content: string) => [{ name: 'og:site_name', content }];

test.each([
  ['the site stands behind', 'Budget 2024 | Open Data Nowhere', [], [], 'Budget 2024'],
  ['a heading repeats the part that stands behind', 'Town of Alba – Budget 2024', ['Budget 2024'], [], 'Budget 2024'],
  ['the site names itself, in front', 'Municipal Government • Budget', [], siteName('Municipal government'), 'Budget'],
  ['the site names itself, between', 'Budget - Alba - 2024', [], siteName('Alba'), 'Budget – 2024'],
  ['nothing but the name of the site', 'Alba | Alba', [], siteName('Alba'), 'Alba'],
  ['one part', ' Budget 2024 ', [], [], 'Budget 2024'],
  ['a hyphen in a word divides nothing', 'Co-operation of towns', [], [], 'Co-operation of towns'],
])('%s', (_, title, headings, meta, own) => {
  expect(ownTitle({ title, headings, meta })).toBe(own);
});
