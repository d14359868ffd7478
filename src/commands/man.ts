import type { Command as Program } from 'commander';

/* The manual page, in the macros of man(7), written from the commands themselves. */

/** A text as roff takes it: nothing in it is a command, and dashes of flags stay dashes. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('…', '...')
    .replace(/^(['.])/gm, '\\&$1');

const flagLines = (command: Program): readonly string[] =>
  command.options.flatMap(({ flags, description, defaultValue, argChoices }) => {
    const choices = argChoices === undefined ? '' : ` One of ${argChoices.join(', ')}.`;
    const isShown = ['string', 'number'].includes(typeof defaultValue);
    return [
      '.TP',
      `.B ${roff(flags)}`,
      roff(`${description}.${choices}${isShown ? ` Default: ${defaultValue}.` : ''}`),
    ];
  });

/** A command with those that it stands below, without the program. */
const fullName = (command: Program): string =>
  command.parent === null || command.parent.parent === null
    ? command.name()
    : `${fullName(command.parent as Program)} ${command.name()}`;

const usage = (command: Program): string =>
  [
    fullName(command),
    ...command.registeredArguments.map((argument) => {
      const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
      return argument.required ? `<${name}>` : `[${name}]`;
    }),
  ].join(' ');

const argumentLines = (command: Program): readonly string[] =>
  command.registeredArguments.flatMap((argument) =>
    argument.description === '' ? [] : ['.TP', `.I ${roff(argument.name())}`, roff(`${argument.description}.`)],
  );

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const commandLines = (command: Program): readonly string[] => [
  `.SS "${roff(usage(command)).replaceAll('"', '\\(dq')}"`,
  roff(sentence(command.description())),
  ...argumentLines(command),
  ...flagLines(command),
  ...command.commands.flatMap((below) => commandLines(below as Program)),
];

/** The page of the whole program. */
export const manPage = (program: Program, version: string): string =>
  `${[
    `.TH ODI 1 "" "odi ${version}" "User Commands"`,
    '.SH NAME',
    `odi \\- ${roff(program.description().split(':')[0] ?? '').replace(/^A/, 'a')}`,
    '.SH SYNOPSIS',
    '.B odi',
    '.I command',
    '[\\fIarguments\\fR] [\\fIflags\\fR]',
    '.SH DESCRIPTION',
    roff(program.description()),
    'Answers are Yes, No or Unsure. A No shows what was looked at, as a Yes does; a failure to see is Unsure.',
    '.SH COMMANDS',
    ...program.commands.flatMap(commandLines),
    '.SH FILES',
    '.TP',
    '.I odi.config.yaml',
    roff('Settings, named as the flags are without the dashes. A flag wins over a variable, and that over this file.'),
    '.TP',
    '.I reviews/<year>/<place>/<category>.json',
    'Reviews, one a file.',
    '.SH ENVIRONMENT',
    '.TP',
    '.B ODI_<FLAG>',
    roff('What a flag that is not given is set to: ODI_MAX_REQUESTS for --max-requests.'),
    '.TP',
    '.B HTTP_PROXY, HTTPS_PROXY, NO_PROXY, NO_COLOR',
    'As everywhere.',
    '.SH "EXIT STATUS"',
    ...(
      [
        ['0', 'The work was done, whatever the score.'],
        ['1', 'A bar that was set was missed.'],
        ['2', 'Bad usage or a bad input file.'],
        ['3', 'Not enough could be seen; the review is written all the same.'],
        ['70', 'A defect of odi.'],
        ['130', 'Interrupted; finished work is kept.'],
      ] as const
    ).flatMap(([code, says]) => ['.TP', `.B ${code}`, says]),
  ].join('\n')}\n`;
