import type { Argument, Option, Command as Program } from 'commander';
import type { Criteria } from '../model/data.ts';
import { forTerminal } from '../render/escape.ts';
import type { Shell } from './shell.ts';

/** Something that may stand where the person is typing. */
export interface Completion {
  /** `:` where a file or a folder is expected. */
  readonly word: string;
  readonly says: string;
}

const files: readonly Completion[] = [{ word: ':', says: 'a file or a folder' }];

const placesOf = ({ gazetteer }: Criteria): readonly Completion[] =>
  gazetteer().flatMap(({ id, slug, names }) => {
    const says = names['en'] ?? slug;
    return [...new Set([slug, id])].map((word) => ({ word, says }));
  });

const categoriesOf = ({ categories, category }: Criteria): readonly Completion[] =>
  categories().map((id) => ({ word: id, says: category(id).titles['en'] ?? id }));

const editionsOf = ({ editions, edition }: Criteria): readonly Completion[] =>
  editions().map((id) => ({ word: id, says: edition(id).title }));

const questionsOf = ({ editions, edition }: Criteria): readonly Completion[] => [
  ...new Map(
    editions()
      .flatMap((id) => edition(id).questions)
      .map(({ id, title }) => [id, { word: id, says: title }] as const),
  ).values(),
];

/** What the names of arguments and flags stand for. */
const kinds: Readonly<Record<string, (criteria: Criteria) => readonly Completion[]>> = {
  place: placesOf,
  category: categoriesOf,
  edition: editionsOf,
  question: questionsOf,
  'question or criterion': (criteria) => [...questionsOf(criteria), ...categoriesOf(criteria)],
  topic: (criteria) => [...questionsOf(criteria), ...categoriesOf(criteria)],
};

const isPath = (name: string): boolean =>
  /^(?:dir|file|path|out|capture|entries|before|after|baseline|a$|b$)/.test(name);

const firstSentence = (text: string): string => text.split(/[;(]/, 1)[0]?.trim() ?? '';

const flagsOf = (command: Program): readonly Completion[] =>
  [...command.options, { long: '--help', description: 'show help' }].flatMap(({ long, description }) =>
    long === undefined || long === null ? [] : [{ word: long, says: firstSentence(description) }],
  );

/** `dir` of `--store <dir>`. */
const valueName = ({ flags }: Option): string => /[<[]([^>\]]+)/.exec(flags)?.[1] ?? '';

const valuesOf = (option: Option, criteria: Criteria): readonly Completion[] => {
  if (option.argChoices !== undefined) return option.argChoices.map((word) => ({ word, says: '' }));
  const name = (option.long ?? '').replace(/^--/, '');
  const known = kinds[name] ?? kinds[valueName(option)];
  if (known !== undefined) return known(criteria);
  return isPath(valueName(option)) || isPath(name) ? files : [];
};

const argumentValues = (argument: Argument, criteria: Criteria): readonly Completion[] => {
  if (argument.argChoices !== undefined) return argument.argChoices.map((word) => ({ word, says: '' }));
  const known = kinds[argument.name()];
  return known === undefined ? files : known(criteria);
};

/** What was typed before the word that is completed: how many arguments, and the flag whose value is due. */
const placeIn = (words: readonly string[], command: Program): { readonly at: number; readonly due: Option | null } => {
  let at = 0;
  let due: Option | null = null;
  for (const word of words) {
    if (due !== null) {
      // bash takes `--edition=` apart.
      if (word !== '=') due = null;
      continue;
    }
    if (!word.startsWith('-')) at += 1;
    else if (!word.includes('=')) due = command.options.find(({ long, required }) => long === word && required) ?? null;
  }
  return { at, due };
};

/** Commands below the program or a command. */
const namesOf = (command: Program): readonly Completion[] =>
  command.commands.map((each) => ({ word: each.name(), says: firstSentence(each.description()) }));

const inCommand = (
  typed: readonly string[],
  current: string,
  command: Program,
  criteria: Criteria,
): readonly Completion[] => {
  const below = command.commands.find((each) => each.name() === typed[0]);
  if (below !== undefined) return inCommand(typed.slice(1), current, below as Program, criteria);
  const { at, due } = placeIn(typed, command);
  if (due !== null) return valuesOf(due, criteria);
  const [, name] = /^(--[a-z-]+)=/.exec(current) ?? [];
  if (name !== undefined) {
    const option = command.options.find(({ long }) => long === name);
    return option === undefined
      ? []
      : valuesOf(option, criteria).map(({ word, says }) => ({ word: word === ':' ? word : `${name}=${word}`, says }));
  }
  if (current.startsWith('-')) return flagsOf(command);
  const all = command.registeredArguments;
  const argument = all[at] ?? (all.at(-1)?.variadic === true ? all.at(-1) : undefined);
  const names = at === 0 ? namesOf(command) : [];
  return [...names, ...(argument === undefined ? flagsOf(command) : argumentValues(argument, criteria))];
};

/**
 * What may stand in the place of the last word, which may be empty or begun.
 *
 * @param words what was typed after the name of the program
 */
export const completionsOf = (
  words: readonly string[],
  program: Program,
  { criteria }: Shell,
): readonly Completion[] => {
  const last = words.at(-1) ?? '';
  const current = last === '=' ? '' : last;
  const [name, ...typed] = words.slice(0, -1);
  const command = program.commands.find((each) => each.name() === name);
  const found =
    name === undefined ? namesOf(program) : command === undefined ? [] : inCommand(typed, current, command, criteria);
  return found
    .filter(({ word }) => word === ':' || word.startsWith(current))
    .map(({ word, says }) => ({ word, says: forTerminal(says) }));
};
