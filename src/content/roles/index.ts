export { doubtsOf } from './explain.ts';
export { type FieldReader, fieldReaderFor } from './reader.ts';
export { doubtOfNo, doubtOfYes, readsAsOther } from './veto.ts';
