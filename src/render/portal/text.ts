import type { PortalIndicator, PortalReport, ProcessReport } from '../../model/portal.ts';
import { forTerminal } from '../escape.ts';
import { openLayout } from '../layout.ts';
import { type Pen, paint, section, takePen } from '../pen.ts';
import { marks } from '../words.ts';
import {
  barWords,
  changesWords,
  comparedWords,
  indicatorValue,
  type PortalShown,
  portalTitle,
  processVerdict,
  seenWords,
  touchedWords,
} from './words.ts';

/* A report on a terminal: five processes on a screen, and what to mend first. */

type Lines = readonly string[];

const margin = '  ';
const nameCells = 17;

/** Findings and publishers that one screen has room for. */
const mostFindings = 5;
const mostPublishers = 20;

const phrase = (indicator: PortalIndicator): string => `${indicator.title.toLowerCase()} ${indicatorValue(indicator)}`;

/** What is said of a process on one line: what is missed, else what could not be told, else the first it tells. */
const telling = ({ indicators }: ProcessReport): readonly PortalIndicator[] => {
  const missed = indicators.filter(({ answer }) => answer === 'No');
  if (missed.length > 0) return missed;
  const known = indicators.filter(({ value, unit }) => value !== null && unit !== 'yes-no');
  const open = known.filter(({ answer }) => answer === 'Unsure');
  return open.length > 0 ? open : known;
};

const processLines = (pen: Pen, part: ProcessReport): Lines => {
  const verdict = processVerdict(part);
  const head = `${pen.layout.padEnd(part.title, nameCells)}${marks[verdict]} `;
  const said = telling(part).slice(0, 3).map(phrase).join(' · ');
  const lines = pen.layout.hang(head, forTerminal(said) || 'nothing could be told', pen.width);
  return lines.map((line, index) => (index === 0 ? paint(pen, verdict)(line) : line));
};

const indicatorLines = (pen: Pen, indicator: PortalIndicator): Lines => {
  const { answer, id, title, says } = indicator;
  const mark = answer === null ? ' ' : marks[answer];
  const bar = barWords(indicator);
  const head = pen.layout.spread(`${margin}${mark} ${forTerminal(title)}`, indicatorValue(indicator), pen.width);
  return [
    answer === null ? head : paint(pen, answer)(head),
    ...pen.layout
      .hang(`${margin}${margin}`, forTerminal(`${id}: ${says}${bar === '' ? '' : ` Bar: ${bar}.`}`), pen.width)
      .map((line) => pen.ink.dim(line)),
  ];
};

const findingLines = (pen: Pen, { findings }: PortalReport, most: number): Lines =>
  findings.slice(0, most).flatMap(({ says, datasets, improve, examples }, index) => {
    const touched = touchedWords(datasets);
    return [
      ...pen.layout.hang(
        `${margin}${index + 1}. `,
        forTerminal(`${says}${touched === '' ? '' : ` It touches ${touched}.`}`),
        pen.width,
      ),
      ...(improve === null ? [] : pen.layout.hang(`${margin}   `, forTerminal(improve), pen.width)),
      ...examples.flatMap((example) =>
        pen.layout.hang(`${margin}   `, forTerminal(example), pen.width).map((line) => pen.ink.dim(line)),
      ),
    ];
  });

const publisherLines = (pen: Pen, { publishers }: PortalReport): Lines =>
  publishers
    .filter(({ looked }) => looked > 0)
    .slice(0, mostPublishers)
    .map(({ publisher, datasets, looked, dead, notData, unseen }) =>
      pen.layout.spread(
        `${margin}${forTerminal(publisher)}`,
        `${datasets} datasets, ${looked} looked at: ${dead} dead, ${notData} no data, ${unseen} unseen`,
        pen.width,
      ),
    );

const unseenLines = (pen: Pen, { unseen }: PortalReport): Lines =>
  unseen.flatMap(({ what, why, count }) =>
    pen.layout.hang(`${margin}- `, `${what}: ${forTerminal(why)} (${count})`, pen.width),
  );

const evidenceLines = (pen: Pen, { evidence }: PortalReport): Lines =>
  evidence.flatMap(({ id, url, outcome, status, kind, because }) =>
    pen.layout.hang(
      `${margin}${pen.layout.padEnd(id, 8)}`,
      forTerminal(`${url} (${[status ?? outcome, kind ?? because].filter((part) => part !== null).join(', ')})`),
      pen.width,
    ),
  );

const document = (pen: Pen, report: PortalReport, full: boolean): Lines => {
  const { processes, asOf, portal } = report;
  const most = full ? report.findings.length : mostFindings;
  return [
    pen.ink.bold(pen.layout.spread(forTerminal(portalTitle(report)), seenWords(report), pen.width)),
    pen.ink.dim(pen.layout.spread(`as of ${asOf}`, forTerminal(portal.owner ?? ''), pen.width).trimEnd()),
    '',
    ...processes.flatMap((part) => processLines(pen, part)),
    ...pen.layout.hang(pen.layout.padEnd('Compared', nameCells), comparedWords(report), pen.width),
    ...section(pen, 'What to mend first', findingLines(pen, report, most)),
    ...section(
      pen,
      report.changes === null ? '' : `Since ${report.changes.earlier.asOf}`,
      changesWords(report).flatMap((line) => pen.layout.hang(`${margin}- `, forTerminal(line), pen.width)),
    ),
    ...(full
      ? processes.flatMap((part) =>
          section(
            pen,
            part.title,
            part.indicators.flatMap((indicator) => indicatorLines(pen, indicator)),
          ),
        )
      : []),
    ...(full ? section(pen, 'Publishers', publisherLines(pen, report)) : []),
    ...section(pen, 'Not seen', unseenLines(pen, report)),
    ...(full
      ? section(pen, 'Evidence', evidenceLines(pen, report))
      : ['', pen.ink.dim('All indicators and the evidence: the same with --verbose.')]),
  ];
};

/** Reports for a terminal, one below the other. */
export const portalText = async (reports: readonly PortalReport[], shown: PortalShown): Promise<string> => {
  const layout = await openLayout(JSON.stringify(reports.map(({ inventory: _, ...shownPart }) => shownPart)));
  const pen = takePen(shown, layout);
  return reports.map((report) => `${document(pen, report, shown.full).join('\n')}\n`).join('\n\n');
};
