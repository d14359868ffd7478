import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  governing,
  type LicencePolicy,
  type Licences,
  openLicences,
  readLicenceData,
  statementsOf,
  verdictOfGoverning,
} from '../licence/index.ts';
import { UserError } from '../model/errors.ts';
import type { FileFormat } from '../model/format.ts';
import type { LicenceVerdict } from '../model/licence.ts';
import { extensionOfName } from '../web/address.ts';
import { openFormats } from '../web/formats.ts';
import type { FetchOptions, NoiseOptions } from './options.ts';
import type { Shell } from './shell.ts';

/** What a target was recognised as. */
export interface Recognised {
  readonly verdict: LicenceVerdict;
  /** True where an address gave nothing to read. */
  readonly isLost: boolean;
}

type Options = FetchOptions & NoiseOptions;

const isWebAddress = (target: string): boolean => /^https?:\/\//i.test(target);

/** Does it look like a file, so that its absence is a mistake and no text to judge? */
const isLikeFile = (target: string, { criteria }: Shell): boolean => {
  const { formats } = criteria.data<{ readonly formats: readonly FileFormat[] }>('vocabulary/formats');
  const format = openFormats(formats).byExtension(extensionOfName(target));
  return /^\S+$/.test(target) && format !== null && format.id !== 'server-page';
};

const isUnknown = ({ reason }: LicenceVerdict): boolean =>
  reason === 'unknown-address' || reason === 'unknown-name' || reason === 'unclear';

/** Reads what is at an address or in a file, and judges all that it says together. */
const readTarget = async (target: string, licences: Licences, options: Options, shell: Shell): Promise<Recognised> => {
  const { inspectTarget } = await import('./inspect-run.ts');
  const { inspection, isLost } = await inspectTarget(target, { category: null, place: null, options }, shell);
  const statements = isLost
    ? []
    : statementsOf(licences, { url: target, role: 'licence', inspection, reading: null, record: null });
  const placed = statements.map((statement) => ({ ...statement, evidence: 'ev-1' as const }));
  const verdict = verdictOfGoverning(governing(placed, isLost ? [] : ['ev-1'], isLost ? ['ev-1'] : []));
  return { verdict, isLost };
};

/**
 * Recognises an address, an identifier, a name, a text, a file or standard input. The table is asked first: the network
 * is only touched for an address that it does not know.
 *
 * @throws UserError where something that looks like a file is none.
 */
export const recogniseTarget = async (
  target: string,
  policy: LicencePolicy,
  options: Options,
  shell: Shell,
): Promise<Recognised> => {
  const licences = openLicences(readLicenceData(shell.criteria), policy);
  if (target === '-' || (!isWebAddress(target) && existsSync(resolve(shell.cwd, target))))
    return readTarget(target, licences, options, shell);
  const known = licences.any(target);
  if (isWebAddress(target) && isUnknown(known)) {
    const read = await readTarget(target, licences, options, shell);
    return known.id === null || read.verdict.open !== 'Unsure' ? read : { ...read, verdict: known };
  }
  if (known.reason === 'unknown-name' && isLikeFile(target, shell))
    throw new UserError(`${target} cannot be read: there is no such file, and no licence of that name.`);
  return { verdict: known, isLost: false };
};
