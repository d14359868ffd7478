import { describe, expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import type { PortalWords } from '../../src/model/portal-words.ts';
import { openFields } from '../../src/portal/fields.ts';

const fields = openFields(openCriteria().data<PortalWords>('vocabulary/portal'));

describe('a rhythm of updates', () => {
  test.each([['Anual'], ['mensuel'], ['quarterly'], ['Jährlich']])('is all that %s says', (text) => {
    expect(fields.isRhythm(text)).toBe(true);
  });

  test.each([['Annual report of the ministry'], ['monthly figures'], ['Agriculture'], ['']])(
    'is not all of “%s”',
    (text) => {
      expect(fields.isRhythm(text)).toBe(false);
    },
  );

  test('is not told by what forms put in where nobody told one', () => {
    expect(
      ['unknown', 'UNKN', 'http://publications.europa.eu/resource/authority/frequency/UNKNOWN'].map(fields.isUntold),
    ).toEqual([true, true, true]);
    expect(['annual', 'irregular'].map(fields.isUntold)).toEqual([false, false]);
  });
});
