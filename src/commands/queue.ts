import type { Command } from './command.ts';
import { withOutput } from './options.ts';
import type { QueueOptions } from './queue-options.ts';

/** `odi queue`: how far the runs of a queue are. */
export const queueCommand: Command = (program, shell) => {
  const words = program
    .command('queue')
    .description('how far a queue is: done, running, waiting, failed, rate, time left')
    .requiredOption('--queue <address>', 'the database that holds it: postgres://user@host/name')
    .option('--watch', 'follow it until nothing is left: a bar on a terminal, lines elsewhere');
  withOutput(words, ['text', 'json']);
  words.action(async (options: QueueOptions) => {
    const { runQueue } = await import('./queue-run.ts');
    await runQueue(options, shell);
  });
};
