import { describe, expect, test } from 'vitest';
import { licences } from './known.ts';

const told = (text: string): string => {
  const { open, reason } = licences.any(text);
  return `${open}: ${reason}`;
};

describe('a grant is understood whole or not at all', () => {
  test.each([
    ['nothing but known words', 'The figures of this table are published by the ministry under CC BY 4.0.'],
    ['a topic beside the word for the data', 'The lighthouse keeper data is published under CC BY 4.0.'],
    ['a word of no weight in a clause about the data', 'Our data is cheerfully published under CC BY 4.0.'],
    ['a name with a capital', 'The tables of the Borough of Little Snoring are published under CC BY 4.0.'],
    ['something else, named together with the data', 'Our data, code included, is published under CC BY 4.0.'],
    ['what was asked for in former days', 'The fee was abolished in 2019. The data is published under CC BY 4.0.'],
    ['what is not asked for', 'No contract, no fee: the data may be copied, changed and sold by anyone.'],
    ['a question beside the grant', 'Do I have to pay for a contract? The data is published under CC BY 4.0.'],
    ['an article joined to its noun', "L'ensemble des données de l'agence est publié sous CC BY 4.0."],
    ['words of a language near by', 'Підручник. Увесь вміст порталу доступний за ліцензією CC BY 4.0.'],
    ['a record on one line', 'Licence: ODbL 1.0 – Frobs: xyzzy – Producer: gubbins of wobble'],
    ['who is to be named', 'The figures are published under CC BY 4.0, please cite: gubbins and wobble of frobs.'],
    [
      'a price of nothing',
      'Atvērtos datus ikviens drīkst bez maksas kopēt, pārveidot un izplatīt, arī komerciālos nolūkos.',
    ],
    [
      'what another thing is kept from',
      'Photographs are used under a contract. The data is published under CC BY 4.0.',
    ],
    ['no cost', 'Anyone may copy, change and sell the data at no cost.'],
    ['letters of a script without blanks after the name', '本データはCC BYで提供されています。'],
    ['the name of a body in a script without blanks', '碧螺厅数据采用 CC BY 4.0 许可协议。'],
    [
      'articles and prepositions joined to their word',
      'הקבצים של המשרד והרשות במרכז ובאגף מתפרסמים ברישיון CC BY 4.0.',
    ],
    ['a script without blanks', '本网站全部数据采用 CC BY 4.0 许可协议。'],
  ])('%s', (_, text) => {
    expect(licences.any(text).open).toBe('Yes');
  });

  test.each([
    ['a thing that is not known', 'The gubbins are published under CC BY 4.0.'],
    [
      'what stands behind who is to be named',
      'The figures are published under CC BY 4.0, please cite: gubbins and wobble, frobs hermetically apart.',
    ],
    ['a noun with a capital, where every noun has one', 'Die Flunschen stehen unter CC BY 4.0.'],
    ['a thing made of the data', 'Our data dictionary is published under CC BY 4.0.'],
    ['a share of the whole', '58 % of the datasets are published under CC BY 4.0.'],
    ['what it is not in force for', 'Dieses Portal steht unter CC BY 4.0. Das gilt nicht für die Messwerte.'],
    ['a count out of all', '3,112 of the 4,870 datasets of the portal carry a CC BY licence.'],
    ['something that the licence does not extend to', 'Licence: CC BY 4.0. It does not extend to the soundings.'],
    ['a sentence of exceptions', 'The content of this site is under CC BY 4.0. Exceptions: the series of this page.'],
    ['consent in the same clause', 'With our consent the data is published under CC BY 4.0.'],
    ['a contract in another sentence', 'Licence: CC BY 4.0. Sharing the data takes a contract.'],
    ['passing on to others that takes consent', 'ライセンス：CC0。第三者への提供には本課の承諾が必要です。'],
    ['a duty in another sentence', 'Licence: CC BY 4.0. Users must share their changes with the bureau.'],
    ['a thing that is not known, without blanks', '本网站全部模型采用 CC BY 4.0 许可协议。'],
  ])('Unsure: %s', (_, text) => {
    expect(told(text)).toBe('Unsure: not-understood');
  });
});

test('in a long page only the clause of the grant must be understood', () => {
  const page = `${'The hall may be hired; the contract needs our consent and a fee is payable.\n'.repeat(40)}All data is published under CC BY 4.0.`;
  expect(licences.ofText(page).reason).not.toBe('not-understood');
});
