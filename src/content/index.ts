export { type ContentInput, judgeContent } from './judge.ts';
export type { ContentFile } from './reading.ts';
export { conceptsFor } from './vocabulary.ts';
