export {
  citation,
  dataDictionary,
  licenceText,
  type PackageContents,
  type Publication,
  type TableFile,
  tidyPackage,
} from './about.ts';
export { openReferences } from './reference.ts';
export { type RowsByTable, reviewRows } from './rows.ts';
export type { TidyTable, TidyVocabulary } from './vocabulary.ts';
export { csvTable, type OpenTable, type TableWriter } from './writer.ts';
