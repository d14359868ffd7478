import { governing } from '../licence/index.ts';
import type { GoverningLicence } from '../model/check.ts';
import type { Observation } from '../model/observation.ts';
import { kindFacts } from '../model/reply-kinds.ts';
import { withoutFragment } from '../web/address.ts';
import type { Crawled } from './crawl.ts';
import { type Group, observationsOf } from './dataset/index.ts';

/* Which licence governs what was chosen, by all that was seen of it. */

const statesLicence = ({ kind }: Observation): boolean => ['own', 'any'].includes(kindFacts(kind)?.licence ?? '');

/** A place where a licence may be stated that was not seen. */
const isUnreached = ({ outcome, role, kind }: Observation): boolean =>
  role !== 'data-file' && (outcome.kind !== 'arrived' || !outcome.complete || kindFacts(kind)?.licence === 'hidden');

/** Terms that a page links and that were opened for another one before: a site has one page of them for all. */
const sharedTerms = (chosen: readonly Observation[], { groups }: Crawled): readonly Observation[] => {
  const linked = new Set(
    chosen.flatMap(({ inspection }) => inspection?.page?.links.map(({ url }) => withoutFragment(url)) ?? []),
  );
  return groups
    .flatMap(observationsOf)
    .filter((one) => one.role === 'licence' && !chosen.includes(one) && linked.has(withoutFragment(one.url)));
};

/** The licence of what was chosen. Terms that are linked and were not opened count as places that were not reached. */
export const licenceOf = (groups: readonly Group[], seen: Crawled): GoverningLicence => {
  const own = groups.flatMap(observationsOf);
  const chosen = [...own, ...sharedTerms(own, seen)];
  const statements = chosen.flatMap(({ evidence, licence }) =>
    licence.map((statement) => ({ ...statement, evidence })),
  );
  const looked = chosen.filter(statesLicence).map(({ evidence }) => evidence);
  const pages = new Set(chosen.map(({ evidence }) => evidence));
  const leftAt = seen.unopened.flatMap(({ role, via }) =>
    role === 'licence' && via !== null && pages.has(via) ? [via] : [],
  );
  const unreached = [...chosen.filter(isUnreached).map(({ evidence }) => evidence), ...new Set(leftAt)];
  return governing(statements, looked, unreached);
};
