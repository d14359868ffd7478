import { coverageOfAddress, coverageOfPlace, type ResponsibleBody, showsData, withFiles } from '../coverage/index.ts';
import type { Discovered } from '../discover/index.ts';
import type { Localised } from '../model/basics.ts';
import type { CriteriaVerdict } from '../model/check.ts';
import type { Coverage, CoverageItem } from '../model/coverage.ts';
import type { Category, Place } from '../model/data.ts';
import { type Candidate, type DatasetRecord, isOfPart } from '../model/records.ts';
import { siteOf } from '../web/address.ts';
import type { AuditContext } from './context.ts';
import type { Crawled } from './crawl.ts';
import type { Choice, Group, VerdictOf } from './dataset/index.ts';

/* What discovery and the crawl came to, as the things that must be seen before a No may be said. */

/** Everything that was proposed, searched and opened. */
export interface Surveyed extends Crawled, Discovered {}

/** A name in English where there is one. */
export const nameIn = (names: Localised): string => names['en'] ?? Object.values(names)[0] ?? '';

/** The body that is responsible, with the addresses of the place's file under which it publishes: catalogues are apart. */
const bodyOf = (place: Place | null, category: Category | null): ResponsibleBody | null => {
  const named = category === null ? undefined : place?.responsible[category.id];
  if (place === null || category === null || named === undefined) return null;
  const catalogues = new Set(place.portals.filter(({ national }) => national).map(({ url }) => siteOf(url)));
  const sites = place.addresses
    .filter((address) => address.category === category.id && !catalogues.has(siteOf(address.url)))
    .map(({ url }) => url);
  return { name: nameIn(named.value), sites, isConfirmed: named.unconfirmed !== true };
};

/** What must be seen, whichever dataset comes to be judged. */
export const coverageOf = (
  seen: Surveyed,
  { place, category, scope, named }: Pick<AuditContext, 'place' | 'category' | 'scope' | 'named'>,
): Coverage => {
  const { groups, unopened, candidates, beyond, searched } = seen;
  if (scope === 'address') return coverageOfAddress({ groups, unopened });
  return coverageOfPlace({
    ...{ groups, unopened, named, body: bodyOf(place, category), searches: searched },
    candidates: [...candidates, ...beyond],
  });
};

/** The candidate that a group was opened for. */
export const candidateOf = (group: Group, { candidates }: Surveyed): Candidate | undefined =>
  candidates.find(({ url }) => url === group.root.url);

/** The record of the catalogue that named a group, null where none did. */
export const recordOf = (group: Group, seen: Surveyed): DatasetRecord | null =>
  candidateOf(group, seen)?.record ?? null;

/** What must be seen where some groups are judged: every file of theirs besides. */
export const withChosen = (coverage: Coverage, groups: readonly Group[], seen: Surveyed): Coverage =>
  withFiles(
    coverage,
    groups.map((group) => ({ group, record: recordOf(group, seen) })),
    seen,
  );

/** Criteria of which their publisher says that what they ask for is not published. */
interface Told {
  readonly criteria: readonly string[];
}

/**
 * Does data show no trace of something that its publisher says is not published? Then it is not where that is, whatever else of
 * it was not seen.
 */
const isTold = ({ findings }: CriteriaVerdict, told: Told | null): boolean =>
  told !== null &&
  findings.some(
    ({ id, required, answer, reason }) =>
      required && told.criteria.includes(id) && answer !== 'Yes' && !traces.some((trace) => reason.startsWith(trace)),
  );

/** Reasons of findings that rest on a trace of what is asked for. */
const traces = ['hint-', 'doubt-', 'seems-not-'] as const;

/**
 * What must be seen where the chosen dataset lacks something: official data besides that was not chosen, and that may well
 * meet the criteria.
 */
export const withUndecided = (
  coverage: Coverage,
  { choice, told, verdictOf }: { readonly choice: Choice; readonly told: Told | null; readonly verdictOf: VerdictOf },
  seen: Surveyed,
): Coverage => {
  const items = seen.groups
    .filter((group) => !choice.groups.includes(group) && group.root.official.verdict !== 'third-party')
    .filter((group) => showsData(group) && !isOfPart(group.root.provenance.level))
    .filter((group) => verdictOf([group]).rule !== 'missed' && !isTold(verdictOf([group]), told))
    .map(
      (group): CoverageItem => ({
        ...{ need: 'hit', name: candidateOf(group, seen)?.title ?? '', url: group.root.url },
        ...{ sight: 'undecided', detail: '', evidence: group.root.evidence },
      }),
    );
  return { ...coverage, items: [...coverage.items, ...items] };
};
