import type { CountingRules } from '../audit/counted.ts';
import { keepDecisions } from '../audit/decisions.ts';
import { withGains } from '../audit/gains.ts';
import { rescore } from '../audit/rescore.ts';
import type { Edition } from '../model/data.ts';
import { isDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { many } from '../render/scorecard-words.ts';
import { countingRules } from './counting.ts';
import { foldersBeside, openRejudge } from './rejudge.ts';
import type { RescoreOptions } from './rescore-options.ts';
import type { Shell } from './shell.ts';
import { breathing, reviewsOf } from './sides.ts';
import { storeAt } from './store-at.ts';
import { storeWord } from './store-word.ts';
import { editionOf, storeFolder } from './subject.ts';

/** How the reviews came by their new answers. */
interface Tally {
  /** Already under the edition. */
  kept: number;
  /** From their evidence. */
  judged: number;
  /** From their answers, for lack of evidence. */
  carried: number;
  /** Of categories that the edition does not have. */
  foreign: number;
}

type Rejudge = ReturnType<typeof openRejudge>;

/** The review under the edition, null where the edition does not ask for its category. */
const again = async (
  review: Review,
  edition: Edition,
  rejudge: Rejudge,
  tally: Tally,
  shell: Shell,
): Promise<Review | null> => {
  if (review.category !== null && !edition.categories.includes(review.category.id)) {
    tally.foreign += 1;
    return null;
  }
  if (review.edition === edition.id) {
    tally.kept += 1;
    return review.gains === undefined ? review : withGains(review, countingRules(review, shell));
  }
  const rulesOf = (one: Review): CountingRules => countingRules(one, shell);
  const judged = await rejudge(review, edition.id);
  if (judged !== null) {
    tally.judged += 1;
    return { ...keepDecisions(judged, review, rulesOf), people: review.people };
  }
  tally.carried += 1;
  const carried = rescore(review, editionOf(review.edition, shell), edition, rulesOf);
  return withGains(carried, rulesOf(carried));
};

const summary = ({ kept, judged, carried, foreign }: Tally, { into, edition }: RescoreOptions): string => {
  const parts = [
    ...(judged > 0 ? [`${judged} judged again from their evidence`] : []),
    ...(carried > 0 ? [`${carried} scored again from their answers, without another look at their criteria`] : []),
    ...(kept > 0 ? [`${kept} under ${edition} already`] : []),
    ...(foreign > 0 ? [`${foreign} left out, of categories that ${edition} does not ask for`] : []),
  ];
  return `${many(kept + judged + carried, 'review', 'reviews')} under ${edition} in ${into}: ${parts.join(', ')}.\n`;
};

/** Runs `odi rescore`. */
export const runRescore = async (options: RescoreOptions, shell: Shell): Promise<void> => {
  const edition = editionOf(options.edition, shell);
  const [from, into] = [options.store, storeWord(options.into)].map((word) =>
    isDatabaseAddress(word) ? word : storeFolder(word, shell),
  ) as [string, string];
  if (from === into)
    throw new UserError('--into is the store itself: name another folder, so that the old reviews stay.');
  const target = storeAt(into, shell, { writes: true });
  target.clean();
  const rejudge = openRejudge({ replay: options.replay ?? [], folders: foldersBeside(options.store) }, shell);
  const tally: Tally = { kept: 0, judged: 0, carried: 0, foreign: 0 };
  let seen = 0;
  const reviews = reviewsOf(storeAt(from, shell), options.year === undefined ? {} : { year: options.year }, shell);
  for await (const review of breathing(reviews, shell)) {
    const fresh = await again(review, edition, rejudge, tally, shell);
    if (fresh !== null) target.write(fresh);
    seen += 1;
  }
  if (seen === 0)
    throw new UserError(`${options.store} holds no reviews to score again; name another --store or --year.`);
  if (options.quiet !== true) shell.print(summary(tally, options));
};
