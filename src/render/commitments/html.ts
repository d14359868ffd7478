import type {
  CommitmentEvidence,
  CommitmentReport,
  CommitmentsReport,
  SeenAt,
} from '../../model/commitments-report.ts';
import type { Verdict } from '../../model/review.ts';
import { forHtml, linkTarget, withLinks } from '../escape.ts';
import { htmlPage } from '../html-page.ts';
import { marks } from '../words.ts';
import {
  figureOf,
  functionsIn,
  likeness,
  otherReadingOf,
  percent,
  reviewOf,
  statedIn,
  summaryOf,
  timeOf,
  titleOf,
} from './words.ts';

const foreign = (text: string): string => `<bdi>${forHtml(text)}</bdi>`;

const link = (address: string): string => {
  const target = linkTarget(address);
  return target === null
    ? `<code>${foreign(address)}</code>`
    : `<a href="${forHtml(target)}" rel="noopener noreferrer nofollow">${foreign(address)}</a>`;
};

const prose = (text: string): string => withLinks(text, forHtml, link);

const status = (like: Verdict, text: string): string =>
  `<span class="verdict ${like.toLowerCase()}"><span aria-hidden="true">${marks[like]}</span> ${forHtml(text)}</span>`;

const anchorOf = (evidence: string): string => evidence.replace(/[^a-z0-9-]/g, '');

const cites = (evidence: readonly string[]): string =>
  evidence
    .slice(0, 5)
    .map((id) => `<a href="#${anchorOf(id)}">${forHtml(id)}</a>`)
    .join(', ');

const part = (title: string, body: readonly string[]): string =>
  body.length === 0 ? '' : `<section>\n<h3>${forHtml(title)}</h3>\n${body.join('\n')}\n</section>`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0
    ? []
    : [
        `<table><thead><tr>${heads.map((head) => `<th scope="col">${forHtml(head)}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...rows.map((cells) => `<tr>${cells.map((cell) => `<td dir="auto">${cell}</td>`).join('')}</tr>`),
        '</tbody></table>',
      ];

const whereIn = (where: readonly SeenAt[]): string =>
  where
    .slice(0, 3)
    .map(({ evidence, url, quote }) => `${cites([evidence])} ${link(url)} <q>${foreign(quote)}</q>`)
    .join('<br>');

const list = (items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : ['<ul>', ...items.map((item) => `<li dir="auto">${item}</li>`), '</ul>'];

const indicators = ({ indicators: all }: CommitmentReport): readonly string[] =>
  table(
    ['Indicator', 'Status', 'Value', 'Of the way', 'Of the time', 'Why', 'Evidence'],
    all.map((one) => [
      foreign(one.text ?? one.id),
      status(likeness[one.status], one.status),
      forHtml(figureOf(one)),
      percent(one.progress),
      percent(one.elapsed),
      [one.says, one.standsFor, otherReadingOf(one), ...statedIn(one)]
        .flatMap((text) => (text === null ? [] : [prose(text)]))
        .join('<br>'),
      cites(one.evidence),
    ]),
  );

const milestones = ({ milestones: all }: CommitmentReport): readonly string[] =>
  table(
    ['Milestone', 'Status', 'Time', 'Why'],
    all.map((one) => [
      foreign(one.text),
      status(likeness[one.status], one.status),
      forHtml(timeOf(one)),
      [prose(one.says), whereIn(one.where)].filter((text) => text !== '').join('<br>'),
    ]),
  );

const functions = (commitment: CommitmentReport): readonly string[] => {
  const rows = table(
    ['Function', 'Answer', 'Why', 'Where'],
    commitment.functions.map((one) => {
      const stronger = one.stronger.length === 0 ? '' : `<br>More than is asked: ${forHtml(one.stronger.join('; '))}.`;
      return [foreign(one.title), status(one.answer, one.answer), `${prose(one.says)}${stronger}`, whereIn(one.where)];
    }),
  );
  return rows.length === 0 ? [] : [`<p>${prose(functionsIn(commitment))}.</p>`, ...rows];
};

const article = (one: CommitmentReport): string =>
  [
    '<article>',
    `<h2>${foreign(`${one.id} ${one.title}`)}</h2>`,
    `<p>${forHtml(timeOf(one))}${one.lead === null ? '' : `, ${foreign(one.lead)}`}. ${link(one.source)}</p>`,
    part('Indicators', indicators(one)),
    part('Milestones', milestones(one)),
    part('Functions', functions(one)),
    part('Independent review', one.irm === null ? [] : [`<p>${prose(reviewOf(one.irm))}</p>`]),
    part('What does not fit together', list(one.contradictions.map(({ says }) => prose(says)))),
    '</article>',
  ]
    .filter((text) => text !== '')
    .join('\n');

const evidenceItem = ({ id, url, outcome, because, status: code, fetchedAt, quote }: CommitmentEvidence): string => {
  const came = [outcome, code === null ? '' : String(code), because ?? '', fetchedAt ?? '']
    .filter((text) => text !== '')
    .join(', ');
  return `<li id="${anchorOf(id)}">${forHtml(id)} ${link(url)}<br>${foreign(came)}${quote === null ? '' : ` <q>${foreign(quote)}</q>`}</li>`;
};

const evidence = ({ evidence: all }: CommitmentsReport): readonly string[] =>
  all.length === 0
    ? []
    : ['<section>', '<h2>Evidence</h2>', '<ul class="evidence">', ...all.map(evidenceItem), '</ul>', '</section>'];

/** A report of commitments as one page that needs nothing else. */
export const commitmentsHtml = (report: CommitmentsReport): string =>
  htmlPage(titleOf(report), [
    `<h1>${foreign(titleOf(report))}</h1>`,
    `<p>As of ${forHtml(report.asOf)}, of ${forHtml(timeOf(report.plan))}. ${link(report.plan.source)}</p>`,
    ...list(summaryOf(report).map(forHtml)),
    ...report.commitments.map(article),
    ...evidence(report),
  ]);
