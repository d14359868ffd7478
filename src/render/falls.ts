import type { Fall, FallEvidence, FallSide, Regression } from '../model/regression.ts';
import { codeInMarkdown, forMarkdown, forTerminal, forXml, linkInMarkdown } from './escape.ts';
import { signed } from './scorecard-words.ts';

/* What fell since a baseline, in every form in the same words. */

/** Pieces of evidence that are shown of one side; a file lists all of them. */
const mostShown = 3;

/** The falls of one place in one category since the same review. */
interface FallenEntry {
  readonly subject: string;
  readonly before: FallSide;
  readonly after: FallSide;
  readonly falls: readonly Fall[];
}

const entriesOf = ({ falls }: Regression): readonly FallenEntry[] => {
  const entries = new Map<string, Fall[]>();
  for (const fall of falls) {
    const key = `${fall.place} ${fall.category} ${fall.before.year} ${fall.before.asOf}`;
    entries.set(key, [...(entries.get(key) ?? []), fall]);
  }
  return [...entries.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return [{ subject: `${first.place} ${first.category}`, before: first.before, after: first.after, falls: own }];
  });
};

const headOf = ({ before, after }: FallenEntry, baseline: string): string =>
  `fell since ${baseline}: ${before.points} points in ${before.year}, ${after.points} in ${after.year}`;

const whatOf = ({ question, from, to, points }: Fall): string =>
  `${question ?? 'points'} ${from} → ${to} (${signed(points)})`;

const pieceOf = ({ fetchedAt, outcome, sha256, record }: FallEvidence): string =>
  [
    outcome === 'arrived' ? (fetchedAt?.slice(0, 10) ?? '') : outcome.replaceAll('-', ' '),
    sha256 === null ? '' : `sha256 ${sha256.slice(0, 12)}…`,
    record === null ? '' : `${record.file} ${record.id}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

const sidesOf = ({ before, after }: Fall): readonly (readonly [name: string, side: FallSide])[] =>
  [
    [`${before.year}`, before] as const,
    [before.year === after.year ? `${after.year}, now` : `${after.year}`, after] as const,
  ].filter(([, { says, evidence }]) => says !== null || evidence.length > 0);

const moreOf = ({ evidence }: FallSide): string =>
  evidence.length > mostShown ? ` and ${evidence.length - mostShown} more` : '';

const sideText = ([name, side]: readonly [string, FallSide]): readonly string[] => [
  `    ${name}: ${forTerminal(side.says ?? '')}`,
  ...side.evidence.slice(0, mostShown).map((one) => {
    const piece = pieceOf(one);
    return `      ${forTerminal(one.url)}${piece === '' ? '' : ` (${forTerminal(piece)})`}`;
  }),
  ...(moreOf(side) === '' ? [] : [`     ${moreOf(side)}`]),
];

/** For standard error: each review that fell, what of it, why, and what both years rest on. */
export const fallsText = (regression: Regression): string => {
  const lines = entriesOf(regression).flatMap((entry) => [
    `odi: ${forTerminal(entry.subject)} ${forTerminal(headOf(entry, regression.baseline))}.`,
    ...entry.falls.flatMap((fall) => [
      `  ${whatOf(fall)}, ${fall.cause}: ${forTerminal(fall.says)}`,
      ...sidesOf(fall).flatMap(sideText),
    ]),
  ]);
  return `${lines.join('\n')}\n`;
};

const sideMarkdown = ([name, side]: readonly [string, FallSide]): readonly string[] => [
  `  - ${name}: ${forMarkdown(side.says ?? '')}`,
  ...side.evidence.slice(0, mostShown).map((one) => {
    const piece = pieceOf(one);
    return `    - ${linkInMarkdown(one.url)}${piece === '' ? '' : ` ${codeInMarkdown(piece)}`}`;
  }),
  ...(moreOf(side) === '' ? [] : [`    -${moreOf(side)}`]),
];

/** A section of a Markdown document; nothing where nothing fell. */
export const fallsMarkdown = (regression: Regression): readonly string[] => {
  const entries = entriesOf(regression);
  if (entries.length === 0) return [];
  return [
    `## Fallen since ${forMarkdown(regression.baseline)}`,
    '',
    ...entries.flatMap((entry) => [
      `- **${forMarkdown(entry.subject)}**: ${entry.before.points} points in ${entry.before.year}, ${entry.after.points} in ${entry.after.year}`,
      ...entry.falls.flatMap((fall) => [
        `  - **${forMarkdown(whatOf(fall))}**, ${fall.cause}: ${forMarkdown(fall.says)}`,
        ...sidesOf(fall)
          .flatMap(sideMarkdown)
          .map((line) => `  ${line}`),
      ]),
    ]),
  ];
};

const failureText = (fall: Fall): string =>
  sidesOf(fall)
    .flatMap(sideText)
    .map((line) => forXml(line.trim()))
    .join('\n');

/** One fall as the failure of a test case. */
export const fallFailure = (fall: Fall, baseline: string): string => {
  const message = `${whatOf(fall)} since ${baseline}, ${fall.cause}. ${fall.says}`;
  return `<failure type="regression" message="${forXml(message)}">${failureText(fall)}</failure>`;
};

/** A suite of its own beside those of the reviews: a case for each fall, one that passes where there is none. */
export const fallsJunit = (regression: Regression): readonly string[] => {
  const { baseline, falls, compared } = regression;
  const name = forXml(`No fall since ${baseline}`);
  const cases = falls.map((fall) => {
    const what = forXml(`${fall.place} ${fall.category}: ${fall.question ?? 'points'}`);
    return `    <testcase classname="${name}" name="${what}">${fallFailure(fall, baseline)}</testcase>`;
  });
  const passed = `    <testcase classname="${name}" name="${forXml(`reviews compared: ${compared}`)}"/>`;
  return [
    `  <testsuite name="${name}" tests="${Math.max(1, falls.length)}" failures="${falls.length}" errors="0" skipped="0">`,
    ...(falls.length === 0 ? [passed] : cases),
    '  </testsuite>',
  ];
};
