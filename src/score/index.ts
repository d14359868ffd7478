export {
  type AnswerDraft,
  type AnswerDrafts,
  type AskedOf,
  adviceOf,
  answersOf,
  combine,
  draftsOf,
  publishedOf,
  sayings,
  settle,
} from './answers.ts';
export {
  type Contradiction,
  contradicting,
  contradictionKey,
  contradictions,
  contradictionTexts,
} from './contradictions.ts';
export { type GainScene, gainsOf } from './gains.ts';
export { type Scored, scoreOf } from './score.ts';
export { type ListedNames, type OpenScorecard, openScorecard } from './scorecard.ts';
