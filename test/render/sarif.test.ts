import { describe, expect, test } from 'vitest';
import { renderSarif } from '../../src/render/sarif.ts';
import { answers, review } from '../reviews/builders.ts';

const given = review({ word: 'YYYYYNNUY' });

const resultsOf = (store = 'reviews', under: number | null = null, reviews = [given]) =>
  JSON.parse(renderSarif(reviews, { store, under, regression: null })).runs[0].results;

describe('SARIF', () => {
  test('tells a No as a warning, an Unsure as open, a Yes not at all', () => {
    expect(resultsOf().map(({ ruleId, kind, level }: Record<string, string>) => [ruleId, kind, level])).toEqual([
      ['machinereadable', 'fail', 'warning'],
      ['bulk', 'fail', 'warning'],
      ['openlicense', 'open', 'none'],
    ]);
  });

  test('tells the answer that counts, and the words of who gave it', () => {
    const bulk = answers('YYYYYYYYY')['bulk'];
    if (bulk === undefined) throw new Error('no answer');
    const override = {
      answer: 'No',
      because: 'Only by parts.',
      reviewer: 'Ada',
      at: '2015-12-01',
      evidence: [],
    } as const;
    const [result] = resultsOf('reviews', null, [review({ answers: { bulk: { ...bulk, override } } })]);
    expect(result.message.text).toContain('Only by parts.');
  });

  test('points at the line of the answer in the file that the review is kept in', () => {
    const [{ locations }] = resultsOf('./my store/');
    const { artifactLocation, region } = locations[0].physicalLocation;
    expect(artifactLocation).toEqual({ uri: 'my%20store/2015/ma/election-results.json', uriBaseId: '%SRCROOT%' });
    const line = JSON.stringify(given, null, 2).split('\n')[region.startLine - 1];
    expect(line).toBe('    "machinereadable": {');
  });

  test('names what lies outside the repository by its own address, without a base', () => {
    const [{ locations }] = resultsOf('file:///srv/my%20store');
    expect(locations[0].physicalLocation.artifactLocation).toEqual({
      uri: 'file:///srv/my%20store/2015/ma/election-results.json',
    });
  });

  test('keeps the fingerprint of a finding whatever its words and its line are', () => {
    const prints = (list: readonly { partialFingerprints: object }[]) => list.map((one) => one.partialFingerprints);
    const other = review({ word: 'YYYYYNNUY', notes: 'Other words', year: 2016, contradictions: ['a', 'b'] });
    expect(prints(resultsOf('reviews', null, [other]))).toEqual(prints(resultsOf()));
    expect(new Set(prints(resultsOf()).map((one) => JSON.stringify(one))).size).toBe(3);
  });

  test('tells a bar that was missed as an error', () => {
    expect(resultsOf('reviews', 60)[0]).toMatchObject({ ruleId: 'under', level: 'error', kind: 'fail' });
    expect(resultsOf('reviews', 45)[0].ruleId).toBe('machinereadable');
  });

  test('leads nowhere but to web addresses', () => {
    const evidence = given.evidence.map((one) => ({ ...one, finalUrl: 'javascript:alert(1)' }));
    expect(resultsOf('reviews', null, [{ ...given, evidence }])[0].relatedLocations).toBeUndefined();
    expect(resultsOf()[0].relatedLocations[0].physicalLocation.artifactLocation.uri).toBe(
      'https://data.example/results.csv',
    );
  });
});
