import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';

/*
 * The lines of action.yml and of docs/workflow.yaml in bash, as the build server of GitHub runs them: npm installs the packed program for
 * the whole machine, and a saved capture stands in for the web.
 */

const root = join(import.meta.dirname, '..', '..');
const capture = join(root, 'fixtures', 'captures', 'morocco-2015.warc.gz');
const home = mkdtempSync(join(tmpdir(), 'odi-workflow-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const prefix = join(home, 'global');
const node = process.env['ODI_NODE'] ?? process.execPath;
/** npm finds its registry and its store where it does for everyone here; no setting of odi comes from outside. */
const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ODI_')));
const environment = {
  ...inherited,
  PATH: [join(prefix, 'bin'), dirname(node), process.env['PATH'] ?? ''].join(delimiter),
  npm_config_prefix: prefix,
  npm_config_prefer_offline: 'true',
  npm_config_loglevel: 'error',
  GITHUB_ACTIONS: 'true',
};

const bash = (script: string, cwd: string, env: Readonly<Record<string, string>> = {}) => {
  const given = { ...environment, GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'), ...env };
  const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  const { status, stdout, stderr } = spawnSync('bash', words, { cwd, encoding: 'utf8', env: given, timeout: 180_000 });
  return { code: status, out: stdout, err: stderr };
};

const folder = (name: string): string => {
  const made = join(home, name);
  mkdirSync(made);
  return made;
};

const sarifIn = (cwd: string) => JSON.parse(readFileSync(join(cwd, 'odi.sarif'), 'utf8')).runs[0];

describe('action.yml', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const steps: readonly Step[] = action.runs.steps.filter(({ run }: Step) => run !== undefined);

  const runAction = (cwd: string, inputs: Readonly<Record<string, string>>) => {
    const given = (name: string): string => inputs[name] ?? action.inputs[name].default;
    const results = steps.map(({ run = '', env = {} }) => {
      const values = Object.entries(env).map(([key, value]) => [
        key,
        value.replace(/\$\{\{ inputs\.([a-z]+) \}\}/g, (_, name: string) => given(name)),
      ]);
      return bash(run, cwd, { ODI_REPLAY: capture, ...Object.fromEntries(values) });
    });
    return results.at(-1) ?? { code: null, out: '', err: '' };
  };

  test('installs, audits, and writes findings, a summary and what stands beside the code', { timeout: 240_000 }, () => {
    const cwd = folder('action');
    const inputs = { place: 'morocco', categories: 'election-results', package: inject('installed').tarball };
    const { code, err } = runAction(cwd, { ...inputs, args: '--event\n2015-09-04 House "of" $(touch hacked)\n' });
    expect([code, err.includes('::notice file=reviews/2015/ma/election-results.json,')]).toEqual([0, true]);
    expect(sarifIn(cwd).results.length).toBeGreaterThan(0);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toContain('Morocco');
    expect(existsSync(join(cwd, 'hacked'))).toBe(false);
  });

  test('fails where a bar is missed', { timeout: 240_000 }, () => {
    const inputs = { place: 'morocco', categories: 'election-results', package: inject('installed').tarball };
    const { code, err } = runAction(folder('bar'), { ...inputs, args: '--fail-under\n90' });
    expect([code, err.includes('::error file=')]).toEqual([1, true]);
  });
});

describe('docs/workflow.yaml', () => {
  const { jobs } = parse(readFileSync(join(root, 'docs', 'workflow.yaml'), 'utf8'));
  const lines = jobs.audit.steps.flatMap(({ run }: Step) => (run === undefined ? [] : [run]));

  test('runs as it stands, against the baseline that its first lines tell to make', { timeout: 240_000 }, () => {
    const cwd = folder('workflow');
    const [make = ''] =
      /odi audit .*--store baseline/.exec(readFileSync(join(root, 'docs', 'workflow.yaml'), 'utf8')) ?? [];
    const [install, audit, ...others] = lines;
    expect([install, others]).toEqual(['npm install --global open-data-auditor', []]);
    expect(bash(install.replace('open-data-auditor', `"${inject('installed').tarball}"`), cwd).code).toBe(0);
    expect(bash(make, cwd, { ODI_REPLAY: capture }).code).toBe(0);
    expect(bash(audit, cwd, { ODI_REPLAY: capture }).code).toBe(0);
    expect(sarifIn(cwd).results.every(({ level }: { level: string }) => level !== 'error')).toBe(true);
  });

  test('that fits GitHub: every step runs or uses something, and may do no more than it needs', () => {
    expect(jobs.audit.steps.every(({ run, uses }: Step) => (run === undefined) !== (uses === undefined))).toBe(true);
    const { permissions } = parse(readFileSync(join(root, 'docs', 'workflow.yaml'), 'utf8'));
    expect(permissions).toEqual({ contents: 'read', 'security-events': 'write' });
  });
});

describe('the manual page', () => {
  const page = join(inject('installed').home, 'dist', 'odi.1');

  test('comes with the program that is installed for all, and tells every command and flag', () => {
    expect(realpathSync(join(prefix, 'share', 'man', 'man1', 'odi.1')).endsWith(join('dist', 'odi.1'))).toBe(true);
    const text = readFileSync(page, 'utf8').replaceAll('\\-', '-');
    const help = bash('odi --help', home).out;
    const commands = [...help.matchAll(/^ {2}([a-z]+) .*\[/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(15);
    for (const command of commands) expect(text).toMatch(new RegExp(`^\\.SS "${command}\\b`, 'm'));
    const flags = [...bash('odi audit --help', home).out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, flag = '']) => flag);
    for (const flag of flags) expect(text).toContain(`.B ${flag}`);
  });

  const hasGroff = spawnSync('groff', ['--version']).status === 0;
  if (!hasGroff) console.warn('SKIPPED: what groff makes of the manual page, which is not on this machine.');

  test.skipIf(!hasGroff)('is sound to groff', () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-K', 'utf8', page], { encoding: 'utf8' });
    expect(stderr).toBe('');
    // Bold letters are struck twice.
    expect(stdout.replace(/.\x08/g, '')).toContain('--fail-on-regression');
  });
});
