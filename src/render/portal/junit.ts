import type { FailIf, PortalIndicator, PortalReport } from '../../model/portal.ts';
import { forXml } from '../escape.ts';
import { barWords, indicatorValue, portalTitle } from './words.ts';

/** A bar of the caller's takes the place of the program's own. */
const isMissed = ({ answer, interval, value }: PortalIndicator, bars: readonly FailIf[], id: string): boolean => {
  const own = bars.filter(({ indicator }) => indicator === id);
  if (own.length === 0) return answer === 'No';
  const ends = interval ?? (value === null ? null : { low: value, high: value });
  if (ends === null) return false;
  return own.some(({ sign, value: at }) =>
    [ends.low, ends.high].every((end) =>
      sign === '>' ? end > at : sign === '>=' ? end >= at : sign === '<' ? end < at : end <= at,
    ),
  );
};

const caseOf = (process: string, indicator: PortalIndicator, bars: readonly FailIf[]): string => {
  const { id, answer, says, reason } = indicator;
  const own = bars.filter((bar) => bar.indicator === id).map(({ written }) => written);
  const bar = own.length > 0 ? `not ${own.join(', not ')}` : barWords(indicator);
  const name = `${id}: ${indicatorValue(indicator)}, ${bar}`;
  const open = `    <testcase classname="${forXml(process)}" name="${forXml(name)}"`;
  if (isMissed(indicator, bars, id))
    return `${open}><failure type="${forXml(reason)}" message="${forXml(says)}"/></testcase>`;
  return answer === 'Unsure' ? `${open}><skipped message="${forXml(says)}"/></testcase>` : `${open}/>`;
};

/** JUnit XML for build servers: a suite a portal, a case an indicator that has a bar; what could not be told is skipped. */
export const portalJunit = (reports: readonly PortalReport[], bars: readonly FailIf[]): string => {
  const suites = reports.flatMap((report) => {
    const cases = report.processes.flatMap(({ id, indicators }) =>
      indicators
        .filter((one) => one.bar !== null || bars.some(({ indicator }) => indicator === one.id))
        .map((one) => caseOf(id, one, bars)),
    );
    const count = (mark: string): number => cases.filter((line) => line.includes(mark)).length;
    return [
      `  <testsuite name="${forXml(portalTitle(report))}" tests="${cases.length}" failures="${count('<failure')}" errors="0" skipped="${count('<skipped')}">`,
      ...cases,
      '  </testsuite>',
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="odi portal">',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
};
