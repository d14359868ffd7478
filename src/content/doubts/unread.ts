import { lookedThrough } from '../absence.ts';
import { isReadable, isSidecar, type Reading } from '../reading.ts';
import type { Doubt } from './index.ts';

/** Was everything read and understood, so that what is not there can be said not to be there? */
const isUnderstood = ({ units }: Reading): boolean =>
  units.length > 0 &&
  units.every((unit) => unit.inspection.complete && (isReadable(unit.inspection) || isSidecar(unit, units)));

/** Part of a file was not read, or nothing in it could be looked through. */
export const notUnderstood: Doubt = (_, { reading }) =>
  isUnderstood(reading) ? null : { answer: 'Unsure', reason: 'not-understood', where: lookedThrough(reading) };

/** The official source offers files that were not seen. */
export const notAllSeen: Doubt = (_, { reading, whole }) =>
  whole ? null : { answer: 'Unsure', reason: 'not-all-seen', where: lookedThrough(reading) };
