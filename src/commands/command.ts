import type { Command as Words } from 'commander';
import type { Shell } from './shell.ts';

/** One command: declares its words on the program, and loads its work only when it is called. */
export type Command = (program: Words, shell: Shell) => void;
