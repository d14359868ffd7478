import { categories } from './categories.ts';
import type { Command } from './command.ts';
import { places } from './places.ts';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [places, categories];
