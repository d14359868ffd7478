import type { Day } from '../model/basics.ts';
import type { Column, Inspection } from '../model/inspection.ts';
import type { DatedFact } from '../model/observation.ts';
import type { DatasetRecord } from '../model/records.ts';
import { evened } from '../text/fold.ts';
import type { DateReader, Expression } from '../time/expression.ts';
import { monthFinder } from '../time/months.ts';
import { spanning } from '../time/period.ts';
import { dateText, readDates } from '../time/running-text.ts';
import { decoded } from '../web/address.ts';
import { headerValue } from '../web/headers.ts';
import { offersOfPage } from './offers.ts';
import type { View } from './seen.ts';
import { holds, phrasesOf } from './words.ts';

/** How far from a word that dates (`as of`) its date may stand, in characters. */
const reach = 40;

/** Dates near words of one meaning that are looked at. */
const mostNear = 50;

/** Facts of one method that are kept: the newest of different days, enough to see a series. */
const perMethod = 8;

interface Dating {
  readonly view: View;
  readonly reader: DateReader;
}

const doubtOf = ({ view, reader }: Dating, { from, to, ambiguous }: Span): string | null => {
  if (reader.words.placeholders.includes(to)) return 'placeholder';
  if (view.seenOn !== null && (from ?? to) > view.seenOn) return 'in-the-future';
  return ambiguous === true ? 'ambiguous-order' : null;
};

type Kind = Pick<DatedFact, 'of' | 'method'>;

type Span = Pick<DatedFact, 'from' | 'to' | 'quote'> & { readonly ambiguous?: boolean };

const factOf = (dating: Dating, kind: Kind, one: Span): DatedFact => ({
  ...kind,
  from: one.from,
  to: one.to,
  quote: one.quote.slice(0, 160),
  doubt: doubtOf(dating, one),
});

const newest = (facts: readonly DatedFact[]): readonly DatedFact[] => {
  const sorted = [...facts].sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0));
  return sorted.filter((fact, i) => fact.to !== sorted[i - 1]?.to).slice(0, perMethod);
};

/** All dates of short texts such as titles and names of files; each quotes the text it stands in. */
const inTitles = (dating: Dating, kind: Kind, texts: readonly string[]): readonly DatedFact[] =>
  newest(
    texts.flatMap((text) =>
      readDates(dateText(text), dating.reader).map((one) =>
        factOf(dating, kind, { ...one, quote: text.trim() || one.quote }),
      ),
    ),
  );

interface ReadText {
  readonly text: string;
  readonly dates: readonly Expression[];
}

const readText = (dating: Dating, text: string): ReadText => {
  const prepared = dateText(text);
  return { text: prepared, dates: readDates(prepared, dating.reader) };
};

/** Dates that follow, or in some languages precede, words of a meaning within reach. */
const near = (dating: Dating, kind: Kind, meaning: string, { text, dates }: ReadText): readonly DatedFact[] => {
  const facts: DatedFact[] = [];
  const isBehind = meaning === 'as-of-behind';
  for (const { at, length } of phrasesOf(dating.view.words, meaning).places(text)) {
    const end = at + length;
    const hit = dates.find((one) => (isBehind ? isRightBefore(one, at) : isAfter(one, end, text)));
    if (hit === undefined) continue;
    const quote = text.slice(Math.min(at, hit.at), Math.max(end, hit.at + hit.quote.length));
    facts.push(factOf(dating, kind, { ...hit, quote }));
    if (facts.length === mostNear) break;
  }
  return newest(facts);
};

const isAfter = (one: Expression, end: number, text: string): boolean =>
  one.at >= end && one.at - end <= reach && !/[.!?]\s/.test(text.slice(end, one.at));

/** `平成29年7月9日現在`: the word stands right behind its date. */
const isRightBefore = (one: Expression, at: number): boolean => {
  const end = one.at + one.quote.length;
  return end <= at && at - end <= 2;
};

/** The name of a file as words and dates: `companies-2026-11.csv` is `companies 2026-11`. */
const nameOf = (url: string): string =>
  decoded(
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '',
  )
    .replace(/(?:\.[a-z][a-z0-9]{0,7}){1,2}$/i, '')
    .replaceAll(/[_+]+|(?<=\p{L})[-.]+|[-.]+(?=\p{L})/gu, ' ');

const ofRecord = (dating: Dating, record: DatasetRecord): readonly DatedFact[] => {
  const { temporal, modified, issued, distributions } = record;
  const day = (of: DatedFact['of'], method: string, value: Day | null): readonly DatedFact[] =>
    value === null ? [] : [factOf(dating, { of, method }, { from: null, to: value, quote: value })];
  const span =
    temporal === null || temporal.to === null
      ? []
      : [
          factOf(
            dating,
            { of: 'data', method: 'coverage' },
            { from: temporal.from ?? temporal.to, to: temporal.to, quote: `${temporal.from ?? ''}/${temporal.to}` },
          ),
        ];
  return [
    ...span,
    ...day('metadata', 'modified', modified),
    ...day('metadata', 'issued', issued),
    ...newest(distributions.flatMap((one) => day('metadata', 'file-modified', one.modified))),
    ...inTitles(dating, { of: 'data', method: 'edition' }, [record.title]),
    ...inTitles(
      dating,
      { of: 'data', method: 'title' },
      distributions.slice(0, 400).map(({ title, description }) => `${title} ${description.slice(0, 80)}`),
    ),
    ...inTitles(
      dating,
      { of: 'data', method: 'file-name' },
      distributions.slice(0, 400).map(({ url }) => nameOf(url)),
    ),
  ];
};

const ofPage = (dating: Dating): readonly DatedFact[] => {
  const { page, text } = dating.view;
  if (page === null) return [];
  const main = readText(dating, text);
  const files = offersOfPage(dating.view).slice(0, 1_000);
  const meta = page.meta.filter(({ name }) =>
    /(?:modified|updated|dcterms\.(?:modified|date|issued)|published_time|last-modified)/i.test(name),
  );
  return [
    ...inTitles(
      dating,
      { of: 'data', method: 'file-name' },
      files.map(({ url }) => nameOf(url)),
    ),
    ...inTitles(
      dating,
      { of: 'data', method: 'title' },
      files.filter(({ isDocumentation }) => !isDocumentation).map(({ title }) => title.slice(0, 120)),
    ),
    ...inTitles(dating, { of: 'data', method: 'edition' }, [page.title, ...page.headings.slice(0, 2)]),
    ...near(dating, { of: 'data', method: 'as-of' }, 'as-of', main),
    ...near(dating, { of: 'data', method: 'as-of' }, 'as-of-behind', main),
    ...near(dating, { of: 'data', method: 'data-updated' }, 'data-updated', main),
    ...near(dating, { of: 'page', method: 'page-text' }, 'updated', main),
    ...near(dating, { of: 'page', method: 'page-text' }, 'updated', readText(dating, page.footer.slice(0, 4_000))),
    ...inTitles(
      dating,
      { of: 'page', method: 'meta' },
      meta.map(({ content }) => content.slice(0, 60)),
    ),
  ];
};

const isOfALife = ({ name }: Column, { words }: View): boolean =>
  holds(words, 'life-date', evened(name.replaceAll(/[_./-]+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ')));

const datedColumns = ({ tables, members }: Inspection): readonly Column[] => [
  ...tables.flatMap(({ columns }) => columns.filter(({ dates }) => dates !== null)),
  ...members.flatMap(({ inspection }) => (inspection === null ? [] : datedColumns(inspection))),
];

/**
 * The period of the values. Where each column of dates is of the lives of what the rows are about (born, founded,
 * registered), the newest only shows that the data is no older: a register of old companies may be of today.
 */
const ofValues = (dating: Dating): readonly DatedFact[] => {
  const { inspection } = dating.view;
  if (inspection.period === null) return [];
  const columns = datedColumns(inspection);
  const others = columns.filter((column) => !isOfALife(column, dating.view)).flatMap(({ dates }) => dates ?? []);
  const isOfLives = columns.length > 0 && others.length === 0;
  const period = others.length === columns.length ? inspection.period : (spanning(others) ?? inspection.period);
  const quote = `${period.from}/${period.to}`;
  return [factOf(dating, { of: 'data', method: isOfLives ? 'life-dates' : 'values' }, { ...period, quote })];
};

/** Titles and notes above and below the rows speak of the data; the values themselves best of all. */
const ofFile = (dating: Dating): readonly DatedFact[] => {
  const { inspection, page, finalUrl } = dating.view;
  const period = ofValues(dating);
  if (page !== null) return period;
  const lines = inspection.tables.slice(0, 10).flatMap(({ titles, footers }) => [...titles, ...footers]);
  return [
    ...period,
    ...inTitles(
      dating,
      { of: 'data', method: 'title' },
      lines.slice(0, 40).map((line) => line.slice(0, 300)),
    ),
    ...inTitles(dating, { of: 'data', method: 'file-name' }, [nameOf(finalUrl)]),
  ];
};

const ofServer = (dating: Dating): readonly DatedFact[] => {
  const value = headerValue(dating.view.headers, 'last-modified');
  const [first] = value === null ? [] : readDates(dateText(value), dating.reader);
  return first === undefined
    ? []
    : [factOf(dating, { of: 'server', method: 'last-modified' }, { ...first, quote: value ?? '' })];
};

/**
 * Every date that was found, with what it is a date of: of the data (its values, its coverage, the edition in its title,
 * titles and names of its files, an `as of`), of the record, of the page or of the server's copy. A date in the future, a placeholder and one of two
 * readings are kept, with the doubt.
 */
export const datesOf = (view: View): readonly DatedFact[] => {
  if (view.status >= 400) return [];
  const dating: Dating = {
    view,
    reader: { words: view.dateWords, monthOf: monthFinder(view.dateWords, view.inspection.language) },
  };
  const { subject } = view;
  return [
    ...(subject === null ? ofFile(dating) : ofRecord(dating, subject)),
    // A record inside a page that gives no date takes away nothing of what the page shows.
    ...(subject === null || view.page !== null ? ofPage(dating) : []),
    ...ofServer(dating),
  ];
};
