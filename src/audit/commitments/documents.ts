import type { DocumentSearch, FoundDocument } from '../../commitments/milestones.ts';
import type { Day } from '../../model/basics.ts';
import type { PromisedMilestone } from '../../model/commitments.ts';
import type { SeenAt } from '../../model/commitments-report.ts';
import type { WalkedSite } from '../../model/functions.ts';
import type { Link } from '../../model/inspection.ts';
import { arrivedWell, type Observation } from '../../model/observation.ts';
import { evened } from '../../text/fold.ts';
import { compile, type Phrases } from '../../text/phrases.ts';
import { monthFinder } from '../../time/months.ts';
import { dateText, readDates } from '../../time/running-text.ts';
import { decoded, fileName } from '../../web/address.ts';
import { isPageFormat, openFormats, promiseOf } from '../../web/formats.ts';
import type { AuditContext } from '../context.ts';
import type { PlanLook } from './look.ts';

/* Documents that milestones leave: found by their words on the sites of those responsible, and dated by what they say themselves. */

type Words = PromisedMilestone['words'];

/** Words of one language, each of which must be there. */
type WordSets = readonly (readonly Phrases[])[];

const setsOf = (words: Words): WordSets =>
  Object.values(words ?? {}).map((list) => list.map((one) => compile([one], { spelling: evened, edges: 'alphabets' })));

const hasAll = (text: string, sets: WordSets): boolean => {
  const even = evened(text);
  return sets.some((set) => set.every((phrases) => phrases.first(even) !== null));
};

/** Does a text speak of any of some milestones? */
export const wantedBy = (milestones: readonly PromisedMilestone[]): ((text: string) => boolean) => {
  const phrases = compile(
    milestones.flatMap(({ words }) => Object.values(words ?? {}).flat()),
    { spelling: evened, edges: 'alphabets' },
  );
  return (text) => phrases.first(evened(text)) !== null;
};

/** Documents of a milestone that are opened for their date. */
const mostOpened = 2;

/** Characters at the beginning of a document in which its own date stands. */
const beginning = 3_000;

const textOf = ({ text, context, line }: Link): string =>
  [text, context, line?.before ?? '', line?.after ?? ''].join(' · ');

const nameOf = (url: string): string => decoded(fileName(url)).replace(/[_+-]+/g, ' ');

/** The first date of a text that tells at least its month. */
const dateIn = (text: string, { inspection }: Pick<Observation, 'inspection'>, context: AuditContext): Day | null => {
  const { dates } = context.data;
  const reader = { words: dates, monthOf: monthFinder(dates, inspection?.language ?? null) };
  const found = readDates(dateText(text), reader).find(({ from, to }) => from.slice(0, 7) === to.slice(0, 7));
  return found?.to ?? null;
};

/** The date that a page or file carries: of its title and head, else of its first lines. What a server says is none of its own. */
const ownDate = (observation: Observation, context: AuditContext): Day | null => {
  const { inspection, dates } = observation;
  const titled = dates.find(({ of, method, doubt }) => doubt === null && of === 'page' && method === 'meta');
  const lines = inspection?.page?.text ?? inspection?.text ?? '';
  const title = `${inspection?.page?.title ?? ''} ${nameOf(observation.finalUrl)}`;
  return dateIn(title, observation, context) ?? titled?.to ?? dateIn(lines.slice(0, beginning), observation, context);
};

const seen = ({ evidence, finalUrl }: Observation, quote: string): SeenAt => ({
  evidence,
  url: finalUrl,
  quote: quote.replace(/\s+/g, ' ').trim().slice(0, 240),
});

/** Bytes of one document; of a longer one the beginning is enough, where its date stands. */
const bytesPerDocument = 16 * 1024 * 1024;

/** A page of the site whose title or headings have the words: the document itself. */
const asPage = (observation: Observation, sets: WordSets, context: AuditContext): readonly FoundDocument[] => {
  const page = observation.inspection?.page ?? null;
  if (page === null || !arrivedWell(observation)) return [];
  const heads = [page.title, ...page.headings.slice(0, 3)].join(' · ');
  return hasAll(heads, sets)
    ? [{ where: seen(observation, page.title || heads), date: ownDate(observation, context) }]
    : [];
};

/**
 * What is found of one milestone on sites that were walked; documents that links name are opened for their date. A document of the sites that nobody
 * opened leaves a gap.
 */
export const searchDocuments = async (
  milestone: PromisedMilestone,
  sites: readonly WalkedSite[],
  look: PlanLook,
): Promise<DocumentSearch> => {
  const { context } = look;
  const formats = openFormats(context.data.formats.formats);
  const sets = setsOf(milestone.words);
  const found: FoundDocument[] = [];
  const pages = sites.flatMap((site) => site.seen);
  const tried = new Set<string>();
  const gaps: { url: string; because: string; where: readonly SeenAt[] }[] = sites.flatMap((site) =>
    site.gaps.map(({ evidence, url, because }) => ({
      ...{ url, because },
      where: evidence === null ? [] : [{ evidence, url, quote: because }],
    })),
  );
  for (const observation of pages) {
    found.push(...asPage(observation, sets, context));
    for (const link of observation.inspection?.page?.links ?? []) {
      const format = formats.ofAddress(link.url);
      if (format === null || isPageFormat(format) || tried.has(link.url)) continue;
      if (!hasAll(`${textOf(link)} · ${nameOf(link.url)}`, sets)) continue;
      const where = seen(observation, link.text || nameOf(link.url));
      const told = dateIn(`${textOf(link)} ${nameOf(link.url)}`, observation, context);
      if (tried.size >= mostOpened) {
        // Its date may stand in it, and was not looked for.
        if (told === null) gaps.push({ url: link.url, because: 'a document that was not opened', where: [where] });
        else found.push({ where, date: told });
        continue;
      }
      tried.add(link.url);
      const opened = await look.open(
        { url: link.url, maxBytes: bytesPerDocument },
        { role: 'documentation', via: observation.evidence },
      );
      if (arrivedWell(opened))
        found.push({
          where: { ...where, url: link.url, evidence: opened.evidence },
          date: told ?? ownDate(opened, context),
        });
      else if (opened.outcome.kind !== 'arrived')
        gaps.push({ url: link.url, because: opened.outcome.kind, where: [where] });
    }
  }
  const opened = new Set(look.opened().map(({ url }) => url));
  const left = pages.flatMap((observation) =>
    (observation.inspection?.page?.links ?? []).flatMap(({ url, text }) =>
      promiseOf(formats.ofAddress(url)) === 'document' && !opened.has(url) ? [{ url, text, observation }] : [],
    ),
  );
  // It may be one of them by another name.
  for (const { url, text, observation } of left.slice(0, 1)) {
    gaps.push({ url, because: 'a document that was not opened', where: [seen(observation, text || nameOf(url))] });
  }
  const read = pages.filter(arrivedWell).map((one) => seen(one, one.inspection?.page?.title ?? one.finalUrl));
  return { sites: milestone.where ?? [], gaps, found, read: read.slice(0, 5) };
};
