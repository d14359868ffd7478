import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const root = join(import.meta.dirname, '..', '..');

/** The program as its users have it. */
export interface Installed {
  readonly tarball: string;
  /** The folder of the installed package. */
  readonly home: string;
  /** The script that the command `odi` stands for. */
  readonly bin: string;
}

/** Builds and packs the program, and installs the tarball into an empty folder without development packages. */
export const install = (folder: string): Installed => {
  execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' });
  const packing = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const tarball = join(folder, execFileSync('npm', packing, { cwd: root, encoding: 'utf8' }).trim());
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const installing = ['install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', [...installing, tarball], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const home = join(folder, 'node_modules', 'open-data-auditor');
  return { tarball, home, bin: join(home, 'bin', 'odi.js') };
};

declare module 'vitest' {
  export interface ProvidedContext {
    readonly installed: Installed;
  }
}

/** Installs the program once for all tests of this folder. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'odi-packed-'));
  project.provide('installed', install(folder));
  return () => rmSync(folder, { recursive: true, force: true });
}
