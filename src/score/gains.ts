import { isNonEmpty, type NonEmpty } from '../model/basics.ts';
import type { Edition } from '../model/data.ts';
import type { Verdict } from '../model/review.ts';
import { scoreOf } from './score.ts';

/** Questions that become Yes by what is done, and the points that this adds. */
export interface Gain {
  /** What is done, by the names of the fixes. */
  readonly fixes: NonEmpty<string>;
  readonly questions: NonEmpty<string>;
  readonly points: number;
  /** Were they No? False where they were Unsure, so that no more may be needed than to show it. */
  readonly certain: boolean;
}

/** One step of a way to open. */
export interface GainStep {
  readonly fixes: NonEmpty<string>;
  /** Questions that become Yes by it. */
  readonly questions: readonly string[];
}

/** What can be gained, and how. */
export interface Gains {
  /**
   * The largest first. Done one after another in this order, all that have the same fixes at once, each adds what it says:
   * those of a No add up to what the ceiling lacks, those of an Unsure to what lies between points and ceiling.
   */
  readonly gains: readonly Gain[];
  /** The fewest steps that make the dataset count as open; none where it does already. */
  readonly wayToOpen: readonly GainStep[];
}

/** What the gains of a set of answers are found from. */
export interface GainScene {
  readonly edition: Edition;
  /** By question, as they stand. */
  readonly answers: Readonly<Record<string, Verdict>>;
  /** What can be done, by names, in the order in which it is told where two add the same. */
  readonly fixes: readonly string[];
  /**
   * The questions that are Yes once some of it is done, by the edition's own rules. With nothing done those that are Yes now;
   * more is never less.
   */
  readonly reached: (done: ReadonlySet<string>) => ReadonlySet<string>;
}

/** Fixes that are done at once. */
type Bundle = NonEmpty<string>;

/** A bundle with what it adds after those before it. */
interface Step {
  readonly fixes: Bundle;
  readonly gains: readonly Gain[];
}

const pointsOf = (yes: readonly string[], { edition }: GainScene): number =>
  scoreOf(edition, Object.fromEntries(yes.map((id) => [id, 'Yes']))).score.points;

/** What a bundle adds after others: one gain of what was No, one of what was Unsure, as far as there is such. */
const addedBy = (fixes: Bundle, done: ReadonlySet<string>, scene: GainScene): readonly Gain[] => {
  const [before, after] = [scene.reached(done), scene.reached(new Set([...done, ...fixes]))];
  const questions = scene.edition.questions.map(({ id }) => id).filter((id) => after.has(id) && !before.has(id));
  return [true, false].flatMap((certain) => {
    const own = questions.filter((id) => (scene.answers[id] === 'No') === certain);
    const points = pointsOf(own, scene);
    return isNonEmpty(own) && points > 0 ? [{ fixes, questions: own, points, certain }] : [];
  });
};

const largest = (gains: readonly Gain[]): number => Math.max(0, ...gains.map(({ points }) => points));

/** The bundles in the order of what each adds after those before it. */
const stepsOf = (bundles: readonly Bundle[], scene: GainScene): readonly Step[] => {
  const left = new Set(bundles);
  const done = new Set<string>();
  const steps: Step[] = [];
  while (left.size > 0) {
    const next = [...left]
      .map((fixes) => ({ fixes, gains: addedBy(fixes, done, scene) }))
      .reduce((best, one) => (largest(one.gains) > largest(best.gains) ? one : best));
    steps.push(next);
    left.delete(next.fixes);
    for (const fix of next.fixes) done.add(fix);
  }
  return steps;
};

const joined = (one: Bundle, other: Bundle, { fixes }: GainScene): Bundle => {
  const both = new Set([...one, ...other]);
  const inOrder = fixes.filter((fix) => both.has(fix));
  return isNonEmpty(inOrder) ? inOrder : one;
};

const sorted = (bundles: readonly Bundle[], { fixes }: GainScene): readonly Bundle[] =>
  [...bundles].sort(([one], [other]) => fixes.indexOf(one) - fixes.indexOf(other));

/** Steps of which none adds more than the one before it: one that would counts less without that one, so the two are one. */
const descending = (bundles: readonly Bundle[], scene: GainScene): readonly Step[] => {
  const steps = stepsOf(sorted(bundles, scene), scene);
  const at = steps.findIndex(({ gains }, index) => largest(gains) > largest(steps[index - 1]?.gains ?? gains));
  const [before, later] = [steps[at - 1], steps[at]];
  if (before === undefined || later === undefined) return steps;
  const others = bundles.filter((bundle) => bundle !== before.fixes && bundle !== later.fixes);
  return descending([...others, joined(before.fixes, later.fixes, scene)], scene);
};

/** All choices of so many from a list, in its order. */
const choices = (list: readonly string[], size: number): readonly (readonly string[])[] =>
  size === 0 ? [[]] : list.flatMap((one, at) => choices(list.slice(at + 1), size - 1).map((rest) => [one, ...rest]));

/** The fewest fixes that make the dataset count as open: those without which it never does, and as many others as it takes. */
const fewestToOpen = ({ edition, fixes, reached }: GainScene): readonly string[] => {
  const opens = (some: readonly string[]): boolean => {
    const yes = reached(new Set(some));
    return edition.open.every((id) => yes.has(id));
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

const wayToOpen = (scene: GainScene): readonly GainStep[] =>
  stepsOf(
    fewestToOpen(scene).map((fix): Bundle => [fix]),
    scene,
  ).map(({ fixes, gains }) => {
    const gained = new Set(gains.flatMap(({ questions }) => questions));
    return { fixes, questions: scene.edition.questions.map(({ id }) => id).filter((id) => gained.has(id)) };
  });

/** What the publisher of a dataset can gain: every number is the difference of two scores under the edition. */
export const gainsOf = (scene: GainScene): Gains => ({
  gains: descending(
    scene.fixes.map((fix): Bundle => [fix]),
    scene,
  )
    .flatMap(({ gains }) => gains)
    .sort((one, other) => other.points - one.points),
  wayToOpen: wayToOpen(scene),
});
