import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UserError } from '../model/errors.ts';

/** Names under which systems and their packages install it. */
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];

/** Where it lies on systems that put it on no path. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** Where a browser is looked for, in this order. */
const placesFor = (path: string, platform: NodeJS.Platform): readonly string[] => {
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, `${name}${suffix}`))),
    ...(places[platform] ?? []),
  ];
};

/**
 * The Chromium of this machine: the one that `ODI_CHROMIUM` names, else the first on the path, else where systems put it.
 *
 * @throws UserError where there is none.
 */
export const findChromium = (
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string => {
  const named = environment['ODI_CHROMIUM']?.trim() ?? '';
  if (named !== '') {
    if (canRun(named)) return named;
    throw new UserError(`ODI_CHROMIUM names ${named}, which is no program that can be run.`);
  }
  const found = placesFor(environment['PATH'] ?? '', platform).find(canRun);
  if (found !== undefined) return found;
  throw new UserError(
    '--render needs Chromium, which was not found: install it (Debian: apt-get install chromium), or name it in ODI_CHROMIUM.',
  );
};
