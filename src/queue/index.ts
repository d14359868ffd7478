export { isDatabaseAddress, readDatabaseAddress } from '../model/database-address.ts';
export { type Database, type DatabaseOptions, openDatabase, refuseAway } from './database.ts';
export type { DoPlace, JobSurroundings, TakenPlace } from './job.ts';
export { type PlannedPlace, putPlan, type RunSettings, settingsOf } from './plan.ts';
export { prepareQueue, refuseUnprepared } from './prepare.ts';
export { stateOf } from './state.ts';
export { workOn } from './work.ts';
