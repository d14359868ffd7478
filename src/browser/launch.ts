import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { UserError } from '../model/errors.ts';

/* A Chromium that has no network, no memory of before, and nothing to come back to. */

/** A running browser, and the only two ways it ends. */
export interface RunningBrowser {
  readonly browser: Browser;
  /** Its name and version. */
  readonly name: string;
  /** The number of its first process, which leads the group of all others; null where it is not known. */
  readonly process: number | null;
  /** Ends it and all its processes at once, whatever they are doing. */
  readonly kill: () => void;
  /** Ends it, waits until it is gone, and removes all that it left on the disk. */
  readonly close: () => Promise<void>;
}

/**
 * Every way out is closed: no name resolves, a proxy stands before all addresses, those of this machine among them, and none answers
 * under its name; connections between machines, which no proxy carries, are left out.
 */
const offline = [
  '--proxy-server=http://0.0.0.0:1',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-quic',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
];

/** Milliseconds in which a browser that is asked to end must have ended. */
const patience = 1_000;

/** Megabytes of the heap of the scripts of one page. */
const heap = 384;

const frugal = [
  `--js-flags=--max-old-space-size=${heap}`,
  '--disable-gpu',
  '--disable-remote-fonts',
  '--blink-settings=imagesEnabled=false',
  '--renderer-process-limit=2',
];

/** What a browser needs of the environment; neither proxies nor secrets of the person are handed on. */
const surroundings = (
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): Record<string, string> => ({
  ...Object.fromEntries(
    ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'windir', 'LOCALAPPDATA'].flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ),
  ...{ HOME: home, TMPDIR: home, TEMP: home, TMP: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, LANG: 'C.UTF-8' },
});

/** Whoever is root cannot have Chromium's own sandbox: it refuses to start. */
export const canSandbox = (): boolean => process.getuid?.() !== 0;

/** What a browser tells of itself: its first process, and the folder of its profile, which its driver made. */
const aboutOf = async (
  browser: Browser,
): Promise<{ readonly leader: number | null; readonly profile: string | null }> => {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const { commandLine } = await session.send('SystemInfo.getInfo');
    await session.detach();
    const leader = processInfo.find(({ type }) => type === 'browser')?.id ?? null;
    return { leader, profile: / --user-data-dir=(.*?_chromiumdev_profile-\w+)/.exec(commandLine)?.[1] ?? null };
  } catch {
    return { leader: null, profile: null };
  }
};

const wait = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

const removeOnce = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  } catch {
    // A process that is only now ending still writes into it: it is looked at again.
  }
};

/** Removes folders, and once more where a process that was only now ending made them anew. */
const remove = (folders: readonly string[]): void => {
  for (let tried = 0; tried < 20; tried += 1) {
    for (const folder of folders) removeOnce(folder);
    wait(25);
    if (!folders.some((folder) => existsSync(folder))) return;
  }
};

/** A signal to all processes of a group; one that is gone already is no matter. */
const killGroup = (leader: number | null): void => {
  if (leader === null) return;
  for (const target of [-leader, leader]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // Gone, or a system without groups.
    }
  }
};

const start = async (executablePath: string, home: string, env: Record<string, string>): Promise<Browser> => {
  try {
    return await chromium.launch({
      ...{ executablePath, env, headless: true, chromiumSandbox: canSandbox(), timeout: 30_000, artifactsDir: home },
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      // A page that nobody clicked opens no window.
      ignoreDefaultArgs: ['--disable-popup-blocking'],
      args: [...offline, ...frugal],
    });
  } catch (cause) {
    const [first = ''] = cause instanceof Error ? cause.message.split('\n') : [];
    throw new UserError(
      `--render: ${executablePath} did not start (${first.slice(0, 200)}). Name another Chromium in ODI_CHROMIUM.`,
      { cause },
    );
  }
};

/**
 * Starts a browser.
 *
 * @throws UserError where it does not start.
 */
export const launch = async (
  executablePath: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<RunningBrowser> => {
  const home = mkdtempSync(join(tmpdir(), 'odi-browser-'));
  let browser: Browser;
  try {
    browser = await start(executablePath, home, surroundings(environment, home));
  } catch (error) {
    remove([home]);
    throw error;
  }
  const { leader, profile } = await aboutOf(browser);
  const kill = (): void => killGroup(leader);
  const folders = profile === null ? [home] : [home, profile];
  // Whatever ends this program, no browser stays behind.
  const onExit = (): void => {
    kill();
    remove(folders);
  };
  process.once('exit', onExit);
  const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  return {
    ...{ browser, name: `Chromium ${browser.version()}`, process: leader, kill },
    close: async () => {
      const closing = browser.close().catch(() => {});
      // One that is busy with a page may not hear of it.
      const timer = setTimeout(kill, patience);
      await closing;
      await gone;
      clearTimeout(timer);
      process.removeListener('exit', onExit);
      remove(folders);
    },
  };
};
