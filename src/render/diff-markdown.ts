import type { Diff, Unpaired } from '../model/diff.ts';
import type { Regression } from '../model/regression.ts';
import { type DiffNames, definitionSentence, groupsOf, sideName, tally, warning } from './diff-words.ts';
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

/** A comparison as Markdown: the warning first, then the changes with their causes. */
export const diffMarkdown = (diff: Diff, names: DiffNames, regression: Regression | null): string => {
  const warned = warning(diff);
  const falls = regression === null ? [] : fallsMarkdown(regression);
  const lines = [
    `# ${forMarkdown(sideName(diff.before))} → ${forMarkdown(sideName(diff.after))}`,
    ...(warned === null ? [] : ['', `> ${forMarkdown(warned)}`]),
    '',
    forMarkdown(tally(diff)),
    ...(falls.length === 0 ? [] : ['', ...falls]),
    ...section('Changes', changesTable(diff, names)),
    ...section(
      'Definitions',
      diff.definitions.map((change) => `- ${forMarkdown(definitionSentence(change, diff))}`),
    ),
    ...section('Places', placesTable(diff)),
    ...section('New entries', entries(diff.added, names)),
    ...section('Entries that are gone', entries(diff.removed, names)),
  ];
  return `${lines.join('\n')}\n`;
};
