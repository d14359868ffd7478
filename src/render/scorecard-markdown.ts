import type { Scorecard } from '../model/scorecard.ts';
import { forMarkdown } from './escape.ts';
import { fallsMarkdown } from './falls.ts';
import { type Bar, isUnder, many, range } from './scorecard-words.ts';

type Lines = readonly string[];

const placesTable = ({ places, categories }: Scorecard): Lines => {
  const titles = categories.map(({ title }) => forMarkdown(title));
  return [
    `| Rank | Place | Score | Open | ${titles.join(' | ')} |`,
    `|---:|---|---:|---:|${'---:|'.repeat(categories.length)}`,
    ...places.map((place) => {
      const cells = categories.map(({ id }) => {
        const cell = place.categories[id];
        if (cell === undefined) return '';
        const points = range(cell.points, cell.ceiling);
        return cell.isOpen ? `**${points}**` : points;
      });
      const { rank, name, score, ceiling, open } = place;
      return `| ${rank ?? '–'} | ${forMarkdown(name)} | ${range(score, ceiling)} | ${open} | ${cells.join(' | ')} |`;
    }),
  ];
};

const categoriesTable = ({ categories }: Scorecard): Lines => [
  '| Rank | Category | Score | Open | Entries |',
  '|---:|---|---:|---:|---:|',
  ...categories.map(
    ({ rank, title, score, ceiling, open, entries }) =>
      `| ${rank ?? '–'} | ${forMarkdown(title)} | ${range(score, ceiling)} | ${open} | ${entries} |`,
  ),
];

const missed = ({ places }: Scorecard, { under, regression }: Bar): Lines => {
  const low = places
    .filter((place) => isUnder(place, under))
    .map(({ name, score }) => `- **${forMarkdown(name)}** scores ${score}, which is under ${under}.`);
  const falls = regression === null ? [] : fallsMarkdown(regression);
  return [
    ...(low.length === 0 ? [] : ['', '## Under the bar', '', ...low]),
    ...(falls.length === 0 ? [] : ['', ...falls]),
  ];
};

/** A summary for a build server: what missed the bar first, then places by categories. Bold is open data; a range is undecided. */
export const scorecardMarkdown = (card: Scorecard, bar: Bar): string => {
  const { places, entries, open, openPercent } = card.summary;
  const lines = [
    `# Scorecard ${card.year}`,
    '',
    `${many(places, 'place', 'places')}, ${many(entries, 'entry', 'entries')}, ${open} open (${openPercent} %). Edition ${forMarkdown(card.edition)}.`,
    ...missed(card, bar),
    '',
    '## Places',
    '',
    ...placesTable(card),
    '',
    '## Categories',
    '',
    ...categoriesTable(card),
    '',
    'Bold is open data. A range ends where the score would be if every undecided answer turned into Yes.',
  ];
  return `${lines.join('\n')}\n`;
};
