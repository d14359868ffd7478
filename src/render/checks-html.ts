import { english } from '../messages/english.ts';
import { withoutIsolates } from '../messages/isolate.ts';
import type { Messages } from '../messages/messages.ts';
import type { CheckLine, CheckTable } from '../model/checks.ts';
import type { Verdict } from '../model/review.ts';
import { fixOf, formatsOf, notCheckedOf, questionsOf, saidOfLine, totalsOf } from './checks-words.ts';
import { forHtml, linkTarget, proseWith } from './escape.ts';
import { htmlPage } from './html-page.ts';
import { range } from './scorecard-words.ts';
import { answerIn, marks } from './words.ts';

/** Text from outside: isolated, since it may run from right to left. */
const foreign = (text: string): string => `<bdi>${forHtml(text)}</bdi>`;

const link = (address: string): string => {
  const target = linkTarget(address);
  return target === null
    ? `<code>${foreign(address)}</code>`
    : `<a href="${forHtml(target)}" rel="noopener noreferrer nofollow">${foreign(address)}</a>`;
};

const prose = (text: string): string => proseWith(text, forHtml, foreign);

const answer = (verdict: Verdict | undefined, messages: Messages): string =>
  verdict === undefined
    ? '<td></td>'
    : `<td><span class="verdict ${verdict.toLowerCase()}"><span aria-hidden="true">${marks[verdict]}</span> ${forHtml(answerIn(messages, verdict))}</span></td>`;

const row = (line: CheckLine, questions: readonly string[], messages: Messages): string => {
  const { url, title, answers, score, isOpen } = line;
  const name = title === '' ? link(url) : `${foreign(title)}<br>${link(url)}`;
  const points = messages.say('review.points-of', {
    points: { said: range(score.points, score.ceiling) },
    outOf: score.outOf,
  });
  return [
    `<tr><th scope="row">${name}</th>`,
    `<td class="points">${forHtml(points)}${isOpen ? ` <strong>${forHtml(messages.say('review.open'))}</strong>` : ''}</td>`,
    ...questions.map((id) => answer(answers[id], messages)),
    `<td>${forHtml(formatsOf(line))}</td><td dir="auto">${prose(saidOfLine(line, messages))}</td></tr>`,
  ].join('');
};

const list = (items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : ['<ul>', ...items.map((item) => `<li dir="auto">${prose(item)}</li>`), '</ul>'];

/** One page with one table. */
export const checksHtml = (table: CheckTable, messages: Messages = english): string => {
  const questions = questionsOf(table);
  const head = (id: string): string => messages.say(`table.head.${id}`);
  const toDo = messages.say('review.heading.to-do-first');
  const heads = [head('address'), head('points'), ...questions, head('format'), toDo];
  const fixes = list(table.fixes.map((fix) => fixOf(fix, messages)));
  const totals = totalsOf(table, messages);
  const body = [
    `<h1>${prose(totals)}</h1>`,
    `<p>${prose(messages.say('review.edition', { edition: table.edition, day: { said: table.asOf } }))}</p>`,
    ...(fixes.length === 0 ? [] : ['<section>', `<h2>${forHtml(toDo)}</h2>`, ...fixes, '</section>']),
    '<section>',
    `<h2>${forHtml(messages.say('table.addresses'))}</h2>`,
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${forHtml(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...table.addresses.map((line) => row(line, questions, messages)),
    '</tbody></table>',
    ...list(table.notChecked.map((one) => notCheckedOf(one, messages))),
    '</section>',
  ];
  return htmlPage(withoutIsolates(totals), body, messages);
};
