import { asJson, forMarkdown, forTerminal } from '../escape.ts';
import { openLayout } from '../layout.ts';
import { type TerminalOptions, takePen } from '../pen.ts';

/** One promise with its points. */
interface ToldPromise {
  readonly id: string;
  readonly points: number;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** A plan with the points of its promises, and what it should say, by the line of its file. */
export interface ToldPlan {
  readonly plan: string;
  /** Points that a promise can have. */
  readonly outOf: number;
  readonly commitments: readonly (ToldPromise & {
    readonly title: string;
    readonly indicators: readonly ToldPromise[];
  })[];
  readonly remarks: readonly {
    readonly at: string;
    readonly code: string;
    readonly says: string;
    readonly line: number;
  }[];
}

const lacking = ({ lacks }: ToldPromise): string => (lacks.length === 0 ? '' : `lacks ${lacks.join(', ')}`);

const asText = async (file: string, plans: readonly ToldPlan[], terminal: TerminalOptions): Promise<string> => {
  const pen = takePen(terminal, await openLayout(JSON.stringify(plans) + file));
  const line = (indent: string, one: ToldPromise, outOf: number, title: string): string =>
    pen.layout.spread(`${indent}${one.points}/${outOf}  ${forTerminal(title)}`, lacking(one), pen.width).trimEnd();
  const lines = plans.flatMap(({ plan, outOf, commitments, remarks }) => [
    pen.ink.bold(forTerminal(plan)),
    ...commitments.flatMap((one) => [
      line('  ', one, outOf, `${one.id} ${one.title}`),
      ...one.indicators.map((each) => line('    ', each, outOf, each.id)),
    ]),
    ...(remarks.length === 0 ? [] : ['']),
    ...remarks.flatMap(({ line: at, says }) => pen.layout.hang(`${file}:${at}: `, `${forTerminal(says)}.`, pen.width)),
    '',
  ]);
  return `${lines.join('\n').trimEnd()}\n`;
};

const asMarkdown = (file: string, plans: readonly ToldPlan[]): string =>
  `${plans
    .flatMap(({ plan, outOf, commitments, remarks }) => [
      `# ${forMarkdown(plan)}`,
      '',
      '| Promise | Points | Lacks |',
      '|---|---:|---|',
      ...commitments.flatMap((one) => [
        `| **${forMarkdown(`${one.id} ${one.title}`)}** | ${one.points} of ${outOf} | ${one.lacks.join(', ')} |`,
        ...one.indicators.map(
          (each) => `| ${forMarkdown(each.id)} | ${each.points} of ${outOf} | ${each.lacks.join(', ')} |`,
        ),
      ]),
      '',
      ...remarks.map(({ line, says }) => `- ${forMarkdown(`${file}:${line}`)}: ${forMarkdown(says)}.`),
    ])
    .join('\n')}\n`;

/** What a check of plans found, as a document. One plan is written as it is, several under `plans`. */
export const renderCheckedPlans = async (
  file: string,
  plans: readonly ToldPlan[],
  format: string,
  terminal: TerminalOptions,
): Promise<string> => {
  const [first] = plans;
  if (format === 'json') return asJson(plans.length === 1 && first !== undefined ? first : { plans });
  return format === 'markdown' ? asMarkdown(file, plans) : asText(file, plans, terminal);
};
