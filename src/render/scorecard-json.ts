import type { Scorecard } from '../model/scorecard.ts';
import { forJson } from './escape.ts';

/** The scorecard as it is. */
export const scorecardJson = (card: Scorecard): string => `${forJson(JSON.stringify(card, null, 2))}\n`;
