export { type LicenceData, readLicenceData } from './data.ts';
export { type Licences, openLicences, type TextHints, type TextReading } from './recognise.ts';
export { type LicencePolicy, licenceReasons } from './verdict.ts';
