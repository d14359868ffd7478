import type { Day } from '../../../model/basics.ts';
import type { Column, Table } from '../../../model/inspection.ts';
import { evened } from '../../../text/fold.ts';
import { readNumber } from '../../../text/numbers.ts';
import { monthsBefore } from '../../months.ts';
import { nothing, type SeenPage, type SignReader, type SiteScene, seenAt, shownAt } from '../scene.ts';

/** Indicators of a table or of lines that have value, unit and period. */
interface IndicatorsSeen {
  readonly count: number;
  /** The last day of their newest period. */
  readonly newest: Day;
  readonly quote: string;
}

const isNumber = (cell: string): boolean => readNumber(cell.trim(), null) !== null;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Finds a unit by its sign: behind a figure, or in brackets or behind a comma in a name. */
const unitSign = ({ unitSigns }: SiteScene): RegExp =>
  new RegExp(`(?:[\\d(,]|\\bin)\\s*(?:${unitSigns.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const lastDay = (text: string, { observation }: SeenPage, scene: SiteScene): Day | null =>
  scene
    .datesIn(text, observation)
    .map(({ to }) => to)
    .sort()
    .at(-1) ?? null;

const columnOf = (columns: readonly Column[], meaning: string, { phrases }: SiteScene): number =>
  columns.findIndex(({ name }) => phrases(meaning).first(evened(name)) !== null);

/** A row is an indicator where it has a name, a figure, a unit of its own or of its table, and a period of its own or in a header. */
const inTable = (
  table: Table,
  names: { readonly unit: string; readonly period: string },
  page: SeenPage,
  scene: SiteScene,
): IndicatorsSeen | null => {
  const { columns, sample, titles } = table;
  const [unitAt, periodAt] = [columnOf(columns, names.unit, scene), columnOf(columns, names.period, scene)];
  const sign = unitSign(scene);
  const ofHeaders = columns.map(({ name }) => lastDay(name, page, scene));
  const isTitled = sign.test(titles.join(' ')) || scene.phrases(names.unit).first(evened(titles.join(' '))) !== null;
  const found = sample.flatMap((row) => {
    const hasName = row.some((cell, at) => at !== unitAt && at !== periodAt && /\p{L}{2}/u.test(cell));
    const unit = (unitAt >= 0 && (row[unitAt] ?? '').trim() !== '') || isTitled || sign.test(row.join(' | '));
    const figures = row.flatMap((cell, at) => (at !== periodAt && at !== unitAt && isNumber(cell) ? [at] : []));
    const own = periodAt >= 0 ? lastDay(row[periodAt] ?? '', page, scene) : null;
    const days = [own, ...figures.map((at) => ofHeaders[at] ?? null)].filter((day) => day !== null);
    const newest = days.sort().at(-1);
    return hasName && unit && figures.length > 0 && newest !== undefined ? [newest] : [];
  });
  const newest = [...found].sort().at(-1);
  const quote = [columns.map(({ name }) => name), ...sample.slice(0, 2)].map((cells) => cells.join(' | ')).join(' / ');
  return newest === undefined ? null : { count: found.length, newest, quote };
};

/** `Unemployment rate: 12.3 % (2024)`, and nothing more on the line: a sentence with a figure in it is no indicator. */
const isLabelled = (line: string, sign: RegExp): boolean => {
  const [, figures] = /^[^\d:：|]{3,90}[:：|]\s*([\d.,\s()%‰°€$£¥\p{L}²³/·–-]{2,60})$/u.exec(line) ?? [];
  return (
    figures !== undefined &&
    /^\d/.test(figures.trim()) &&
    sign.test(figures) &&
    (figures.match(/\p{L}{3,}/gu) ?? []).length <= 3
  );
};

const inLines = (page: SeenPage, scene: SiteScene): IndicatorsSeen | null => {
  const sign = unitSign(scene);
  const found = page.lines.flatMap((line) => {
    const day = isLabelled(line, sign) ? lastDay(line, page, scene) : null;
    return day === null ? [] : [{ day, line }];
  });
  const newest = found
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return newest === undefined
    ? null
    : {
        count: found.length,
        newest,
        quote: found
          .slice(0, 2)
          .map(({ line }) => line)
          .join(' / '),
      };
};

/** Indicators with value, unit and period, in a table or line by line. Pictures of charts are none. */
export const indicators: SignReader = ({ least = 1, within, unit = '', period = '' }, scene) => {
  const from = within === undefined ? '' : monthsBefore(scene.asOf, within);
  for (const page of scene.pages) {
    const tables = page.observation.inspection?.tables ?? [];
    const found = [...tables.map((table) => inTable(table, { unit, period }, page, scene)), inLines(page, scene)];
    const enough = found.find((one) => one !== null && one.count >= least && one.newest >= from);
    if (enough !== undefined && enough !== null) return shownAt(seenAt(page.observation, enough.quote));
  }
  return nothing;
};
