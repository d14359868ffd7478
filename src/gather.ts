import type { Group } from './dossier/group.ts';
import type { Entry, Ledger } from './ledger.ts';
import { defectsBehind, type ReportDefect } from './model/defect.ts';
import type { Role } from './model/exchange.ts';
import type { EvidenceId, Observation } from './model/observation.ts';
import type { Candidate } from './model/records.ts';

/** How far one review looks. Counts, so that the same archive is always walked the same way. */
export interface GatherLimits {
  /** Candidates that are opened. */
  readonly candidates: number;
  /** Files of one candidate that are opened. */
  readonly files: number;
  /** Terms pages of one candidate that are opened. */
  readonly terms: number;
  /** Links from a named address to a followed page. */
  readonly depth: number;
  /** Bytes of one file; what is longer is seen in part. */
  readonly bytesPerFile: number;
}

export const defaultLimits: GatherLimits = {
  candidates: 14,
  files: 5,
  terms: 2,
  depth: 2,
  bytesPerFile: 16 * 1024 * 1024,
};

/** An address that is waiting to be opened. */
export interface Lead {
  readonly url: string;
  readonly role: Exclude<Role, 'robots' | 'catalogue'>;
  readonly score: number;
  readonly depth: number;
  readonly candidate: Candidate | null;
  readonly via: EvidenceId | null;
}

/** Where an observation leads, best first. */
export interface Onward {
  /** Files of the same dataset. */
  readonly files: readonly { readonly url: string; readonly role: Lead['role'] }[];
  /** Pages with the terms that govern it. */
  readonly terms: readonly string[];
  /** Pages that may hold what is looked for. */
  readonly pages: readonly { readonly url: string; readonly score: number }[];
}

/** What the walk needs to be handed. */
export interface GatherTools {
  readonly observe: (entry: Entry, lead: Lead) => Promise<Observation>;
  readonly onward: (observation: Observation) => Onward;
  readonly report: ReportDefect;
}

/** Everything that was looked at. */
export interface Gathered {
  readonly groups: readonly Group[];
  /** True where no promising address was left unopened. */
  readonly exhausted: boolean;
}

const first = (queue: readonly Lead[]): Lead | undefined =>
  queue.reduce<Lead | undefined>(
    (best, lead) => (best === undefined || lead.score > best.score ? lead : best),
    undefined,
  );

/** Without the fragment, which the server never sees. */
const addressOf = (url: string): string => url.replace(/#.*$/s, '');

/**
 * Opens candidates best first, what hangs on each of them, and the pages they point at, until nothing promising or no
 * allowance is left. The order depends on the replies alone, never on which of them came first.
 */
export const gather = async (
  leads: readonly Lead[],
  ledger: Ledger,
  tools: GatherTools,
  limits: GatherLimits = defaultLimits,
): Promise<Gathered> => {
  const queue: Lead[] = [...leads];
  const opened = new Set<string>();
  const groups: Group[] = [];
  let isCutShort = false;

  const open = async (lead: Lead): Promise<Observation> => {
    opened.add(addressOf(lead.url));
    return tools.observe(await ledger.ask({ url: lead.url, maxBytes: limits.bytesPerFile }), lead);
  };

  const attach = async (root: Observation, lead: Lead, { files, terms }: Onward): Promise<readonly Observation[]> => {
    const unopened = files.filter(({ url }) => !opened.has(addressOf(url)));
    isCutShort ||= unopened.length > limits.files;
    const wanted = [
      ...unopened.slice(0, limits.files),
      ...terms
        .filter((url) => !opened.has(addressOf(url)))
        .slice(0, limits.terms)
        .map((url) => ({ url, role: 'licence' as const })),
    ];
    return Promise.all(
      wanted.map(({ url, role }) => open({ ...lead, url, role, depth: lead.depth + 1, via: root.evidence })),
    );
  };

  /** Where it cannot be told where a reply leads, something was left unopened. */
  const onwardOf = (root: Observation): Onward => {
    try {
      return tools.onward(root);
    } catch (error) {
      for (const defect of defectsBehind(error, { stage: 'analysis', name: root.url })) tools.report(defect);
      isCutShort = true;
      return { files: [], terms: [], pages: [] };
    }
  };

  for (let lead = first(queue); lead !== undefined && groups.length < limits.candidates; lead = first(queue)) {
    queue.splice(queue.indexOf(lead), 1);
    if (opened.has(addressOf(lead.url))) continue;
    const root = await open(lead);
    const onward = onwardOf(root);
    groups.push({ root, members: await attach(root, lead, onward) });
    if (lead.depth >= limits.depth) continue;
    const { depth } = lead;
    queue.push(
      ...onward.pages
        .filter(({ url }) => !opened.has(addressOf(url)))
        .map(({ url, score }) => ({
          url,
          score,
          role: 'landing-page' as const,
          depth: depth + 1,
          candidate: null,
          via: root.evidence,
        })),
    );
  }
  return { groups, exhausted: !isCutShort && queue.every(({ url }) => opened.has(addressOf(url))) };
};
