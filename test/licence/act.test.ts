import { describe, expect, test } from 'vitest';
import { licences } from './known.ts';

describe('a licence that is named and not granted', () => {
  test.each([
    ['a plan', 'Next spring the register is going to be opened under CC BY 4.0.'],
    ['a wish', 'The council should publish this dataset under CC0.'],
    ['the past', 'Formerly the data was under CC BY 4.0.'],
    ['a question', 'May I treat the data as CC BY 4.0?'],
    ['a comparison', 'Our terms for the data are similar to CC BY 4.0.'],
    ['a condition', 'Once the board agrees, the data is CC BY 4.0.'],
    ['an example', 'Many cities pick a licence such as CC BY 4.0.'],
    ['a part', 'Some of the datasets are CC BY 4.0.'],
    ['German', 'Wir beabsichtigen, die Daten unter CC BY 4.0 bereitzustellen.'],
    ['French', 'Nous envisageons de placer les données sous licence CC BY 4.0.'],
    ['Polish', 'Planujemy opublikować te dane na CC BY 4.0.'],
    ['Turkish', 'Veriler CC BY 4.0 lisansı ile yayımlanacak.'],
    ['Japanese', 'データは今後 CC BY 4.0 で公開する予定です。'],
    ['Arabic', 'نعتزم نشر البيانات بموجب رخصة CC BY 4.0.'],
  ])('%s', (_, text) => {
    expect(licences.ofText(text)).toMatchObject({ open: 'Unsure', reason: 'not-granted' });
  });
});

test('an exception that names the data leaves the data out', () => {
  expect(licences.ofText('With the exception of the statistics, this yearbook is under CC BY 4.0.')).toMatchObject({
    open: 'Unsure',
    reason: 'data-excepted',
  });
});

test('a list of licences to choose from says nothing of this data', () => {
  expect(licences.ofText('Licences: CC0, CC BY 4.0, CC BY-SA 4.0, ODbL').open).toBe('Unsure');
});

describe('what stands beside a name and changes it', () => {
  test.each([
    'CC BY 4.0 with additional terms',
    'Open Government Licence v3.0 (modified)',
    'CC BY 4.0 mit Zusatzbedingungen',
    'Licence Ouverte 2.0 avec des conditions supplémentaires',
  ])('%s', (text) => {
    expect(licences.ofTitle(text)).toMatchObject({ open: 'Unsure', reason: 'name-not-whole' });
  });

  test('a restriction in the same sentence closes it', () => {
    expect(licences.ofText('The data is licensed under CC BY 4.0, but commercial use is not permitted.')).toMatchObject(
      { open: 'No', reason: 'non-commercial' },
    );
  });
});
