import { type Unopened, unknownAddress } from '../model/coverage.ts';
import { defectsBehind, type ReportDefect } from '../model/defect.ts';
import type { Role } from '../model/exchange.ts';
import type { EvidenceId, Observation } from '../model/observation.ts';
import type { Candidate } from '../model/records.ts';
import { withoutFragment } from '../web/address.ts';
import type { Group } from './dataset/group.ts';
import type { Entry, Ledger } from './evidence.ts';

/** How far one review looks. Counts, so that the same archive is always walked the same way. */
export interface GatherLimits {
  /** Candidates that are opened. */
  readonly candidates: number;
  /** Files of one candidate that are opened. */
  readonly files: number;
  /** Pages of one page that are worth a request; one that links to hundreds is read by its best. */
  readonly pages: number;
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
  pages: 6,
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

/** A file of a dataset, to be opened with it. */
export interface FileLead {
  readonly url: string;
  readonly role: Lead['role'];
  /** The catalogue's record names it, so that it does not hang on the page it stands on. */
  readonly isDeclared: boolean;
}

/** Where an observation leads, best first. */
export interface Onward {
  /** Files of the same dataset. */
  readonly files: readonly FileLead[];
  /** Pages with the terms that govern it. */
  readonly terms: readonly string[];
  /** Pages that may hold what is looked for. */
  readonly pages: readonly { readonly url: string; readonly score: number }[];
}

/** What the walk needs to be handed. */
export interface GatherTools {
  readonly observe: (entry: Entry, lead: Lead) => Promise<Observation>;
  readonly onward: (observation: Observation, lead: Lead) => Onward;
  readonly report: ReportDefect;
  /** What catalogues say of an address that was not proposed; null where they say nothing. */
  readonly recall?: (url: string) => Candidate | null;
}

/** Everything that was looked at. */
export interface Gathered {
  readonly groups: readonly Group[];
  /** What promised something and was not opened. */
  readonly unopened: readonly Unopened[];
}

const first = (queue: readonly Lead[]): Lead | undefined =>
  queue.reduce<Lead | undefined>(
    (best, lead) => (best === undefined || lead.score > best.score ? lead : best),
    undefined,
  );

/** The first of a list, and what is left of it. */
const cut = <T>(list: readonly T[], most: number): readonly [readonly T[], readonly T[]] => [
  list.slice(0, most),
  list.slice(most),
];

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
  // A page that is linked is opened as the candidate that it is, with what its catalogue says of it.
  const proposed = new Set(leads.map(({ url }) => withoutFragment(url)));
  const groups: Group[] = [];
  const left: Unopened[] = [];

  const open = async (lead: Lead): Promise<Observation> => {
    opened.add(withoutFragment(lead.url));
    return tools.observe(await ledger.ask({ url: lead.url, maxBytes: limits.bytesPerFile }), lead);
  };

  const attach = async (root: Observation, lead: Lead, { files, terms }: Onward): Promise<readonly Observation[]> => {
    const isNew = ({ url }: { readonly url: string }): boolean => !opened.has(withoutFragment(url));
    const termsPages = terms.map((url) => ({ url, role: 'licence' as const, isDeclared: false }));
    const [wantedFiles, moreFiles] = cut(files.filter(isNew), limits.files);
    const [wantedTerms, moreTerms] = cut(termsPages.filter(isNew), limits.terms);
    left.push(...[...moreFiles, ...moreTerms].map(({ url, role }) => ({ url, role, via: root.evidence })));
    return Promise.all(
      [...wantedFiles, ...wantedTerms].map(({ url, role, isDeclared }) =>
        open({ ...lead, url, role, depth: lead.depth + 1, via: isDeclared ? null : root.evidence }),
      ),
    );
  };

  /** Where it cannot be told where a reply leads, something was left unopened. */
  const onwardOf = (root: Observation, lead: Lead): Onward => {
    try {
      return tools.onward(root, lead);
    } catch (error) {
      for (const defect of defectsBehind(error, { stage: 'analysis', name: root.url })) tools.report(defect);
      left.push({ url: unknownAddress, role: 'data-file', via: root.evidence });
      return { files: [], terms: [], pages: [] };
    }
  };

  for (let lead = first(queue); lead !== undefined && groups.length < limits.candidates; lead = first(queue)) {
    queue.splice(queue.indexOf(lead), 1);
    if (opened.has(withoutFragment(lead.url))) continue;
    const root = await open(lead);
    const onward = onwardOf(root, lead);
    groups.push({ root, members: await attach(root, lead, onward) });
    const [wanted, more] = cut(
      onward.pages.filter(({ url }) => !proposed.has(withoutFragment(url))),
      lead.depth < limits.depth ? limits.pages : 0,
    );
    left.push(...more.map(({ url }) => ({ url, role: 'landing-page' as const, via: root.evidence })));
    queue.push(
      ...wanted.map(({ url, score }) => {
        const candidate = tools.recall?.(withoutFragment(url)) ?? null;
        return {
          ...{ url, score: Math.min(score, candidate?.score ?? score), role: 'landing-page' as const },
          ...{ depth: lead.depth + 1, candidate, via: root.evidence },
        };
      }),
    );
  }
  left.push(...queue.map(({ url, role, via }) => ({ url, role, via })));
  // Terms that were opened as something else were not read as terms.
  const isLeft = ({ url, role }: Unopened): boolean => role === 'licence' || !opened.has(withoutFragment(url));
  return { groups, unopened: left.filter(isLeft) };
};
