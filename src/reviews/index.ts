export { keyOf, pathOf, type ReviewKey } from './key.ts';
export { type Counting, parseReview } from './shape.ts';
export { openStore, type Selection, type Store, type Stored, type StoredDigest, serialise } from './store.ts';
export { readReview, updateReview } from './update.ts';
