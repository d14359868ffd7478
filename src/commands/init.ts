import type { Command } from './command.ts';

/** `odi init [dir]`: writes a commented example of an own method and a config file. */
export const init: Command = (program, shell) => {
  program
    .command('init')
    .description('write a commented example of an own method (weights, category, place) and a config file')
    .argument('[dir]', 'the folder to write it into (this one)')
    .action(async (dir: string | undefined) => {
      const { runInit } = await import('./init-run.ts');
      runInit(dir ?? '.', shell);
    });
};
