import type { DrawnReview, DrawnSample } from '../model/draw.ts';
import { asJson, forCsv, forHtml, forMarkdown, forTerminal } from './escape.ts';
import { htmlPage } from './html-page.ts';
import { range } from './scorecard-words.ts';

/** The forms a sample can be written in. */
export type SampleFormat = 'text' | 'json' | 'csv' | 'markdown' | 'html';

const summary = ({ size, of, by, seed }: DrawnSample): string =>
  `${size} of ${of} reviews, by ${by.join(' and ')}, seed ${seed}.`;

const how =
  'Weight is the number of reviews of its stratum that each stands for. Decide with odi review, then compare with odi agreement.';

const nameOf = ({ year, place, category }: DrawnReview): string => `${year} ${place} ${category}`;

const weightOf = ({ weight }: DrawnReview): string => weight.toFixed(2).replace(/\.?0+$/, '');

/** The words that open the review for a person. */
const commandOf = ({ year, place, category }: DrawnReview): string => `odi review ${place} ${category} --year ${year}`;

const cellsOf = (one: DrawnReview): readonly string[] => [
  nameOf(one),
  one.stratum,
  range(one.points, one.ceiling),
  weightOf(one),
];

const text = (sample: DrawnSample): string => {
  const rows = sample.reviews.map(cellsOf);
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => forTerminal(row[at] ?? '').length)));
  const lines = rows.map(([name = '', stratum = '', points = '', weight = '']) =>
    [
      forTerminal(name).padEnd(widths[0] ?? 0),
      forTerminal(stratum).padEnd(widths[1] ?? 0),
      points.padStart(7),
      weight.padStart(7),
    ].join('  '),
  );
  return `${[forTerminal(summary(sample)), '', ...lines, '', ...how.split(/(?<=\.) /)].join('\n')}\n`;
};

const csv = ({ reviews }: DrawnSample): string => {
  const questions = [...new Set(reviews.flatMap(({ answers }) => Object.keys(answers)))];
  const header = ['year', 'place', 'category', 'stratum', 'weight', 'points', 'ceiling', ...questions.map(forCsv)];
  const lines = reviews.map(({ year, place, category, stratum, weight, points, ceiling, answers }) => [
    ...[String(year), forCsv(place), forCsv(category), forCsv(stratum), String(weight), String(points)],
    ...[String(ceiling), ...questions.map((id) => answers[id] ?? '')],
  ]);
  return `${[header, ...lines].map((line) => line.join(',')).join('\n')}\n`;
};

const markdown = (sample: DrawnSample): string =>
  `${[
    '# Reviews to check',
    '',
    `${forMarkdown(summary(sample))} ${how}`,
    '',
    '| Review | Stratum | Points | Weight | Decide |',
    '|---|---|---:|---:|---|',
    ...sample.reviews.map((one) => `| ${cellsOf(one).map(forMarkdown).join(' | ')} | ${forMarkdown(commandOf(one))} |`),
  ].join('\n')}\n`;

const html = (sample: DrawnSample): string =>
  htmlPage('Reviews to check', [
    `<header><h1>Reviews to check</h1>`,
    `<p class="score">${forHtml(summary(sample))}</p></header>`,
    `<p>${forHtml(how)}</p>`,
    '<table><thead><tr><th scope="col">Review</th><th scope="col">Stratum</th><th scope="col">Points</th><th scope="col">Weight</th><th scope="col">Decide</th></tr></thead>',
    '<tbody>',
    ...sample.reviews.map((one) => {
      const [name = '', stratum = '', points = '', weight = ''] = cellsOf(one).map(forHtml);
      return `<tr><th scope="row">${name}</th><td>${stratum}</td><td class="points">${points}</td><td class="points">${weight}</td><td><code>${forHtml(commandOf(one))}</code></td></tr>`;
    }),
    '</tbody></table>',
  ]);

/** Writes a sample as a document. */
export const renderSample = (sample: DrawnSample, format: SampleFormat): string => {
  switch (format) {
    case 'json':
      return asJson(sample);
    case 'csv':
      return csv(sample);
    case 'markdown':
      return markdown(sample);
    case 'html':
      return html(sample);
    case 'text':
      return text(sample);
  }
};
