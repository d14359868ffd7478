import { describe, expect, test } from 'vitest';
import { judge } from '../../src/portal/judge.ts';
import { wilson } from '../../src/portal/statistics.ts';

const atMost = { at: 0.05, direction: 'at-most' } as const;
const atLeast = { at: 0.9, direction: 'at-least' } as const;

describe('the rule of intervals', () => {
  test.each([
    ['5 of 100 dead', 0.05, wilson(5, 100), atMost, 'Unsure'],
    ['none of 100 dead', 0, wilson(0, 100), atMost, 'Yes'],
    ['20 of 100 dead', 0.2, wilson(20, 100), atMost, 'No'],
    ['exactly at a bar from above', 0.05, null, atMost, 'Yes'],
    ['just over it', 0.0500001, null, atMost, 'No'],
    ['exactly at a bar from below', 0.9, null, atLeast, 'Yes'],
    ['just under it', 0.8999999, null, atLeast, 'No'],
    ['an interval that ends at the bar', 0.95, { low: 0.9, high: 1 }, atLeast, 'Yes'],
    ['an interval that begins below the bar', 0.95, { low: 0.89, high: 1 }, atLeast, 'Unsure'],
    ['an interval all below', 0.5, { low: 0.4, high: 0.89 }, atLeast, 'No'],
    ['an interval up to the bar', 0.5, { low: 0.4, high: 0.9 }, atLeast, 'Unsure'],
    ['nothing known', null, null, atLeast, 'Unsure'],
    ['no value, and an interval all over', null, { low: 0.1, high: 0.3 }, atMost, 'No'],
    ['no bar', 0.5, null, null, null],
  ] as const)('%s', (_, value, interval, bar, answer) => {
    expect(judge(value, interval, bar)).toBe(answer);
  });
});
