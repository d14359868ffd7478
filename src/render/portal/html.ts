import type { PortalIndicator, PortalReport, ProcessReport } from '../../model/portal.ts';
import { forHtml, linkTarget } from '../escape.ts';
import { htmlPage } from '../html-page.ts';
import { marks } from '../words.ts';
import {
  barWords,
  changesWords,
  comparedWords,
  indicatorValue,
  portalTitle,
  processVerdict,
  seenWords,
  touchedWords,
} from './words.ts';

type Lines = readonly string[];

const verdict = (answer: PortalIndicator['answer']): string =>
  answer === null ? '' : `<span class="verdict ${answer.toLowerCase()}">${marks[answer]} ${answer}</span>`;

const row = (indicator: PortalIndicator): string => {
  const { title, id, answer, says, bar } = indicator;
  const source = bar === null ? '' : `<br><small>${forHtml(bar.source)}</small>`;
  return [
    `<tr><th scope="row">${forHtml(title)}<br><code>${forHtml(id)}</code></th>`,
    `<td class="points">${forHtml(indicatorValue(indicator))}</td>`,
    `<td>${forHtml(barWords(indicator))}${source}</td>`,
    `<td>${verdict(answer)}</td><td>${forHtml(says)}</td></tr>`,
  ].join('');
};

const band = (part: ProcessReport): Lines => [
  `<section><h2>${forHtml(part.title)} ${verdict(processVerdict(part))}</h2>`,
  '<table><thead><tr><th scope="col">Indicator</th><th scope="col">Value</th><th scope="col">Bar</th><th scope="col">Answer</th><th scope="col">Why</th></tr></thead><tbody>',
  ...part.indicators.map(row),
  '</tbody></table></section>',
];

const list = (title: string, lines: Lines, tag: 'ol' | 'ul' = 'ul'): Lines =>
  lines.length === 0
    ? []
    : [
        `<section><h2>${forHtml(title)}</h2><${tag}>`,
        ...lines.map((line) => `<li>${line}</li>`),
        `</${tag}></section>`,
      ];

const findings = ({ findings: found }: PortalReport): Lines =>
  found.map(({ says, datasets, improve, examples }) => {
    const touched = touchedWords(datasets);
    const told = [says, touched === '' ? '' : `It touches ${touched}.`, improve ?? ''].filter((part) => part !== '');
    const cases = examples.map((example) => `<br><code>${forHtml(example)}</code>`).join('');
    return `${forHtml(told.join(' '))}${cases}`;
  });

const publishers = ({ publishers: all }: PortalReport): Lines => {
  const seen = all.filter(({ looked }) => looked > 0);
  if (seen.length === 0) return [];
  const heads = ['Publisher', 'Datasets', 'Looked at', 'Dead', 'No data', 'Unseen'];
  return [
    '<section><h2>Publishers</h2><table><thead><tr>',
    ...heads.map((head) => `<th scope="col">${head}</th>`),
    '</tr></thead><tbody>',
    ...seen.map(
      ({ publisher, datasets, looked, dead, notData, unseen }) =>
        `<tr><th scope="row">${forHtml(publisher)}</th>${[datasets, looked, dead, notData, unseen].map((count) => `<td>${count}</td>`).join('')}</tr>`,
    ),
    '</tbody></table></section>',
  ];
};

const link = (url: string): string => {
  const target = linkTarget(url);
  return target === null
    ? forHtml(url)
    : `<a href="${forHtml(target)}" rel="noopener noreferrer nofollow">${forHtml(url)}</a>`;
};

const evidence = ({ evidence: all }: PortalReport): Lines => [
  '<section><h2>Evidence</h2><ul class="evidence">',
  ...all.map(({ id, url, outcome, status, kind, because, fetchedAt }) => {
    const told = [status ?? outcome, kind ?? because, fetchedAt].filter((part) => part !== null).join(', ');
    return `<li id="${forHtml(id)}">${forHtml(id)} ${link(url)} <small>${forHtml(told)}</small></li>`;
  }),
  '</ul></section>',
];

const article = (report: PortalReport): Lines => [
  '<article>',
  `<h1>${forHtml(portalTitle(report))}</h1>`,
  `<p class="score">As of ${forHtml(report.asOf)}: ${forHtml(seenWords(report))}. ${forHtml(comparedWords(report))}.</p>`,
  `<p>${link(report.portal.url)}</p>`,
  ...list('What to mend first', findings(report), 'ol'),
  ...list(`Since ${report.changes?.earlier.asOf ?? ''}`, changesWords(report).map(forHtml)),
  ...report.processes.flatMap(band),
  ...publishers(report),
  ...list(
    'Not seen',
    report.unseen.map(({ what, why, count }) => forHtml(`${what}: ${why} (${count})`)),
  ),
  ...evidence(report),
  '</article>',
];

/** Reports as one page that needs nothing else. */
export const portalHtml = (reports: readonly PortalReport[]): string => {
  const [first] = reports;
  return htmlPage(first === undefined ? 'Portals' : portalTitle(first), reports.flatMap(article));
};
