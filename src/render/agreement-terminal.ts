import type { Agreement } from '../model/agreement.ts';
import { compared, linesOf, measure, methodSentence, placeOfDifference, share } from './agreement-words.ts';
import { forTerminal } from './escape.ts';
import { openLayout } from './layout.ts';
import { dimmed, type Pen, section, type TerminalOptions, takePen } from './pen.ts';

const widths = { name: 15, n: 5, share: 8, measure: 26 } as const;

const row = (pen: Pen, name: string, n: string, part: string, kappa: string, alpha: string): string =>
  [
    pen.layout.padEnd(pen.layout.clip(forTerminal(name), widths.name), widths.name),
    n.padStart(widths.n),
    part.padStart(widths.share),
    kappa.padStart(widths.measure),
    alpha.padStart(widths.measure),
  ]
    .join('')
    .trimEnd();

/** An agreement for a terminal: one line a question, then each difference with what both sides say. */
export const agreementText = async (found: Agreement, terminal: TerminalOptions): Promise<string> => {
  const { a, b, differences } = found;
  const sample = [a, b, ...differences.flatMap((one) => [one.a.says, one.b.says, one.question])].join('');
  const pen = takePen(terminal, await openLayout(sample));
  const [first, second] = [forTerminal(a), forTerminal(b)];
  const lines = [
    pen.ink.bold(`${first} and ${second}`),
    ...pen.layout.wrap(compared(found), pen.width),
    '',
    pen.ink.dim(row(pen, 'question', 'n', 'same', 'kappa', 'alpha')),
    ...linesOf(found).map((line) =>
      row(pen, line.name, String(line.n), share(line), measure(line.kappa), measure(line.alpha)),
    ),
    '',
    ...dimmed(pen, pen.layout.wrap(methodSentence(found), pen.width)),
    ...section(
      pen,
      'Differences',
      differences.flatMap((one) => [
        `${placeOfDifference(one)}: ${forTerminal(one.question)}`,
        ...pen.layout.hang(`  ${first}: ${one.a.answer}  `, forTerminal(one.a.says), pen.width),
        ...pen.layout.hang(`  ${second}: ${one.b.answer}  `, forTerminal(one.b.says), pen.width),
      ]),
      String(differences.length),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
