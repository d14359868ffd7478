import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Option, Command as Program } from 'commander';
import { knownLanguages } from '../messages/known.ts';
import type { Criteria } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import { examples } from './examples.ts';
import { commands } from './index.ts';
import { configName, ownVariables, variable, variableOf } from './setting-names.ts';
import type { Shell } from './shell.ts';

/** Commands that look at settings and own methods themselves, or need none: a broken one must not stop them. */
const withoutSettings: ReadonlySet<string> = new Set(['init', 'validate']);

/** The command that completes words, those of an own method among them. */
const completing = 'completion';

/** Is there anything that could be taken from outside the flags? What reads it is loaded only then. */
const hasSettings = (command: Program, { cwd, environment }: Shell): boolean =>
  !withoutSettings.has(command.name()) &&
  (command.optsWithGlobals()['criteria'] !== undefined ||
    command.optsWithGlobals()['config'] !== undefined ||
    variable(environment, 'ODI_CONFIG') !== undefined ||
    existsSync(join(cwd, configName)) ||
    command.options.some(({ long }) => variable(environment, variableOf(long ?? '')) !== undefined));

/** Commands, and those below them. */
const all = (program: Program): readonly Program[] =>
  program.commands.flatMap((command) => [command, ...all(command as Program)]);

const withCommon = (program: Program): void => {
  for (const command of all(program)) {
    command
      .option('--criteria <dir>', 'own places, categories, editions and words, laid over those of the program')
      .option('--config <file>', `settings (${configName} in this folder, where there is one)`);
  }
};

const withExamples = (program: Program, before: string = ''): void => {
  for (const command of program.commands) {
    const path = `${before}${command.name()}`;
    const example = examples[path];
    if (example !== undefined) command.addHelpText('after', `\nExample:\n  ${example}`);
    withExamples(command as Program, `${path} `);
  }
};

/** Which commands write documents in which languages, as they declare it. */
const withLanguages = (program: Program, { criteria }: Shell): void => {
  const speaking = program.commands.filter(({ options }) => options.some(({ long }) => long === '--lang'));
  const names = speaking.map((command) => command.name()).join(', ');
  program.addHelpText(
    'after',
    `\nDocuments in other languages (--lang ${knownLanguages(criteria).join(', ')}):\n  ${names}`,
  );
};

/** A path that begins in the home folder is written out by shells, but not behind `=`. @throws UserError */
const refuseHomeSign = (command: Program): void => {
  for (const option of command.options) {
    if (!/<(?:dir|file|path)/.test(option.flags)) continue;
    const given: unknown = command.opts()[option.attributeName()];
    const path = [given].flat().find((value) => typeof value === 'string' && /^~[/\\]/.test(value));
    if (path !== undefined)
      throw new UserError(
        `${option.long}: ${String(path)} begins with ~, which the shell left as it is; write ${option.long} ${String(path)} with a blank, or the whole path.`,
      );
  }
};

/** Flags that must be given: settings may give them, and they come before a command runs, which is when it is looked at. */
const requireLate = (program: Program): ((command: Program) => void) => {
  const required = new Map<Program, readonly Option[]>();
  for (const command of all(program)) {
    const own = command.options.filter(({ mandatory }) => mandatory);
    for (const option of own) option.mandatory = false;
    required.set(command, own);
  }
  return (command) => {
    const missing = required.get(command)?.find((option) => command.opts()[option.attributeName()] === undefined);
    if (missing !== undefined)
      command.error(`error: required option '${missing.flags}' not specified`, {
        code: 'commander.missingMandatoryOptionValue',
      });
  };
};

/** Is there a variable that may be misspelt? */
const hasStrangers = (program: Program, { environment }: Shell): boolean => {
  const names = Object.keys(environment).filter((name) => name.startsWith('ODI_'));
  if (names.length === 0) return false;
  const known = new Set<string>([
    ...ownVariables,
    ...all(program).flatMap(({ options }) => options.map(({ long }) => variableOf(long ?? ''))),
  ]);
  return names.some((name) => !known.has(name));
};

/**
 * Declares every command. Before one runs, what its flags do not say is taken from `ODI_…` variables and from the config file, and an
 * own method is laid over the data of the program.
 */
export const declareCommands = (program: Program, shell: Shell): void => {
  let criteria: Criteria = shell.criteria;
  let isColourful = true;
  const given: Shell = {
    ...shell,
    get criteria() {
      return criteria;
    },
    get terminal() {
      return { ...shell.terminal, colour: shell.terminal.colour && isColourful };
    },
  };
  for (const command of commands) command(program, given);
  withCommon(program);
  withExamples(program);
  withLanguages(program, shell);
  for (const command of program.commands) command.copyInheritedSettings(program);
  const mustBeGiven = requireLate(program);
  const apply = async (command: Program): Promise<void> => {
    const { applySettings } = await import('./settings.ts');
    const where = applySettings(program, command, shell);
    isColourful = command.opts()['color'] !== false;
    const folder: unknown = command.optsWithGlobals()['criteria'];
    if (typeof folder === 'string') {
      const { ownCriteria } = await import('./own-criteria.ts');
      criteria = ownCriteria(folder, shell);
    }
    const edition: unknown = command.opts()['edition'];
    if (where !== null && typeof edition === 'string' && !criteria.editions().includes(edition))
      throw new UserError(`${where}: there is no edition ${edition}; known are ${criteria.editions().join(', ')}.`);
  };
  program.hook('preAction', async (_, command) => {
    const isCompleting = command.name() === completing;
    if (!isCompleting && hasStrangers(program, shell)) {
      const { tellUnknownVariables } = await import('./settings.ts');
      tellUnknownVariables(program, shell);
    }
    try {
      if (hasSettings(command, shell)) await apply(command);
    } catch (error) {
      // While a person types is no time to be told.
      if (!isCompleting || !(error instanceof UserError)) throw error;
    }
    mustBeGiven(command);
    refuseHomeSign(command);
  });
};
