#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

process.exitCode = 70; // a defect, should the program stop before it tells how it ended

const address = new URL('../dist/odi.cjs', import.meta.url);

/** What is in a file; undefined where there is none. */
const read = (path) => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

/** The program in one file, from where this very Node had compiled it when it was built; null where another one built it. */
const compiled = (command) => {
  const path = fileURLToPath(address);
  const kept = `${path}.${process.version}-${process.arch}`;
  const cachedData = (/^[a-z]+$/.test(command) ? read(`${kept}.${command}`) : undefined) ?? read(kept);
  if (cachedData === undefined) return null;
  const script = new Script(readFileSync(path, 'latin1'), { filename: 'odi.cjs', cachedData });
  const program = { exports: {} };
  script.runInThisContext()(program.exports, nodeModule.createRequire(path), program, address.href);
  return program.exports;
};

/** The same as modules, which Node compiles while it loads them; from Node 22 on it keeps that itself. */
const asModules = () => {
  nodeModule.enableCompileCache?.();
  return import('../dist/cli.js');
};

const words = process.argv.slice(2);
const { main } = compiled(words[0]) ?? (await asModules());
process.exitCode = await main(words);
