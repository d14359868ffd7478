#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

process.exitCode = 70; // a defect, should the program stop before it tells how it ended

const address = new URL('../dist/odi.cjs', import.meta.url);

/** The program in one file, from where this very Node had compiled it when it was built; null where another one built it. */
const compiled = () => {
  const path = fileURLToPath(address);
  let cachedData;
  try {
    cachedData = readFileSync(`${path}.${process.version}-${process.arch}`);
  } catch {
    return null;
  }
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

const { main } = compiled() ?? (await asModules());
process.exitCode = await main(process.argv.slice(2));
