import { describe, expect, test } from 'vitest';
import { licences } from './known.ts';

const read = (text: string) => {
  const { open, reason } = licences.ofText(text);
  return `${open}: ${reason}`;
};

describe('a licence of something else makes no Yes', () => {
  test.each([
    'The importer scripts are licensed under CC BY 4.0.',
    'Photographs on this page: CC BY-SA 4.0.',
    'Die Texte dieses Blogs stehen unter CC BY 4.0.',
    'Les icônes sont publiées sous licence CC BY 3.0.',
    'El código fuente se distribuye con licencia CC0.',
    'Тексты сайта доступны по лицензии CC BY 4.0.',
    '本站文章采用 CC BY 4.0 许可。',
    'このブログの記事は CC BY 4.0 で提供しています。',
    'The data portal software is released under CC0.',
    'Basemap tiles: OpenStreetMap contributors, ODbL.',
    'Our metadata is CC0.',
  ])('%s', (text) => {
    expect(read(text)).toBe('Unsure: something-else');
  });
});

describe('the clause about the data decides', () => {
  test.each([
    ['The parser is Apache-2.0; the dataset is proprietary, all rights reserved.', 'No: rights-reserved'],
    ['Scripts: CC0. Data: CC BY-NC 4.0.', 'No: non-commercial'],
    ['The illustrations in our reports are CC BY-NC 4.0, while the datasets are CC BY 4.0.', 'Yes: approved'],
    ['Data: CC BY 4.0, photos: CC BY-NC-ND 4.0.', 'Yes: approved'],
    ['The code and the data are licensed under CC BY 4.0.', 'Yes: approved'],
    ['Quellcode unter CC0, die Daten hingegen unter CC BY-NC 4.0.', 'No: non-commercial'],
    ['All content of this site is licensed under CC BY 4.0.', 'Yes: approved'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
