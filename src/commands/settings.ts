import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InvalidArgumentError, type Option, type Command as Program } from 'commander';
import { nearestWords } from '../criteria/resolve.ts';
import { type ParsedText, parseText } from '../criteria/text.ts';
import { isObject, type Json, type JsonObject } from '../model/basics.ts';
import { UserError } from '../model/errors.ts';
import { readDocument } from './documents.ts';
import { configName, ownVariables, variable, variableOf } from './setting-names.ts';
import type { Shell } from './shell.ts';

/* What flags leave open: `ODI_…` variables, then the config file. */

/** A config file, with where each of its settings stands. */
export interface ConfigFile {
  /** As messages name it. */
  readonly name: string;
  /** Paths in it begin here. */
  readonly folder: string;
  readonly settings: JsonObject;
  readonly positionOf: ParsedText['positionOf'];
}

/** Something wrong in a config file. */
export interface ConfigProblem {
  readonly line: number;
  readonly column: number;
  readonly at: string;
  readonly says: string;
}

/** Where a value comes from, for a message, and the folder that paths in it begin in. */
interface Given {
  readonly value: Json;
  readonly where: string;
  readonly folder: string | null;
}

/** Flags that no file and no variable sets. */
const flagsAlone: ReadonlySet<string> = new Set(['help', 'version', 'config']);

/** A flag of one stands against settings of the others. */
const excluded: Readonly<Record<string, readonly string[]>> = {
  replay: ['record'],
  record: ['replay'],
};

const keyOf = ({ long }: Option): string => (long ?? '').replace(/^--(?:no-)?/, '');

const keysOf = (command: Program): readonly string[] =>
  command.options.map(keyOf).filter((key) => !flagsAlone.has(key));

/** The same of a command and those below it, which share a section. */
const keysWithin = (command: Program): readonly string[] => [
  ...keysOf(command),
  ...command.commands.flatMap((below) => keysWithin(below as Program)),
];

/** The section of a command: the name of the one that stands right below the program. */
const sectionOf = (command: Program): string =>
  command.parent === null || command.parent.parent === null ? command.name() : sectionOf(command.parent as Program);

/** `/max-requests` of a key, as a pointer names it. */
const pointerTo = (...keys: readonly string[]): string =>
  keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const unknownKey = (key: string, known: readonly string[], where: string): string => {
  const [near] = nearestWords(known, key);
  const hint =
    near === undefined
      ? 'settings are named as the flags are, without the dashes'
      : `the nearest one that is known is ${near}`;
  return `there is no setting ${JSON.stringify(key)}${where}; ${hint}`;
};

/** The options of a command, and of those below it, that a key sets. */
const optionsOf = (command: Program, key: string): readonly Option[] => [
  ...command.options.filter((option) => keyOf(option) === key),
  ...command.commands.flatMap((below) => optionsOf(below as Program, key)),
];

/** Why none of some flags of one name takes a value; null where one does. */
const refusedBy = (options: readonly Option[], given: Given, editions: readonly string[]): string | null => {
  const faults = options.map((option) => {
    try {
      const value = readValue(option, given);
      return keyOf(option) === 'edition' ? unknownEdition(value, editions) : null;
    } catch (error) {
      if (error instanceof InvalidArgumentError) return error.message;
      throw error;
    }
  });
  return faults.includes(null) ? null : (faults[0] ?? null);
};

const unknownEdition = (value: unknown, editions: readonly string[]): string | null =>
  typeof value !== 'string' || editions.includes(value)
    ? null
    : `there is no edition ${value}; known are ${editions.join(', ')}.`;

/** Every value of a config file that no command takes. */
export const valueProblems = (
  program: Program,
  { settings, positionOf, folder }: ConfigFile,
  editions: readonly string[],
): readonly ConfigProblem[] => {
  const fault = (within: Program, keys: readonly string[], value: Json): readonly ConfigProblem[] => {
    const [key = ''] = keys.slice(-1);
    const says = refusedBy(optionsOf(within, key), { value, where: '', folder }, editions);
    return says === null
      ? []
      : [{ ...positionOf(pointerTo(...keys)), at: '', says: `${key}: ${says.replace(/\.$/, '')}` }];
  };
  return Object.entries(settings).flatMap(([key, value]) => {
    const command = program.commands.find((one) => one.name() === key);
    if (command === undefined || !isObject(value)) return fault(program, [key], value);
    return Object.entries(value).flatMap(([each, own]) => fault(command as Program, [key, each], own));
  });
};

const prefix = 'ODI_';

/** Shorter names are near to too many others. */
const shortestName = 5;

/**
 * Tells of `ODI_…` variables that are called almost as a setting is. Of others it is not known whose they are: a build may have its
 * own.
 */
export const tellUnknownVariables = (program: Program, { environment, tell }: Shell): void => {
  const flags = program.commands.flatMap((command) => keysWithin(command as Program));
  const known = [...new Set([...ownVariables, ...flags.map((key) => variableOf(`--${key}`))])];
  const stems = known.map((name) => name.slice(prefix.length));
  for (const name of Object.keys(environment)) {
    const stem = name.slice(prefix.length);
    const isOther = !name.startsWith(prefix) || known.includes(name) || stem.length < shortestName;
    if (isOther || variable(environment, name) === undefined) continue;
    const [near] = nearestWords(stems, stem);
    if (near !== undefined)
      tell(`odi: the variable ${name} is no setting and has no effect; the nearest is ${prefix}${near}.\n`);
  }
};

/** Everything wrong in the keys of a config file. */
export const configProblems = (program: Program, { settings, positionOf }: ConfigFile): readonly ConfigProblem[] => {
  const commands = new Map(program.commands.map((command) => [command.name(), command]));
  const everywhere = [...new Set(program.commands.flatMap((command) => keysWithin(command as Program)))];
  const problem = (at: string, says: string): ConfigProblem => ({ ...positionOf(at), at: '', says });
  return Object.entries(settings).flatMap(([key, value]) => {
    const command = commands.get(key);
    const isSection = command !== undefined && isObject(value);
    if (!isSection && command !== undefined && !everywhere.includes(key)) {
      return [problem(pointerTo(key), `settings of odi ${key} are expected, as "${key}: {quiet: true}"`)];
    }
    if (!isSection) {
      return everywhere.includes(key)
        ? []
        : [problem(pointerTo(key), unknownKey(key, [...everywhere, ...commands.keys()], ''))];
    }
    const own = keysWithin(command as Program);
    return Object.keys(value)
      .filter((each) => !own.includes(each))
      .map((each) => problem(pointerTo(key, each), unknownKey(each, own, ` of odi ${key}`)));
  });
};

/** Reads a config file. @throws UserError naming file and line of what cannot be read. */
export const readConfig = (path: string, name: string): ConfigFile => {
  const text = readDocument(path, name, 'A file of settings is expected.');
  const { value, problems, positionOf } = parseText(text);
  const [first] = problems;
  if (first !== undefined) throw new UserError(`${name}:${first.line}:${first.column}: ${first.says}`);
  if (value !== null && !isObject(value))
    throw new UserError(`${name}:1:1: settings are expected, as "store: reviews".`);
  return { name, folder: dirname(path), settings: value ?? {}, positionOf };
};

const configOf = (command: Program, shell: Shell): ConfigFile | null => {
  const named: unknown = command.optsWithGlobals()['config'] ?? variable(shell.environment, 'ODI_CONFIG');
  if (typeof named === 'string') return readConfig(resolve(shell.cwd, named), named);
  const path = join(shell.cwd, configName);
  return existsSync(path) ? readConfig(path, configName) : null;
};

const isPath = ({ flags }: Option): boolean => /<(?:dir|file|path)/.test(flags);

const words: Readonly<Record<string, boolean>> = {
  ...{ true: true, yes: true, '1': true, on: true },
  ...{ false: false, no: false, '0': false, off: false, '': false },
};

/** What a flag without a value is set to. */
const switched = ({ value }: Given): boolean => {
  const isOn = typeof value === 'boolean' ? value : words[String(value).toLowerCase()];
  if (isOn === undefined) throw new InvalidArgumentError('true or false is expected.');
  return isOn;
};

const textOf = (value: Json, option: Option, folder: string | null): string => {
  if (isObject(value) || Array.isArray(value) || value === null || typeof value === 'boolean') {
    throw new InvalidArgumentError('a text or a number is expected.');
  }
  return folder !== null && isPath(option) ? resolve(folder, String(value)) : String(value);
};

/** What a flag with a value is set to, read as the flag itself reads it. */
const parsed = (option: Option, { value, folder }: Given): unknown => {
  const parse = (text: string, before: unknown): unknown =>
    option.parseArg === undefined ? text : option.parseArg(text, before);
  if (!Array.isArray(value)) return parse(textOf(value, option, folder), undefined);
  const list = value.map((item: Json) => textOf(item, option, folder));
  const found = list.reduce<unknown>((before, text) => parse(text, before), undefined);
  if (Array.isArray(found) && found.length >= list.length) return found;
  throw new InvalidArgumentError('one value is expected, not a list.');
};

const readValue = (option: Option, given: Given): unknown =>
  option.required || option.optional ? parsed(option, given) : switched(given);

const valueFor = (option: Option, given: Given): unknown => {
  try {
    return readValue(option, given);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new UserError(`${given.where}: ${error.message}`);
  }
};

const fromConfig = (key: string, command: Program, config: ConfigFile | null): Given | null => {
  if (config === null) return null;
  const name = sectionOf(command);
  const section = config.settings[name];
  const isOwn = isObject(section) && section[key] !== undefined;
  const value = isOwn ? section[key] : config.settings[key];
  // A key that is a command's name, too, is that command's section where it holds settings.
  if (value === undefined || (!isOwn && isObject(value))) return null;
  const { line, column } = config.positionOf(isOwn ? pointerTo(name, key) : pointerTo(key));
  return { value, where: `${config.name}:${line}:${column}: ${key}`, folder: config.folder };
};

const fromEnvironment = (option: Option, { environment }: Shell): Given | null => {
  const name = variableOf(option.long ?? '');
  const value = variable(environment, name);
  return value === undefined ? null : { value, where: name, folder: null };
};

/**
 * Sets every flag that was not given from the environment, else from the config file.
 *
 * @returns where an edition was named, for what is wrong with it is known once an own method is laid over; null where a flag did
 * @throws UserError for a config file that cannot be read, keys that mean nothing, and values that their flag does not take.
 */
export const applySettings = (program: Program, command: Program, shell: Shell): string | null => {
  let edition: string | null = null;
  const config = configOf(command, shell);
  const [problem] = config === null ? [] : configProblems(program, config);
  if (problem !== undefined) throw new UserError(`${config?.name}:${problem.line}:${problem.column}: ${problem.says}.`);
  const isGiven = (name: string): boolean => command.getOptionValueSource(name) === 'cli';
  for (const option of command.options) {
    const [key, name] = [keyOf(option), option.attributeName()];
    if (flagsAlone.has(key) || isGiven(name) || (excluded[key] ?? []).some(isGiven)) continue;
    const given = fromEnvironment(option, shell) ?? fromConfig(key, command, config);
    if (given === null) continue;
    command.setOptionValueWithSource(name, valueFor(option, given), 'config');
    if (key === 'edition') edition = given.where;
  }
  return edition;
};
