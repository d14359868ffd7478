export { type ContentInput, judgeContent, judgeFailed, withFindings } from './judge.ts';
export type { ContentFile } from './reading.ts';
export { doubtsOf, type FieldReader, fieldReaderFor } from './roles/index.ts';
export { criteriaNamed } from './told.ts';
export { conceptsFor } from './vocabulary.ts';
