import { calendarOf } from '../../contests/index.ts';
import type { Day } from '../../model/basics.ts';
import type { Dossier, GoverningLicence } from '../../model/check.ts';
import type { ContestsSeen } from '../../model/contest.ts';
import type { Coverage } from '../../model/coverage.ts';
import type { Category, Cycle, Place } from '../../model/data.ts';
import type { Observation } from '../../model/observation.ts';
import type { Choice } from './choose.ts';
import { type Group, observationsOf } from './group.ts';

export { type Choice, choose } from './choose.ts';
export { type Group, observationsOf, type VerdictOf } from './group.ts';
export { scopeOf } from './scope.ts';

/** What a dossier is laid out from. */
export interface DossierParts {
  readonly asOf: Day;
  readonly place: Place | null;
  readonly category: { readonly category: Category; readonly cycle: Cycle } | null;
  readonly groups: readonly Group[];
  readonly choice: Choice;
  readonly licence: GoverningLicence;
  readonly coverage: Coverage;
  readonly contests: ContestsSeen | null;
}

/** The name a review calls a place or category by. */
const named = (names: Readonly<Record<string, string>>, fallback: string): string => names['en'] ?? fallback;

/** The facts of a place without their sources. */
export const factsOf = ({ facts }: Place): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(Object.entries(facts).map(([key, { value }]) => [key, value]));

/** Lays out everything that judgement may know, with the dataset marked among what was seen. */
export const layOut = ({
  asOf,
  place,
  category,
  groups,
  choice,
  licence,
  coverage,
  contests,
}: DossierParts): Dossier => {
  const members = new Set(choice.groups.flatMap(observationsOf).map(({ evidence }) => evidence));
  const mark = (observation: Observation): Observation => ({
    ...observation,
    chosen: members.has(observation.evidence),
  });
  return {
    asOf,
    place:
      place === null
        ? null
        : {
            id: place.id,
            name: named(place.names, place.slug),
            facts: factsOf(place),
            elections: calendarOf(place),
          },
    category:
      category === null
        ? null
        : {
            id: category.category.id,
            title: named(category.category.titles, category.category.id),
            cycle: category.cycle,
          },
    observations: groups.flatMap(observationsOf).map(mark),
    criteria: choice.criteria,
    licence,
    coverage,
    contests,
  };
};
