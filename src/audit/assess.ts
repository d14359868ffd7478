import { judge } from '../checks/index.ts';
import type { Result } from '../model/check.ts';
import type { Review, ReviewRequest } from '../model/review.ts';
import { assemble } from '../review/index.ts';
import { contradictions, scoreOf } from '../score/index.ts';
import { answersFor } from './answers.ts';
import type { AuditContext } from './context.ts';
import { coverageOf, nameIn, type Surveyed, withChosen, withUndecided } from './coverage.ts';
import { criteriaOver, withContestsOf } from './criteria.ts';
import { choose } from './dataset/index.ts';
import { dossierOf } from './dossier.ts';
import { licenceOf } from './licence.ts';

/** What was asked for, as the review keeps it. */
const requestFor = ({ events = [], scope, named }: AuditContext): ReviewRequest => ({
  kind: scope === 'address' ? 'check' : 'audit',
  urls: named,
  ...(events.length === 0 ? {} : { events: events.map(({ day, name }) => ({ day, name })) }),
});

const responsibleFor = ({ place, category }: AuditContext): string | null => {
  const names = category === null ? undefined : place?.responsible[category.id]?.value;
  return names === undefined ? null : nameIn(names);
};

const reportBroken = (results: readonly Result[], { defects }: AuditContext): void => {
  for (const result of results) {
    if ('broken' in result) defects.report({ stage: 'check', name: result.check.id, says: result.broken });
  }
};

/** Judges what was seen and writes the review: the half of an audit that knows no network. */
export const assess = async (seen: Surveyed, context: AuditContext): Promise<Review> => {
  const { edition, year, previous, evidence, defects } = context;
  const ofAny = coverageOf(seen, context);
  const verdictOf = criteriaOver(seen, ofAny, context);
  const choice = withContestsOf(choose(seen.groups, verdictOf), ofAny, seen, context);
  const ofChosen = withChosen(ofAny, choice.groups, seen);
  const coverage = choice.criteria.rule === 'missed' ? withUndecided(ofChosen, choice, seen, verdictOf) : ofChosen;
  const licence = licenceOf(choice.groups, seen);
  const dossier = dossierOf({ groups: seen.groups, choice, licence, coverage, contests: choice.contests }, context);
  const results = judge(dossier);
  reportBroken(results, context);
  const answers = answersFor(results, context);
  const verdicts = Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, answer]));
  return assemble({
    tool: { name: 'odi', version: ODI_VERSION },
    edition,
    dossier,
    year,
    answers,
    ...scoreOf(edition, verdicts),
    candidates: seen.candidates,
    asked: await evidence.entries(),
    searched: seen.searched,
    contradictions: contradictions(edition, verdicts),
    previous,
    responsible: responsibleFor(context),
    defects: defects.list(),
    request: requestFor(context),
  });
};
