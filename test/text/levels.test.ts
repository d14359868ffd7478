import { expect, test } from 'vitest';
import { sayLevel } from '../../src/text/levels.ts';

test('why something is of a part of the country is said with its values', () => {
  expect(sayLevel({ reason: 'host-of-a-part', args: { host: 'alba.example', word: 'city' } })).toBe(
    'alba.example is named for a part of the country ("city").',
  );
});

test('a value that is missing is a defect, and says which', () => {
  expect(() => sayLevel({ reason: 'host-of-a-part', args: { host: 'alba.example' } })).toThrow('{word}');
});
