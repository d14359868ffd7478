import type { Rule } from '../decision.ts';

/**
 * Why a criterion that nothing shows may be there all the same. Each is asked in turn before a No is given: it answers
 * Unsure with a reason of its own and names what is in doubt, or leaves it to the next.
 */
export type Doubt = Rule;
