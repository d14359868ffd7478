export { answersOf, sayings } from './answers.ts';
export { contradictions } from './contradictions.ts';
export { type Scored, scoreOf } from './score.ts';
export { type ListedNames, type OpenScorecard, openScorecard } from './scorecard.ts';
