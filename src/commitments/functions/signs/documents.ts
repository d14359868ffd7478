import type { Day } from '../../../model/basics.ts';
import type { SeenAt } from '../../../model/commitments-report.ts';
import type { Link } from '../../../model/inspection.ts';
import { evened } from '../../../text/fold.ts';
import { wordsOf as textWords } from '../../../text/words.ts';
import { decoded, fileName } from '../../../web/address.ts';
import { isPageFormat, promiseOf } from '../../../web/formats.ts';
import { monthsBefore } from '../../months.ts';
import { nothing, type SeenPage, type SignReader, type SiteScene, seenAt, shownAt } from '../scene.ts';

/** A document, as its link tells of it. */
interface ToldDocument {
  readonly url: string;
  readonly where: SeenAt;
  /** The newest day that it is dated by; null where it is not. */
  readonly date: Day | null;
  /** Which body published it; null where none is named. */
  readonly body: string | null;
}

const isDocument = (url: string, { formats }: SiteScene): boolean => {
  const format = formats.ofAddress(url);
  const promise = promiseOf(format);
  return (
    format !== null && !isPageFormat(format) && (promise === 'document' || promise === 'rows' || promise === 'archive')
  );
};

/** Words of fewer letters join others to a name: of, the, de, la. */
const shortest = 4;

/** A body by its kind and the first word of its name behind it, else before it: enough to tell bodies of one site apart. */
const bodyIn = (text: string, { phrases }: SiteScene): string | null => {
  const even = evened(text);
  const place = phrases('body').earliest(even);
  if (place === null) return null;
  const kind = even.slice(place.at, place.at + place.length);
  const isName = (word: string): boolean => word.length >= shortest || /[^\u0000-\u024f]/.test(word);
  const behind = textWords(even.slice(place.at + place.length).split(/[:|()[\]0-9–—·/]/, 1)[0] ?? '').find(isName);
  const before = textWords(even.slice(0, place.at)).filter(isName).at(-1);
  return `${kind} ${behind ?? before ?? ''}`.trim();
};

const around = (link: Link): string =>
  [link.text, link.context, link.line?.before ?? '', link.line?.after ?? ''].join(' · ');

const toldOf = (link: Link, { observation }: SeenPage, scene: SiteScene): ToldDocument => {
  const text = around(link);
  const name = decoded(fileName(link.url)).replace(/[_+]+/g, ' ');
  const dates = [...scene.datesIn(text, observation), ...scene.datesIn(name, observation)].filter(
    ({ to }) => to <= scene.asOf,
  );
  const newest =
    dates
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? null;
  return {
    url: link.url,
    where: seenAt(observation, link.context === '' ? link.text : link.context),
    date: newest,
    body: bodyIn(text, scene),
  };
};

/** Dated documents of several bodies, as the links to them tell: files and no news. */
export const documents: SignReader = ({ least = 1, bodies = 1, within }, scene) => {
  const found = new Map<string, ToldDocument>();
  for (const page of scene.pages) {
    for (const link of page.page.links) {
      if (!found.has(link.url) && isDocument(link.url, scene)) found.set(link.url, toldOf(link, page, scene));
    }
  }
  const dated = [...found.values()].filter(({ date }) => date !== null);
  const named = dated.filter(({ body }) => body !== null);
  const kinds = new Set(named.map(({ body }) => body));
  const newest =
    dated
      .map(({ date }) => date ?? '')
      .sort()
      .at(-1) ?? '';
  const isFresh = within === undefined || newest >= monthsBefore(scene.asOf, within);
  if (named.length >= least && kinds.size >= bodies && isFresh) {
    const first = [...kinds].flatMap((kind) => named.find(({ body }) => body === kind) ?? []);
    return shownAt(...first.slice(0, least).map(({ where }) => where));
  }
  // As many documents are there, and what they lack may only not have been understood.
  const [example] = found.values();
  return found.size >= least && example !== undefined ? { ...nothing, doubt: example.where.url } : nothing;
};
