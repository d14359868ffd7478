import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { html } from '../../render/template.ts';
import type { Shell } from '../shell.ts';

/** What opens a file in the browser of the person; null where there is no screen to show one on. */
export const openerFor = (
  platform: NodeJS.Platform,
  environment: Shell['environment'],
): readonly [command: string, ...words: readonly string[]] | null => {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['explorer.exe'];
  const hasScreen = Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
  return hasScreen ? ['xdg-open'] : null;
};

/**
 * Shows an address in the browser of the person, where the program runs on a terminal and there is a screen. The address has a secret,
 * and everybody on a machine can read the words that a program is started with: it stands in a file that its owner alone can read.
 *
 * @returns removes what was left
 */
export const showInBrowser = (address: string, shell: Pick<Shell, 'terminal' | 'environment'>): (() => void) => {
  const opener = shell.terminal.out ? openerFor(process.platform, shell.environment) : null;
  if (opener === null) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'odi-desk-'));
  const file = join(folder, 'desk.html');
  const page = html`<!doctype html><meta charset="utf-8"><title>odi</title><meta http-equiv="refresh" content="0;url=${address}"><a href="${address}">odi</a>`;
  writeFileSync(file, `${page}\n`, { mode: 0o600 });
  const [command, ...words] = opener;
  const child = spawn(command, [...words, file], { stdio: 'ignore', detached: true });
  // Who has no such program opens the address that was printed.
  child.on('error', () => {});
  child.unref();
  return () => rmSync(folder, { recursive: true, force: true });
};
