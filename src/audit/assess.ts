import { judge } from '../checks/index.ts';
import { type ContentFile, judgeFailed } from '../content/index.ts';
import { withElections } from '../contests/index.ts';
import { sightOf } from '../coverage/index.ts';
import type { Day } from '../model/basics.ts';
import type { CriteriaVerdict, GoverningLicence, Result } from '../model/check.ts';
import type { ContestsSeen, KnownElection } from '../model/contest.ts';
import { type Coverage, isCovered } from '../model/coverage.ts';
import type { Category, CategoryEdition, Edition, Place } from '../model/data.ts';
import type { Defect, Defects } from '../model/defect.ts';
import type { Observation } from '../model/observation.ts';
import { kindFacts } from '../model/reply-kinds.ts';
import type { Review, ReviewRequest } from '../model/review.ts';
import { assemble } from '../review/index.ts';
import { answersOf, contradictions, scoreOf } from '../score/index.ts';
import { decoded, withoutFragment } from '../web/address.ts';
import { contestQuestion, withContests } from './contests.ts';
import type { Stages } from './context.ts';
import {
  type Choice,
  choose,
  factsOf,
  type Group,
  layOut,
  observationsOf,
  scopeOf,
  type VerdictOf,
} from './dataset/index.ts';
import type { Ledger } from './evidence.ts';
import { describedBy } from './record-page.ts';
import { coverageOf, nameIn, recordOf, type Surveyed, withUndecided, withWhatIsJudged } from './survey.ts';

/** What a review is about. */
export interface Subject {
  readonly place: Place | null;
  readonly category: Category | null;
  readonly edition: Edition;
  readonly year: number;
  readonly asOf: Day;
  readonly previous: Review | null;
  /** Elections that the reviewer names, since the place file does not know them. */
  readonly events?: readonly KnownElection[];
}

/** The same subject, whose place knows the elections that the reviewer names. */
export const withNamedElections = <T extends Subject>(subject: T): T => {
  const { place, events = [] } = subject;
  return place === null ? subject : { ...subject, place: withElections(place, events) };
};

/** What was asked for, as the review keeps it. */
const requestFor = ({ events = [] }: Subject, { scope, named }: Seen): ReviewRequest => ({
  kind: scope === 'address' ? 'check' : 'audit',
  urls: named,
  ...(events.length === 0 ? {} : { events: events.map(({ day, name }) => ({ day, name })) }),
});

/** What was seen for it. */
export interface Seen extends Surveyed {
  readonly ledger: Ledger;
  readonly defects: Defects;
}

const noCriteria: CriteriaVerdict = { findings: [], rule: 'none', extent: null };

const editionOf = ({ category, edition }: Subject): CategoryEdition | undefined =>
  category?.editions.find((entry) => entry.edition === edition.id);

/** What stands where the data should be says nothing about it; nor does a page in the place of a file, unless it shows rows. */
const standsIn = (one: Observation): boolean =>
  kindFacts(one.kind)?.about === 'nothing' || sightOf(one).sight === 'page-instead';

/** What a group shows: its replies, and what the catalogue says of it in place of a page that shows nothing. */
const filesOf = (group: Group, seen: Seen): readonly ContentFile[] => {
  const replies = observationsOf(group)
    .filter((one) => !standsIn(one))
    .flatMap(({ evidence, url, inspection }) =>
      inspection === null ? [] : [{ evidence, name: decoded(url), inspection }],
    );
  const record = standsIn(group.root) || group.root.inspection === null ? recordOf(group, seen) : null;
  const { evidence, url } = group.root;
  return record === null ? replies : [...replies, { evidence, name: decoded(url), inspection: describedBy(record) }];
};

/** What content is judged about, of a place. */
const aboutPlace = (place: Place | null) =>
  place === null ? null : { facts: factsOf(place), parts: place.subdivisions ?? [] };

const criteriaOver = (subject: Subject, seen: Seen, coverage: Coverage, stages: Stages): VerdictOf => {
  const { category, edition, place, asOf } = subject;
  if (category === null) return () => noCriteria;
  const facts = aboutPlace(place);
  return (groups) => {
    const files = groups.flatMap((group) => filesOf(group, seen));
    const whole = isCovered(withWhatIsJudged(coverage, groups, seen));
    const scope = place === null ? null : scopeOf(groups);
    const verdict = stages.judgeContent({ files, category, edition: edition.id, place: facts, scope, asOf, whole });
    for (const { id, reason, where } of verdict.findings) {
      if (reason === judgeFailed) seen.defects.report({ stage: 'criterion', name: id, says: where[0]?.part ?? reason });
    }
    return verdict;
  };
};

const statesLicence = ({ kind }: Observation): boolean => ['own', 'any'].includes(kindFacts(kind)?.licence ?? '');

/** A place where a licence may be stated that was not seen. */
const isUnreached = ({ outcome, role, kind }: Observation): boolean =>
  role !== 'data-file' && (outcome.kind !== 'arrived' || !outcome.complete || kindFacts(kind)?.licence === 'hidden');

/** Terms that a page links and that were opened for another one before: a site has one page of them for all. */
const sharedTerms = (chosen: readonly Observation[], { groups }: Seen): readonly Observation[] => {
  const linked = new Set(
    chosen.flatMap(({ inspection }) => inspection?.page?.links.map(({ url }) => withoutFragment(url)) ?? []),
  );
  return groups
    .flatMap(observationsOf)
    .filter((one) => one.role === 'licence' && !chosen.includes(one) && linked.has(withoutFragment(one.url)));
};

/** The licence of what was chosen. Terms that are linked and were not opened count as places that were not reached. */
const licenceOf = (groups: readonly Group[], seen: Seen, stages: Stages): GoverningLicence => {
  const { unopened } = seen;
  const own = groups.flatMap(observationsOf);
  const chosen = [...own, ...sharedTerms(own, seen)];
  const statements = chosen.flatMap(({ evidence, licence }) =>
    licence.map((statement) => ({ ...statement, evidence })),
  );
  const looked = chosen.filter(statesLicence).map(({ evidence }) => evidence);
  const pages = new Set(chosen.map(({ evidence }) => evidence));
  const leftAt = unopened.flatMap(({ role, via }) =>
    role === 'licence' && via !== null && pages.has(via) ? [via] : [],
  );
  const unreached = [...chosen.filter(isUnreached).map(({ evidence }) => evidence), ...new Set(leftAt)];
  return stages.governing(statements, looked, unreached);
};

const responsibleFor = ({ place, category }: Subject): string | null => {
  const names = category === null ? undefined : place?.responsible[category.id]?.value;
  return names === undefined ? null : nameIn(names);
};

/**
 * The edition as it asks about one address. Without a category, whether some expected data exists is not the question: a
 * doubt about it does not silence what the address itself shows (its licence, a log-in, that it is gone), and one answer
 * does not make another. Only what always follows from a No still does.
 */
const ofOneAddress = (edition: Edition): Edition => ({
  ...edition,
  cascade: edition.cascade.filter(({ when, force }) => force === 'always' && when.answer === 'No'),
});

const brokenChecks = (results: readonly Result[]): readonly Defect[] =>
  results.flatMap((result) =>
    'broken' in result ? [{ stage: 'check' as const, name: result.check.id, says: result.broken }] : [],
  );
type Answers = ReturnType<typeof answersOf>;

/**
 * The answers about one address that was held against a category. A doubt whether it is the data makes a Yes doubtful,
 * and leaves a No that the address gave of itself: it is gone, it asks for an account, it gives out a sample.
 */
const ofOneCandidate = (edition: Edition, results: readonly Result[]): Answers => {
  const denied = results.flatMap((one) => ('answer' in one && one.answer.outcome === 'no' ? [one.check.id] : []));
  const own = answersOf(ofOneAddress(edition), results);
  return Object.fromEntries(
    Object.entries(answersOf(edition, results)).map(([id, answer]) => {
      const alone = own[id];
      return [id, alone !== undefined && alone.answer === 'No' && denied.includes(alone.rule.id) ? alone : answer];
    }),
  );
};

const answersFor = (
  edition: Edition,
  { scope }: Seen,
  category: Category | null,
  results: readonly Result[],
): Answers => {
  if (category === null) return answersOf(ofOneAddress(edition), results);
  return scope === 'address' ? ofOneCandidate(edition, results) : answersOf(edition, results);
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

/** The choice with its criteria as far as they rest on the contests of the place, and what was seen of those. */
const withContestsOf = (
  choice: Choice,
  looked: Coverage,
  subject: Subject,
  seen: Seen,
  stages: Stages,
): Choice & { readonly contests: ContestsSeen | null } => {
  const { category, edition, place, asOf } = subject;
  const asked = editionOf(subject)?.contests;
  if (category === null || place === null || asked === undefined) return { ...choice, contests: null };
  const { groups } = choice;
  const contests = stages.contests(contestQuestion(place, asOf, asked, groups, seen, (group) => filesOf(group, seen)));
  if (contests === null) return { ...choice, contests };
  const whole = isCovered(withWhatIsJudged(looked, groups, seen));
  const about = { category, edition: edition.id, place: aboutPlace(place), whole };
  return { groups, contests, criteria: withContests(choice.criteria, contests, asked, about) };
};

/** Judges what was seen and writes the review: the half of an audit that knows no network. */
export const conclude = async (subject: Subject, seen: Seen, stages: Stages): Promise<Review> => {
  const { place, category, edition, asOf, year, previous } = subject;
  const looked = coverageOf(place, category, seen);
  const verdictOf = onceEach(criteriaOver(subject, seen, looked, stages));
  const choice = withContestsOf(choose(seen.groups, verdictOf), looked, subject, seen, stages);
  const judged = withWhatIsJudged(looked, choice.groups, seen);
  const coverage = choice.criteria.rule === 'missed' ? withUndecided(judged, choice, seen, verdictOf) : judged;
  const licence = licenceOf(choice.groups, seen, stages);
  const rules = editionOf(subject);
  const dossier = layOut({
    asOf,
    place,
    category: category === null || rules === undefined ? null : { category, cycle: rules.cycle },
    groups: seen.groups,
    choice,
    licence,
    coverage,
    contests: choice.contests,
  });
  const results = judge(dossier);
  for (const defect of brokenChecks(results)) seen.defects.report(defect);
  const answers = answersFor(edition, seen, category, results);
  const verdicts = Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, answer]));
  return assemble({
    tool: { name: 'odi', version: ODI_VERSION },
    edition,
    dossier,
    year,
    answers,
    ...scoreOf(edition, verdicts),
    candidates: seen.candidates,
    asked: await seen.ledger.entries(),
    searched: seen.searched,
    contradictions: contradictions(edition, verdicts),
    previous,
    responsible: responsibleFor(subject),
    defects: seen.defects.list(),
    request: requestFor(subject, seen),
  });
};
