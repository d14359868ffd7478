import { execFileSync } from 'node:child_process';

/** Commands and workers run from the bundle, so the bundle is made from the sources under test first. */
export default function setup(): void {
  execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
}
