import type { CommitmentReport, CommitmentsReport, SeenAt } from '../../model/commitments-report.ts';
import { forMarkdown, linkInMarkdown, withLinks } from '../escape.ts';
import {
  figureOf,
  functionsIn,
  otherReadingOf,
  percent,
  reviewOf,
  statedIn,
  summaryOf,
  timeOf,
  titleOf,
} from './words.ts';

type Lines = readonly string[];

const prose = (text: string): string => withLinks(text, forMarkdown, linkInMarkdown);

const part = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', `### ${title}`, '', ...lines]);

const whereIn = (where: readonly SeenAt[]): string =>
  where
    .slice(0, 2)
    .map(({ url, quote, evidence }) => `${forMarkdown(evidence)} ${linkInMarkdown(url)} “${forMarkdown(quote)}”`)
    .join(' · ');

const indicators = ({ indicators: all }: CommitmentReport): Lines =>
  all.length === 0
    ? []
    : [
        '| Status | Indicator | Value | Of the way | Of the time | Evidence |',
        '|---|---|---|---:|---:|---|',
        ...all.map((one) => {
          const cells = [
            `**${one.status}**`,
            forMarkdown(one.id),
            forMarkdown(figureOf(one)),
            percent(one.progress),
            percent(one.elapsed),
            one.evidence.map(forMarkdown).join(', '),
          ];
          return `| ${cells.join(' | ')} |`;
        }),
        '',
        ...all.flatMap((one) => [
          `- **${forMarkdown(one.id)}** ${prose(one.says)}`,
          ...[one.standsFor, otherReadingOf(one), ...statedIn(one)].flatMap((text) =>
            text === null ? [] : [`  - ${prose(text)}`],
          ),
        ]),
      ];

const milestones = ({ milestones: all }: CommitmentReport): Lines =>
  all.length === 0
    ? []
    : [
        '| Status | Milestone | Time | Why |',
        '|---|---|---|---|',
        ...all.map((one) => `| **${one.status}** | ${forMarkdown(one.text)} | ${timeOf(one)} | ${prose(one.says)} |`),
      ];

const functions = (commitment: CommitmentReport): Lines =>
  commitment.functions.length === 0
    ? []
    : [
        `${prose(functionsIn(commitment))}.`,
        '',
        ...commitment.functions.flatMap((one) => [
          `- **${one.answer}** ${forMarkdown(one.title)}. ${prose(one.says)}`,
          ...(one.where.length === 0 ? [] : [`  - ${whereIn(one.where)}`]),
          ...(one.stronger.length === 0 ? [] : [`  - More than is asked: ${forMarkdown(one.stronger.join('; '))}.`]),
        ]),
      ];

const commitmentLines = (one: CommitmentReport): Lines => [
  '',
  `## ${forMarkdown(one.id)} ${forMarkdown(one.title)}`,
  '',
  `${timeOf(one)}${one.lead === null ? '' : `, ${forMarkdown(one.lead)}`}. ${linkInMarkdown(one.source)}`,
  ...part('Indicators', indicators(one)),
  ...part('Milestones', milestones(one)),
  ...part('Functions', functions(one)),
  ...part('Independent review', one.irm === null ? [] : [prose(reviewOf(one.irm))]),
  ...part(
    'What does not fit together',
    one.contradictions.map(({ says }) => `- ${prose(says)}`),
  ),
];

/** A report of commitments for a page of a repository or a build server. */
export const commitmentsMarkdown = (report: CommitmentsReport): string =>
  `${[
    `# ${forMarkdown(titleOf(report))}`,
    '',
    `As of ${report.asOf}, of ${timeOf(report.plan)}. ${linkInMarkdown(report.plan.source)}`,
    '',
    ...summaryOf(report).map((text) => `- ${forMarkdown(text)}`),
    ...report.commitments.flatMap(commitmentLines),
  ].join('\n')}\n`;
