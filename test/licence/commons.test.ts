import { describe, expect, test } from 'vitest';
import { data, licences } from './known.ts';

const isOpen = (code: string): boolean => !/n[cd]|sampling/.test(code);

describe.each(data.deeds)('deeds of $code', ({ code, names }) => {
  test('all of its names are read as what they are', () => {
    const misread = names.filter((name) => {
      const { id, open } = licences.any(`Creative Commons ${name} 3.0 IGO`);
      return id === null || open !== (isOpen(code) ? 'Yes' : 'No');
    });
    expect(misread).toEqual([]);
  });
});

describe('an element that nobody knows gives no Yes', () => {
  const names = data.deeds.filter(({ code }) => code === 'by' || code === 'by-sa').flatMap((deed) => deed.names);

  test.each(['-Quux 4.0', ' - Quux 4.0', '–Quux', ' Quux 4.0', '+Quux', '-NQ 2.0 International'])('… %s', (added) => {
    expect(names.filter((name) => licences.any(`Creative Commons ${name}${added}`).open === 'Yes')).toEqual([]);
  });

  test.each(['CC BY-QX 4.0', 'CC-BY-QX', 'CC BY QX 4.0', 'CC BY 4.0-QX', 'CC BY-SA-QX', 'CC0-NC'])('%s', (name) => {
    expect(licences.any(name).open).not.toBe('Yes');
  });
});

describe('words that are no elements stand beside a name', () => {
  test.each([
    ['CC-BY-licensed data', 'CC-BY'],
    ['Daten unter CC-BY-Lizenz, Version 4.0', 'CC-BY-4.0'],
    ['CC BY (Ministry of Works)', 'CC-BY'],
    ['CC BY 4.0 – Office of Maps', 'CC-BY-4.0'],
    ['Creative Commons Attribution Australia 3.0', 'CC-BY-3.0'],
    ['Creative Commons Atribución 4.0 Internacional (CC BY 4.0)', 'CC-BY-4.0'],
  ])('%s', (text, id) => {
    expect(licences.ofText(text)).toMatchObject({ open: 'Yes', id });
  });
});
