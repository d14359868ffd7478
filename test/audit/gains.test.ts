import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountingRules } from '../../src/audit/counted.ts';
import { decide } from '../../src/audit/decisions.ts';
import { withGains } from '../../src/audit/gains.ts';
import { ownOf } from '../../src/audit/own.ts';
import { categoryEdition, requirementOf } from '../../src/content/requirement.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Result } from '../../src/model/check.ts';
import { type Edition, factsOf } from '../../src/model/data.ts';
import type { Review, Verdict } from '../../src/model/review.ts';
import { sayImprovement } from '../../src/review/improve.ts';
import { type AnswerDraft, type AskedOf, draftsOf, scoreOf, settle } from '../../src/score/index.ts';
import { answers as madeAnswers, review as madeReview } from '../reviews/builders.ts';
import { faultsOf, pointsIn } from './gains-hold.ts';

/*
 * What the publisher can gain. The numbers are held against answers that are given and scored anew, with the results of checks
 * replaced one after another: nothing of how gains are found is used for that.
 */

const criteria = openCriteria();
const editions = criteria.editions().map(criteria.edition);
const captures = join(import.meta.dirname, '..', '..', 'fixtures', 'captures');

const rulesOf = ({ edition, category, place }: Review): CountingRules => {
  const asked = category === null ? undefined : categoryEdition(criteria.category(category.id), edition);
  const facts = place === null ? {} : factsOf(criteria.place(place.id));
  return {
    edition: criteria.edition(edition),
    requirement: asked === undefined ? null : requirementOf(asked, facts),
  };
};

describe.each(readdirSync(captures).filter((name) => name.endsWith('.json')))('%s', (name) => {
  const kept: Review = JSON.parse(readFileSync(join(captures, name), 'utf8'));

  test('tells what can be gained, and found anew it is the same', () => {
    expect(faultsOf(kept, rulesOf)).toEqual([]);
    expect(JSON.stringify(withGains(kept, rulesOf(kept)))).toBe(JSON.stringify(kept));
  });
});

/* Reviews made of results, and the same results with some of them mended. */

type Outcome = 'yes' | 'no' | 'unsure' | 'not-applicable';

/** What a check says in a test: its answer, and what it advises; checks that advise the same are mended together. */
interface Made {
  readonly outcome: Outcome;
  readonly advice: string | null;
}

type Case = Readonly<Record<string, Made>>;

const checksOf = ({ questions, gates }: Edition): readonly string[] => [
  ...new Set([...gates, ...questions.flatMap((question) => question.checks)]),
];

const resultsOf = (made: Case): readonly Result[] =>
  Object.entries(made).map(([id, { outcome, advice }]): Result => {
    const grounds = [{ evidence: 'ev-1' }] as const;
    const answer =
      outcome === 'unsure'
        ? ({ outcome, reason: 'made-up', missing: [] } as const)
        : outcome === 'not-applicable'
          ? ({ outcome, reason: 'made-up' } as const)
          : ({ outcome, reason: 'made-up', grounds } as const);
    return { check: { id, version: 1 }, answer, says: '', improve: advice === null ? null : `Do ${advice}` };
  });

const toldOf = (draft: AnswerDraft, own: AnswerDraft) => {
  const { answer, reason, says, args, evidence, rule } = ownOf(draft);
  const kept = draft !== own || own.parts !== undefined ? { own: ownOf(own) } : {};
  return { answer, reason, says, args, evidence, rule, override: null, ...kept };
};

const reviewOf = (edition: Edition, made: Case, asked: AskedOf): Review => {
  const drafts = draftsOf(edition, resultsOf(made));
  const settled = settle(edition, drafts, asked);
  const tell = (id: string) => toldOf(settled[id] as AnswerDraft, drafts[id] as AnswerDraft);
  const answers = Object.fromEntries(
    edition.questions.map(({ id, title: question, weight }) => {
      const told = tell(id);
      const improve = sayImprovement(settled[id] as AnswerDraft, question, weight);
      return [id, { question, ...told, weight, points: told.answer === 'Yes' ? weight : 0, improve }];
    }),
  );
  const verdicts = Object.fromEntries(Object.entries(answers).map(([id, { answer }]) => [id, answer]));
  const { score, isOpen } = scoreOf(edition, verdicts);
  const base = madeReview({ answers, edition: edition.id });
  return {
    ...base,
    ...{ score, isOpen },
    request: { kind: asked === 'place' ? 'audit' : 'check', urls: [] },
    category: asked === 'address' ? null : base.category,
    ...(edition.gates.length === 0 ? {} : { gates: Object.fromEntries(edition.gates.map((id) => [id, tell(id)])) }),
  };
};

/** Who is meant by what is advised: the checks that advise it and do not say Yes, or all behind a question. */
const meantBy = (said: string, edition: Edition, made: Case): readonly string[] => {
  const open = (check: string): boolean => made[check] !== undefined && made[check].outcome !== 'yes';
  const advised = Object.keys(made).filter((check) => open(check) && said.includes(`Do ${made[check]?.advice}.`));
  const plain = edition.questions
    .filter(({ title }) => said.includes(`“${title}” can be answered Yes.`))
    .flatMap(({ checks }) => checks.filter(open));
  const gates = edition.gates.filter(() => said.includes('“Does the data exist?” can be answered Yes.'));
  return [...advised, ...plain, ...gates];
};

/** Answers given anew, a question that did not arise for another's sake being Yes once nothing makes it anything else. */
const yesAfter = (edition: Edition, made: Case, asked: AskedOf, first: Case): ReadonlySet<string> => {
  const [drafts, before] = [draftsOf(edition, resultsOf(made)), draftsOf(edition, resultsOf(first))];
  const [settled, at] = [settle(edition, drafts, asked), settle(edition, before, asked)];
  const free = edition.questions.filter(
    ({ id }) =>
      drafts[id]?.state === 'silent' && settled[id] === drafts[id] && at[id] !== before[id] && at[id]?.answer !== 'Yes',
  );
  if (free.length > 0) {
    const silent = free.flatMap(({ checks }) => checks.filter((check) => made[check]?.outcome === 'not-applicable'));
    return yesAfter(edition, mendedIn(made, silent), asked, first);
  }
  return new Set(edition.questions.map(({ id }) => id).filter((id) => settled[id]?.answer === 'Yes'));
};

const pointsOf = (edition: Edition, yes: ReadonlySet<string>): number =>
  scoreOf(edition, Object.fromEntries([...yes].map((id) => [id, 'Yes' as const]))).score.points;

const isHeld = (check: string, edition: Edition, first: Case, asked: AskedOf): boolean => {
  if (first[check]?.outcome !== 'not-applicable') return false;
  const drafts = draftsOf(edition, resultsOf(first));
  const settled = settle(edition, drafts, asked);
  return edition.questions.some(
    ({ id, checks }) => checks.includes(check) && drafts[id]?.state === 'silent' && settled[id] !== drafts[id],
  );
};

const mendedIn = (made: Case, checks: readonly string[]): Case => ({
  ...made,
  ...Object.fromEntries(checks.map((check) => [check, { outcome: 'yes', advice: null } as const])),
});

/** Does what is listed, one after another, and holds each against what it says. */
const expectTrue = (edition: Edition, first: Case, asked: AskedOf, review: Review): void => {
  const { gains = [], wayToOpen = [] } = review;
  let made = first;
  let points = pointsOf(edition, yesAfter(edition, made, asked, first));
  for (const fix of new Set(gains.map((gain) => gain.fix))) {
    const meant = meantBy(fix, edition, first).filter((check) => !isHeld(check, edition, first, asked));
    made = mendedIn(made, meant);
    const now = pointsOf(edition, yesAfter(edition, made, asked, first));
    expect(now - points).toBe(pointsIn(gains.filter((gain) => gain.fix === fix)));
    points = now;
  }
  expect(points).toBe(review.score.outOf);

  const way = wayToOpen.flatMap(({ fix }) => meantBy(fix, edition, first));
  const opened = mendedIn(
    first,
    way.filter((check) => !isHeld(check, edition, first, asked)),
  );
  const yes = yesAfter(edition, opened, asked, first);
  expect(edition.open.every((id) => yes.has(id))).toBe(true);
};

const outcomes = fc.constantFrom<Outcome>('yes', 'no', 'unsure', 'not-applicable');
const advices = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { nil: null });
const asking = fc.constantFrom<AskedOf>('place', 'address-in-category', 'address');
const weighing = (edition: Edition): fc.Arbitrary<Edition> =>
  fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 9, maxLength: 9 }).map((weights) => ({
    ...edition,
    questions: edition.questions.map((question, at) => ({ ...question, weight: weights[at] ?? 1 })) as never,
  }));
const anyEdition = fc.constantFrom(...editions).chain((edition) => fc.oneof(fc.constant(edition), weighing(edition)));
const cases = anyEdition.chain((edition) =>
  fc.record({
    edition: fc.constant(edition),
    asked: asking,
    made: fc.record(
      Object.fromEntries(checksOf(edition).map((check) => [check, fc.record({ outcome: outcomes, advice: advices })])),
    ),
  }),
);

describe('of any answers under any edition', () => {
  test('the gains add up, and done one after another each adds what it says', () => {
    fc.assert(
      fc.property(cases, ({ edition, asked, made }) => {
        const review = withGains(reviewOf(edition, made, asked), { edition, requirement: null });
        expect(faultsOf(review, () => ({ edition, requirement: null }))).toEqual([]);
        expectTrue(edition, made, asked, review);
      }),
      { numRuns: 60 },
    );
  });
});

/* What the words and numbers are, on answers made by hand. */

const edition = (id: string): Edition => criteria.edition(id);
const results = (id: string, given: Readonly<Record<string, Outcome>>, others: Outcome = 'yes'): Case =>
  Object.fromEntries(checksOf(edition(id)).map((check) => [check, { outcome: given[check] ?? others, advice: check }]));

const gained = (id: string, made: Case, asked: AskedOf = 'place') => {
  const { gains = [], wayToOpen = [] } = withGains(reviewOf(edition(id), made, asked), {
    edition: edition(id),
    requirement: null,
  });
  return {
    gains: gains.map(
      ({ points, certain, questions, fix }) => `${points}${certain ? '' : '?'} ${questions.length}: ${fix}`,
    ),
    open: wayToOpen.map(({ fix }) => fix),
  };
};

describe('what is gained', () => {
  test('a fix adds all that follows from it, not its own weight alone', () => {
    expect(gained('godi-2015', results('godi-2015', { exists: 'no', free: 'no' }))).toEqual({
      gains: ['85 8: Do exists.', '15 1: Do free.'],
      open: ['Do exists.'],
    });
  });

  test('what nobody could ask follows, and what was seen to lack stays to be done', () => {
    const made = results('godi-2015', { exists: 'no', openlicense: 'unsure' }, 'not-applicable');
    expect(gained('godi-2015', made).gains).toEqual(['70 8: Do exists.', '30 1: Do openlicense.']);
    expect(gained('godi-2015', { ...made, exists: { outcome: 'unsure', advice: 'exists' } }).gains).toEqual([
      '70? 8: Do exists.',
      '30? 1: Do openlicense.',
    ]);
  });

  test('fixes that only count together are one', () => {
    const made = results('godi-2015', {
      exists: 'no',
      openlicense: 'no',
      machinereadable: 'no',
      free: 'no',
      bulk: 'no',
      uptodate: 'no',
    });
    expect(gained('godi-2015', made).gains).toEqual([
      '50 5: Do exists. Do openlicense.',
      '15 1: Do free.',
      '15 1: Do machinereadable.',
      '10 1: Do bulk.',
      '10 1: Do uptodate.',
    ]);
  });

  test('several checks behind one question count together, and one that several questions need is done once', () => {
    const made = results('godi-2016', { online: 'no', public: 'no' });
    expect(gained('godi-2016', made).gains).toEqual(['15 1: Do online. Do public.']);
    const same = { ...made, bulk: { outcome: 'no', advice: 'online' } as const };
    expect(gained('godi-2016', same).gains).toEqual(['15 1: Do online.', '15 1: Do public.']);
  });

  test('a gate of the edition has no weight, and holds all', () => {
    const plain = 'Make it plain that “Does the data exist?” can be answered Yes.';
    expect(gained('godi-2016', results('godi-2016', { exists: 'no', uptodate: 'no' }))).toEqual({
      gains: [`85 5: ${plain}`, '15 1: Do uptodate.'],
      open: [plain, 'Do uptodate.'],
    });
  });

  test('one fix for a No and an Unsure is told of each', () => {
    expect(gained('godi-2015', results('godi-2015', { openlicense: 'no', free: 'unsure' })).gains).toEqual([
      '30 1: Do openlicense.',
      '15? 1: Do openlicense.',
    ]);
  });

  test('at one address a No stands while it is not known what the address is of', () => {
    const made = results('godi-2015', { exists: 'unsure', openlicense: 'no', free: 'no' });
    expect(gained('godi-2015', made, 'address-in-category').gains).toEqual([
      '55? 7: Do exists.',
      '30 1: Do openlicense.',
      '15 1: Do free.',
    ]);
    const more = results('godi-2015', { exists: 'unsure', openlicense: 'no' }, 'no');
    expect(gained('godi-2015', more, 'address-in-category').gains.slice(0, 2)).toEqual([
      '30 1: Do exists. Do openlicense.',
      '15 1: Do free.',
    ]);
  });

  test('nothing, where nothing is missing', () => {
    expect(gained('godi-2015', results('godi-2015', {}))).toEqual({ gains: [], open: [] });
  });

  test('the shortest way to open leaves out what openness does not ask', () => {
    const made = results('godi-2015', { bulk: 'no', uptodate: 'unsure', openlicense: 'no', machinereadable: 'unsure' });
    expect(gained('godi-2015', made).open).toEqual(['Do openlicense.', 'Do machinereadable.']);
  });

  test('what has no advice is named by its question', () => {
    const made = { ...results('godi-2015', {}), bulk: { outcome: 'no', advice: null } as const };
    expect(gained('godi-2015', made).gains).toEqual([
      '10 1: Make it plain that “Available in bulk?” can be answered Yes.',
    ]);
  });
});

describe('of published entries', () => {
  const imported = (word: string): Review => {
    const entry = madeReview({
      answers: Object.fromEntries(
        Object.entries(madeAnswers(word)).map(([id, answer]) => [id, { ...answer, reason: 'published' }]),
      ),
    });
    return withGains({ ...entry, published: { row: '2' } }, rulesOf(entry));
  };

  test('answers that the form copied follow from the one that they were copied from', () => {
    expect((imported('NNNNNNNNN').gains ?? []).map(({ points, questions }) => [points, questions.length])).toEqual([
      [100, 9],
    ]);
    expect((imported('UUUUUUUUU').gains ?? []).map(({ points, certain }) => [points, certain])).toEqual([[100, false]]);
  });

  test.each(['YYYYYNNNY', 'NNNNNNNNN', 'YYNNNNNNN', 'YUUYYYUNU', 'YUYYUYYYY', 'YYYYYYYYY'])(
    'they add up: %s',
    (word) => {
      expect(faultsOf(imported(word), rulesOf)).toEqual([]);
    },
  );
});

describe('with what people decided', () => {
  const base = reviewOf(edition('godi-2015'), results('godi-2015', { exists: 'no', openlicense: 'no' }), 'place');
  const on = (question: string, answer: Verdict): Review =>
    decide(
      base,
      { on: question, answer, because: 'the terms say so', reviewer: 'Ada', at: '2026-01-01T00:00:00Z', evidence: [] },
      rulesOf,
    );

  test('what follows from the answer of a person counts', () => {
    expect((on('exists', 'Yes').gains ?? []).map(({ points, fix }) => [points, fix])).toEqual([
      [30, 'Do openlicense.'],
    ]);
    expect((on('openlicense', 'Yes').gains ?? []).map(({ points }) => points)).toEqual([70]);
  });

  test('what a person found is quoted, and is something to be done', () => {
    const { gains = [] } = on('free', 'Unsure');
    expect(gains.at(-1)).toMatchObject({
      fix: 'Make it plain that “Is the data available for free?” can be answered Yes, of which the reviewer says: the terms say so.',
      reason: 'reviewer-found',
      points: 15,
      certain: false,
    });
  });

  test.each([
    ['exists', 'Yes'],
    ['exists', 'Unsure'],
    ['free', 'No'],
    ['free', 'Unsure'],
    ['openlicense', 'Yes'],
    ['digital', 'No'],
  ] as const)('they add up: %s %s', (question, answer) => {
    expect(faultsOf(on(question, answer), rulesOf)).toEqual([]);
  });
});
