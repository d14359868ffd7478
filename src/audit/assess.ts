import { createHash } from 'node:crypto';
import { judge, judgeByCriteria } from '../checks/index.ts';
import { categoryEdition, requirementOf } from '../content/requirement.ts';
import type { Dossier, PublishedAnswer, Result } from '../model/check.ts';
import { factsOf } from '../model/data.ts';
import type { ByCriteria, CriteriaRule, OwnAnswer, Review, ReviewFacts, ReviewRequest } from '../model/review.ts';
import { assemble } from '../review/index.ts';
import { type AnswerDrafts, contradictions, draftsOf, publishedOf, scoreOf, settle } from '../score/index.ts';
import { judged } from './choice.ts';
import type { AuditContext } from './context.ts';
import type { CountingRules } from './counted.ts';
import { nameIn, type Surveyed, withChosen, withUndecided } from './coverage.ts';
import { dossierOf } from './dossier.ts';
import { withGains } from './gains.ts';
import { licenceOf } from './licence.ts';
import { askedOf, ownOf } from './own.ts';

/** What was asked for, as the review keeps it. */
const requestFor = ({ events = [], scope, named, choose: chosen }: AuditContext): ReviewRequest => ({
  kind: scope === 'address' ? 'check' : 'audit',
  urls: named,
  ...(chosen === undefined ? {} : { choose: chosen }),
  ...(events.length === 0 ? {} : { events: events.map(({ day, name }) => ({ day, name })) }),
});

/** Short enough to be read over, long enough to be no other's by chance: 64 bits. */
const digestOf = (fact: unknown): string =>
  createHash('sha256').update(JSON.stringify(fact)).digest('hex').slice(0, 16);

/** What is known of the place, and what the category asks for under the edition and is found by, as digests. */
const factDigests = ({ place, category, edition }: AuditContext): ReviewFacts => ({
  place: place === null ? null : digestOf(place),
  category:
    category === null
      ? null
      : digestOf({ ...category, editions: category.editions.filter((asked) => asked.edition === edition.id) }),
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

/** The dossier as if people had decided that its criteria come to something else. */
const supposing = (dossier: Dossier, rule: CriteriaRule): Dossier => ({
  ...dossier,
  criteria: { ...dossier.criteria, rule, isDecided: true },
});

/** What rests on the criteria, for each outcome they can have: what follows where a person answers a criterion otherwise. */
const byCriteriaOf = (dossier: Dossier, { edition }: AuditContext): ByCriteria => {
  const following = (rule: CriteriaRule): Readonly<Record<string, OwnAnswer>> => {
    const results = judgeByCriteria(supposing(dossier, rule));
    const checks = results.map(({ check }) => check.id);
    const drafts = Object.entries(draftsOf(edition, results));
    return Object.fromEntries(
      drafts
        .filter(
          ([
            ,
            {
              rule: { id },
            },
          ]) => checks.includes(id),
        )
        .map(([id, draft]) => [id, ownOf(draft)]),
    );
  };
  return { met: following('met'), missed: following('missed'), unknown: following('unknown') };
};

/** What the checks say by themselves, where the edition's rules make something else of it or several stand behind one question. */
const ownWhere = (drafts: AnswerDrafts, settled: AnswerDrafts): Readonly<Record<string, OwnAnswer>> =>
  Object.fromEntries(
    Object.entries(drafts)
      .filter(([id, draft]) => settled[id] !== draft || draft.parts !== undefined)
      .map(([id, draft]) => [id, ownOf(draft)]),
  );

const gatesIn = (settled: AnswerDrafts, { edition }: AuditContext): Readonly<Record<string, PublishedAnswer>> =>
  Object.fromEntries(
    edition.gates
      .filter((gate) => !edition.questions.some(({ id }) => id === gate))
      .flatMap((gate) => {
        const draft = settled[gate];
        return draft === undefined ? [] : [[gate, draft]];
      }),
  );

const rulesOf = ({ edition, category, place }: AuditContext): CountingRules => {
  const asked = category === null ? undefined : categoryEdition(category, edition.id);
  const facts = place === null ? {} : factsOf(place);
  return { edition, requirement: asked === undefined ? null : requirementOf(asked, facts) };
};

/** Judges what was seen and writes the review: the half of an audit that knows no network. */
export const assess = async (seen: Surveyed, context: AuditContext): Promise<Review> => {
  const { edition, year, previous, evidence, defects } = context;
  const { ofAny, verdictOf, choice, told } = judged(seen, context);
  const ofChosen = withChosen(ofAny, choice.groups, seen);
  const coverage =
    choice.criteria.rule === 'missed' ? withUndecided(ofChosen, { choice, told, verdictOf }, seen) : ofChosen;
  const licence = licenceOf(choice.groups, seen);
  const dossier = dossierOf(
    { groups: seen.groups, choice, licence, coverage, contests: choice.contests, candidates: seen.candidates },
    context,
  );
  const results = judge(dossier);
  reportBroken(results, context);
  const drafts = draftsOf(edition, results);
  const settled = settle(edition, drafts, askedOf(context));
  const answers = publishedOf(edition, settled);
  const verdicts = Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, answer]));
  const review = assemble({
    tool: { name: 'odi', version: ODI_VERSION },
    edition,
    dossier,
    year,
    answers,
    own: ownWhere(drafts, settled),
    gates: gatesIn(settled, context),
    byCriteria: context.category === null ? null : byCriteriaOf(dossier, context),
    ...scoreOf(edition, verdicts),
    candidates: seen.candidates,
    asked: await evidence.entries(),
    searched: seen.searched,
    contradictions: contradictions(edition, verdicts),
    previous,
    responsible: responsibleFor(context),
    defects: defects.list(),
    request: requestFor(context),
    facts: factDigests(context),
  });
  return withGains(review, rulesOf(context));
};
