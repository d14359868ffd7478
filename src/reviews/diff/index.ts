export { changesBetween, type DiffContext, type Rejudge } from './changes.ts';
export { definitionChange } from './definitions.ts';
export { inOrder, type Joined, join } from './join.ts';
export { cellChanges, placeDeltas } from './scorecards.ts';
