import type { CheckLine, CheckTable } from '../model/checks.ts';
import type { Verdict } from '../model/review.ts';
import { fixOf, formatsOf, notCheckedOf, questionsOf, saidOfLine, totalsOf } from './checks-words.ts';
import { forHtml, linkTarget } from './escape.ts';
import { htmlPage } from './html-page.ts';
import { range } from './scorecard-words.ts';
import { marks } from './words.ts';

/** Text from outside: isolated, since it may run from right to left. */
const foreign = (text: string): string => `<bdi>${forHtml(text)}</bdi>`;

const link = (address: string): string => {
  const target = linkTarget(address);
  return target === null
    ? `<code>${foreign(address)}</code>`
    : `<a href="${forHtml(target)}" rel="noopener noreferrer nofollow">${foreign(address)}</a>`;
};

const answer = (verdict: Verdict | undefined): string =>
  verdict === undefined
    ? '<td></td>'
    : `<td><span class="verdict ${verdict.toLowerCase()}"><span aria-hidden="true">${marks[verdict]}</span> ${verdict}</span></td>`;

const row = (line: CheckLine, questions: readonly string[]): string => {
  const { url, title, answers, score, isOpen } = line;
  const name = title === '' ? link(url) : `${foreign(title)}<br>${link(url)}`;
  const points = `${range(score.points, score.ceiling)} of ${score.outOf}`;
  return [
    `<tr><th scope="row">${name}</th>`,
    `<td class="points">${forHtml(points)}${isOpen ? ' <strong>open</strong>' : ''}</td>`,
    ...questions.map((id) => answer(answers[id])),
    `<td>${forHtml(formatsOf(line))}</td><td dir="auto">${forHtml(saidOfLine(line))}</td></tr>`,
  ].join('');
};

const list = (items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : ['<ul>', ...items.map((item) => `<li dir="auto">${forHtml(item)}</li>`), '</ul>'];

/** One page with one table. */
export const checksHtml = (table: CheckTable): string => {
  const questions = questionsOf(table);
  const heads = ['Address', 'Points', ...questions, 'Format', 'What to do first'];
  const fixes = list(table.fixes.map(fixOf));
  return htmlPage(totalsOf(table), [
    `<h1>${forHtml(totalsOf(table))}</h1>`,
    `<p>Judged as of <time datetime="${forHtml(table.asOf)}">${forHtml(table.asOf)}</time>, edition ${forHtml(table.edition)}.</p>`,
    ...(fixes.length === 0 ? [] : ['<section>', '<h2>What to do first</h2>', ...fixes, '</section>']),
    '<section>',
    '<h2>Addresses</h2>',
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${forHtml(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...table.addresses.map((line) => row(line, questions)),
    '</tbody></table>',
    ...list(table.notChecked.map(notCheckedOf)),
    '</section>',
  ]);
};
