import { UserError } from '../model/errors.ts';
import type { ExportOptions } from './export-options.ts';

/** The format that was asked for. @throws UserError for one that the form cannot be written in. */
export const formatOf = <T extends string>({ to, format }: ExportOptions, known: readonly [T, ...T[]]): T => {
  if (format === undefined) return known[0];
  const found = known.find((one) => one === format);
  if (found !== undefined) return found;
  throw new UserError(`--format: ${to} is written as ${known.join(' or ')}, not as ${format}.`);
};
