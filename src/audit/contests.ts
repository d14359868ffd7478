import { type ContentFile, withFindings } from '../content/index.ts';
import {
  type ContestFile,
  type ContestInput,
  type ContestOffer,
  judgeContests,
  judgeStations,
} from '../contests/index.ts';
import type { CriteriaVerdict, CriterionFinding } from '../model/check.ts';
import type { ContestsSeen } from '../model/contest.ts';
import type { CategoryEdition, Place } from '../model/data.ts';
import { arrivedWell, type Observation } from '../model/observation.ts';
import { candidateOf, type Surveyed } from './coverage.ts';
import { type Group, observationsOf } from './dataset/index.ts';

/** What a contest is told by, but for the words. */
export type ContestQuestion = Omit<ContestInput, 'vocabulary'>;

type Asked = NonNullable<CategoryEdition['contests']>;

/** What the page of some group and its catalogue record are called. */
const titlesOf = (group: Group, seen: Surveyed): readonly string[] => {
  const { inspection, provenance } = group.root;
  const page = inspection?.page ?? null;
  const heads = page === null ? [] : [page.title, ...page.headings.slice(0, 1)];
  const titles = [candidateOf(group, seen)?.title ?? null, provenance.title, ...heads];
  return [...new Set(titles.filter((title) => title !== null && title.trim() !== ''))] as readonly string[];
};

/** Does it speak for the whole country, officially? */
const isNational = ({ official, provenance }: Observation): boolean =>
  official.verdict === 'official' && provenance.level.verdict === 'national';

const linksOf = ({ evidence, inspection }: Observation): readonly ContestOffer[] =>
  (inspection?.page?.links ?? [])
    .filter(({ region }) => region === 'main')
    .map(({ text, context }) => ({ evidence, title: text, context }));

/** What official sources of the country offer under a title: datasets that were not chosen, and links of their pages. */
const offersOf = (chosen: readonly Group[], seen: Surveyed): readonly ContestOffer[] => {
  const national = seen.groups.filter(({ root }) => arrivedWell(root) && isNational(root));
  const others = national.filter((group) => !chosen.includes(group));
  const titles = others.flatMap((group) =>
    titlesOf(group, seen).map((title) => ({ evidence: group.root.evidence, title, context: '' })),
  );
  return [...titles, ...national.flatMap(observationsOf).filter(arrivedWell).flatMap(linksOf)];
};

/** What the contests of a place are looked for in, once the dataset is chosen. */
export const contestQuestion = (
  place: Place,
  asOf: string,
  asked: Asked,
  groups: readonly Group[],
  seen: Surveyed,
  filesOf: (group: Group) => readonly ContentFile[],
): ContestQuestion => ({
  ...{ place, asOf, which: asked.which, offers: offersOf(groups, seen) },
  files: groups.flatMap((group) =>
    filesOf(group).map((file): ContestFile => ({ ...file, titles: titlesOf(group, seen) })),
  ),
});

/** The criteria, as far as they rest on which contests are there and how much of each. */
export const withContests = (
  criteria: CriteriaVerdict,
  contests: ContestsSeen,
  asked: Asked,
  about: Parameters<typeof withFindings>[2],
): CriteriaVerdict => {
  const findingOf = (id: string | undefined): CriterionFinding | undefined =>
    criteria.findings.find((finding) => finding.id === id);
  const [all, stations] = [findingOf(asked.criterion), findingOf(asked.stations)];
  const changed = [
    all === undefined ? null : judgeContests(all, contests, about.whole),
    stations === undefined ? null : judgeStations(stations, contests),
  ].filter((finding) => finding !== null);
  const verdict = withFindings(criteria, changed, about);
  const whole = contests.contests.find(({ counted }) => counted?.extent === 'whole' && counted.isStated)?.counted;
  // Rows for every unit of a national contest are of the whole country, whoever published them.
  return verdict.extent === null && whole ? { ...verdict, extent: [whole.ground] } : verdict;
};
