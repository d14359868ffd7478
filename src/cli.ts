import { setMaxListeners } from 'node:events';
import { CommanderError, Command as Program } from 'commander';
import { commands } from './commands/index.ts';
import type { ExitCode, Shell } from './commands/shell.ts';
import { openCriteria } from './criteria/load.ts';
import { UserError } from './model/errors.ts';

const isColourful = (
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
  words: readonly string[],
) => isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb' && !words.includes('--no-color');

/** The real terminal, clock and environment of this process. */
const openShell = (words: readonly string[], exit: Shell['exit'], interrupted: AbortSignal): Shell => ({
  print: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
  readInput: () => process.stdin,
  terminal: {
    out: process.stdout.isTTY === true,
    err: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? process.stderr.columns ?? 80,
    colour: isColourful(process.env, process.stdout.isTTY === true, words),
  },
  environment: process.env,
  now: () => new Date(),
  cwd: process.cwd(),
  criteria: openCriteria(),
  interrupted,
  exit,
});

/** The first Ctrl-C asks the work to stop and keep what is done; the second ends the process at once. */
const listenForInterrupt = (): { readonly signal: AbortSignal; readonly close: () => void } => {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal); // every request under way listens
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGINT', stop);
  return { signal: controller.signal, close: () => void process.off('SIGINT', stop) };
};

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** A reader that went away (`odi … | head`) is no error of ours. */
const endQuietlyOnClosedPipe = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
};

const declare = (shell: Shell): Program => {
  const program = new Program('odi')
    .description('Audits open government data: the nine Open Data Index questions, each answered with evidence.')
    .version(ODI_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .showHelpAfterError('(odi --help lists the commands)')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeOut: shell.print, writeErr: shell.tell });
  for (const command of commands) command(program, shell);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
};

const exitCodeOf = (error: unknown, shell: Shell): ExitCode => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    shell.tell(`odi: ${error.message}\n`);
    return 2;
  }
  shell.tell(`odi: a defect of odi itself, please report it with this text:\n${describe(error)}\n`);
  return 70;
};

/** Runs the program on its words and returns the exit code. */
export const main = async (words: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = 0;
  const exit = (next: ExitCode): void => {
    if (next > code) code = next;
  };
  endQuietlyOnClosedPipe();
  const interrupt = listenForInterrupt();
  const shell = openShell(words, exit, interrupt.signal);
  try {
    await declare(shell).parseAsync([...words], { from: 'user' });
  } catch (error) {
    exit(exitCodeOf(error, shell));
  } finally {
    interrupt.close();
  }
  return interrupt.signal.aborted ? 130 : code;
};
