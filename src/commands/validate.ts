import { existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Command as Program } from 'commander';
import type { Overlay } from '../criteria/overlay.ts';
import { type FileProblem, problemLine } from '../criteria/problem.ts';
import type { Schemas } from '../criteria/schemas.ts';
import type { PlanFile } from '../model/commitments.ts';
import { UserError } from '../model/errors.ts';
import { asJson } from '../render/escape.ts';
import type { Command } from './command.ts';
import { type OutputOptions, withOutput } from './options.ts';
import { deliver } from './output.ts';
import { configName } from './setting-names.ts';
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
    { languageMisfits },
    { englishBeside },
  ] = await Promise.all([
    import('../criteria/schemas.ts'),
    import('../criteria/files.ts'),
    import('../criteria/cross.ts'),
    import('../criteria/held.ts'),
    import('../checks/index.ts'),
    import('../messages/misfits.ts'),
    import('../audit/english.ts'),
  ]);
  const folder = criteriaFolder();
  const schemas = openSchemas(folder);
  const files = filesUnder([folder]);
  const pathOf = (file: string): string => relative(folder, file).replace(/\.[a-z]+$/, '');
  const examined = files.map((file) => ({ file, ...examine(file, schemas) }));
  const problems = examined.flatMap((one) => one.problems);
  if (problems.length > 0) return { files, problems };

  const criteria = criteriaOf(new Map(examined.map(({ file, value }) => [pathOf(file), value])));
  const misfits = [
    ...crossMisfits(
      criteria,
      checks.map(({ id }) => id),
    ),
    ...languageMisfits(criteria.languageFiles, englishBeside(criteria)).map(({ tag, ...misfit }) => ({
      ...misfit,
      path: `messages/${tag}`,
    })),
  ];
  const fileOf = (path: string): string => files.find((file) => pathOf(file) === path) ?? resolve(folder, path);
  return { files, problems: misfits.map(({ path, ...misfit }) => locate(fileOf(path), misfit)) };
};

const overlaid = async (folder: string, shell: Shell): Promise<Overlay> => {
  const { overlayIn } = await import('./own-criteria.ts');
  return overlayIn(folder, shell);
};

/** The config file of a folder and the own method that it names; what is wrong in either. */
const validateConfig = async (
  path: string,
  program: Program,
  shell: Shell,
): Promise<Findings & { own: string | null }> => {
  const { configProblems, readConfig, valueProblems } = await import('./settings.ts');
  const config = readConfig(path, relative(shell.cwd, path));
  const named = config.settings['criteria'];
  const own = typeof named === 'string' ? resolve(config.folder, named) : null;
  const editions = own === null ? shell.criteria.editions() : (await overlaid(own, shell)).criteria.editions();
  const found = [...configProblems(program, config), ...valueProblems(program, config, editions)];
  return { files: [path], problems: found.map((problem) => ({ ...problem, file: path })), own };
};

const validateOwn = async (folder: string, shell: Shell): Promise<Findings> => await overlaid(folder, shell);

/** A path by what it is: a config file, a folder with one, an own method, or files that stand for themselves. */
const validatePath = async (path: string, program: Program, shell: Shell): Promise<Findings | null> => {
  const { isOwnMethod } = await import('../criteria/own-files.ts');
  const config = basename(path) === configName ? path : join(path, configName);
  if (existsSync(config)) {
    const { own, ...found } = await validateConfig(config, program, shell);
    const folder = own ?? (config !== path && isOwnMethod(path) ? path : null);
    return folder === null ? found : together([found, await validateOwn(folder, shell)]);
  }
  const { criteriaFolder } = await import('../criteria/schemas.ts');
  return isOwnMethod(path) && resolve(path) !== resolve(criteriaFolder()) ? validateOwn(path, shell) : null;
};

const together = (all: readonly Findings[]): Findings => ({
  files: all.flatMap(({ files }) => files),
  problems: all.flatMap(({ problems }) => problems),
});

/** What is wrong in a file by itself, and, of plans, what in them does not go with what is known. */
const problemsOf = async (file: string, schemas: Schemas, { criteria }: Shell): Promise<readonly FileProblem[]> => {
  const { examine, isPlanFile, locate } = await import('../criteria/files.ts');
  const { value, problems } = examine(file, schemas);
  if (problems.length > 0 || !isPlanFile(file, value, schemas)) return problems;
  const { planMisfitsOf } = await import('./plan-files.ts');
  return planMisfitsOf(value as unknown as PlanFile, criteria).map((misfit) => locate(file, misfit));
};

const validatePaths = async (paths: readonly string[], program: Program, shell: Shell): Promise<Findings> => {
  const [{ criteriaFolder, openSchemas }, { filesUnder }] = await Promise.all([
    import('../criteria/schemas.ts'),
    import('../criteria/files.ts'),
  ]);
  const schemas = openSchemas(criteriaFolder());
  const found: Findings[] = [];
  for (const path of paths.map((each) => resolve(shell.cwd, each))) {
    const known = await validatePath(path, program, shell);
    const files = known === null ? filesUnder([path]) : [];
    const problems: FileProblem[] = [];
    for (const file of files) problems.push(...(await problemsOf(file, schemas, shell)));
    found.push(known ?? { files, problems });
  }
  const all = together(found);
  if (all.files.length === 0) throw new UserError(`There is no YAML or JSON file under ${paths.join(', ')}.`);
  return all;
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
    .argument('[path...]', 'files, or folders with reviews, criteria, an own method or a config file');
  withOutput(words, ['text', 'json']).action(
    async (given: readonly string[], options: OutputOptions & { criteria?: string }) => {
      const { format, out, criteria } = options;
      const paths = criteria === undefined ? given : [...given, criteria];
      const found = paths.length === 0 ? await validateCriteria() : await validatePaths(paths, program, shell);
      const shorten = (file: string): string => {
        const short = relative(shell.cwd, file);
        return short === '' || short.startsWith('..') ? file : short;
      };
      const problems = found.problems.map((problem) => ({ ...problem, file: shorten(problem.file) }));
      for (const problem of problems) shell.tell(`odi: ${problemLine(problem)}\n`);
      if (problems.length > 0) shell.exit(2);
      const document =
        format === 'json'
          ? asJson({ valid: problems.length === 0, files: found.files.length, problems })
          : summary({ ...found, problems });
      deliver(shell, document, out);
    },
  );
};
