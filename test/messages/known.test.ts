import { expect, test } from 'vitest';
import { knownLanguages } from '../../src/messages/known.ts';

test('lists the language of kept reviews first, then the others by the alphabet', () => {
  expect(knownLanguages({ languages: () => ['fr', 'ar', 'en', 'de'] })).toEqual(['en', 'ar', 'de', 'fr']);
});
