import type { Day } from '../model/basics.ts';
import type { DateWords } from '../model/dates.ts';
import type { Header, Hop } from '../model/exchange.ts';
import type { Inspection, Page, Table } from '../model/inspection.ts';
import type { Sign } from '../model/observation.ts';
import type { CatalogueReading, DatasetRecord } from '../model/records.ts';
import type { ReplyKind } from '../model/reply-kinds.ts';
import { evened } from '../text/fold.ts';
import { decoded } from '../web/address.ts';
import type { FormatRegistry } from '../web/formats.ts';
import { rowsOf } from './rows.ts';
import { subjectOf } from './subject.ts';
import type { PageWords } from './words.ts';

/** What arrived at an address, and the words to understand it by. */
export interface ReplyInput {
  readonly url: string;
  readonly finalUrl: string;
  readonly hops: readonly Hop[];
  readonly status: number;
  readonly headers: readonly Header[];
  readonly inspection: Inspection;
  readonly reading: CatalogueReading | null;
  readonly role: 'landing-page' | 'data-file' | 'api' | 'licence' | 'documentation';
  /** The day it was captured, as far as that is known. */
  readonly seenOn: Day | null;
  /** Its scripts drew it, and it shows all that they made of it: what is not there will not come. Not by default. */
  readonly isDrawn?: boolean;
  readonly words: PageWords;
  readonly formats: FormatRegistry;
  readonly dateWords: DateWords;
}

/** The same, with what several readers need of it made once. Texts are normalised and bounded. */
export interface View extends ReplyInput {
  readonly page: Page | null;
  /** The dataset that a catalogue's answer is about; null where it is no catalogue's. */
  readonly subject: DatasetRecord | null;
  readonly title: string;
  readonly headings: string;
  /** The main part, at most 60,000 characters. */
  readonly text: string;
  readonly host: string;
  /** Path in lower case, decoded where that is possible. */
  readonly path: string;
  /** Rows of data that a page shows or a file holds, null where there are none. */
  readonly rows: Table | null;
}

const maxText = 60_000;

/** An address in its parts; a broken one has none. */
export const partsOf = (url: string): { readonly host: string; readonly path: string } => {
  if (!URL.canParse(url)) return { host: '', path: '' };
  const { hostname, pathname } = new URL(url);
  return { host: hostname, path: decoded(pathname).toLowerCase() };
};

/** Prepares what was seen for the readers of kinds, signs and dates: once for each reply. */
export const viewOf = (seen: ReplyInput): View => {
  const { inspection, reading, finalUrl } = seen;
  const { page } = inspection;
  return {
    ...seen,
    ...partsOf(finalUrl),
    page,
    subject: subjectOf(reading, finalUrl),
    title: evened(page?.title ?? ''),
    headings: evened((page?.headings ?? []).slice(0, 40).join(' · ')),
    text: evened((page?.text ?? inspection.text).slice(0, maxText)),
    rows: rowsOf(inspection),
  };
};

/** One kind of page and the signs that tell it. An empty list means: it is not that. */
export interface KindReader {
  readonly kind: ReplyKind;
  readonly signsOf: (view: View) => readonly Sign[];
}

/** A sign where there is something to quote. */
export const signWhere = (code: string, quote: string | null | undefined | false): readonly Sign[] =>
  quote === null || quote === undefined || quote === false || quote === ''
    ? []
    : [{ code, quote: quote.slice(0, 240) }];
