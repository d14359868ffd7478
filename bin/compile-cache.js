/**
 * Keeps the code that Node compiled of the program's own scripts, and starts from it the next time: half of what a short command
 * costs is compiling. Node keeps it itself from 22.1 on; before, it is done here, with the cached data of `vm.Script`.
 *
 * It is kept in the user's folder for caches, by build, version of Node and processor, and is only ever an aid: where it cannot be read,
 * written, or trusted, the scripts are compiled as always. `NODE_DISABLE_COMPILE_CACHE=1` turns it off, as it does for Node's own.
 */
const fs = require('node:fs');
const Module = require('node:module');
const { homedir } = require('node:os');
const { basename, dirname, join } = require('node:path');
const vm = require('node:vm');

const dist = join(dirname(__dirname), 'dist');

/** Where systems keep what can be made again; undefined without a home. */
const cachesOfUser = () => {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  try {
    const home = homedir();
    if (process.platform === 'win32') return LOCALAPPDATA || join(home, 'AppData', 'Local');
    return process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
  } catch {
    return undefined;
  }
};

/** What is kept is run, so that nobody else may be able to write there. */
const isOwn = (folder) => {
  if (process.getuid === undefined) return true;
  const { uid, mode } = fs.lstatSync(folder);
  return uid === process.getuid() && (mode & 0o170000) === 0o040000 && (mode & 0o022) === 0;
};

/**
 * Writes bytes twice over, since a single one that a disk has lost ends the process, and to compare two halves is what takes least
 * time. Swapped in, so that a program that starts meanwhile reads the old or the new.
 */
const writeTwice = (path, bytes) => {
  const staging = `${path}.${process.pid}`;
  fs.writeFileSync(staging, Buffer.concat([bytes, bytes]), { mode: 0o600 });
  fs.renameSync(staging, path);
};

const month = 30 * 24 * 60 * 60 * 1000;

/** Takes away what was kept of other builds and versions of Node a month ago and longer. */
const forgetOld = (kept) => {
  for (const name of fs.readdirSync(kept)) {
    const folder = join(kept, name);
    if (Date.now() - fs.statSync(folder).mtimeMs > month) fs.rmSync(folder, { recursive: true, force: true });
  }
};

const readIfThere = (path) => {
  try {
    return fs.readFileSync(path);
  } catch {
    return undefined;
  }
};

/** What `writeTwice` wrote; undefined where it is not there or damaged. */
const readWhole = (path) => {
  const both = readIfThere(path);
  const half = both === undefined ? 0 : both.length / 2;
  return half > 0 && both.subarray(0, half).equals(both.subarray(half)) ? both.subarray(0, half) : undefined;
};

const opening = '(function (exports, require, module, __filename, __dirname) { ';

/** Starts scripts under `dist` from what `folder` keeps of them, and adds to it what it lacks when the process ends; the first time, only the folder. */
const keepIn = (folder) => {
  const compileAsAlways = Module.prototype._compile;
  const compiled = new Map();

  Module.prototype._compile = function (content, filename) {
    if (dirname(filename) !== dist) return compileAsAlways.call(this, content, filename);
    const kept = join(folder, basename(filename));
    const cachedData = readWhole(kept);
    const script = new vm.Script(`${opening}${content}\n})`, {
      filename,
      columnOffset: -opening.length,
      cachedData,
    });
    if (script.cachedDataRejected !== false) compiled.set(kept, script);
    const run = script.runInThisContext();
    return run.call(this.exports, this.exports, Module.createRequire(filename), this, filename, dist);
  };

  process.once('exit', () => {
    if (compiled.size === 0) return;
    try {
      // To keep it takes longer than to compile it: who starts a build once, or in a new home every time, does not pay for it.
      if (!fs.existsSync(folder)) {
        fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
        forgetOld(dirname(folder));
      } else if (isOwn(folder)) for (const [path, script] of compiled) writeTwice(path, script.createCachedData());
    } catch {
      // A full disk or a folder that only others may write: the next start compiles again.
    }
  });
};

const startFromKeptCode = () => {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  const caches = cachesOfUser();
  if (caches === undefined) return;
  const folder = join(caches, 'odi', 'compiled');
  if (Module.enableCompileCache !== undefined) {
    Module.enableCompileCache(folder);
    return;
  }
  const build = readIfThere(join(dist, 'build-id'));
  if (build === undefined) return;
  const own = join(folder, `${build}-${process.version}-${process.arch}`);
  try {
    if (fs.existsSync(own) && !isOwn(own)) return;
  } catch {
    return;
  }
  keepIn(own);
};

module.exports = { startFromKeptCode };
