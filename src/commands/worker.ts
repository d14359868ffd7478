import type { Command } from './command.ts';
import { wholeNumber, withNoise } from './options.ts';
import type { WorkerOptions } from './queue-options.ts';
import { storeWord } from './store-word.ts';

/** `odi worker`: takes audits from a queue and does them. */
export const worker: Command = (program, shell) => {
  const words = program
    .command('worker')
    .description('take places from a queue and audit them, until none is left; on any number of machines')
    .requiredOption('--queue <address>', 'the database that holds it: postgres://user@host/name')
    .option('--at-once <n>', 'places at once', wholeNumber(1), 4)
    .option('--stay', 'wait for more when none is left')
    .option('--store <dir>', 'where the store of the run lies on this machine (as it was planned)', storeWord)
    .option('--record <file.warc.gz>', 'where its archives lie on this machine, with {place} (as it was planned)')
    .option('--allow-private', 'let loopback and private addresses be asked, where the run asks them');
  withNoise(words).action(async (options: WorkerOptions) => {
    const { runWorker } = await import('./worker-run.ts');
    await runWorker(options, shell);
  });
};
