export { filedPath, type LicenceData, readLicenceData } from './data.ts';
export { statementsOfInspection } from './document.ts';
export { governing } from './governing.ts';
export { type LicenceLook, statementsOf } from './look.ts';
export { type PageHints, statementsOfPage } from './page.ts';
export { fileLicences, type Licences, openLicences, type TextHints, type TextReading } from './recognise.ts';
export { statementsOfRecord } from './record.ts';
export { verdictOfGoverning } from './tell.ts';
export type { LicencePolicy } from './verdict.ts';
