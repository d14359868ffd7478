import { officialness } from '../../discover/index.ts';
import type { Day } from '../../model/basics.ts';
import type { Place } from '../../model/data.ts';
import { type Defect, openDefects } from '../../model/defect.ts';
import type { Fetch } from '../../model/exchange.ts';
import type { PortalReport } from '../../model/portal.ts';
import type { FileLook, PortalSurvey, SurveyFacts, SurveyTopic, UnseenPart } from '../../model/survey.ts';
import { drawn, reportOf, stemOf } from '../../portal/index.ts';
import { comparable } from '../../text/fold.ts';
import { hostOf } from '../../web/address.ts';
import type { PortalAddress } from '../../web/apis.ts';
import type { Allowance } from '../evidence.ts';
import { type ToldFacts, tell } from './answer.ts';
import type { SurveyRun } from './context.ts';
import type { PortalData } from './data.ts';
import { openDigest } from './digest.ts';
import { lookAtFiles } from './files.ts';
import { type ListedCatalogue, listCatalogue } from './list.ts';
import { openPortalLog } from './log.ts';
import { openPortal, type PortalOpening } from './open.ts';
import { apiProbes, openToPrograms, probePortal } from './probes.ts';

/* The survey of a portal on one page: find its interface, count, list, look at files, ask what else it offers, judge. */

/** What a survey is about, and how much it may ask. */
export interface PortalRequest {
  readonly portal: PortalAddress & { readonly software: string | null; readonly owner: string | null };
  readonly place: Place | null;
  readonly asOf: Day;
  /** Files that are looked at; none where 0. */
  readonly files: number;
  readonly allowance: Allowance;
  /** Waits before what was in trouble is asked once more. */
  readonly secondLook: () => Promise<void>;
  readonly earlier: PortalReport | null;
  readonly tool: PortalReport['tool'];
}

/** A survey that was made. */
export interface SurveyDone {
  readonly report: PortalReport;
  /** Did anything at all arrive from the portal? */
  readonly hasArrived: boolean;
  readonly defects: readonly Defect[];
}

/** Requests that are kept for probes, beside those for files. */
const probesReserve = 8;

/** What all answers told, the first one of each. */
const joined = (facts: readonly SurveyFacts[]): SurveyFacts => {
  const all: SurveyFacts = Object.assign({}, ...[...facts].reverse());
  const keys = all.groups?.publisher?.map(({ key }) => key);
  const { organisations } = all;
  if (organisations === undefined || keys === undefined || all.publishers !== undefined) return all;
  const known = new Set(keys);
  const empty = organisations.filter((key) => !known.has(key)).length;
  // Datasets that no publisher is counted for may be of those that seem to have none: the counts may have been cut.
  const counted = all.groups?.publisher?.reduce((sum, { datasets }) => sum + datasets, 0) ?? 0;
  const open = all.total === undefined ? empty : Math.max(0, all.total - counted);
  return { ...all, publishers: { listed: organisations.length, empty, surelyEmpty: Math.max(0, empty - open) } };
};

const topics: readonly SurveyTopic[] = ['total', 'groups', 'publishers', 'reuses', 'version'];

const tellsOf = (facts: SurveyFacts): readonly SurveyTopic[] =>
  topics.filter((topic) =>
    topic === 'publishers'
      ? facts.publishers !== undefined || facts.organisations !== undefined
      : facts[topic] !== undefined,
  );

const notListed: ListedCatalogue = {
  ...{ basis: 'counts', pages: { of: 0, isDrawn: false, asked: [] }, records: [], answers: [], total: null },
};

/** Datasets that the catalogue counts beyond those that its list showed; of pages that were drawn nothing of the kind is known. */
const notShown = ({ isDrawn, asked }: ListedCatalogue['pages'], total: number | null): number =>
  isDrawn || total === null ? 0 : Math.max(0, total - asked.reduce((sum, { datasets }) => sum + datasets, 0));

/** What was not seen, with how many of it. */
const unseenOf = (
  { pages, basis }: ListedCatalogue,
  total: number | null,
  told: readonly ToldFacts[],
  looks: readonly FileLook[],
  opening: PortalOpening,
): readonly UnseenPart[] => {
  const count = (what: UnseenPart['what'], why: string, number: number): readonly UnseenPart[] =>
    number === 0 ? [] : [{ what, why, count: number }];
  const because = new Map<string, number>();
  for (const look of looks)
    if (look.outcome === 'unseen') because.set(look.because, (because.get(look.because) ?? 0) + 1);
  return [
    ...count('portal', 'no interface of a known software answered', opening.opened === null ? 1 : 0),
    ...count(
      'counts',
      'a question of counts was not answered',
      told.filter(({ state }) => ['failed', 'silent'].includes(state)).length,
    ),
    ...count('pages', 'a page of the list was not read', pages.asked.filter(({ isSeen }) => !isSeen).length),
    ...count('datasets', 'the list gave the same datasets again on a later page', pages.repeats ?? 0),
    ...count(
      'datasets',
      'a dataset that the catalogue counts was not in its list',
      basis === 'sample' ? notShown(pages, total) : 0,
    ),
    ...[...because].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([why, number]) => count('files', why, number)),
  ];
};

/** Surveys a portal, and judges what was seen of it. */
export const surveyPortal = async (request: PortalRequest, fetch: Fetch, data: PortalData): Promise<SurveyDone> => {
  const { portal, place, asOf, allowance } = request;
  const defects = openDefects();
  const run: SurveyRun = { log: openPortalLog(fetch, allowance), data, defects, asOf, secondLook: request.secondLook };
  const opening = await openPortal(portal, portal.software, run);
  const { opened } = opening;

  const told: ToldFacts[] = [];
  for (const question of opened?.api.questions ?? []) told.push(await tell(question, run));
  const counted = joined([...(opened === null ? [] : [opened.facts]), ...told.flatMap(({ facts }) => facts ?? [])]);

  const languages = place?.languages ?? [];
  const themes = new Set(
    (counted.groups?.theme ?? []).flatMap(({ key, label }) => [comparable(key), comparable(label)]),
  );
  const digest = openDigest({ host: hostOf(portal.url), languages, themes }, data);
  const reserve = request.files + probesReserve;
  const listed =
    opened === null ? notListed : await listCatalogue(opened, digest, { reserve, host: hostOf(portal.url) }, run);
  const probes = await probePortal(opening, portal.url, run);
  const sample = drawn(listed.records, request.files);
  const bytes = Math.max(65_536, Math.floor(run.log.left().bytes / Math.max(1, sample.length)));
  const looks = await lookAtFiles(sample, { bytes, portal: portal.url }, run);

  const asked = [
    ...(opened === null ? [] : [{ answer: opened.answer, state: 'answered' }]),
    ...told,
    ...listed.answers.filter(({ answer }) => answer.id !== opened?.answer.id),
  ];
  // What was tried of other software is no part of the interface that was found.
  const answers = (opened === null ? opening.tries : asked).map(({ answer }) => answer);
  const offered =
    opened === null
      ? topics
      : [opened.api.count?.tells ?? (['total'] as const), ...opened.api.questions.map(({ tells }) => tells)].flat();
  const total = counted.total ?? listed.total;
  const survey: PortalSurvey = {
    portal: {
      ...{ url: portal.url, api: opened?.api.address ?? portal.api, software: opened?.software ?? portal.software },
      ...{ version: counted.version ?? null, place: place?.id ?? null, owner: portal.owner },
      official: officialness(portal.url, { lens: data.lens, page: opening.front?.page ?? null }).verdict,
    },
    asOf,
    languages,
    facts: { ...counted, ...(total === null || total === undefined ? {} : { total }) },
    told: Object.fromEntries(
      [...(opened === null ? [] : [{ answer: opened.answer, facts: opened.facts }]), ...told].flatMap(
        ({ answer, facts }) => (facts === null ? [] : tellsOf(facts).map((topic) => [topic, answer.id])),
      ),
    ),
    notOffered: topics.filter((topic) => !offered.includes(topic)),
    lacks: opened?.api.lacks ?? [],
    ...{ basis: listed.basis, pages: listed.pages, records: listed.records, files: looks },
    probes: [...apiProbes(asked), ...probes, ...openToPrograms(answers, run.log.evidence(), opened !== null)],
    latencies: [],
    unseen: unseenOf(listed, total ?? null, told, looks, opening),
    evidence: run.log.evidence(),
    categories: data.lenses.map(({ category }) => category),
  };
  const report = reportOf(survey, {
    rules: data.rules,
    tool: request.tool,
    earlier: request.earlier,
    stemOf: (title) => stemOf(title, data.series),
  });
  return { report, hasArrived: opening.hasArrived, defects: defects.list() };
};
