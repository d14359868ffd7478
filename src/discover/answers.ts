import type { CatalogueReading, DatasetRecord } from '../model/records.ts';
import type { Sentence } from '../model/sentence.ts';
import { searchProblem } from '../text/searches.ts';
import type { AskCatalogue, CatalogueReply } from './ask.ts';
import { readListed } from './listed.ts';
import type { PortalAdapter, SearchWay } from './portals/index.ts';
import type { AskedPortal, Found } from './rank.ts';
import { topicMatch } from './topics.ts';
import type { Lens } from './vocabulary.ts';
import { prepare } from './words.ts';

/* What a catalogue answers to one question, read on as far as it leads. */

/** What a catalogue answered, and where it answered. */
export interface CatalogueAnswered {
  readonly reading: CatalogueReading;
  readonly url: string;
}

/**
 * What a reply comes to as an answer to a way of asking; null where it is none. A page is an answer where the way asks for
 * one, and it lists datasets or shows that it is of the software that was asked.
 */
export const answerIn = (asked: CatalogueReply, way: SearchWay, adapter: PortalAdapter): CatalogueAnswered | null => {
  const { problem, page, reading, url } = asked;
  if (problem !== null) return null;
  if (page === null) return reading === null ? null : { reading, url };
  if (way.isDataset === undefined) return null;
  const listed = readListed(adapter.id, page, url, way.isDataset);
  return listed.kind === 'empty' && !adapter.isMarkedBy(page) ? null : { reading: listed, url };
};

/** Why a reply is no answer. */
export const problemOf = ({ problem, page }: CatalogueReply): Sentence =>
  problem ?? searchProblem(page === null ? 'answered-otherwise' : 'answered-page');

/** The datasets of an answer, each with the catalogue that named it. */
export const foundIn = ({ reading, url }: CatalogueAnswered, portal: AskedPortal): readonly Found[] =>
  reading.datasets.map((record) => ({ record, portal, askedAt: url }));

/** Does the title of a record name the category? */
export const namesTopic = ({ title }: Pick<DatasetRecord, 'title'>, lens: Lens): boolean =>
  topicMatch(prepare(title), lens).value >= 0.7;

/** From so good a match on, a title is still of the subject: it holds one of its wider words. */
const leastOfSubject = 0.5;

const speaksOf = ({ title }: Pick<DatasetRecord, 'title'>, lens: Lens): boolean =>
  topicMatch(prepare(title), lens).value >= leastOfSubject;

/** Does a list of the best matches stop while it still speaks of the subject? Then what follows may be on it as well. */
export const stopsShort = (
  { reading: { datasets, next, total } }: CatalogueAnswered,
  listed: number,
  lens: Lens,
): boolean => {
  const last = datasets.at(-1);
  const isMore = next !== null || (total ?? 0) > listed;
  return isMore && last !== undefined && speaksOf(last, lens);
};

/** Datasets that were listed, page by page. */
export interface Listed {
  readonly found: readonly Found[];
  /** The last page that was read, and how many datasets were listed up to its end. */
  readonly last: CatalogueAnswered;
}

const isKnown = ({ reading }: CatalogueAnswered, { found }: Listed): boolean => {
  const known = new Set(found.map(({ record }) => record.id));
  return reading.datasets.every(({ id }) => known.has(id));
};

/** Reads on while it is worth it, and the list goes on. */
export const readOn = async (
  first: CatalogueAnswered,
  isWorthIt: (listed: Listed, pages: number) => boolean,
  { way, portal, adapter }: { readonly way: SearchWay; readonly portal: AskedPortal; readonly adapter: PortalAdapter },
  ask: AskCatalogue,
): Promise<Listed> => {
  let listed: Listed = { found: foundIn(first, portal), last: first };
  for (let pages = 1; listed.last.reading.next !== null && isWorthIt(listed, pages); pages += 1) {
    const asked: CatalogueReply | null = await ask({ url: listed.last.reading.next });
    const answer = asked === null ? null : answerIn(asked, way, adapter);
    // A server that does not know the parameter gives the first page again.
    if (answer === null || isKnown(answer, listed)) break;
    listed = { found: [...listed.found, ...foundIn(answer, portal)], last: answer };
  }
  return listed;
};
