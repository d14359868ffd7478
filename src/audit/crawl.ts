import { type Unopened, unknownAddress } from '../model/coverage.ts';
import { defectsBehind } from '../model/defect.ts';
import { arrivedWell, type Observation } from '../model/observation.ts';
import { type Candidate, isLead, isOfPart } from '../model/records.ts';
import { isBarrier } from '../model/reply-kinds.ts';
import { siteOf, withoutFragment } from '../web/address.ts';
import { analyse } from './analyse.ts';
import type { AuditContext } from './context.ts';
import { type Group, observationsOf } from './dataset/group.ts';
import { asDrawn } from './draw.ts';
import { entryOf, type FrontierEntry, openOrder } from './frontier.ts';
import { type FileLink, type OutgoingLinks, outgoingLinks } from './links.ts';
import { openComparison } from './stand-in.ts';

/** How far one review looks. Counts, so that the same archive is always walked the same way. */
export interface CrawlLimits {
  /** Candidates that are opened. */
  readonly candidates: number;
  /** Candidates besides, while requests are left for the files of the dataset. */
  readonly moreCandidates: number;
  /** Requests that are kept for the files of the dataset. */
  readonly reserve: number;
  /** Files of one candidate that are opened. */
  readonly files: number;
  /** Files besides, of what seems to be the dataset and does not show all that is asked for. */
  readonly moreFiles: number;
  /** Pages of one page that are worth a request; one that links to hundreds is read by its best. */
  readonly pages: number;
  /** Terms pages of one candidate that are opened. */
  readonly terms: number;
  /** Links from a named address to a followed page. */
  readonly depth: number;
  /** Bytes of one file; what is longer is seen in part. */
  readonly bytesPerFile: number;
}

export const defaultLimits: CrawlLimits = {
  candidates: 14,
  moreCandidates: 14,
  reserve: 15,
  files: 5,
  moreFiles: 20,
  pages: 6,
  terms: 2,
  depth: 3,
  bytesPerFile: 16 * 1024 * 1024,
};

/** Datasets of which all files are opened before anything else is: one, or one with many files uses up what others need. */
const mostCompletedAtOnce = 1;

/** A page behind a label that promised data costs no request any more, and comes before what only speaks of the subject. */
const scoreOfPromise = 1_000;

/** Everything that was looked at. */
export interface Crawled {
  readonly groups: readonly Group[];
  /** What promised something and was not opened. */
  readonly unopened: readonly Unopened[];
}

/** An address without its protocol, `www.` and fragment. */
const siteKey = (url: string): string => {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return siteOf(url) + pathname + search;
};

/** The first of a list, and what is left of it. */
const cut = <T>(list: readonly T[], most: number): readonly [readonly T[], readonly T[]] => [
  list.slice(0, most),
  list.slice(most),
];

/**
 * What is of a part of the country is looked at only where nothing else shows data: it answers for its part alone, which its
 * record tells unopened.
 */
const isNeedless = ({ candidate }: FrontierEntry, groups: readonly Group[]): boolean =>
  candidate !== null && isOfPart(candidate.level) && groups.some(isOfWhole);

const isHtml = ({ inspection }: Observation): boolean => (inspection?.page ?? null) !== null;

const isOfWhole = (group: Group): boolean =>
  !isOfPart(group.root.provenance.level) && observationsOf(group).some(({ kind }) => kind === 'data');

/** Of what an old list named, only what shows that it is official counts: the list does not know whose an address is by now. */
const isUnvouched = ({ candidate }: FrontierEntry, { official }: Observation): boolean =>
  candidate !== null && isLead(candidate) && official.verdict !== 'official';

/** What is known on the way, and what more may be found. */
export interface CrawlGuide {
  /** Addresses that were not proposed and that catalogues tell something of all the same. */
  readonly described?: readonly Candidate[];
  /** Does what was opened answer the question, so that nothing else need be asked for? */
  readonly isEnough?: (groups: readonly Group[], waiting: readonly FrontierEntry[]) => boolean;
  /** Does one group seem to be what is looked for, so that its other files come before all that waits? */
  readonly isWorthMore?: (group: Group, groups: readonly Group[]) => boolean;
  /** Of what was opened, what the other files should be opened of: what a country has may be in one file for each part of it. */
  readonly lacking?: (groups: readonly Group[]) => readonly Group[];
  /** Of what was opened then, what else should be read whole, while requests are left. */
  readonly unread?: (groups: readonly Group[]) => readonly Group[];
  /** Proposals of the catalogue behind a page that was opened. */
  readonly meet?: (root: Observation) => Promise<readonly Candidate[]>;
}

/**
 * Opens candidates best first, what hangs on each of them, and the pages they point at, until nothing promising or no
 * allowance is left. The order depends on the replies alone, never on which of them came first.
 */
export const crawl = async (
  entries: readonly FrontierEntry[],
  context: AuditContext,
  {
    described = [],
    meet = async () => [],
    isEnough = () => false,
    isWorthMore = () => false,
    lacking = () => [],
    unread = () => [],
  }: CrawlGuide = {},
  limits: CrawlLimits = defaultLimits,
): Promise<Crawled> => {
  const frontier: FrontierEntry[] = [...entries];
  const opened = new Set<string>();
  // With and without `www.`, by either protocol, an address is the same to a reader; a link to what was given at one is not
  // followed to the other. A proposal is, since its catalogue tells more of it.
  const answered = new Set<string>();
  // A page that is linked is opened as the candidate that it is, with what its catalogue says of it.
  const proposed = new Set(entries.map(({ url }) => withoutFragment(url)));
  const known = new Map(described.map((candidate) => [candidate.url, candidate]));
  const groups: Group[] = [];
  const left: Unopened[] = [];
  const passed: FrontierEntry[] = [];
  let completed = 0;
  /** Files of a root that were left, and as what it was opened. */
  const kept = new Map<Observation, { readonly files: readonly FileLink[]; readonly entry: FrontierEntry }>();

  const look = async (entry: FrontierEntry): Promise<Observation> => {
    opened.add(withoutFragment(entry.url));
    const evidence = await context.evidence.ask({ url: entry.url, maxBytes: limits.bytesPerFile });
    const { reply } = evidence.exchange;
    if (reply.kind === 'arrived' && reply.status < 400) answered.add(siteKey(entry.url));
    return analyse(evidence, entry, context);
  };

  const compared = openComparison(context);

  /** What came of a look, as its scripts draw it and held against what its host answers where there is nothing. */
  const settled = async (seen: Observation, entry: FrontierEntry): Promise<Observation> =>
    compared(await asDrawn(seen, entry, context), entry);

  const open = async (entry: FrontierEntry): Promise<Observation> => settled(await look(entry), entry);

  const isDone = (url: string): boolean => opened.has(withoutFragment(url)) || answered.has(siteKey(url));

  const openAll = async (
    links: readonly (Pick<FileLink, 'url' | 'isDeclared'> & Pick<FrontierEntry, 'role'>)[],
    root: Observation,
    entry: FrontierEntry,
  ): Promise<readonly Observation[]> => {
    const entries = links.map(
      ({ url, role, isDeclared }): FrontierEntry => ({
        ...{ ...entry, url, role, depth: entry.depth + 1, via: isDeclared ? null : root.evidence },
      }),
    );
    const looks = await Promise.all(entries.map(async (one) => ({ one, seen: await look(one) })));
    const seen: Observation[] = [];
    // One after another, and when nothing else is asked: what this costs is counted the same in a replay.
    for (const { one, seen: before } of looks) seen.push(await settled(before, one));
    return seen;
  };

  const attach = async (
    root: Observation,
    entry: FrontierEntry,
    { files, terms }: OutgoingLinks,
  ): Promise<readonly Observation[]> => {
    const isNew = ({ url }: { readonly url: string }): boolean => !isDone(url);
    const termsPages = terms.map((url) => ({ url, role: 'licence' as const, isDeclared: false }));
    const [wantedFiles, moreFiles] = cut(files.filter(isNew), limits.files);
    const [wantedTerms, moreTerms] = cut(termsPages.filter(isNew), limits.terms);
    left.push(...[...moreFiles, ...moreTerms].map(({ url, role }) => ({ url, role, via: root.evidence })));
    kept.set(root, { files: moreFiles, entry });
    return openAll([...wantedFiles, ...wantedTerms], root, entry);
  };

  /** What hangs on a page, and what came as a page where only a label promised data: that one leads to data or to nothing. */
  const asMembers = (
    members: readonly Observation[],
    { files }: OutgoingLinks,
  ): readonly [readonly Observation[], readonly Observation[]] => {
    const byLabel = new Set(files.filter(({ isByLabel = false }) => isByLabel).map(({ url }) => url));
    const isPage = (one: Observation): boolean =>
      byLabel.has(one.url) && arrivedWell(one) && !isBarrier(one.kind) && one.kind !== 'data' && isHtml(one);
    return [members.filter((one) => !isPage(one)), members.filter(isPage)];
  };

  /** Opens more files of what seems to be the dataset, where it lacks something that they may show. */
  const complete = async (group: Group): Promise<void> => {
    const { files, entry } = kept.get(group.root) ?? { files: [], entry: null };
    if (entry === null) return;
    const more = files.filter(({ url }) => !isDone(url)).slice(0, limits.moreFiles);
    const members = [...group.members, ...(await openAll(more, group.root, entry))];
    groups[groups.indexOf(group)] = { root: group.root, members };
  };

  const filesLeft = ({ root }: Group): number => (kept.get(root)?.files ?? []).filter(({ url }) => !isDone(url)).length;

  /** Where it cannot be told where a reply leads, something was left unopened. */
  const linksOf = (root: Observation, { candidate }: FrontierEntry): OutgoingLinks => {
    try {
      return outgoingLinks(root, candidate?.record ?? null, context);
    } catch (error) {
      for (const defect of defectsBehind(error, { stage: 'analysis', name: root.url })) context.defects.report(defect);
      left.push({ url: unknownAddress, role: 'data-file', via: root.evidence });
      return { files: [], terms: [], pages: [] };
    }
  };

  const isOver = (): boolean =>
    groups.length >= limits.candidates + limits.moreCandidates ||
    (groups.length >= limits.candidates && context.evidence.left() < limits.reserve);

  const next = openOrder();
  while (!isOver()) {
    const entry = next(frontier);
    if (entry === undefined) break;
    frontier.splice(frontier.indexOf(entry), 1);
    if (entry.candidate === null ? isDone(entry.url) : opened.has(withoutFragment(entry.url))) continue;
    if (isNeedless(entry, groups)) {
      passed.push(entry);
      continue;
    }
    const root = await open(entry);
    if (isUnvouched(entry, root)) continue;
    const links = linksOf(root, entry);
    const [members, pages] = asMembers(await attach(root, entry, links), links);
    const group = { root, members };
    groups.push(group);
    if (completed < mostCompletedAtOnce && isWorthMore(group, groups)) {
      completed += 1;
      await complete(group);
    }
    const [wanted, more] = cut(
      links.pages.filter(({ url }) => !proposed.has(withoutFragment(url))),
      entry.depth < limits.depth ? limits.pages : 0,
    );
    left.push(...more.map(({ url }) => ({ url, role: 'landing-page' as const, via: root.evidence })));
    const met = await meet(root);
    for (const { url } of met) proposed.add(withoutFragment(url));
    const depth = entry.depth + 1;
    for (const { url } of pages) {
      opened.delete(withoutFragment(url));
      answered.delete(siteKey(url));
    }
    frontier.push(
      ...met.map(entryOf),
      ...(depth <= limits.depth ? pages : []).map(
        ({ url }): FrontierEntry => ({
          ...{ url, role: 'landing-page', score: scoreOfPromise, depth, candidate: null, via: root.evidence },
        }),
      ),
      ...wanted.map(({ url, score }): FrontierEntry => {
        const candidate = known.get(withoutFragment(url)) ?? null;
        return {
          ...{ url, score: Math.min(score, candidate?.score ?? score), role: 'landing-page' },
          ...{ depth, candidate, via: root.evidence },
        };
      }),
    );
    if (isEnough(groups, frontier)) break;
  }
  for (const group of lacking(groups)) await complete(group);
  for (const group of unread(groups)) if (filesLeft(group) <= context.evidence.left()) await complete(group);
  left.push(...[...passed, ...frontier].map(({ url, role, via }) => ({ url, role, via })));
  // Terms that were opened as something else were not read as terms.
  const isLeft = ({ url, role }: Unopened): boolean => role === 'licence' || !isDone(url);
  return { groups, unopened: left.filter(isLeft) };
};
