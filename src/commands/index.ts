import { categories } from './categories.ts';
import type { Command } from './command.ts';
import { importEntries } from './import.ts';
import { places } from './places.ts';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [places, categories, importEntries];
