import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Option, Command as Program } from 'commander';
import type { Criteria } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
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
  });
};
