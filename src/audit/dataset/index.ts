export { type Choice, choose } from './choose.ts';
export { editionsApart } from './editions.ts';
export { type Group, observationsOf, type VerdictOf } from './group.ts';
export { scopeOf } from './scope.ts';
export { editionOf, editionYear } from './series.ts';
