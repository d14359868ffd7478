import { describe, expect, test } from 'vitest';
import { asTold } from '../../src/coverage/index.ts';
import { type CoverageItem, isCovered, type Need, type Sight } from '../../src/model/coverage.ts';

const item = (need: Need, sight: Sight): CoverageItem => ({
  ...{ need, name: '', url: `https://x.example/${need}`, sight, detail: '', evidence: null },
});
const isEnough = (items: readonly CoverageItem[], isOfBody = false): boolean =>
  isCovered(asTold({ scope: 'country', items }, { evidence: 'ev-9', isOfBody }));

const searched = item('national-catalogue', 'searched');
const closed = item('national-catalogue', 'not-searched');

describe('where the publisher says itself that something is not published', () => {
  test('its other pages are no longer needed, once a catalogue of the nation was searched', () => {
    expect(isEnough([item('responsible-body', 'not-named'), item('page', 'not-asked'), searched, closed])).toBe(true);
  });

  test('a catalogue must have been searched, unless the responsible body itself says so', () => {
    expect(isEnough([item('responsible-body', 'not-named'), closed])).toBe(false);
    expect(isEnough([item('responsible-body', 'not-named'), closed], true)).toBe(true);
  });

  test('a search that was left halfway may still hold it', () => {
    expect(isEnough([searched, item('national-catalogue', 'searched-in-part')], true)).toBe(false);
  });

  test.each(['hit', 'named-address', 'declared-file'] as const)('a %s must be seen as ever', (need) => {
    expect(isEnough([searched, item(need, 'not-asked')], true)).toBe(false);
    expect(isEnough([searched, item(need, 'read-whole')], true)).toBe(true);
  });

  test('what it stands for is cited', () => {
    const { items } = asTold(
      { scope: 'country', items: [item('page', 'not-asked'), searched] },
      { evidence: 'ev-9', isOfBody: false },
    );
    expect(items.map(({ sight, evidence }) => [sight, evidence])).toEqual([
      ['told', 'ev-9'],
      ['searched', null],
    ]);
  });
});
