import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/* The scripts of `odi completion`, in the shells themselves. The program is the built one: bin/odi.js. */

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'odi-completion-'));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = {
  PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
  HOME: folder,
  LC_ALL: 'C.UTF-8',
  TERM: 'dumb',
};

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  symlinkSync(join(root, 'bin', 'odi.js'), join(folder, 'bin', 'odi'));
  writeFileSync(join(folder, 'my file.csv'), '');
  cpSync(join(root, 'docs', 'own-method'), join(folder, 'own'), { recursive: true });
});

const shell = (program: string, words: readonly string[], cwd = folder): string => {
  const { stdout, stderr, error } = spawnSync(program, words, {
    cwd,
    encoding: 'utf8',
    env: environment,
    timeout: 50_000,
  });
  if (error !== undefined) throw error;
  return stdout + stderr;
};

const isThere = (program: string): boolean => spawnSync(program, ['-c', 'true'], { env: environment }).status === 0;

/** What is offered behind a line that was typed, as a list of words; `awaited` is the last that is to come. */
type Complete = (line: string, cwd?: string, awaited?: string) => readonly string[];

const inBash: Complete = (line, cwd) => {
  const script = `eval "$(odi completion bash)"
    COMP_WORDS=(${line.endsWith(' ') ? `${line}''` : line}); COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
    _odi odi; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return shell('bash', ['--norc', '-c', script], cwd).trim().split('\n');
};

const inFish: Complete = (line, cwd) =>
  shell('fish', ['--no-config', '-c', `odi completion fish | source; complete -C '${line}'`], cwd)
    .trim()
    .split('\n')
    .map((one) => one.split('\t')[0] ?? '');

/** A terminal of its own: a key is pressed, and what is then shown is read. */
const inZsh: Complete = (line, cwd, awaited = '') => {
  const script = `zmodload zsh/zpty
    zpty z "TERM=dumb COLUMNS=200 LINES=2000 zsh -f -i"
    zpty -w z 'PS1=; autoload -U compinit; compinit -u -D; zstyle ":completion:*" list-separator "|"; LISTMAX=0; source <(odi completion zsh); print READY'
    local out; zpty -r z out '*READY*READY*'
    zpty -w -n z $'${line}\\t\\t'
    # Keys that wait would end the completion, so what it shows is waited for: at most ten seconds.
    local part; integer waited=0
    while (( waited < 100 )) && [[ $out != *${awaited}* ]]; do
      sleep 0.1; waited+=1
      while zpty -r -t z part; do out+=$part; done
    done
    print -r -- "$out"; zpty -d z`;
  const shown = shell('zsh', ['-f', '-c', script], cwd);
  return shown.split(/\s+/);
};

const shells: readonly (readonly [string, Complete])[] = [
  ['bash', inBash],
  ['zsh', inZsh],
  ['fish', inFish],
];

describe.each(shells)('%s', (name, complete) => {
  const has = isThere(name);
  if (!has) console.warn(`SKIPPED: what odi completion does in ${name}, which is not on this machine.`);

  test.skipIf(!has).each([
    ['commands', 'odi ag', ['agreement']],
    ['flags', 'odi audit ma --max', ['--max-requests', '--max-bytes']],
    ['places', 'odi audit moroc', ['morocco']],
    ['categories', 'odi audit ma water', ['water-quality']],
    ['categories after others', 'odi audit ma water-quality elec', ['election-results']],
    ['editions', 'odi audit ma --edition godi-201', ['godi-2013', 'godi-2014', 'godi-2015', 'godi-2016']],
    ['values of flags', 'odi audit ma --format js', ['json']],
    ['questions', 'odi explain machine', ['machinereadable']],
  ])('completes %s', (_, line, words) => {
    const found = complete(line, folder, words.at(-1)).join(' ');
    for (const word of words) expect(found).toContain(word);
    expect(found).not.toContain('scorecard');
  });

  test.skipIf(!has)('completes the places of an own method', () => {
    expect(complete('odi audit freep', join(folder, 'own'), 'freeport').join(' ')).toContain('freeport');
  });
});

test('bash completes files where a file is expected, and a value behind a flag that is joined to it', () => {
  expect(inBash('odi import my')).toEqual(['my file.csv']);
  expect(inBash('odi audit ma --edition = godi-2016')).toEqual(['godi-2016']);
});

test('a broken config file stops no completion', () => {
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  writeFileSync(join(broken, 'odi.config.yaml'), 'stroe: 1\n');
  expect(inBash('odi audit moroc', broken)).toEqual(['morocco']);
});
