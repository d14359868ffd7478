import type { FetchRequest } from '../../model/exchange.ts';
import type { Page } from '../../model/inspection.ts';
import type { PortalEvidence, Probe } from '../../model/survey.ts';
import { dcatLists } from '../../web/apis.ts';
import { read, stateOfExchange } from './answer.ts';
import type { SurveyRun } from './context.ts';
import type { PortalAnswer } from './log.ts';
import type { OpenedPortal, PortalOpening } from './open.ts';

/* What the portal offers besides its datasets: the whole catalogue at once, a feed, a contact; and whether programs may ask. */

/** Bytes of a catalogue in one file that are read to tell what it is. */
const mostOfBulk = 2 * 1024 * 1024;

/** Known addresses of a whole catalogue that are tried beside the software's own. */
const mostLists = 2;

const probe = (id: string, outcome: Probe['outcome'], because: string, answers: readonly PortalAnswer[]): Probe => ({
  ...{ id, outcome, because },
  evidence: answers.map((answer) => answer.id),
});

/** Questions to the interface: an answer in its own words is one, whatever it says. */
export const apiProbes = (
  answers: readonly { readonly answer: PortalAnswer; readonly state: string }[],
): readonly Probe[] =>
  answers.map(({ answer, state }) => {
    const { reply } = answer.exchange;
    if (reply.kind === 'refused') return probe('api', 'not-asked', reply.reason, [answer]);
    const outcome = state === 'failed' ? 'no' : state === 'silent' ? 'unseen' : 'yes';
    const because =
      reply.kind === 'arrived' ? `http-${reply.status}` : reply.kind === 'lost' ? reply.reason : reply.kind;
    return probe('api', outcome, because, [answer]);
  });

/** The beginning of a list in DCAT. */
const looksLikeDcat = /ns\/dcat#|dcat:(?:Catalog|Dataset)|project-open-data\.cio\.gov|"dataset"\s*:\s*\[/;

const bulkAt = async (request: FetchRequest, total: number | null, run: SurveyRun): Promise<Probe> => {
  const answer = await run.log.ask({ maxBytes: mostOfBulk, ...request });
  const { url } = answer.exchange;
  const state = stateOfExchange(answer.exchange);
  const { reply } = answer.exchange;
  if (reply.kind !== 'arrived' || state === 'failed' || state === 'silent')
    return probe('bulk-catalogue', 'unseen', `${url} could not be seen`, [answer]);
  if (state === 'other') {
    const isGone = reply.status === 404 || reply.status === 410;
    return probe('bulk-catalogue', isGone ? 'no' : 'unseen', `${url} answered ${reply.status}`, [answer]);
  }
  const found = await read(answer, run.data, run.defects.report);
  const reading = found?.reading ?? null;
  if (reading?.kind === 'catalogue') {
    const isWhole =
      reading.total !== null || (total !== null && reading.next === null && reading.datasets.length >= total);
    const what = isWhole
      ? `${url} is a list of all datasets`
      : `${url} is a list of ${reading.datasets.length} datasets`;
    return probe('bulk-catalogue', isWhole ? 'yes' : 'unseen', what, [answer]);
  }
  const head = new TextDecoder('utf-8').decode(reply.body.subarray(0, 65_536));
  return looksLikeDcat.test(head)
    ? probe('bulk-catalogue', 'unseen', `${url} begins as a list of datasets, and was not read to its end`, [answer])
    : probe('bulk-catalogue', 'no', `${url} is no list of datasets`, [answer]);
};

/** Addresses of a whole catalogue that the front page names. */
const namedLists = (page: Page | null): readonly string[] => [
  ...(page?.alternates ?? []).filter(({ mediaType }) => isCatalogueType.test(mediaType)).map(({ url }) => url),
  ...(page?.links ?? []).map(({ url }) => url).filter((url) => isCatalogueFile.test(url)),
];

const isCatalogueType = /^(?:text\/turtle|application\/(?:rdf\+xml|ld\+json|n-triples))$/;
const isCatalogueFile = /\/(?:catalog(?:ue)?\.(?:rdf|ttl|jsonld|xml)|data\.json)$/i;

const bulkProbes = async (
  { opened, front }: PortalOpening,
  portal: string,
  run: SurveyRun,
): Promise<readonly Probe[]> => {
  if (opened !== null && opened.api.listing.kind !== 'pages')
    return [probe('bulk-catalogue', 'yes', `${opened.answer.exchange.url} lists all datasets`, [opened.answer])];
  const page = front?.page ?? null;
  const known = dcatLists({ url: portal, api: null, languages: [] }).slice(0, mostLists);
  const own = opened?.api.bulk ?? [];
  const others = [...new Set([...namedLists(page).slice(0, mostLists), ...known])].map((url) => ({ url }));
  const found: Probe[] = [];
  for (const request of [...own, ...others.filter(({ url }) => !own.some((one) => one.url === url))]) {
    const one = await bulkAt(request, opened?.facts.total ?? null, run);
    found.push(one);
    if (one.outcome === 'yes') return [one];
  }
  // Of a software that was not found out, or a page that was not read, it is not known where else one may stand.
  return opened !== null && isShown(page) ? found : found.map((one) => ({ ...one, outcome: 'unseen' }));
};

const isFeedType = /^application\/(?:rss|atom)\+xml$/;

/** Was the front page seen as people see it, so that what it does not link is not linked from it? */
const isShown = (page: Page | null): page is Page => page !== null && page.links.length > 0;

const feedProbes = async (
  opened: OpenedPortal | null,
  front: PortalOpening['front'],
  run: SurveyRun,
): Promise<readonly Probe[]> => {
  const named = front?.page?.alternates?.find(({ mediaType }) => isFeedType.test(mediaType));
  if (named !== undefined && front !== null)
    return [probe('feed', 'yes', `the front page names ${named.url}`, [front.answer])];
  const found: Probe[] = [];
  for (const request of opened?.api.feeds ?? []) {
    const answer = await run.log.ask({ maxBytes: mostOfBulk, ...request });
    const state = stateOfExchange(answer.exchange);
    const { reply, url } = answer.exchange;
    const text = reply.kind === 'arrived' ? new TextDecoder('utf-8').decode(reply.body.subarray(0, 4_096)) : '';
    const isFeed = state === 'answered' && /<(?:feed|rss|rdf:RDF)\b/.test(text);
    const isGone = reply.kind === 'arrived' && [404, 410].includes(reply.status) && isShown(front?.page ?? null);
    found.push(
      isFeed
        ? probe('feed', 'yes', `${url} is a feed`, [answer])
        : probe('feed', isGone ? 'no' : 'unseen', `${url} is no feed, and the front page names none`, [answer]),
    );
  }
  if (found.length > 0) return found;
  const seen = front === null ? [] : [front.answer];
  return [probe('feed', 'unseen', 'the front page names none', seen)];
};

/** Links of the front page that say what is looked for. */
const linkProbe = (id: string, front: PortalOpening['front'], says: (text: string) => boolean): Probe => {
  const page = front?.page ?? null;
  if (front === null || !isShown(page))
    return probe(id, 'unseen', 'the front page could not be read', front === null ? [] : [front.answer]);
  const link = page.links.find(({ text }) => says(text));
  return link === undefined
    ? probe(id, 'unseen', 'the front page links none that is known by its words', [front.answer])
    : probe(id, 'yes', `“${link.text.slice(0, 80)}” leads to ${link.url}`, [front.answer]);
};

/** A form that takes a message. */
const hasForm = (page: Page | null): boolean =>
  (page?.forms ?? []).some(({ fields }) => fields.some(({ type }) => type === 'textarea'));

const feedbackProbe = (front: PortalOpening['front'], run: SurveyRun): Probe =>
  front !== null && hasForm(front.page)
    ? probe('feedback', 'yes', 'the front page has a form', [front.answer])
    : linkProbe('feedback', front, run.data.fields.isFeedback);

/** Refused by a line of robots.txt that was read; trouble of its server is no statement. */
const isForbidden = ({ exchange: { reply } }: PortalAnswer): boolean =>
  reply.kind === 'refused' && reply.reason === 'robots' && /asks not to/.test(reply.detail);

/** May programs ask the interface? A file that is closed to them is told of that file alone. */
export const openToPrograms = (
  answers: readonly PortalAnswer[],
  log: readonly PortalEvidence[],
  hasOpened: boolean,
): readonly Probe[] => {
  const id = 'open-to-programs';
  const forbidden = answers.filter(isForbidden);
  if (forbidden.length > 0) {
    const detail = forbidden[0]?.exchange.reply.kind === 'refused' ? forbidden[0].exchange.reply.detail : '';
    return [probe(id, 'no', `${forbidden[0]?.exchange.url}: ${detail}`, forbidden)];
  }
  const walls = new Set(log.flatMap(({ id: entry, kind }) => (kind === 'captcha' ? entry : [])));
  const walled = answers.filter((answer) => walls.has(answer.id));
  const [first] = walled;
  if (first !== undefined)
    return [probe(id, 'no', `${first.exchange.url} answers with a challenge that only people can meet`, walled)];
  return [
    hasOpened
      ? probe(id, 'yes', 'the interface answers a program that names itself', answers.slice(0, 1))
      : probe(id, 'unseen', 'no interface was found', answers.slice(0, 3)),
  ];
};

/** Asks what the portal offers besides its datasets. */
export const probePortal = async (
  opening: PortalOpening,
  portal: string,
  run: SurveyRun,
): Promise<readonly Probe[]> => [
  ...(await bulkProbes(opening, portal, run)),
  ...(await feedProbes(opening.opened, opening.front, run)),
  feedbackProbe(opening.front, run),
  linkProbe('docs', opening.front, run.data.fields.isDocs),
];
