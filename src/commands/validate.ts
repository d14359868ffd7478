import { relative, resolve } from 'node:path';
import type { FileProblem } from '../criteria/files.ts';
import { UserError } from '../model/errors.ts';
import { asJson } from '../render/escape.ts';
import type { Command } from './command.ts';
import { type OutputOptions, withOutput } from './options.ts';
import { deliver } from './output.ts';
import type { Shell } from './shell.ts';

/** Every file that was held against its schema, and what is wrong in them. */
interface Findings {
  readonly files: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** All data of the program: each file by itself, then all of them together. */
const validateCriteria = async (): Promise<Findings> => {
  const [
    { criteriaFolder, openSchemas },
    { examine, filesUnder, locate },
    { crossMisfits },
    { criteriaOf },
    { checks },
  ] = await Promise.all([
    import('../criteria/schemas.ts'),
    import('../criteria/files.ts'),
    import('../criteria/cross.ts'),
    import('../criteria/held.ts'),
    import('../checks/index.ts'),
  ]);
  const folder = criteriaFolder();
  const schemas = openSchemas(folder);
  const files = filesUnder([folder]);
  const pathOf = (file: string): string => relative(folder, file).replace(/\.[a-z]+$/, '');
  const examined = files.map((file) => ({ file, ...examine(file, schemas) }));
  const problems = examined.flatMap((one) => one.problems);
  if (problems.length > 0) return { files, problems };

  const criteria = criteriaOf(new Map(examined.map(({ file, value }) => [pathOf(file), value])));
  const misfits = crossMisfits(
    criteria,
    checks.map(({ id }) => id),
  );
  const fileOf = (path: string): string => files.find((file) => pathOf(file) === path) ?? resolve(folder, path);
  return { files, problems: misfits.map(({ path, ...misfit }) => locate(fileOf(path), misfit)) };
};

const validatePaths = async (paths: readonly string[], { cwd }: Shell): Promise<Findings> => {
  const [{ criteriaFolder, openSchemas }, { filesUnder, problemsIn }] = await Promise.all([
    import('../criteria/schemas.ts'),
    import('../criteria/files.ts'),
  ]);
  const schemas = openSchemas(criteriaFolder());
  const files = filesUnder(paths.map((path) => resolve(cwd, path)));
  if (files.length === 0) throw new UserError(`There is no YAML or JSON file under ${paths.join(', ')}.`);
  return { files, problems: files.flatMap((file) => problemsIn(file, schemas)) };
};

/** `criteria/places/ma.yaml:12:3: /domains/0: source is missing`. */
const asLine = (problem: FileProblem): string => {
  const { file, line, column, at, says } = problem;
  return `${file}:${line}:${column}: ${at === '' ? '' : `${at}: `}${says}.`;
};

const summary = ({ files, problems }: Findings): string => {
  const count = files.length === 1 ? '1 file is' : `${files.length} files are`;
  if (problems.length === 0) return `${count} valid.`;
  const broken = new Set(problems.map(({ file }) => file)).size;
  return `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${broken} of ${files.length} ${files.length === 1 ? 'file' : 'files'}.`;
};

/** `odi validate [path…]`: holds criteria, places and reviews against their schemas; exit 2 where something is wrong. */
export const validate: Command = (program, shell) => {
  const words = program
    .command('validate')
    .description('check criteria, places and reviews; without a path, all data of the program')
    .argument('[path...]', 'files, or folders with reviews or criteria');
  withOutput(words, ['text', 'json']).action(async (paths: readonly string[], { format, out }: OutputOptions) => {
    const found = paths.length === 0 ? await validateCriteria() : await validatePaths(paths, shell);
    const shorten = (file: string): string => {
      const short = relative(shell.cwd, file);
      return short === '' || short.startsWith('..') ? file : short;
    };
    const problems = found.problems.map((problem) => ({ ...problem, file: shorten(problem.file) }));
    for (const problem of problems) shell.tell(`odi: ${asLine(problem)}\n`);
    if (problems.length > 0) shell.exit(2);
    const document =
      format === 'json'
        ? asJson({ valid: problems.length === 0, files: found.files.length, problems })
        : summary({ ...found, problems });
    deliver(shell, document, out);
  });
};
