import { Argument } from 'commander';
import type { Command } from './command.ts';

/** `odi completion <shell>`: a script that lets a shell complete words; the shell then asks with `odi completion words -- …`. */
export const completion: Command = (program, shell) => {
  program
    .command('completion')
    .description('a script with which bash, zsh or fish complete commands, flags, places, categories and editions')
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(['bash', 'zsh', 'fish', 'words']))
    .argument('[words...]', 'what was typed so far, for the script itself')
    .action(async (name: string, words: readonly string[]) => {
      if (name === 'words') {
        const { completionsOf } = await import('./completion-words.ts');
        for (const { word, says } of completionsOf(words, program, shell)) shell.print(`${word}\t${says}\n`);
        return;
      }
      const { scripts } = await import('./completion-scripts.ts');
      shell.print(scripts[name === 'zsh' || name === 'fish' ? name : 'bash']);
    });
};
