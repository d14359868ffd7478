import { expect, test } from 'vitest';
import { openMessages } from '../../src/audit/messages.ts';
import { licenceText } from '../../src/commands/licence-text.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { openLicences, readLicenceData } from '../../src/licence/index.ts';
import { leftOver, madeUp } from '../audit/made-up.ts';

const criteria = openCriteria();
const licences = openLicences(readLicenceData(criteria), criteria.edition('godi-2015').licencePolicy);
const at = { columns: 100, colour: false };

const targets = ['CC-BY-4.0', 'CC-BY-NC-4.0', 'CC-BY-ND-4.0', 'MIT', 'All rights reserved.', 'something unheard of'];

test.each(targets)('no word about %s comes from elsewhere than the messages', async (target) => {
  const text = await licenceText(licences.any(target), at, await madeUp(criteria));
  expect(leftOver(text)).toEqual([]);
});

test('an open licence is told in each language', async () => {
  const told = async (lang: string) => licenceText(licences.any('CC-BY-4.0'), at, await openMessages(criteria, lang));
  expect(await told('en')).toMatch(
    /open +✓ Yes\nwhy [\s\S]*\nstanding +approved by the Open Definition\nconditions +attribution\n/,
  );
  expect(await told('fr')).toMatch(/ouverte +✓ Oui\nmotif /);
  expect(await told('ar')).toMatch(/مفتوح +✓ نعم\nالسبب /);
});

test('a remark of those who keep the list is not told, what a reader should know is', async () => {
  expect((await licenceText(licences.any('MIT'), at)).replace(/\s+/g, ' ')).toContain(
    'It was written for software, not for data',
  );
  const remarked = licences.any('OGL-UK-1.0');
  expect(
    await licenceText({ ...remarked, args: { ...remarked.args, doubt: 'CKAN id uk-ogl: check' } }, at),
  ).not.toContain('CKAN');
});
