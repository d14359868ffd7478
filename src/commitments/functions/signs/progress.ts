import type { SignRule } from '../../../model/functions.ts';
import type { Table } from '../../../model/inspection.ts';
import { evened } from '../../../text/fold.ts';
import { monthsBefore } from '../../months.ts';
import { nothing, type SeenPage, type SignReader, type SiteScene, seenAt, shownAt } from '../scene.ts';

/** Items of a plan on a page, and those that have a status. */
interface ItemsSeen {
  readonly items: number;
  readonly withStatus: number;
  readonly quote: string;
}

const percent = /^\s*\d{1,3}(?:[.,]\d+)?\s*%\s*$/;

/** Is a cell a status: one of its words, or a share? */
const isStatus = (cell: string, { phrases }: SiteScene): boolean =>
  percent.test(cell) || (cell.length <= 60 && phrases('progress-value').first(evened(cell)) !== null);

const isStatusColumn = (name: string, { phrases }: SiteScene): boolean =>
  phrases('progress').first(evened(name)) !== null;

/** Rows are items where the table has a column for their status. */
const inTable = (table: Table, scene: SiteScene): ItemsSeen | null => {
  const at = table.columns.findIndex(({ name }) => isStatusColumn(name, scene));
  if (at < 0) return null;
  const rows = table.sample.filter((row) => row.some((cell) => cell.trim() !== ''));
  const quote = [table.columns.map(({ name }) => name), ...rows.slice(0, 2)]
    .map((cells) => cells.join(' | '))
    .join(' / ');
  return { items: rows.length, withStatus: rows.filter((row) => isStatus(row[at] ?? '', scene)).length, quote };
};

/** Headings that name items, and statuses that lines of the page tell: `Status: completed`. */
const inText = ({ page, lines }: SeenPage, items: string, scene: SiteScene): ItemsSeen | null => {
  const heads = page.headings.filter((head) => /\d/.test(head) && scene.phrases(items).first(evened(head)) !== null);
  const told = lines.filter((line) => {
    const place = line.length <= 200 ? scene.phrases('progress').first(line) : null;
    return place !== null && isStatus(line.slice(place.at + place.length), scene);
  });
  return heads.length === 0
    ? null
    : { items: heads.length, withStatus: told.length, quote: `${heads[0]} · ${told[0] ?? ''}` };
};

const isFresh = ({ observation, page }: SeenPage, { within }: SignRule, scene: SiteScene): boolean => {
  if (within === undefined) return true;
  const from = monthsBefore(scene.asOf, within);
  return scene.datesIn(page.text.slice(0, 20_000), observation).some(({ to }) => to >= from && to <= scene.asOf);
};

/** A plan whose items have a status, at least a share of them: in a table, or under headings. */
export const progress: SignReader = (rule, scene) => {
  const { about = [], items = '', share = 1, least = 1 } = rule;
  for (const page of scene.pages) {
    const tables = page.observation.inspection?.tables ?? [];
    const speaks = `${page.heads} · ${tables
      .flatMap(({ titles }) => titles)
      .map(evened)
      .join(' · ')}`;
    if (!about.some((meaning) => scene.phrases(meaning).first(speaks) !== null) || !isFresh(page, rule, scene))
      continue;
    const found = [...tables.map((table) => inTable(table, scene)), inText(page, items, scene)].filter(
      (one) => one !== null,
    );
    const enough = found.find(
      ({ items: all, withStatus }) => all >= least && withStatus >= all * share && withStatus > 0,
    );
    if (enough !== undefined) return shownAt(seenAt(page.observation, enough.quote));
  }
  return nothing;
};
