import { type CountingRules, counted } from '../audit/counted.ts';
import { categoryEdition, requirementOf } from '../content/requirement.ts';
import { factsOf } from '../model/data.ts';
import type { Review } from '../model/review.ts';
import type { Counting } from '../reviews/index.ts';
import type { Shell } from './shell.ts';
import { editionOf } from './subject.ts';

/** What a review is counted by, from the criteria. @throws UserError where its edition is not known. */
export const countingRules = ({ edition, category, place }: Review, shell: Shell): CountingRules => {
  const { criteria } = shell;
  const known =
    category !== null && criteria.categories().includes(category.id) ? criteria.category(category.id) : null;
  const asked = known === null ? undefined : categoryEdition(known, edition);
  const facts = place !== null && criteria.places().includes(place.id) ? factsOf(criteria.place(place.id)) : {};
  return {
    edition: editionOf(edition, shell),
    requirement: asked === undefined ? null : requirementOf(asked, facts),
  };
};

/** Reads every review as it counts, with what people decided. */
export const countingOf =
  (shell: Shell): Counting =>
  (review) =>
    counted(review, (one) => countingRules(one, shell));
