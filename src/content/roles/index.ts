export { doubtsOf } from './explain.ts';
export { builtModels, type FieldReader, fieldReaderFor } from './reader.ts';
export { doubtOfNo, doubtOfYes, readsAsOther } from './veto.ts';
