import type { Agreement } from '../model/agreement.ts';
import { compared, linesOf, measure, methodSentence, placeOfDifference, share } from './agreement-words.ts';
import { forHtml } from './escape.ts';
import { htmlPage } from './html-page.ts';

/** Text from outside: isolated, since it may run from right to left. */
const foreign = (text: string): string => `<bdi>${forHtml(text)}</bdi>`;

const table = (head: readonly string[], rows: readonly string[]): readonly string[] => [
  `<table><thead><tr>${head.map((name) => `<th scope="col">${foreign(name)}</th>`).join('')}</tr></thead>`,
  '<tbody>',
  ...rows,
  '</tbody></table>',
];

const figure = (text: string): string => `<td class="points">${forHtml(text)}</td>`;

/** An agreement as one page: the table, how it was found, every difference. */
export const agreementHtml = (found: Agreement): string => {
  const { a, b, differences } = found;
  const rows = linesOf(found).map((line) => {
    const figures = [String(line.n), String(line.same), share(line), measure(line.kappa), measure(line.alpha)];
    return `<tr><th scope="row">${foreign(line.name)}</th>${figures.map(figure).join('')}</tr>`;
  });
  const told = differences.map((one) => {
    const cell = ({ answer, says }: (typeof one)['a']): string =>
      `<td dir="auto"><strong>${answer}</strong> ${foreign(says)}</td>`;
    return `<tr><th scope="row">${foreign(placeOfDifference(one))}<br>${foreign(one.question)}</th>${cell(one.a)}${cell(one.b)}</tr>`;
  });
  return htmlPage(`Agreement of ${a} and ${b}`, [
    `<header><h1>Agreement of ${foreign(a)} and ${foreign(b)}</h1>`,
    `<p class="score">${forHtml(compared(found))}</p></header>`,
    '<section>',
    '<h2>Questions</h2>',
    ...table(['Question', 'n', 'Same', 'Share', 'Kappa', 'Alpha'], rows),
    `<p>${forHtml(methodSentence(found))}</p>`,
    '</section>',
    ...(told.length === 0 ? [] : ['<section>', '<h2>Differences</h2>', ...table(['Entry', a, b], told), '</section>']),
  ]);
};
