import { judge } from '../checks/index.ts';
import type { Result } from '../model/check.ts';
import type { Review, ReviewRequest } from '../model/review.ts';
import { assemble } from '../review/index.ts';
import { contradictions, scoreOf } from '../score/index.ts';
import { answersFor } from './answers.ts';
import { type AuditContext, categoryRules } from './context.ts';
import { criteriaOver, withContestsOf } from './criteria.ts';
import { choose, layOut } from './dataset/index.ts';
import { licenceOf } from './licence.ts';
import { coverageOf, nameIn, type Surveyed, withUndecided, withWhatIsJudged } from './survey.ts';

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
  const { place, category, edition, asOf, year, previous, evidence, defects } = context;
  const looked = coverageOf(seen, context);
  const verdictOf = criteriaOver(seen, looked, context);
  const choice = withContestsOf(choose(seen.groups, verdictOf), looked, seen, context);
  const judged = withWhatIsJudged(looked, choice.groups, seen);
  const rules = categoryRules(context);
  const dossier = layOut({
    asOf,
    place,
    category: category === null || rules === undefined ? null : { category, cycle: rules.cycle },
    groups: seen.groups,
    choice,
    licence: licenceOf(choice.groups, seen),
    coverage: choice.criteria.rule === 'missed' ? withUndecided(judged, choice, seen, verdictOf) : judged,
    contests: choice.contests,
  });
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
