import { judgeFunctions, withoutSite } from '../../commitments/functions/judge.ts';
import { sceneOf } from '../../commitments/functions/scene.ts';
import { aimOf, type FoundValues, indicatorReport } from '../../commitments/indicator.ts';
import { type DocumentSearch, milestoneReport } from '../../commitments/milestones.ts';
import { isReportOf, type PortalFigures, valuesOf } from '../../commitments/portal-figures.ts';
import { commitmentReport, type MeasuredCommitment, planReport } from '../../commitments/report.ts';
import { isNear } from '../../commitments/standing.ts';
import type { Day } from '../../model/basics.ts';
import type { Commitment, CommitmentPlan, PromisedIndicator, PromisedMilestone } from '../../model/commitments.ts';
import type {
  CommitmentEvidence,
  CommitmentsReport,
  FunctionReport,
  MilestoneReport,
} from '../../model/commitments-report.ts';
import type { Place } from '../../model/data.ts';
import type { Checklist, FunctionWords, WalkedSite } from '../../model/functions.ts';
import type { EvidenceId, Observation } from '../../model/observation.ts';
import type { Review } from '../../model/review.ts';
import { evidenceOf } from '../../review/evidence.ts';
import { evened } from '../../text/fold.ts';
import { compile } from '../../text/phrases.ts';
import { siteOf } from '../../web/address.ts';
import { openFormats } from '../../web/formats.ts';
import type { AuditContext } from '../context.ts';
import type { PortalData } from '../portal/data.ts';
import { openActs } from './acts.ts';
import { answersOfCatalogue } from './catalogues.ts';
import { searchDocuments, wantedBy } from './documents.ts';
import { openLook, type PlanLook } from './look.ts';
import { type Cited, otherValues } from './measures.ts';
import { frontOf, type SurveyedFigures, surveyFigures } from './portals.ts';
import { type IsWanted, walkSite } from './walk.ts';

/* A plan on a day: what its figures are, what its milestones left, what its sites do. */

/** A report of a portal that was handed in or kept. */
export interface GivenPortalReport {
  readonly figures: PortalFigures;
  /** Digest of its file. */
  readonly sha256: string;
}

/** What a plan is measured with, besides what is fetched. */
export interface CommitmentsRequest {
  readonly plan: CommitmentPlan;
  readonly place: Place;
  readonly asOf: Day;
  readonly portalReports: readonly GivenPortalReport[];
  /** Reviews that are kept, of all years. */
  readonly reviews: readonly Review[];
  /** Sites that the caller names, for functions whose plan names none. */
  readonly sites: readonly string[];
  readonly checklist: (id: string) => Checklist;
  readonly words: FunctionWords;
  /** What portals are surveyed with, where no report of one is given; opened when it is needed. */
  readonly portalData: () => PortalData;
  readonly tool: CommitmentsReport['tool'];
}

/** Pages of the site of a responsible body that are opened for the documents of milestones. */
const documentWalk = { requests: 15, depth: 2, outside: 0 } as const;

/** Everything that one run has in common. */
interface Run extends CommitmentsRequest {
  readonly look: PlanLook;
  readonly walked: Map<string, Promise<WalkedSite>>;
  readonly surveyed: Map<string, Promise<SurveyedFigures | null>>;
  /** Reports that were read, by the id that they are cited by. */
  readonly cited: Map<string, CommitmentEvidence>;
}

const once = <T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
  const made = map.get(key) ?? make();
  map.set(key, made);
  return made;
};

/** Ids of what was read and not fetched come after all that was: they are given when the run is over. */
const later = (key: string): EvidenceId => key as EvidenceId;

const cite = (run: Run, key: string, made: Cited): EvidenceId => {
  run.cited.set(key, {
    ...{ id: later(key), finalUrl: made.url, outcome: 'arrived', because: null, status: null, mediaType: null },
    ...{ format: 'json', bytes: null, record: null },
    ...made,
  });
  return later(key);
};

/** Days that matter of an indicator: the day of the report and the due day. */
const daysOf = (by: Day, asOf: Day): readonly Day[] => [...new Set([asOf, by])].filter((day) => day <= asOf);

const portalValues = async (host: string, indicator: string, days: readonly Day[], run: Run): Promise<FoundValues> => {
  const own = run.portalReports.filter(({ figures }) => isReportOf(figures, host));
  const values = own.flatMap(({ figures, sha256 }) => {
    const quote = `${siteOf(figures.url)} as of ${figures.asOf}`;
    const id = cite(run, `portal ${figures.url} ${figures.asOf} ${sha256}`, {
      url: figures.url,
      kind: 'portal-report',
      sha256,
      quote,
      fetchedAt: figures.asOf,
    });
    return valuesOf(figures, indicator, days, [id]);
  });
  // Reports of other days tell the least that there was; what is asked for now may tell more.
  if (own.some(({ figures }) => days.some((day) => isNear(figures.asOf, day)))) {
    const told = own.map(({ figures }) => figures.asOf).join(', ');
    return { values, lookedAt: `the reports of ${host} (${told}) do not tell ${indicator}` };
  }
  const { look, portalData, asOf, tool } = run;
  const surveyed = await once(run.surveyed, host, () =>
    surveyFigures(host, { context: look.context, data: portalData(), asOf, tool }),
  );
  return surveyed === null
    ? { values, lookedAt: `no report of ${host} was given or kept, and nothing of its catalogue answered` }
    : {
        values: [...values, ...valuesOf(surveyed.figures, indicator, days, surveyed.evidenceOf(indicator))],
        lookedAt: `the catalogue of ${host} does not tell ${indicator}`,
      };
};

const valuesFor = async (
  indicator: PromisedIndicator,
  by: Day,
  functions: readonly FunctionReport[],
  run: Run,
): Promise<FoundValues> => {
  const { measure } = indicator;
  if (measure === undefined || measure === null) return { values: [], lookedAt: '' };
  if ('portal' in measure) {
    return portalValues(measure.portal, measure.indicator, daysOf(by, run.asOf), run);
  }
  return otherValues(measure, { look: run.look, asOf: run.asOf, reviews: run.reviews, functions }, (key, made) =>
    cite(run, key, made),
  );
};

/** Does it leave a document that can be looked for? */
const isSought = ({ where = [], deliverable, words }: PromisedMilestone): boolean =>
  deliverable === 'document' && where.length > 0 && words !== undefined;

const sitesOf = async (
  { where = [] }: PromisedMilestone,
  wanted: IsWanted,
  run: Run,
): Promise<readonly WalkedSite[]> => {
  const sites: WalkedSite[] = [];
  for (const host of where)
    sites.push(await once(run.walked, host, () => walkSite(frontOf(host), documentWalk, run.look, wanted)));
  return sites;
};

/** Each is looked for twice: what was opened for one tells, for the others, that it is none of theirs. */
const documentsOf = async (milestones: readonly PromisedMilestone[], run: Run): Promise<readonly MilestoneReport[]> => {
  const wanted = wantedBy(milestones);
  const search = async (milestone: PromisedMilestone): Promise<DocumentSearch | null> =>
    isSought(milestone) ? searchDocuments(milestone, await sitesOf(milestone, wanted, run), run.look) : null;
  for (const milestone of milestones) await search(milestone);
  const reports: MilestoneReport[] = [];
  for (const milestone of milestones) reports.push(milestoneReport(milestone, await search(milestone), run.asOf));
  return reports;
};

/** What looks like a data portal is asked whether it answers; what comes of it was seen like any page. */
const withCatalogues = async (site: WalkedSite, words: FunctionWords, look: PlanLook): Promise<WalkedSite> => {
  const openData = compile(Object.values(words.phrases['open-data'] ?? {}).flat(), {
    spelling: evened,
    edges: 'alphabets',
  });
  const found: Observation[] = [];
  for (const observation of site.seen) {
    const page = observation.inspection?.page ?? null;
    if (page === null || observation.kind === 'catalogue' || found.length > 0) continue;
    if (openData.first(evened(`${page.title} · ${page.headings.slice(0, 10).join(' · ')}`)) === null) continue;
    found.push(...(await answersOfCatalogue(observation, look)));
  }
  return { ...site, seen: [...site.seen, ...found] };
};

/** What a site does, and which site was looked at. */
interface JudgedFunctions {
  readonly functions: readonly FunctionReport[];
  readonly site: string | null;
}

const functionsOf = async ({ functions }: Commitment, run: Run): Promise<JudgedFunctions> => {
  if (functions === undefined || functions === null) return { functions: [], site: null };
  const { look, words, asOf } = run;
  const checklist = run.checklist(functions.checklist);
  const site = run.sites[0] ?? functions.site?.url ?? null;
  if (site === null) return { functions: withoutSite(checklist), site };
  const meanings = [...new Set(checklist.functions.flatMap(({ subject }) => subject))];
  const phrases = compile(
    meanings.flatMap((meaning) => Object.values(words.phrases[meaning] ?? {}).flat()),
    { spelling: evened, edges: 'alphabets' },
  );
  const walked = await walkSite(site, checklist.walk, look, (text) => phrases.first(evened(text)) !== null);
  const { dates, formats, pages } = look.context.data;
  const scene = sceneOf(await withCatalogues(walked, words, look), {
    words,
    dates,
    formats: openFormats(formats.formats),
    mounts: pages.mounts,
    asOf,
  });
  const languages = new Set(meanings.flatMap((meaning) => Object.keys(words.phrases[meaning] ?? {})));
  return { functions: judgeFunctions(checklist, scene, languages), site };
};

const measure = async (commitment: Commitment, run: Run): Promise<MeasuredCommitment> => {
  const { plan, asOf } = run;
  const judged = await functionsOf(commitment, run);
  const indicators = [];
  for (const indicator of commitment.indicators) {
    const aim = aimOf(indicator, commitment, plan);
    const found =
      aim === null ? { values: [], lookedAt: '' } : await valuesFor(indicator, aim.by, judged.functions, run);
    indicators.push(indicatorReport(indicator, aim, found, asOf));
  }
  const milestones = await documentsOf(commitment.milestones, run);
  return { indicators, milestones, ...judged };
};

/**
 * Measures a plan on a day: one commitment after the other, so that the same archive is always asked in the same order.
 */
export const measurePlan = async (request: CommitmentsRequest, context: AuditContext): Promise<CommitmentsReport> => {
  const look = openLook(context, openActs(request.words));
  const run: Run = { ...request, look, walked: new Map(), surveyed: new Map(), cited: new Map() };
  const commitments = [];
  for (const commitment of request.plan.commitments) {
    commitments.push(commitmentReport(commitment, request.plan, await measure(commitment, run)));
  }
  const asked = evidenceOf(look.opened(), await context.evidence.entries());
  return planReport({ ...request, commitments, asked, read: [...run.cited.values()], defects: context.defects.list() });
};
