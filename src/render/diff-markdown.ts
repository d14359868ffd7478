import type { Diff, DiffCounts, Unpaired } from '../model/diff.ts';
import type { Regression } from '../model/regression.ts';
import { type SummaryTable, summaryTables } from './diff-tables.ts';
import { countsOf, type DiffNames, definitionSentence, groupsOf, sideName, tally, warning } from './diff-words.ts';
import { forMarkdown } from './escape.ts';
import { fallsMarkdown } from './falls.ts';
import { signed } from './scorecard-words.ts';

type Lines = readonly string[];

const section = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]);

const changesTable = (diff: Diff, names: DiffNames): Lines =>
  diff.changes.length === 0
    ? []
    : [
        '| Place | Category | Question | Before | After | Points | Cause |',
        '|---|---|---|---|---|---:|---|',
        ...groupsOf(diff.changes).flatMap(({ changes }) =>
          changes.map(({ place, category, question, from, to, points, cause, says }) => {
            const cells = [
              names.place(place),
              names.category(category),
              question ?? 'points',
              String(from),
              String(to),
            ];
            return `| ${cells.map(forMarkdown).join(' | ')} | ${signed(points)} | **${cause}**: ${forMarkdown(says)} |`;
          }),
        ),
      ];

const placesTable = ({ places }: Diff): Lines => {
  const moved = places.filter(({ delta }) => delta !== null && delta !== 0);
  if (moved.length === 0) return [];
  return [
    '| Place | Before | After | Difference |',
    '|---|---:|---:|---:|',
    ...moved.map(
      ({ name, before, after, delta }) => `| ${forMarkdown(name)} | ${before} | ${after} | ${signed(delta ?? 0)} |`,
    ),
  ];
};

const entries = (list: readonly Unpaired[], names: DiffNames): Lines =>
  list.map(
    ({ place, category, points }) =>
      `- ${forMarkdown(names.place(place))}, ${forMarkdown(names.category(category))}: ${points} points`,
  );

/** Columns of a summary that hold text; those between them hold numbers. */
const isText = (at: number): boolean => at === 0 || at > 4;

const summaryTable = ({ title, head, rows }: SummaryTable): Lines => [
  '',
  `## ${title}`,
  '',
  `| ${head.join(' | ')} |`,
  `|${head.map((_, at) => (isText(at) ? '---' : '---:')).join('|')}|`,
  ...rows.map((row) => `| ${row.map((cell, at) => (isText(at) ? forMarkdown(cell) : cell)).join(' | ')} |`),
];

const opening = (diff: Diff, counts: DiffCounts, regression: Regression | null): Lines => {
  const warned = warning(diff);
  const falls = regression === null ? [] : fallsMarkdown(regression);
  return [
    `# ${forMarkdown(sideName(diff.before))} → ${forMarkdown(sideName(diff.after))}`,
    ...(warned === null ? [] : ['', `> ${forMarkdown(warned)}`]),
    '',
    forMarkdown(tally(diff, counts)),
    ...(falls.length === 0 ? [] : ['', ...falls]),
  ];
};

const definitions = (diff: Diff): Lines =>
  section(
    'Definitions',
    diff.definitions.map((change) => `- ${forMarkdown(definitionSentence(change, diff))}`),
  );

/** A comparison as Markdown: the warning first, then the changes with their causes. */
export const diffMarkdown = (diff: Diff, names: DiffNames, regression: Regression | null): string => {
  const lines = [
    ...opening(diff, countsOf(diff), regression),
    ...section('Changes', changesTable(diff, names)),
    ...definitions(diff),
    ...section('Places', placesTable(diff)),
    ...section('New entries', entries(diff.added, names)),
    ...section('Entries that are gone', entries(diff.removed, names)),
  ];
  return `${lines.join('\n')}\n`;
};

/** What the changes add up to, as Markdown. */
export const diffSummaryMarkdown = (diff: Diff, counts: DiffCounts, regression: Regression | null): string =>
  `${[...opening(diff, counts, regression), ...summaryTables(diff).flatMap(summaryTable), ...definitions(diff)].join('\n')}\n`;
