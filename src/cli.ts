import { setMaxListeners } from 'node:events';
import { CommanderError, Command as Program } from 'commander';
import { type Channels, openChannels } from './commands/channels.ts';
import { declareCommands } from './commands/declare.ts';
import { describeProgram } from './commands/program.ts';
import type { ExitCode, Shell } from './commands/shell.ts';
import { openCriteria } from './criteria/load.ts';
import { refusalOf, UserError } from './model/errors.ts';

const isColourful = (
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
  words: readonly string[],
) => isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb' && !words.includes('--no-color');

/** @throws UserError where the folder that the program was started in is gone. */
const folder = (): string => {
  try {
    return process.cwd();
  } catch (cause) {
    throw new UserError(`The folder you are in is not there any more: ${refusalOf(cause)}. Change to another one.`, {
      cause,
    });
  }
};

/** Lines as they come. Asked for one after the other, so that none is lost between two questions. */
async function* linesOf(input: NodeJS.ReadableStream, signal: AbortSignal): AsyncGenerator<string> {
  const { createInterface } = await import('node:readline');
  if (signal.aborted) return;
  const lines = createInterface({ input });
  const stop = (): void => lines.close();
  signal.addEventListener('abort', stop);
  try {
    yield* lines;
  } finally {
    signal.removeEventListener('abort', stop);
    lines.close();
  }
}

/** The width of a pipe's reader, where the environment tells it; terminals of old have 80 columns. */
const columnsOf = ({ COLUMNS: told = '' }: NodeJS.ProcessEnv): number =>
  /^[1-9]\d{0,3}$/.test(told) ? Number(told) : 80;

/** The real terminal, clock and environment of this process. */
const openShell = (
  words: readonly string[],
  { print, tell, draw }: Channels,
  exit: Shell['exit'],
  { signal: interrupted, needsToStop }: Interrupt,
): Shell => ({
  ...{ print, tell, draw },
  readInput: () => process.stdin,
  readLines: () => linesOf(process.stdin, interrupted),
  terminal: {
    out: process.stdout.isTTY === true,
    err: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? process.stderr.columns ?? columnsOf(process.env),
    colour: isColourful(process.env, process.stdout.isTTY === true, words),
  },
  environment: process.env,
  now: () => new Date(),
  cwd: folder(),
  criteria: openCriteria(),
  ...{ interrupted, needsToStop, exit },
});

/** Milliseconds in which work that was asked to stop must have stopped, unless it said that it needs more: all that is finished is kept by then. */
const usualGrace = 1_000;

/** Ctrl-C, and what a machine that shuts down sends. */
const asked = ['SIGINT', 'SIGTERM'] as const;

interface Interrupt extends Pick<Shell, 'needsToStop'> {
  readonly signal: AbortSignal;
  readonly close: () => void;
}

/** The first Ctrl-C asks the work to stop and keep what is done; the second, or a while, ends the process. */
const listenForInterrupt = (): Interrupt => {
  const controller = new AbortController();
  let grace = usualGrace;
  setMaxListeners(0, controller.signal); // every request under way listens
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    setTimeout(() => process.exit(130), grace).unref();
  };
  for (const signal of asked) process.on(signal, stop);
  const close = (): void => {
    for (const signal of asked) process.off(signal, stop);
  };
  const needsToStop = (milliseconds: number): void => {
    grace = milliseconds;
  };
  return { signal: controller.signal, needsToStop, close };
};

const isHelpAsked = ([first]: readonly string[]): boolean => first === 'help';

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const declare = (shell: Shell): Program => {
  const program = describeProgram(new Program('odi'))
    .version(ODI_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .showSuggestionAfterError(false)
    .exitOverride()
    // What is wrong with the words is said by `usageError`, for all commands alike.
    .configureOutput({ writeOut: shell.print, writeErr: shell.tell, outputError: () => {} });
  declareCommands(program, shell);
  return program;
};

/** Tells what is wrong with words, and what of them a text program may have spoilt. */
const tellMistake = async (
  error: CommanderError | UserError,
  words: readonly string[],
  program: Program | null,
  { tell }: Channels,
): Promise<void> => {
  const { remarkOn, usageError } = await import('./commands/usage.ts');
  const says = error instanceof UserError || program === null ? error.message : usageError(error, words, program);
  // An error that names the spoilt word itself has said it.
  const remark = error instanceof UserError && says.includes('nobody sees') ? null : remarkOn(words);
  tell(`odi: ${says}\n${remark === null ? '' : `odi: ${remark}\n`}`);
};

const endedBy = async (
  error: unknown,
  words: readonly string[],
  program: Program | null,
  channels: Channels,
): Promise<ExitCode> => {
  // Help that was asked for, and help in place of a command, have said all.
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  if (error instanceof CommanderError && error.code === 'commander.help') return isHelpAsked(words) ? 0 : 2;
  if (error instanceof CommanderError || error instanceof UserError) {
    await tellMistake(error, words, program, channels);
    return 2;
  }
  channels.tell(`odi: a defect of odi itself, please report it with this text:\n${describe(error)}\n`);
  return 70;
};

/** Waits until standard output has taken what it was given, or was closed. */
const flushed = (): Promise<void> =>
  new Promise((resolve) => {
    // A device tells that it takes nothing one turn later.
    if (process.stdout.writableLength === 0 || process.stdout.destroyed) setImmediate(resolve);
    else process.stdout.write('', () => resolve());
  });

/** Runs the program on its words and returns the exit code. */
export const main = async (words: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = 0;
  const exit = (next: ExitCode): void => {
    if (next > code) code = next;
  };
  const channels = openChannels();
  let program: Program | null = null;
  const interrupt = listenForInterrupt();
  try {
    const shell = openShell(words, channels, exit, interrupt);
    program = declare(shell);
    await program.parseAsync([...words], { from: 'user' });
    await flushed();
    const lost = channels.lost();
    if (lost !== null) throw lost;
  } catch (error) {
    exit(await endedBy(error, words, program, channels));
  } finally {
    interrupt.close();
  }
  return interrupt.signal.aborted ? 130 : code;
};
