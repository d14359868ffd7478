import type { Script as Compiled } from 'node:vm';

/*
 * Asked for directly, and not imported: to import one of these, Node first makes a module around all that it exports,
 * which takes longer than all else here.
 */
const { readFileSync } = process.getBuiltinModule('node:fs');
const { Script } = process.getBuiltinModule('node:vm');
const { fileURLToPath } = process.getBuiltinModule('node:url');

interface Module {
  exports: Record<string, unknown>;
}

/** A chunk of the bundle: one function of what a CommonJS module is given, and of the address of the bundle. */
type Chunk = (module: Module, exports: Module['exports'], require: (id: string) => unknown, url: string) => void;

const home = fileURLToPath(new URL('./chunks/', import.meta.url));
const modules = new Map<string, Module>();

/** The chunks that were loaded, by their files. The build asks them for the bytecode of what it has run. */
export const scripts = new Map<string, Compiled>();

const bytecodeOf = (file: string): Buffer | undefined => {
  try {
    return readFileSync(`${file}.bytecode`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * Compiles a chunk with the bytecode that the build kept of its functions. Another version of Node than that of the
 * build finds the bytecode unfit and compiles as usual: slower, and otherwise the same.
 */
const compile = (filename: string): Compiled => {
  const cachedData = bytecodeOf(filename);
  const source = readFileSync(filename, 'utf8');
  return new Script(source, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
};

const open = (name: string): Module => {
  const script = compile(home + name);
  scripts.set(home + name, script);
  const module: Module = { exports: {} };
  modules.set(name, module);
  const run: Chunk = script.runInThisContext();
  run(module, module.exports, load, import.meta.url);
  return module;
};

/** What a chunk asks for: another chunk, a part of Node, or a package that was left out of the bundle. */
const load = (id: string): unknown => {
  if (id.startsWith('./')) return (modules.get(id.slice(2)) ?? open(id.slice(2))).exports;
  return process.getBuiltinModule(id) ?? process.getBuiltinModule('node:module').createRequire(import.meta.url)(id);
};

/** Runs the program on its words and returns the exit code. */
export const { main } = load('./cli.js') as { readonly main: (words: readonly string[]) => Promise<number> };
