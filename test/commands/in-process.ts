import { CommanderError, Command as Program } from 'commander';
import { declareCommands } from '../../src/commands/declare.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { UserError } from '../../src/model/errors.ts';
import type { Transcript } from './odi.ts';

export type { Transcript } from './odi.ts';

/** What a run in this process is given besides its words. */
export interface Surroundings {
  readonly interrupted?: AbortSignal;
  /** Called with each piece that is told on standard error. */
  readonly onTell?: (text: string) => void;
  /** Called with each piece that is printed. */
  readonly onPrint?: (text: string) => void;
  readonly environment?: Shell['environment'];
  /** Standard input. */
  readonly input?: string | Uint8Array;
}

const criteria = openCriteria();

/**
 * Runs the program's commands in this process, which takes a tenth of the time that starting it does, and lets a test be the
 * server that is asked. What `bin/odi.js` does around them is tested by those that start it.
 */
export const run = async (words: readonly string[], cwd: string, given: Surroundings = {}): Promise<Transcript> => {
  const {
    interrupted = new AbortController().signal,
    onTell = () => {},
    onPrint = () => {},
    environment = {},
    input = '',
  } = given;
  let [out, err, code] = ['', '', 0];
  const tell = (text: string): void => {
    err += text;
    onTell(text);
  };
  const shell: Shell = {
    print: (text) => {
      out += text;
      onPrint(text);
    },
    ...{ tell, draw: () => {}, environment, cwd, criteria, interrupted, needsToStop: () => {} },
    readInput: async function* () {
      yield Buffer.from(input);
    },
    readLines: async function* () {},
    terminal: { out: false, err: false, columns: 80, colour: false },
    now: () => new Date(),
    exit: (next) => {
      code = Math.max(code, next);
    },
  };
  const program = new Program('odi').exitOverride().configureOutput({ writeOut: shell.print, writeErr: tell });
  declareCommands(program, shell);
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof UserError || error instanceof CommanderError)) throw error;
    if (error instanceof UserError) tell(`odi: ${error.message}\n`);
    code = Math.max(code, 2);
  }
  return { code: interrupted.aborted ? 130 : code, out, err };
};
