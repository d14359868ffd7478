/**
 * Lets Node run the sources as they are written: `node --import ./typescript.mjs FILE.ts`. Node 20 does not know
 * TypeScript, and no Node knows the constants of the build.
 */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** What `build.mjs` replaces in the bundle, for the sources. */
export const constants = { ODI_BUILT: 'false', ODI_VERSION: JSON.stringify(version) };

// Node loads the hooks a second time, on a thread of their own; there nothing is registered.
const whole = { format: 'module', shortCircuit: true };

const isHooks = import.meta.url.endsWith('?hooks');
if (!isHooks) register(`${import.meta.url}?hooks`);

/** YAML as a module, as it is written. */
export const yamlModule = async (text) => `export default ${JSON.stringify((await import('yaml')).parse(text))}`;

/** TypeScript without its types; YAML and JSON as modules, the latter as Node 20 does only with a warning. */
export const load = async (url, context, next) => {
  if (url.endsWith('.json')) return { ...whole, source: `export default ${readFileSync(fileURLToPath(url), 'utf8')}` };
  if (url.endsWith('.yaml')) return { ...whole, source: await yamlModule(readFileSync(fileURLToPath(url), 'utf8')) };
  if (!url.endsWith('.ts')) return next(url, context);
  const { transform } = await import('esbuild');
  const file = fileURLToPath(url);
  const { code } = await transform(readFileSync(file, 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
    sourcefile: file,
    sourcemap: 'inline',
    define: constants,
  });
  return { ...whole, source: code };
};
