import type { RunSummary, SummaryLine } from '../model/summary.ts';
import { forJson, forMarkdown } from './escape.ts';
import { fallsMarkdown } from './falls.ts';
import { many } from './scorecard-words.ts';

/* Many reviews, one line each: for a run that no one would read in full. */

/** The forms a summary can be written in. */
export type SummaryFormat = 'text' | 'json' | 'markdown';

/** `45 of 100 points, at most 60`. */
const scoreOf = ({ points, ceiling, outOf }: SummaryLine): string =>
  ceiling > points ? `${points} of ${outOf} points, at most ${ceiling}` : `${points} of ${outOf} points`;

const countsOf = ({ yes, no, unsure }: SummaryLine): string => `${yes} Yes, ${no} No, ${unsure} Unsure`;

/** One review in one line, as a log shows it: `ma election-results: 45 of 100 points, at most 60; 5 Yes, 2 No, 2 Unsure`. */
export const reviewLine = (line: SummaryLine): string =>
  `${line.place.id} ${line.category.id}: ${scoreOf(line)}; ${countsOf(line)}${line.isOpen ? '; open' : ''}`;

const totals = ({ counts }: RunSummary): string =>
  [
    `${many(counts.reviews, 'review', 'reviews')}, ${counts.open} open`,
    ...(counts.unfinished === 0 ? [] : [`${counts.unfinished} not finished`]),
    ...(counts.under === null ? [] : [`${counts.under} under the bar`]),
    ...(counts.falls === null ? [] : [`${many(counts.falls, 'answer', 'answers')} fell`]),
  ].join(', ');

const summaryText = (summary: RunSummary): string => {
  const titles = summary.reviews.map(({ place, category }) => `${place.name}: ${category.title}, ${summary.year}`);
  const widest = titles.reduce((width, title) => Math.max(width, title.length), 0);
  const lines = summary.reviews.map(
    (line, at) =>
      `${(titles[at] ?? '').padEnd(widest)}  ${scoreOf(line)}, ${line.isOpen ? 'open' : 'not open'}; ${countsOf(line)}`,
  );
  return `${[...lines, ...(lines.length === 0 ? [] : ['']), totals(summary)].join('\n')}\n`;
};

const reviewsTable = ({ reviews }: RunSummary): readonly string[] =>
  reviews.length === 0
    ? []
    : [
        '',
        '| Place | Category | Points | At most | Yes | No | Unsure | Open |',
        '|---|---|---:|---:|---:|---:|---:|---|',
        ...reviews.map((line) => {
          const { place, category, points, ceiling, yes, no, unsure, isOpen } = line;
          const names = [place.name, category.title].map(forMarkdown).join(' | ');
          return `| ${names} | ${points} | ${ceiling} | ${yes} | ${no} | ${unsure} | ${isOpen ? 'open' : ''} |`;
        }),
      ];

const summaryMarkdown = (summary: RunSummary): string => {
  const { edition, year, asOf, reviews, least, unfinished, regression } = summary;
  const under = least === null ? [] : reviews.filter(({ points }) => points < least);
  const falls = regression === null ? [] : fallsMarkdown(regression);
  const lines = [
    `# Audit ${year}`,
    '',
    `${totals(summary)}. Edition ${forMarkdown(edition)}, judged as of ${asOf}.`,
    ...(falls.length === 0 ? [] : ['', ...falls]),
    ...(under.length === 0 ? [] : ['', `## Under ${least} points`, '']),
    ...under.map(({ place, category, points }) => `- ${forMarkdown(`${place.name}: ${category.title}`)}: ${points}`),
    ...(unfinished.length === 0 ? [] : ['', '## Not finished', '']),
    ...unfinished.map(({ place, category, why }) => `- ${forMarkdown(`${place} ${category}: ${why}`)}`),
    ...(reviews.length === 0 ? [] : ['', '## Reviews']),
    ...reviewsTable(summary),
  ];
  return `${lines.join('\n')}\n`;
};

/** Writes a summary as a document. */
export const renderSummary = (summary: RunSummary, format: SummaryFormat): string => {
  switch (format) {
    case 'text':
      return summaryText(summary);
    case 'json':
      return `${forJson(JSON.stringify(summary, null, 2))}\n`;
    case 'markdown':
      return summaryMarkdown(summary);
  }
};
