import { type PortalFigures, readPortalFigures } from '../../commitments/portal-figures.ts';
import type { Day, Json } from '../../model/basics.ts';
import type { EvidenceId } from '../../model/observation.ts';
import type { PortalReport } from '../../model/portal.ts';
import { siteOf } from '../../web/address.ts';
import type { AuditContext } from '../context.ts';
import type { PortalData } from '../portal/data.ts';
import { surveyPortal } from '../portal/run.ts';

/* Where no report of a portal is given, its counts and its list are asked for, and no files. */

/** What a portal's own answers tell of promised figures. */
export interface SurveyedFigures {
  readonly figures: PortalFigures;
  /** The answers behind an indicator. */
  readonly evidenceOf: (indicator: string) => readonly EvidenceId[];
}

/** Requests to one portal: its counts, and a list of some thousand datasets. */
const mostRequests = 40;

/** The front page of a host; machines that have no name are asked without encryption. */
export const frontOf = (host: string): string => {
  const bare = host.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  return `${/^(?:localhost|[\d.]+)(?::\d+)?$/.test(bare) ? 'http' : 'https'}://${bare}/`;
};

const answersBehind = async (
  { processes, evidence }: PortalReport,
  context: AuditContext,
): Promise<SurveyedFigures['evidenceOf']> => {
  const asked = await context.evidence.entries();
  const urls = new Map(evidence.map(({ id, url }) => [id, url]));
  const own = (url: string | undefined): readonly EvidenceId[] =>
    asked.filter(({ exchange }) => exchange.url === url).map(({ id }) => id);
  const all = processes.flatMap(({ indicators }) => indicators);
  return (indicator) => {
    const cited = all.find(({ id }) => id === indicator)?.evidence ?? [];
    return [...new Set(cited.flatMap((id) => own(urls.get(id))))].slice(0, 5);
  };
};

/**
 * Asks a portal for its counts and its list; null where nothing of it answered. What it asks counts to the allowance of the run, and is
 * evidence of it.
 *
 * @param host as the plan names it
 */
export const surveyFigures = async (
  host: string,
  {
    context,
    data,
    asOf,
    tool,
  }: {
    readonly context: AuditContext;
    readonly data: PortalData;
    readonly asOf: Day;
    readonly tool: PortalReport['tool'];
  },
): Promise<SurveyedFigures | null> => {
  const { place } = context;
  const url = frontOf(host);
  const known = place?.portals.find((one) => siteOf(one.url) === siteOf(url));
  const portal = known ?? { url, api: null, languages: [], owner: null, software: null };
  const { report, defects } = await surveyPortal(
    {
      ...{ portal, place, asOf, tool, files: 0, secondLook: async () => {}, earlier: null },
      allowance: { requests: mostRequests, bytes: 50 * 1024 * 1024 },
    },
    context.evidence.fetch,
    data,
  );
  for (const defect of defects) context.defects.report(defect);
  const figures = readPortalFigures(report as unknown as Json);
  const { enumerated, declared } = report.reach;
  if (!('figures' in figures) || (enumerated === 0 && declared === null)) return null;
  // What was seen is of the day on which it was seen, whatever day it is looked at from.
  const on = report.seen.to?.slice(0, 10) ?? asOf;
  return { figures: { ...figures, asOf: on }, evidenceOf: await answersBehind(report, context) };
};
