import type { PortalReport, ProcessReport } from '../../model/portal.ts';
import { forMarkdown } from '../escape.ts';
import { marks } from '../words.ts';
import {
  barWords,
  changesWords,
  comparedWords,
  indicatorValue,
  portalTitle,
  processVerdict,
  seenWords,
  touchedWords,
} from './words.ts';

type Lines = readonly string[];

const processTable = (part: ProcessReport): Lines => [
  '',
  `## ${marks[processVerdict(part)]} ${forMarkdown(part.title)}`,
  '',
  '| Indicator | Value | Bar | Answer | Why |',
  '|---|---:|---|---|---|',
  ...part.indicators.map((one) => {
    const cells = [one.title, indicatorValue(one), barWords(one), one.answer ?? '', one.says];
    return `| ${cells.map(forMarkdown).join(' | ')} |`;
  }),
];

const section = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]);

const findings = ({ findings: found }: PortalReport): Lines =>
  found.map(({ says, datasets, improve }, index) => {
    const touched = touchedWords(datasets);
    const told = [says, touched === '' ? '' : `It touches ${touched}.`, improve ?? ''].filter((part) => part !== '');
    return `${index + 1}. ${forMarkdown(told.join(' '))}`;
  });

const publishers = ({ publishers: all }: PortalReport): Lines => {
  const seen = all.filter(({ looked }) => looked > 0);
  return seen.length === 0
    ? []
    : [
        '| Publisher | Datasets | Looked at | Dead | No data | Unseen |',
        '|---|---:|---:|---:|---:|---:|',
        ...seen.map(
          ({ publisher, datasets, looked, dead, notData, unseen }) =>
            `| ${forMarkdown(publisher)} | ${datasets} | ${looked} | ${dead} | ${notData} | ${unseen} |`,
        ),
      ];
};

const document = (report: PortalReport): Lines => [
  `# ${forMarkdown(portalTitle(report))}`,
  '',
  `As of ${report.asOf}: ${seenWords(report)}. ${forMarkdown(comparedWords(report))}.`,
  ...section('What to mend first', findings(report)),
  ...section(
    `Since ${report.changes?.earlier.asOf ?? ''}`,
    changesWords(report).map((line) => `- ${forMarkdown(line)}`),
  ),
  ...report.processes.flatMap(processTable),
  ...section('Publishers', publishers(report)),
  ...section(
    'Not seen',
    report.unseen.map(({ what, why, count }) => `- ${what}: ${forMarkdown(why)} (${count})`),
  ),
];

/** Reports in Markdown, one below the other. */
export const portalMarkdown = (reports: readonly PortalReport[]): string =>
  reports.map((report) => `${document(report).join('\n')}\n`).join('\n');
