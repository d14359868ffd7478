export { type ContentInput, judgeContent, judgeFailed } from './judge.ts';
export type { ContentFile } from './reading.ts';
export { conceptsFor } from './vocabulary.ts';
