import type { Agreement, AgreementMeasure } from '../model/agreement.ts';
import { forCsv } from './escape.ts';

const cells = (found: AgreementMeasure | null): readonly string[] =>
  [found?.value, found?.interval?.low, found?.interval?.high].map((value) =>
    value === undefined ? '' : String(value),
  );

const header = [
  ...['kind', 'question', 'n', 'same', 'kappa', 'kappa_low', 'kappa_high', 'alpha', 'alpha_low', 'alpha_high'],
  ...['year', 'place', 'category', 'answer_a', 'answer_b', 'says_a', 'says_b'],
];

/** One line a question, then one a difference. */
export const agreementCsv = ({ questions, all, differences }: Agreement): string => {
  const blank = (count: number): readonly string[] => Array.from({ length: count }, () => '');
  const lines = [
    header,
    ...[...questions, all].map(({ id, n, same, kappa, alpha }) => [
      ...[id === null ? 'all' : 'question', forCsv(id ?? ''), String(n), String(same)],
      ...[...cells(kappa), ...cells(alpha), ...blank(7)],
    ]),
    ...differences.map(({ year, place, category, question, a, b }) => [
      ...['difference', forCsv(question), ...blank(8), String(year), forCsv(place), forCsv(category)],
      ...[a.answer, b.answer, forCsv(a.says), forCsv(b.says)],
    ]),
  ];
  return `${lines.map((line) => line.join(',')).join('\n')}\n`;
};
