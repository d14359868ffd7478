import { expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import { fileLicences, readLicenceData } from '../../src/licence/index.ts';
import { fileNeedles, needleFinder } from '../../src/licence/needle-finder.ts';
import { needlesOf } from '../../src/licence/needles.ts';

test.each([
  ['plain text', 'licen', ['licen']],
  ['what may be missing is spelled out both ways', 'data ?set', ['dataset', 'data set']],
  ['alternatives, each its own', '\\b(?:may|can) use\\b', ['may use', 'can use']],
  ['the rarest part on either side of a gap', 'no \\w+ restrictions?', [' restriction', ' restrictions']],
  ['a group that may be missing is no part', 'free(?: of charge| access)* reuse', [' reuse']],
  ['a class of few', 'reali[sz]e', ['realise', 'realize']],
  ['a look around is no part', '(?<!not )licensed(?! to)', ['licensed']],
  ['one letter is in every text', '\\S+的', []],
  ['an alternative without any leaves none', 'licence|\\w+', []],
])('%s', (_, source, needles) => {
  expect([...needlesOf(source)].sort()).toEqual([...needles].sort());
});

test('a finder names what one of its strings is in, and nothing of what has none', () => {
  const find = needleFinder(fileNeedles([['may use', 'can use'], ['ok'], [], ['用途']]));
  expect([...find('you can use it')].sort()).toEqual([0]);
  expect([...find('ok')].sort()).toEqual([1]);
  expect([...find('任意の用途')].sort()).toEqual([3]);
});

test('every expression of the vocabularies but a few has strings to be found by', () => {
  const { owners, always } = fileLicences(readLicenceData(openCriteria())).needles;
  expect(always.length / new Set(owners).size).toBeLessThan(0.01);
});
