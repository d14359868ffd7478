import { Command as Program } from 'commander';
import { describe, expect, test } from 'vitest';
import { declareCommands } from '../../src/commands/declare.ts';
import { examples } from '../../src/commands/examples.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { pathOf, remarkOn } from '../../src/commands/usage.ts';
import { openCriteria } from '../../src/criteria/load.ts';

const program = new Program('odi');
declareCommands(program, { criteria: openCriteria(), terminal: {} } as unknown as Shell);

const all = (command: Program): readonly Program[] =>
  command.commands.flatMap((below) => [below as Program, ...all(below as Program)]);

/** Words as a shell parts them. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);

describe('every command has an example', () => {
  test.each(all(program).map((command) => [pathOf(command), command] as const))('%s', (path, command) => {
    const example = examples[path];
    expect(example).toMatch(new RegExp(`\\bodi ${path}\\b`));
    expect(command.helpInformation()).not.toContain('Example');
    const words = wordsOf(example ?? '').slice(1 + path.split(' ').length);
    const known = command.options.map(({ long }) => long);
    for (const word of words.filter((each) => each.startsWith('--'))) expect(known).toContain(word);
  });

  test('and none is of a command that is not there', () => {
    expect(Object.keys(examples).sort()).toEqual(all(program).map(pathOf).sort());
  });
});

describe('what a text program spoils', () => {
  test.each([
    ['a zero-width blank', 'ma\u200b', /"ma" holds a character that nobody sees \(U\+200B\)/],
    ['a mark of order', '\ufeffaudit', /"audit" .* \(U\+FEFF\)/],
    ['an en dash', '–year', /--year$/],
    ['an em dash', '—year', /--year$/],
    ['a quote before', '“New', /quotes of typesetting/],
    ['a quote behind', 'Zealand”', /quotes of typesetting/],
  ])('%s is told', (_, word, says) => {
    expect(remarkOn(['audit', word])).toMatch(says);
  });

  test.each([
    ['plain words', ['audit', 'morocco', '--format', 'json']],
    ['letters of any script', ['audit', 'المغرب', "Côte d'Ivoire", '日本']],
    ['a sentence with a dash and quotes', ['--because', '– it says “no” here\u00a0: see']],
    ['a dash before a figure', ['–5']],
  ])('%s are left alone', (_, words) => {
    expect(remarkOn(words)).toBeNull();
  });
});

test('the help names the commands that write documents in other languages, and the languages, as they are declared', () => {
  const speaking = program.commands.filter(({ options }) => options.some(({ long }) => long === '--lang'));
  let help = '';
  const shown = new Program('odi');
  declareCommands(shown, {
    criteria: { ...openCriteria(), languages: () => ['en', 'de'] },
    terminal: {},
  } as unknown as Shell);
  shown.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  expect(speaking.map((command) => command.name())).toEqual(expect.arrayContaining(['audit', 'check', 'licence']));
  expect(help).toContain(`(--lang en, de):\n  ${speaking.map((command) => command.name()).join(', ')}`);
});
