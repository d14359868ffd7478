import { withGains } from '../../audit/gains.ts';
import type { Review } from '../../model/review.ts';
import { asJson } from '../../render/escape.ts';
import {
  badge,
  categoryIn,
  categoryName,
  type EntryRecord,
  type EntryScene,
  entryPage,
  type PageView,
  paths,
  placeIn,
  placeName,
  type SiteData,
  type SiteYear,
} from '../../report/index.ts';
import { countingRules } from '../counting.ts';
import type { Shell } from '../shell.ts';
import { digestOf } from './files.ts';
import type { GatheredReviews } from './gather.ts';
import type { PageJob, PageMaker } from './pages.ts';
import type { openChanges } from './pairs.ts';
import { type PassedOver, untellable } from './passed.ts';

/** The years in which there is an entry, oldest first. */
const yearsOf = ({ years }: SiteData, entry: string): readonly SiteYear[] =>
  years.filter(({ entries }) => entries.has(entry));

/** What the page of an entry is made from, without the review itself. */
const sceneOf = async (
  data: SiteData,
  given: SiteYear,
  entry: string,
  finder: ReturnType<typeof openChanges>,
): Promise<Omit<EntryScene, 'review' | 'plain'>> => {
  const [place = '', category = ''] = entry.split('/');
  const all = yearsOf(data, entry);
  const earlier = all.filter(({ year }) => year < given.year).at(-1);
  const cell = placeIn(given.card, place)?.categories[category];
  const changes = earlier === undefined ? [] : await finder.between(earlier.year, given.year, entry);
  const own = given.entries.get(entry);
  return {
    given,
    rank: cell === undefined ? null : { at: cell.rank, of: categoryIn(given.card, category)?.entries ?? 0 },
    years: all.flatMap(({ year, entries }) => {
      const record = entries.get(entry);
      return record === undefined
        ? []
        : [
            {
              year,
              points: record.points,
              ceiling: record.ceiling,
              outOf: record.outOf,
              edition: record.edition,
              isOpen: record.isOpen,
            },
          ];
    }),
    before:
      earlier === undefined
        ? null
        : { year: earlier.year, changes, isComparable: earlier.entries.get(entry)?.edition === own?.edition },
  };
};

const badgeOf = (view: PageView, { score, isOpen, place, category }: Review): string => {
  const spread = score.ceiling > score.points ? `${score.points}–${score.ceiling}` : String(score.points);
  return badge({
    label: `${placeName(view, place?.id ?? '')}: ${categoryName(view, category?.id ?? '')}`,
    value: `${view.words.text(isOpen ? 'open' : 'not-open')} · ${spread}/${score.outOf}`,
    isOpen,
  });
};

/** What a review is read with. */
export interface EntrySources {
  readonly data: SiteData;
  readonly gathered: GatheredReviews;
  readonly finder: ReturnType<typeof openChanges>;
  readonly passed: PassedOver;
  readonly shell: Shell;
}

/** Leaves out a review that went wrong by what it holds. @throws what went wrong, where that is nothing of the review. */
const leaveOut = (
  record: EntryRecord,
  error: unknown,
  { gathered, passed, shell }: Pick<EntrySources, 'gathered' | 'passed' | 'shell'>,
): void => {
  const stored = gathered.store.read(record);
  const why = stored === undefined || 'fault' in stored ? null : untellable(stored.review, shell);
  if (stored === undefined || why === null) throw error;
  passed.leave(record, stored.file, why);
};

/** Writes the pages of all entries; a review is read only where a page is made of it. */
export const writeEntries = async (
  { data, gathered, finder, passed, shell }: EntrySources,
  makers: readonly PageMaker[],
  given: SiteYear,
): Promise<void> => {
  let count = 0;
  for (const [entry, record] of given.entries) {
    count += 1;
    if (count % 100 === 0) await new Promise(setImmediate);
    if (shell.interrupted.aborted) return;
    const scene = await sceneOf(data, given, entry, finder);
    const digest = digestOf(record.digest, { ...scene, given: [given.year, given.edition.id] });
    const read = (): Review => {
      const stored = gathered.store.read(record);
      if (stored === undefined || !('review' in stored))
        throw new Error(`${entry} of ${given.year} changed while the site was made.`);
      return withGains(stored.review, countingRules(stored.review, shell));
    };
    let review: Review | null = null;
    const job = (maker: PageMaker, at: number): PageJob => ({
      path: paths.entry(given.year, record.place, record.category),
      digest,
      body: (view) => {
        review ??= read();
        return entryPage(view, { ...scene, ...maker.inLanguage(review) });
      },
      jsonOf: asJson,
      besides: (view) => (at === 0 && review !== null ? [['badge.svg', badgeOf(view, review)]] : []),
    });
    try {
      for (const [at, maker] of makers.entries()) maker.write(job(maker, at));
    } catch (error) {
      leaveOut(record, error, { gathered, passed, shell });
    }
  }
};
