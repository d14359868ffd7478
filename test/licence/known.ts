import { openCriteria } from '../../src/criteria/load.ts';
import { openLicences, readLicenceData } from '../../src/licence/index.ts';

export const data = readLicenceData(openCriteria());

/** The recogniser by terms, opened once for all tests of a file. */
export const licences = openLicences(data);

/** The recogniser that counts approved licences only. */
export const strict = openLicences(data, 'strict');
