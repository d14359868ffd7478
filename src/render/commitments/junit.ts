import type { CommitmentReport, CommitmentsReport } from '../../model/commitments-report.ts';
import type { Verdict } from '../../model/review.ts';
import { forXml } from '../escape.ts';
import { likeness, titleOf } from './words.ts';

const caseOf = (owner: string, name: string, status: string, like: Verdict, says: string): string => {
  const open = `    <testcase classname="${forXml(owner)}" name="${forXml(`${name}: ${status}`)}"`;
  if (like === 'Yes') return `${open}/>`;
  return like === 'No'
    ? `${open}><failure type="${forXml(status)}" message="${forXml(says)}"/></testcase>`
    : `${open}><skipped message="${forXml(says)}"/></testcase>`;
};

const suite = ({ id, title, indicators, milestones, functions }: CommitmentReport): readonly string[] => {
  const cases = [
    ...indicators.map((one) => caseOf(id, one.id, one.status, likeness[one.status], one.says)),
    ...milestones.map((one) => caseOf(id, one.id, one.status, likeness[one.status], one.says)),
    ...functions.map((one) => caseOf(id, one.id, one.answer, one.answer, one.says)),
  ];
  const count = (mark: string): number => cases.filter((text) => text.includes(mark)).length;
  return [
    `  <testsuite name="${forXml(`${id} ${title}`)}" tests="${cases.length}" failures="${count('<failure')}" errors="0" skipped="${count('<skipped')}">`,
    ...cases,
    '  </testsuite>',
  ];
};

/** JUnit XML for build servers: a suite per commitment; what is certainly not as promised fails, what is unsure is skipped. */
export const commitmentsJunit = (report: CommitmentsReport): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${forXml(`odi commitments ${titleOf(report)}`)}">`,
    ...report.commitments.flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n');
