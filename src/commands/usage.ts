import type { CommanderError, Command as Program } from 'commander';
import { nearestWords } from '../criteria/resolve.ts';
import { examples } from './examples.ts';

/* What is said of words that the program does not take: what is wrong, and what to write instead. */

/** The words of a command, from the program down: `commitments check`. */
export const pathOf = (command: Program): string => {
  const { parent } = command;
  return parent === null || parent.parent === null ? command.name() : `${pathOf(parent as Program)} ${command.name()}`;
};

const isFlag = (word: string): boolean => word.startsWith('-') && word !== '-';

/** The command that words call, as far as they name one. */
const calledBy = (words: readonly string[], program: Program): Program => {
  const [first, ...rest] = words.filter((word) => !isFlag(word));
  const next = program.commands.find((command) => command.name() === first || command.aliases().includes(first ?? ''));
  return next === undefined ? program : calledBy(rest, next as Program);
};

const all = (program: Program): readonly Program[] =>
  program.commands.flatMap((command) => [command as Program, ...all(command as Program)]);

const flagsOf = (command: Program): readonly string[] => command.options.flatMap(({ long }) => long ?? []);

const didYouMean = (near: readonly string[]): string => (near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`);

/** What names a command: `odi audit`, or the program alone. */
const nameOf = (command: Program): string => (command.parent === null ? 'odi' : `odi ${pathOf(command)}`);

const exampleOf = (command: Program): string => {
  const example = command.parent === null ? undefined : examples[pathOf(command)];
  return example === undefined ? 'odi --help lists the commands.' : `For example: ${example}`;
};

/** Commands that take a flag, a few of them. */
const mostCommands = 3;

const unknownFlag = (word: string, command: Program, program: Program): string => {
  const [name = ''] = word.split('=', 1);
  const bare = `--${name.replace(/^-+/, '')}`;
  const near = nearestWords(flagsOf(command), bare);
  const exact = flagsOf(command).find((flag) => flag === bare);
  if (exact !== undefined) return `${nameOf(command)} has no option ${name}; it is written with two hyphens: ${exact}.`;
  const takers = all(program).filter((one) => flagsOf(one).includes(bare));
  if (takers.length > 0) {
    const named = takers.slice(0, mostCommands).map(nameOf);
    return `${nameOf(command)} has no option ${bare}; ${named.join(', ')} ${named.length === 1 ? 'has' : 'have'} it. ${nameOf(command)} --help lists its own.`;
  }
  const help = near.length > 0 ? '' : `; ${nameOf(command)} --help lists what it has.`;
  return `${nameOf(command)} has no option ${name}${didYouMean(near)}${help}`;
};

const unknownCommand = (word: string, command: Program): string => {
  const known = command.commands.map((one) => one.name());
  const near = nearestWords(known, word);
  if (/^https?:/i.test(word)) return `odi has no command ${word}. An address is for odi check: odi check ${word}`;
  return `${nameOf(command)} has no command ${word}${didYouMean(near)}${near.length > 0 ? '' : `. ${nameOf(command)} --help lists them.`}`;
};

/** `Allowed choices are a, b.`, as the library of options says it. */
const choicesIn = (message: string): readonly string[] =>
  /Allowed choices are ([^.]+)\./.exec(message)?.[1]?.split(', ') ?? [];

const badValue = (message: string, command: Program): string => {
  const [, flags = '', value = '', because = ''] =
    /^error: option '([^']*)' (?:value '.*' from .* is invalid\.|argument '([\s\S]*)' is invalid\.) ?([\s\S]*)$/.exec(
      message,
    ) ?? [];
  const [, argument = '', name = ''] =
    /command-argument value '([\s\S]*)' is invalid for argument '([^']*)'/.exec(message) ?? [];
  const what = flags === '' ? name : (/--[\w-]+/.exec(flags)?.[0] ?? flags);
  const given = flags === '' ? argument : value;
  const choices = choicesIn(message);
  if (choices.length === 0) return `${what} does not take "${given}": ${because}`;
  const near = nearestWords(choices, given);
  const refused = `${nameOf(command)} does not take ${what} ${given}`;
  return `${refused}${didYouMean(near)}${near.length > 0 ? '' : '.'} It takes ${choices.join(', ')}.`;
};

const tooMany = (message: string, command: Program): string => {
  const most = /Expected (\d+) argument/.exec(message)?.[1] ?? '0';
  const taken = most === '0' ? 'no words' : most === '1' ? 'one word' : `${most} words`;
  return `${nameOf(command)} takes ${taken} besides options. A name of several words needs quotes: "New Zealand". ${exampleOf(command)}`;
};

const quoted = (message: string): string => /'([\s\S]*)'/.exec(message)?.[1] ?? '';

/** A refusal of words by the library of options, as a sentence or two that say what to write instead. */
export const usageError = (error: CommanderError, words: readonly string[], program: Program): string => {
  const command = calledBy(words, program);
  const { code, message } = error;
  const [first = ''] = message.split('\n');
  switch (code) {
    case 'commander.unknownOption':
      return unknownFlag(quoted(first), command, program);
    case 'commander.unknownCommand':
      return unknownCommand(quoted(first), command);
    case 'commander.missingArgument':
      return `${nameOf(command)} needs <${quoted(first)}>. ${exampleOf(command)}`;
    case 'commander.missingMandatoryOptionValue':
      return `${nameOf(command)} needs ${quoted(first)}. ${exampleOf(command)}`;
    case 'commander.optionMissingArgument':
      return `${quoted(first)} needs a value behind it. ${exampleOf(command)}`;
    case 'commander.excessArguments':
      return tooMany(first, command);
    case 'commander.invalidArgument':
      return badValue(message, command);
    default:
      return first.replace(/^error: /, '');
  }
};

/** Characters that nobody sees and that come with what is pasted: zero-width ones, marks of direction, blanks that do not break. */
const unseen = /[\u00a0\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202f\u2060\u2066-\u2069\ufeff]/u;

/** Dashes that typesetting makes of hyphens, before a letter. */
const typesetDash = /^[\u2010-\u2015\u2212]+(?=[a-z])/i;

/** Quotes of typesetting, which no shell reads. */
const typesetQuote = /^[“”„‟«»‘’‚]|[“”„‟«»‘’]$/;

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What of some words a text program or a copied page has spoilt, as a sentence; null where nothing seems to be. */
export const remarkOn = (words: readonly string[]): string | null => {
  // Sentences may hold what they like.
  for (const word of words.filter((each) => !each.includes(' '))) {
    const hidden = unseen.exec(word)?.[0];
    if (hidden !== undefined)
      return `"${word.replace(unseen, '')}" holds a character that nobody sees (${codeOf(hidden)}), as copied text does; type it anew.`;
    if (typesetDash.test(word))
      return `${word} begins with a dash of typesetting; options begin with two hyphens: --${word.replace(typesetDash, '')}`;
    if (typesetQuote.test(word))
      return `${word} has quotes of typesetting, which the shell does not read; write straight ones: "…".`;
  }
  return null;
};
