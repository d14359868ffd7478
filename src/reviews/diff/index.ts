export { areAnsweredAlike, changesBetween, type DiffContext, type Rejudge } from './changes.ts';
export { definitionChange } from './definitions.ts';
export { cellFall, fallsAmong, fallsSince, type ScoredCell } from './falls.ts';
export { inOrder, type Joined, join } from './join.ts';
export { publishedWords } from './published-words.ts';
export { type CellPair, cellChanges, cellPairs, placeDeltas } from './scorecards.ts';
export { openSummary, summaryOf } from './summary.ts';
