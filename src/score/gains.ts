import { isNonEmpty, type NonEmpty } from '../model/basics.ts';
import type { CascadeRule, Edition } from '../model/data.ts';
import type { Verdict } from '../model/review.ts';
import { consequencesOf, questionsMeant, type Standing } from './cascade.ts';
import { scoreOf } from './score.ts';

/** An answer as far as gains rest on it. */
export interface StandingAnswer {
  readonly answer: Verdict;
  /** Why, by its code; null where nothing tells, as in published entries. */
  readonly reason: string | null;
}

/** Questions that become Yes by what is done about some answers, and the points that this adds. */
export interface Gain {
  /** Questions, or gates of the edition, whose answers something is done about: the others follow from them. */
  readonly roots: NonEmpty<string>;
  readonly questions: NonEmpty<string>;
  readonly points: number;
  /** Were they No? False where they were Unsure, so that no more may be needed than to show it. */
  readonly certain: boolean;
}

/** One step of a way to open. */
export interface GainStep {
  readonly roots: NonEmpty<string>;
  /** Questions that become Yes by it. */
  readonly questions: readonly string[];
}

/** What can be gained, and how. */
export interface Gains {
  /**
   * The largest first. Done one after another in this order, all entries with the same roots at once, each adds what it
   * says: those of a No add up to what the ceiling lacks, those of an Unsure to what lies between points and ceiling.
   */
  readonly gains: readonly Gain[];
  /** The fewest steps that make the dataset count as open; none where it does already. */
  readonly wayToOpen: readonly GainStep[];
}

type Answers = Readonly<Record<string, StandingAnswer>>;

/** Something that can be done: it mends these answers at once. */
type Fix = NonEmpty<string>;

/** A rule whose cause is Yes already has had its say about the answers as they stand. */
const hasSpoken = ({ when }: CascadeRule, answers: Answers): boolean =>
  when.answer === 'Yes' && answers[when.question]?.answer === 'Yes';

/** The rule that made an answer of another's, null where the answer stands by itself. */
const madeBy = (question: string, answers: Answers, edition: Edition): CascadeRule | null => {
  const own = answers[question];
  const found = edition.cascade.find(
    ({ when, then, force, reason }) =>
      own?.answer === then.answer &&
      (own.reason === reason || (own.reason === null && force === 'always')) &&
      (answers[when.question]?.answer === when.answer ||
        (own.reason !== null && edition.gates.includes(when.question))) &&
      questionsMeant(edition, then.questions, when.question).includes(question),
  );
  return found ?? null;
};

/** Which answers something must be done about, and what the cascade makes of the others once it is. */
interface Ground {
  /** Unanswered gates and questions that stand by themselves. */
  readonly roots: readonly string[];
  /** Questions that are Yes once these roots are mended: the answers are scored again under the edition's rules. */
  readonly reached: (mended: ReadonlySet<string>) => ReadonlySet<string>;
}

const settled: Standing = { answer: 'Yes', state: 'settled' };
/** Yes as soon as no rule makes it something else. */
const following: Standing = { answer: 'Yes', state: 'unsure' };

const standingOf = ({ answer }: Pick<StandingAnswer, 'answer'>): Standing => ({
  answer,
  state: answer === 'Unsure' ? 'unsure' : 'settled',
});

const groundOf = (edition: Edition, answers: Answers): Ground => {
  const ids = edition.questions.map(({ id }) => id);
  const isYes = (id: string): boolean => answers[id]?.answer === 'Yes';
  const rules = new Map(
    ids.flatMap((id) => {
      const rule = isYes(id) ? null : madeBy(id, answers, edition);
      return rule === null ? [] : [[id, rule]];
    }),
  );
  const gates = new Map(
    edition.gates.flatMap((gate) => {
      const rule = [...rules.values()].find(({ when }) => when.question === gate);
      return rule === undefined ? [] : [[gate, standingOf(rule.when)]];
    }),
  );
  const cascade = edition.cascade.filter((rule) => !hasSpoken(rule, answers));

  const reachedFrom = (roots: ReadonlySet<string>, mended: ReadonlySet<string>): ReadonlySet<string> => {
    const standings: Record<string, Standing> = {};
    for (const gate of edition.gates) standings[gate] = mended.has(gate) ? settled : (gates.get(gate) ?? settled);
    for (const id of ids) {
      const own = answers[id] ?? { answer: 'Unsure' };
      standings[id] = isYes(id) || mended.has(id) ? settled : roots.has(id) ? standingOf(own) : following;
    }
    for (const { question, rule } of consequencesOf({ ...edition, cascade }, standings))
      standings[question] = standingOf(rule.then);
    return new Set(ids.filter((id) => isYes(id) || standings[id]?.answer === 'Yes'));
  };

  const own = ids.filter((id) => !isYes(id) && !rules.has(id));
  const all = new Set([...gates.keys(), ...own]);
  // An answer that no rule would hold back any more does not follow from another after all.
  const unheld = [...reachedFrom(all, new Set())].filter((id) => !isYes(id));
  const roots = [...gates.keys(), ...ids.filter((id) => all.has(id) || unheld.includes(id))];
  return { roots, reached: (mended) => reachedFrom(new Set(roots), mended) };
};

const worthOf = (edition: Edition, yes: readonly string[]): number =>
  scoreOf(edition, Object.fromEntries(yes.map((id) => [id, 'Yes' as const]))).score.points;

/** Answers under an edition, and what they rest on. */
interface Scene {
  readonly edition: Edition;
  readonly answers: Answers;
  readonly ground: Ground;
}

/** What a fix adds after others: one gain of what was No, one of what was Unsure, as far as there is such. */
const addedBy = (fix: Fix, done: ReadonlySet<string>, { edition, answers, ground }: Scene): readonly Gain[] => {
  const before = ground.reached(done);
  const questions = [...ground.reached(new Set([...done, ...fix]))].filter((id) => !before.has(id));
  return [true, false].flatMap((certain) => {
    const own = questions.filter((id) => (answers[id]?.answer === 'No') === certain);
    const points = worthOf(edition, own);
    return isNonEmpty(own) && points > 0 ? [{ roots: fix, questions: own, points, certain }] : [];
  });
};

const largest = (gains: readonly Gain[]): number => Math.max(0, ...gains.map(({ points }) => points));

const questionsIn = (gains: readonly Gain[], { questions }: Edition): readonly string[] => {
  const gained = new Set(gains.flatMap((gain) => gain.questions));
  return questions.map(({ id }) => id).filter((id) => gained.has(id));
};

/** A fix with what it adds after those before it. */
interface Step {
  readonly fix: Fix;
  readonly gains: readonly Gain[];
}

/** What is left to do, each with what it would add now; that which adds most comes first. */
const nextOf = (left: ReadonlySet<Fix>, done: ReadonlySet<string>, scene: Scene): Step =>
  [...left]
    .map((fix) => ({ fix, gains: addedBy(fix, done, scene) }))
    .reduce((best, one) => (largest(one.gains) > largest(best.gains) ? one : best));

const joined = (one: Fix, other: Fix, { ground }: Scene): Fix => {
  const both = new Set([...one, ...other]);
  const roots = ground.roots.filter((root) => both.has(root));
  return isNonEmpty(roots) ? roots : one;
};

/** In the order of what they mend first, so that the same answers give the same list. */
const sorted = (fixes: readonly Fix[], { ground }: Scene): readonly Fix[] =>
  [...fixes].sort(([one], [other]) => ground.roots.indexOf(one) - ground.roots.indexOf(other));

/** The fixes in the order of what each adds after those before it. */
const stepsOf = (fixes: readonly Fix[], scene: Scene): readonly Step[] => {
  const left = new Set(sorted(fixes, scene));
  const done = new Set<string>();
  const steps: Step[] = [];
  while (left.size > 0) {
    const next = nextOf(left, done, scene);
    steps.push(next);
    left.delete(next.fix);
    for (const root of next.fix) done.add(root);
  }
  return steps;
};

/** Steps of which none adds more than the one before it: one that does would count less without that one, so they are one. */
const descending = (fixes: readonly Fix[], scene: Scene): readonly Step[] => {
  const steps = stepsOf(fixes, scene);
  const at = steps.findIndex(
    ({ gains }, index) => index > 0 && largest(gains) > largest(steps[index - 1]?.gains ?? []),
  );
  const [before, later] = [steps[at - 1], steps[at]];
  if (before === undefined || later === undefined) return steps;
  const others = fixes.filter((fix) => fix !== before.fix && fix !== later.fix);
  return descending([...others, joined(before.fix, later.fix, scene)], scene);
};

/** All choices of so many from a list, in its order. */
const choices = <T>(list: readonly T[], size: number): readonly (readonly T[])[] => {
  if (size === 0) return [[]];
  return list.flatMap((one, at) => choices(list.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
};

/** The fewest fixes that make the dataset count as open: those without which it never does, and as many others as it takes. */
const fewestToOpen = (fixes: readonly Fix[], { edition, ground }: Scene): readonly Fix[] => {
  const opens = (some: readonly Fix[]): boolean => {
    const reached = ground.reached(new Set(some.flat()));
    return edition.open.every((id) => reached.has(id));
  };
  if (!opens(fixes)) return [];
  const needed = fixes.filter((fix) => !opens(fixes.filter((other) => other !== fix)));
  const others = fixes.filter((fix) => !needed.includes(fix));
  for (let size = 0; size < others.length; size += 1) {
    const found = choices(others, size).find((some) => opens([...needed, ...some]));
    if (found !== undefined) return [...needed, ...found];
  }
  return fixes;
};

/**
 * What the publisher of a dataset can gain: every number is the difference of two scores under the edition's own rules.
 *
 * @param edition - With the rules that held when the answers were given.
 * @param answers - By question, as they stand.
 * @param fixOf - What must be done about the answer to a question or gate; answers with the same fix are mended at once.
 */
export const gainsOf = (edition: Edition, answers: Answers, fixOf: (root: string) => string): Gains => {
  const scene: Scene = { edition, answers, ground: groundOf(edition, answers) };
  const byFix = new Map<string, Fix>();
  for (const root of scene.ground.roots) {
    const key = fixOf(root);
    const known = byFix.get(key);
    byFix.set(key, known === undefined ? [root] : [...known, root]);
  }
  const fixes = [...byFix.values()];
  const gains = descending(fixes, scene).flatMap((step) => step.gains);
  const way = stepsOf(fewestToOpen(fixes, scene), scene);
  return {
    gains: [...gains].sort((one, other) => other.points - one.points),
    wayToOpen: way.map(({ fix, gains }) => ({ roots: fix, questions: questionsIn(gains, edition) })),
  };
};
