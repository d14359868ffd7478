import { type ContentFile, judgeContent, judgeFailed } from '../content/index.ts';
import { contestsSeen } from '../contests/index.ts';
import { sightOf } from '../coverage/index.ts';
import type { CriteriaVerdict, Ground } from '../model/check.ts';
import type { ContestsSeen } from '../model/contest.ts';
import { type Coverage, isCovered } from '../model/coverage.ts';
import { factsOf, type Place } from '../model/data.ts';
import type { Observation } from '../model/observation.ts';
import { kindFacts } from '../model/reply-kinds.ts';
import { decoded } from '../web/address.ts';
import { contestQuestion, withContests } from './contests.ts';
import { type AuditContext, categoryRules } from './context.ts';
import { recordOf, type Surveyed, withChosen } from './coverage.ts';
import { type Choice, type Group, observationsOf, scopeOf, type VerdictOf } from './dataset/index.ts';
import { describedBy } from './record-page.ts';

/* Which criteria of the category the files of some groups meet. */

const noCriteria: CriteriaVerdict = { findings: [], rule: 'none', extent: null };

/** What stands where the data should be says nothing about it; nor does a page in the place of a file, unless it shows rows. */
const standsIn = (one: Observation): boolean =>
  kindFacts(one.kind)?.about === 'nothing' || sightOf(one).sight === 'page-instead';

/** The files of each group, made once: what is read of them is kept with them. */
const made = new WeakMap<Group, readonly ContentFile[]>();

const filesOf = (group: Group, seen: Surveyed): readonly ContentFile[] => {
  const files = made.get(group) ?? filesFor(group, seen);
  made.set(group, files);
  return files;
};

/** What a group shows: its replies, and what the catalogue says of it in place of a page that shows nothing. */
const filesFor = (group: Group, seen: Surveyed): readonly ContentFile[] => {
  const dataset = group.root.evidence;
  const replies = observationsOf(group)
    .filter((one) => !standsIn(one))
    .flatMap(({ evidence, url, inspection }) =>
      inspection === null ? [] : [{ evidence, name: decoded(url), inspection, dataset }],
    );
  const record = standsIn(group.root) || group.root.inspection === null ? recordOf(group, seen) : null;
  const { evidence, url } = group.root;
  return record === null
    ? replies
    : [...replies, { evidence, name: decoded(url), inspection: describedBy(record), dataset }];
};

/** What content is judged about, of a place. */
const aboutPlace = (place: Place | null) =>
  place === null ? null : { facts: factsOf(place), parts: place.subdivisions ?? [] };

/** Criteria of which their publisher says that what they ask for is not published, and where. */
export type ToldCriteria = ReadonlyMap<string, Ground>;

/** What the criteria of some groups come to: nothing without a category. What judges a criterion and fails is reported. */
const judgeCriteria = (
  seen: Surveyed,
  coverage: Coverage,
  context: AuditContext,
  told: ToldCriteria = new Map(),
): VerdictOf => {
  const { category, edition, place, asOf, data, defects } = context;
  if (category === null) return () => noCriteria;
  const about = { category, edition: edition.id, asOf, place: aboutPlace(place), ...data.contentOf(category.id) };
  return (groups) => {
    const [only, ...others] = groups.map((group) => filesOf(group, seen));
    const files = only === undefined || others.length > 0 ? [only ?? [], ...others].flat() : only;
    const whole = isCovered(withChosen(coverage, groups, seen));
    const scope = place === null ? null : scopeOf(groups);
    const verdict = judgeContent({ ...about, files, scope, whole, told });
    for (const { id, reason, where } of verdict.findings) {
      if (reason === judgeFailed) defects.report({ stage: 'criterion', name: id, says: where[0]?.part ?? reason });
    }
    return verdict;
  };
};

/** The criteria over one group are asked for by the choice and again by those who compare: they are judged once. */
const onceEach = (verdictOf: VerdictOf): VerdictOf => {
  const known = new Map<Group, CriteriaVerdict>();
  return (groups) => {
    const [only, ...others] = groups;
    if (only === undefined || others.length > 0) return verdictOf(groups);
    const verdict = known.get(only) ?? verdictOf(groups);
    known.set(only, verdict);
    return verdict;
  };
};

/** Judges the criteria over groups, over each single one once. */
export const criteriaOver = (...given: Parameters<typeof judgeCriteria>): VerdictOf =>
  onceEach(judgeCriteria(...given));

/** The choice with its criteria as far as they rest on the contests of the place, and what was seen of those. */
export const withContestsOf = (
  choice: Choice,
  coverage: Coverage,
  seen: Surveyed,
  context: AuditContext,
): Choice & { readonly contests: ContestsSeen | null } => {
  const { category, edition, place, asOf, data } = context;
  const asked = categoryRules(context)?.contests;
  if (category === null || place === null || asked === undefined) return { ...choice, contests: null };
  const { groups } = choice;
  const question = contestQuestion(place, asOf, asked, groups, seen, (group) => filesOf(group, seen));
  const contests = contestsSeen({ ...question, vocabulary: data.contests() });
  if (contests === null) return { ...choice, contests };
  const whole = isCovered(withChosen(coverage, groups, seen));
  const about = { category, edition: edition.id, place: aboutPlace(place), whole };
  return { groups, contests, criteria: withContests(choice.criteria, contests, asked, about) };
};
