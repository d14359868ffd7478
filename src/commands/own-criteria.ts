import { relative, resolve } from 'node:path';
import { checks } from '../checks/index.ts';
import { type Overlay, openOverlay } from '../criteria/overlay.ts';
import { problemLine } from '../criteria/problem.ts';
import { criteriaFolder, openSchemas } from '../criteria/schemas.ts';
import type { Criteria } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import type { Shell } from './shell.ts';

/** An own method laid over the data of the program, and what is wrong in it. @throws UserError where there is none. */
export const overlayIn = (folder: string, { cwd, criteria }: Shell): Overlay =>
  openOverlay(
    resolve(cwd, folder),
    criteria,
    openSchemas(criteriaFolder()),
    checks.map(({ id }) => id),
  );

const shortened = (file: string, cwd: string): string => {
  const short = relative(cwd, file);
  return short === '' || short.startsWith('..') ? file : short;
};

/** The data of the program with an own method laid over it. @throws UserError naming what is wrong by file and line. */
export const ownCriteria = (folder: string, shell: Shell): Criteria => {
  const { criteria, problems } = overlayIn(folder, shell);
  if (problems.length === 0) return criteria;
  const lines = problems.map((problem) => problemLine({ ...problem, file: shortened(problem.file, shell.cwd) }));
  throw new UserError(
    `the own method in ${shortened(resolve(shell.cwd, folder), shell.cwd)} is not sound.\n${lines.join('\n')}`,
  );
};
