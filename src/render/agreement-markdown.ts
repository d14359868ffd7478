import type { Agreement } from '../model/agreement.ts';
import { compared, linesOf, measure, methodSentence, placeOfDifference, share } from './agreement-words.ts';
import { forMarkdown } from './escape.ts';

/** An agreement as Markdown: the table, how it was found, every difference. */
export const agreementMarkdown = (found: Agreement): string => {
  const { a, b, differences } = found;
  const lines = [
    `# Agreement of ${forMarkdown(a)} and ${forMarkdown(b)}`,
    '',
    compared(found),
    '',
    '| Question | n | Same | Share | Kappa | Alpha |',
    '|---|---:|---:|---:|---:|---:|',
    ...linesOf(found).map(
      (line) =>
        `| ${forMarkdown(line.name)} | ${line.n} | ${line.same} | ${share(line)} | ${measure(line.kappa)} | ${measure(line.alpha)} |`,
    ),
    '',
    methodSentence(found),
    ...(differences.length === 0
      ? []
      : [
          '',
          '## Differences',
          '',
          `| Review | Question | ${forMarkdown(a)} | ${forMarkdown(b)} |`,
          '|---|---|---|---|',
          ...differences.map(
            (one) =>
              `| ${forMarkdown(placeOfDifference(one))} | ${forMarkdown(one.question)} | **${one.a.answer}** ${forMarkdown(one.a.says)} | **${one.b.answer}** ${forMarkdown(one.b.says)} |`,
          ),
        ]),
  ];
  return `${lines.join('\n')}\n`;
};
