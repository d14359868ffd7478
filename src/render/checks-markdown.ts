import { english } from '../messages/english.ts';
import { withoutIsolates } from '../messages/isolate.ts';
import type { Messages } from '../messages/messages.ts';
import type { CheckLine, CheckTable } from '../model/checks.ts';
import { fixOf, formatsOf, marksTold, notCheckedOf, questionsOf, saidOfLine, totalsOf } from './checks-words.ts';
import { forMarkdown, linkInMarkdown } from './escape.ts';
import { range } from './scorecard-words.ts';
import { marks } from './words.ts';

/** Text as Markdown shows it: it knows no isolation. */
const prose = (text: string): string => forMarkdown(withoutIsolates(text));

const row = (line: CheckLine, questions: readonly string[], messages: Messages): string => {
  const { url, title, answers, score, isOpen } = line;
  const cells = [
    `${title === '' ? '' : `${forMarkdown(title)} `}${linkInMarkdown(url)}`,
    range(score.points, score.ceiling),
    isOpen ? messages.say('review.open') : '',
    ...questions.map((id) => {
      const verdict = answers[id];
      return verdict === undefined ? '' : marks[verdict];
    }),
    forMarkdown(formatsOf(line)),
    prose(saidOfLine(line, messages)),
  ];
  return `| ${cells.join(' | ')} |`;
};

/** A table for people: what to do first over all addresses, then a line an address. */
export const checksMarkdown = (table: CheckTable, messages: Messages = english): string => {
  const questions = questionsOf(table);
  const head = (id: string): string => messages.say(`table.head.${id}`);
  const toDo = messages.say('review.heading.to-do-first');
  const heads = [head('address'), head('points'), head('open'), ...questions.map(forMarkdown), head('format'), toDo];
  const lines = [
    `# ${totalsOf(table, messages)}`,
    '',
    `${prose(messages.say('review.edition', { edition: table.edition, day: { said: table.asOf } }))} ${marksTold(messages, marks)}`,
    ...(table.fixes.length === 0 ? [] : ['', `## ${toDo}`, '']),
    ...table.fixes.map((fix) => `- ${prose(fixOf(fix, messages))}`),
    ...(table.addresses.length === 0
      ? []
      : [
          '',
          `## ${messages.say('table.addresses')}`,
          '',
          `| ${heads.join(' | ')} |`,
          `|---|---:|---|${'---|'.repeat(questions.length)}---|---|`,
        ]),
    ...table.addresses.map((line) => row(line, questions, messages)),
    ...(table.notChecked.length === 0
      ? []
      : ['', ...table.notChecked.map((one) => `- ${prose(notCheckedOf(one, messages))}`)]),
  ];
  return `${lines.join('\n')}\n`;
};
