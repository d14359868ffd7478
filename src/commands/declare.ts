import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command as Program } from 'commander';
import type { Criteria } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import { commands } from './index.ts';
import { configName, variableOf } from './setting-names.ts';
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
    existsSync(join(cwd, configName)) ||
    command.options.some(({ long }) => environment[variableOf(long ?? '')] !== undefined));

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
  const apply = async (command: Program): Promise<void> => {
    const { applySettings } = await import('./settings.ts');
    applySettings(program, command, shell);
    isColourful = command.opts()['color'] !== false;
    const folder: unknown = command.optsWithGlobals()['criteria'];
    if (typeof folder !== 'string') return;
    const { ownCriteria } = await import('./own-criteria.ts');
    criteria = ownCriteria(folder, shell);
  };
  program.hook('preAction', async (_, command) => {
    if (!hasSettings(command, shell)) return;
    try {
      await apply(command);
    } catch (error) {
      // While a person types is no time to be told.
      if (command.name() !== completing || !(error instanceof UserError)) throw error;
    }
  });
};
