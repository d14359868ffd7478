import type { FailIf, PortalIndicator, PortalReport, ProcessReport } from '../../model/portal.ts';
import type { Verdict } from '../../model/review.ts';

/* Words that every form of a portal's report uses, so that all of them say the same. */

/** `data.gov.ma · CKAN 2.9`: the portal as its address and what it runs. */
export const portalTitle = ({ portal: { url, software, version } }: PortalReport): string => {
  const { host, pathname } = new URL(url);
  const named = [software, version].filter((part) => part !== null).join(' ');
  return `${host}${pathname === '/' ? '' : pathname}${named === '' ? '' : ` · ${named}`}`;
};

/** Which part of it was seen. */
export const seenWords = ({ reach, files }: PortalReport): string => {
  const list = { whole: 'whole list', sample: 'part of the list', counts: 'no list' }[reach.basis];
  const opened = files.length === 1 ? '1 file looked at' : `${files.length} files looked at`;
  return `${list}, ${files.length === 0 ? 'no file looked at' : opened}`;
};

const figure = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');

const short = (value: number, digits: number): string => figure(Number(value.toFixed(digits)));

/** A value in the words of its unit: `20 %`, `3 days`, `yes`. */
export const valueWords = (value: number | null, unit: PortalIndicator['unit']): string => {
  if (value === null) return '?';
  switch (unit) {
    case 'share':
      return `${short(value * 100, 1)} %`;
    case 'yes-no':
      return value >= 1 ? 'yes' : 'no';
    case 'days':
      return value === 1 ? '1 day' : `${short(value, 1)} days`;
    case 'seconds':
      return `${short(value, 2)} s`;
    case 'points':
      return `${short(value, 2)} points`;
    case 'count':
      return short(value, 2);
  }
};

const bounds = ({ interval, unit }: PortalIndicator): string => {
  if (interval === null || unit === 'yes-no') return '';
  const scale = unit === 'share' ? 100 : 1;
  const digits = unit === 'share' ? 1 : 2;
  return ` (${short(interval.low * scale, digits)} to ${short(interval.high * scale, digits)})`;
};

/** `20 % (13.4 to 28.9)`. */
export const indicatorValue = (indicator: PortalIndicator): string =>
  `${valueWords(indicator.value, indicator.unit)}${bounds(indicator)}`;

/** `at most 5 %`. */
export const barWords = ({ bar, unit }: PortalIndicator): string =>
  bar === null ? '' : `${bar.direction === 'at-least' ? 'at least' : 'at most'} ${valueWords(bar.at, unit)}`;

/** What the indicators of a process come to: No where one is missed, else Unsure where one could not be told. */
export const processVerdict = ({ indicators }: ProcessReport): Verdict => {
  const answers = indicators.flatMap(({ answer }) => answer ?? []);
  if (answers.includes('No')) return 'No';
  return answers.length === 0 || answers.includes('Unsure') ? 'Unsure' : 'Yes';
};

/** `214 to 254 of 405`. */
export const pointsWords = ({ low, high, outOf }: PortalReport['compared']['mqa']): string =>
  low === high ? `${short(low, 2)} of ${outOf}` : `${short(low, 2)} to ${short(high, 2)} of ${outOf}`;

/** What the same records come to by the measures of others. */
export const comparedWords = ({ compared: { mqa, mqaTrue, udata } }: PortalReport): string => {
  const score =
    udata === null
      ? ''
      : ` · udata ${short(udata.low, 2)}${udata.low === udata.high ? '' : ` to ${short(udata.high, 2)}`}`;
  return `MQA as published ${pointsWords(mqa)}, where only data counts ${pointsWords(mqaTrue)}${score}`;
};

/** `12 to 18 datasets`. */
export const touchedWords = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  low === 0 && high === 0
    ? ''
    : `${low === high ? figure(low) : `${figure(low)} to ${figure(high)}`} ${low === 1 && high === 1 ? 'dataset' : 'datasets'}`;

/** What changed since an earlier report, a line each; nothing where nothing did. */
export const changesWords = ({ changes }: PortalReport): readonly string[] => {
  if (changes === null) return [];
  const named = (what: string, titles: readonly string[]): readonly string[] =>
    titles.length === 0
      ? []
      : [`${figure(titles.length)} ${what}: ${titles.slice(0, 10).join('; ')}${titles.length > 10 ? ' …' : ''}`];
  const titlesOf = (list: readonly { readonly title: string }[]): readonly string[] => list.map(({ title }) => title);
  const lines = [
    ...(changes.fall === null ? [] : [changes.fall.says]),
    ...named('added', titlesOf(changes.added)),
    ...named('removed', titlesOf(changes.removed)),
    ...named('changed', titlesOf(changes.changed)),
    ...named(
      'renamed',
      changes.renamed.map(({ before, after }) =>
        before.title === after.title
          ? `${before.title} (${before.id} is ${after.id} now)`
          : `${before.title} → ${after.title}`,
      ),
    ),
    ...named('links that died', changes.files.died),
    ...named('links that came back', changes.files.revived),
    ...changes.indicators
      .filter(({ isCertain }) => isCertain)
      .map(({ id, before, after }) => `${id}: ${before ?? '?'} → ${after ?? '?'}`),
  ];
  return lines.length === 0 ? ['Nothing changed.'] : lines;
};

/** What a report is shown with. */
export interface PortalShown {
  readonly columns: number;
  readonly colour: boolean;
  /** All of it, and not one screen. */
  readonly full: boolean;
  readonly bars: readonly FailIf[];
}
