import type { CheckLine, CheckTable } from '../model/checks.ts';
import { fixOf, formatsOf, notCheckedOf, questionsOf, saidOfLine, totalsOf } from './checks-words.ts';
import { forMarkdown, linkInMarkdown } from './escape.ts';
import { range } from './scorecard-words.ts';
import { marks } from './words.ts';

const row = (line: CheckLine, questions: readonly string[]): string => {
  const { url, title, answers, score, isOpen } = line;
  const cells = [
    `${title === '' ? '' : `${forMarkdown(title)} `}${linkInMarkdown(url)}`,
    range(score.points, score.ceiling),
    isOpen ? 'open' : '',
    ...questions.map((id) => {
      const verdict = answers[id];
      return verdict === undefined ? '' : marks[verdict];
    }),
    forMarkdown(formatsOf(line)),
    forMarkdown(saidOfLine(line)),
  ];
  return `| ${cells.join(' | ')} |`;
};

/** A table for people: what to do first over all addresses, then a line an address. */
export const checksMarkdown = (table: CheckTable): string => {
  const questions = questionsOf(table);
  const heads = ['Address', 'Points', 'Open', ...questions.map(forMarkdown), 'Format', 'What to do first'];
  const lines = [
    `# ${totalsOf(table)}`,
    '',
    `Judged as of ${table.asOf}, edition ${forMarkdown(table.edition)}. ${marks.Yes} Yes, ${marks.No} No, ${marks.Unsure} Unsure.`,
    ...(table.fixes.length === 0 ? [] : ['', '## What to do first', '']),
    ...table.fixes.map((fix) => `- ${forMarkdown(fixOf(fix))}`),
    ...(table.addresses.length === 0
      ? []
      : [
          '',
          '## Addresses',
          '',
          `| ${heads.join(' | ')} |`,
          `|---|---:|---|${'---|'.repeat(questions.length)}---|---|`,
        ]),
    ...table.addresses.map((line) => row(line, questions)),
    ...(table.notChecked.length === 0
      ? []
      : ['', ...table.notChecked.map((one) => `- ${forMarkdown(notCheckedOf(one))}`)]),
  ];
  return `${lines.join('\n')}\n`;
};
