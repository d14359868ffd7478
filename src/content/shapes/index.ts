import type { Shape } from '../clues.ts';
import { exceeds } from './exceeds.ts';
import { listedCounts } from './listed.ts';
import { named } from './named.ts';
import { reportedPer } from './per-unit.ts';
import { codedAccount, noHeader } from './unnamed.ts';
import { votesByChoice } from './votes.ts';

/** The recognisers of shapes that criteria can name. */
export const shapes: Readonly<Record<string, Shape>> = {
  'coded-account': codedAccount,
  exceeds,
  'listed-counts': listedCounts,
  named,
  'no-header': noHeader,
  'reported-per': reportedPer,
  'votes-by-choice': votesByChoice,
};
