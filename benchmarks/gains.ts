import { readFileSync } from 'node:fs';
import { categoryEdition, requirementOf } from '../src/content/requirement.ts';
import { openCriteria } from '../src/criteria/load.ts';
import { factsOf } from '../src/model/data.ts';
import type { Review } from '../src/model/review.ts';
import { faultsOf } from '../test/audit/gains-hold.ts';

/*
 * Holds the gains of reviews against their answers: node --import ./typescript.mjs benchmarks/gains.ts review.json …
 * They add up, the largest comes first, and done one after another each adds what it says. Exit code 1 where one does not.
 */

const criteria = openCriteria();

const rulesOf = ({ edition, category, place }: Review) => {
  const asked = category === null ? undefined : categoryEdition(criteria.category(category.id), edition);
  const facts = place === null ? {} : factsOf(criteria.place(place.id));
  return { edition: criteria.edition(edition), requirement: asked === undefined ? null : requirementOf(asked, facts) };
};

for (const file of process.argv.slice(2)) {
  const value = JSON.parse(readFileSync(file, 'utf8'));
  const reviews: readonly Review[] = value.reviews ?? [value];
  for (const review of reviews) {
    const faults = review.gains === undefined ? ['it has no gains'] : faultsOf(review, rulesOf);
    const { points, ceiling, outOf } = review.score;
    const list =
      (review.gains ?? []).map((gain) => `${gain.points}${gain.certain ? '' : '?'}`).join(' + ') || 'nothing to gain';
    console.log(
      `${file}: ${points} to ${ceiling} of ${outOf}: ${list}${faults.length === 0 ? '' : `\n  ${faults.join('\n  ')}`}`,
    );
    if (faults.length > 0) process.exitCode = 1;
  }
}
