export { glanceOf, printedYearOf, type ReviewGlance } from './glances/glance.ts';
export { keyOf, pathOf, type ReviewKey } from './key.ts';
export { type Counting, parseReview } from './shape.ts';
export { openStore, serialise } from './store.ts';
export type { Glanced, Selection, Store, Stored, StoredDigest } from './stored.ts';
export { readReview, updateReview } from './update.ts';
