import { judge } from './checks/index.ts';
import { judgeFailed } from './content/index.ts';
import { choose, factsOf, type Group, isSeenWhole, layOut, observationsOf, type VerdictOf } from './dossier/index.ts';
import type { Ledger } from './ledger.ts';
import type { Day } from './model/basics.ts';
import type { CriteriaVerdict, GoverningLicence, Result } from './model/check.ts';
import type { Category, CategoryEdition, Edition, Place } from './model/data.ts';
import type { Defect, Defects } from './model/defect.ts';
import type { Observation } from './model/observation.ts';
import type { Candidate } from './model/records.ts';
import type { Review } from './model/review.ts';
import { assemble, type Searched } from './review/index.ts';
import { answersOf, contradictions, scoreOf } from './score/index.ts';
import type { Stages } from './stages.ts';

/** What a review is about. */
export interface Subject {
  readonly place: Place | null;
  readonly category: Category | null;
  readonly edition: Edition;
  readonly year: number;
  readonly asOf: Day;
  readonly previous: Review | null;
}

/** What was seen for it. */
export interface Seen {
  readonly groups: readonly Group[];
  /** True where nothing promising was left unopened. */
  readonly exhausted: boolean;
  readonly candidates: readonly Candidate[];
  readonly searched: readonly Searched[];
  readonly ledger: Ledger;
  readonly defects: Defects;
}

const noCriteria: CriteriaVerdict = { findings: [], rule: 'none', extent: null };

const editionOf = ({ category, edition }: Subject): CategoryEdition | undefined =>
  category?.editions.find((entry) => entry.edition === edition.id);

/** Was everything seen that could hold the data? A search that failed may have hidden it; terms hold none. */
const isWhole = ({ groups, exhausted, searched }: Seen): boolean =>
  exhausted &&
  searched.every(({ note }) => note === null) &&
  isSeenWhole(groups.flatMap(observationsOf).filter(({ role }) => role !== 'licence'));

/** Kinds of reply that stand where the data should be: what they say is nothing about the data. */
const inPlaceOfData: readonly Observation['kind'][] = [
  ...(['error', 'soft-404', 'login', 'terms-gate', 'captcha', 'paywall', 'search-form', 'app-shell'] as const),
  ...(['empty', 'robots', 'licence'] as const),
];

const criteriaOver = (subject: Subject, seen: Seen, stages: Stages): VerdictOf => {
  const { category, edition, place, asOf } = subject;
  if (category === null) return () => noCriteria;
  const whole = isWhole(seen);
  const facts = place === null ? null : { facts: factsOf(place) };
  return (groups) => {
    const files = groups
      .flatMap(observationsOf)
      .filter(({ kind }) => !inPlaceOfData.includes(kind))
      .flatMap(({ evidence, url, inspection }) => (inspection === null ? [] : [{ evidence, name: url, inspection }]));
    const verdict = stages.judgeContent({ files, category, edition: edition.id, place: facts, asOf, whole });
    for (const { id, reason, where } of verdict.findings) {
      if (reason === judgeFailed) seen.defects.report({ stage: 'criterion', name: id, says: where[0]?.part ?? reason });
    }
    return verdict;
  };
};

/** Kinds of reply on which a publisher would state a licence. */
const statesLicences: readonly Observation['kind'][] = ['page', 'record', 'licence', 'listing', 'terms-gate'];

const licenceOf = (chosen: readonly Observation[], stages: Stages): GoverningLicence => {
  const statements = chosen.flatMap(({ evidence, licence }) =>
    licence.map((statement) => ({ ...statement, evidence })),
  );
  const looked = chosen.filter(({ kind }) => statesLicences.includes(kind)).map(({ evidence }) => evidence);
  const unreached = chosen
    .filter(({ outcome, role }) => outcome.kind !== 'arrived' && role !== 'data-file')
    .map(({ evidence }) => evidence);
  return stages.governing(statements, looked, unreached);
};

const responsibleFor = ({ place, category }: Subject): string | null => {
  const names = category === null ? undefined : place?.responsible[category.id]?.value;
  return names === undefined ? null : (names['en'] ?? Object.values(names)[0] ?? null);
};

/**
 * The edition as it asks about one address. Whether some expected data exists is not the question then: a doubt about it
 * does not silence what the address itself shows (its licence, a log-in, that it is gone), and one answer does not make
 * another. Only what always follows from a No still does.
 */
const ofOneAddress = (edition: Edition): Edition => ({
  ...edition,
  cascade: edition.cascade.filter(({ when, force }) => force === 'always' && when.answer === 'No'),
});

const brokenChecks = (results: readonly Result[]): readonly Defect[] =>
  results.flatMap((result) =>
    'broken' in result ? [{ stage: 'check' as const, name: result.check.id, says: result.broken }] : [],
  );

/** Judges what was seen and writes the review: the half of an audit that knows no network. */
export const conclude = async (subject: Subject, seen: Seen, stages: Stages): Promise<Review> => {
  const { place, category, edition, asOf, year, previous } = subject;
  const choice = choose(seen.groups, criteriaOver(subject, seen, stages));
  const licence = licenceOf(choice.groups.flatMap(observationsOf), stages);
  const rules = editionOf(subject);
  const dossier = layOut({
    asOf,
    place,
    category: category === null || rules === undefined ? null : { category, cycle: rules.cycle },
    groups: seen.groups,
    choice,
    licence,
  });
  const results = judge(dossier);
  for (const defect of brokenChecks(results)) seen.defects.report(defect);
  const answers = answersOf(category === null ? ofOneAddress(edition) : edition, results);
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
  });
};
