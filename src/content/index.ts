export { type ContentInput, judgeContent, judgeFailed, withFindings } from './judge.ts';
export type { ContentFile } from './reading.ts';
export { builtModels, doubtsOf, type FieldReader, fieldReaderFor } from './roles/index.ts';
export { builtVocabularies, conceptsFor } from './vocabulary.ts';
