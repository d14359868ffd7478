export { isUnchanged } from './compare.ts';
export { isArea, isLanguageTag, isReachable, openFields, type PortalFields, stateOf } from './fields.ts';
export { reportOf } from './report.ts';
export { type DrawnRecord, drawn } from './sample.ts';
export { type SeriesWords, stemOf } from './series.ts';
export { shareInterval } from './statistics.ts';
