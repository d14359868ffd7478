import { describe, expect, test } from 'vitest';
import { coverageOf, type Surveyed, withUndecided } from '../../src/audit/coverage.ts';
import type { Group } from '../../src/audit/dataset/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { CriteriaVerdict, CriterionFinding } from '../../src/model/check.ts';
import type { Level, Officialness, Provenance } from '../../src/model/records.ts';
import { covered, observation } from '../builders.ts';
import { file, page, sign } from '../coverage/looks.ts';
import { nowhere } from './web.ts';

const surveyed = (groups: readonly Group[], given: Partial<Surveyed> = {}): Surveyed => ({
  ...{ groups, unopened: [], candidates: [], beyond: [], mirrors: [], searched: [] },
  ...given,
});

const verdict = (rule: CriteriaVerdict['rule']): CriteriaVerdict => ({ findings: [], rule, extent: null });
const chosen: Group = { root: observation(1), members: [] };
const provenance = (level: Level['verdict']): Provenance => ({
  ...{ title: null, publisher: null },
  level: { verdict: level, because: { reason: 'test', args: {} } },
});
const by = (level: Officialness['verdict']): Officialness => ({ verdict: level, because: 'test' });

describe('data that was not chosen', () => {
  const undecided = (root: Group['root'], rule: CriteriaVerdict['rule'], members: Group['members'] = []) => {
    const other = { root, members };
    const choice = { groups: [chosen], criteria: verdict('missed') };
    const judge = (groups: readonly Group[]): CriteriaVerdict => verdict(groups[0] === other ? rule : 'missed');
    return withUndecided(covered, { choice, told: null, verdictOf: judge }, surveyed([chosen, other])).items.slice(
      covered.items.length,
    );
  };

  const rows: readonly (readonly [string, Group['root'], CriteriaVerdict['rule'], number, Group['members']?])[] = [
    ['and may meet the criteria forbids a No', observation(2), 'unknown', 1],
    ['and meets them does', observation(2), 'met', 1],
    ['and shows rows on a page does', page(2, { signs: [sign('shows-rows')] }), 'unknown', 1],
    ['and has files does', page(2), 'unknown', 1, [file(3)]],
    ['and lacks something as well does not', observation(2), 'missed', 0],
    ['of a newspaper does not', observation(2, { official: by('third-party') }), 'met', 0],
    ['of a town does not', observation(2, { provenance: provenance('local') }), 'unknown', 0],
    ['is none where a page only tells of it', page(2), 'unknown', 0],
  ];
  test.each(rows.map(([name, ...given]) => ({ name, given })))('$name', ({ given: [root, rule, count, members] }) => {
    expect(undecided(root, rule, members)).toHaveLength(count);
  });
});

describe('data that was not chosen, where its publisher says that something is not published,', () => {
  const finding = (answer: CriterionFinding['answer'], reason: string, required = true): CriterionFinding => ({
    ...{
      id: 'station',
      label: 'Station',
      noun: 'station',
      required,
      timely: false,
      answer,
      reason,
      says: '',
      args: {},
      where: [],
    },
  });
  const undecided = (one: CriterionFinding, criteria: readonly string[] = ['station']) => {
    const other = { root: observation(2), members: [] };
    const verdictOf = (): CriteriaVerdict => ({ findings: [one], rule: 'unknown', extent: null });
    const given = { choice: { groups: [chosen], criteria: verdict('missed') }, told: { criteria }, verdictOf };
    return withUndecided(covered, given, surveyed([chosen, other])).items.length - covered.items.length;
  };

  test('forbids no No without a trace of that', () => {
    expect(undecided(finding('Unsure', 'not-all-seen'))).toBe(0);
    expect(undecided(finding('No', 'not-in-the-data'))).toBe(0);
  });

  test('forbids it where it shows that, has a trace of it, or lacks what nobody speaks of', () => {
    expect(undecided(finding('Yes', 'header'))).toBe(1);
    expect(undecided(finding('Unsure', 'hint-geometry'))).toBe(1);
    expect(undecided(finding('Unsure', 'doubt-none'))).toBe(1);
    expect(undecided(finding('Unsure', 'not-all-seen'), ['votes'])).toBe(1);
    expect(undecided(finding('Unsure', 'not-all-seen', false))).toBe(1);
  });
});

describe('the responsible body', () => {
  const category = openCriteria().category('election-results');
  const items = (place = nowhere()) =>
    coverageOf(surveyed([]), { place, category, scope: 'country', named: [] }).items.map(({ need, url, sight }) => [
      need,
      url,
      sight,
    ]);

  test('is looked for at the addresses of its category', () => {
    expect(items()[0]).toEqual(['responsible-body', 'http://elections.gov.example/', 'not-asked']);
  });

  test('is not the national catalogue, where that is named as an address of the category', () => {
    const addresses = [{ ...nowhere().addresses[0], url: 'http://www.data.gov.example/' }] as never;
    expect(items(nowhere({ addresses }))[0]).toEqual(['responsible-body', '', 'no-address']);
  });

  test('of another category is no body of this one', () => {
    const addresses = [{ ...nowhere().addresses[0], category: 'legislation' }] as never;
    expect(items(nowhere({ addresses }))[0]).toEqual(['responsible-body', '', 'no-address']);
  });
});
