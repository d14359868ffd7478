import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';

/* A PostgreSQL cluster of the test's own in a temporary folder, on a socket and a loopback port; PostgreSQL refuses to run as root. */

const folders = (): readonly string[] => {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map((version) => join(root, version, 'bin')) : [];
  return [...versions.sort().reverse(), ...(process.env['PATH'] ?? '').split(':')];
};

/** The folder of its programs; null where it is not installed. */
export const programs =
  folders().find((folder) => existsSync(join(folder, 'pg_ctl')) && existsSync(join(folder, 'initdb'))) ?? null;

const isRoot = process.getuid?.() === 0;

const idOf = (user: string, flag: '-u' | '-g'): number | null => {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
};

/** Who runs it where the test is root. */
const unprivileged = ['postgres', 'nobody'].find((user) => idOf(user, '-u') !== null) ?? 'nobody';

if (programs === null) console.warn('SKIPPED: tests that need PostgreSQL, which is not installed.');

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** A cluster that runs. */
export interface Cluster {
  /** The address of a database of it. */
  readonly address: (database: string, user?: string, password?: string) => string;
  /** Makes a database, by default one that is new. */
  readonly create: (database?: string) => Promise<string>;
  /** Runs statements in a database and gives the rows of the last. */
  readonly run: (address: string, text: string) => Promise<readonly Record<string, unknown>[]>;
  readonly stop: () => void;
  readonly start: () => void;
  /** Stops it at once, as a machine that fails does, and starts it again. */
  readonly restart: () => void;
  readonly remove: () => void;
}

/** Makes and starts a cluster with the user `odi`, whose password is `geheim`. Its folder stands alone, since others must reach it. */
export const openCluster = async (): Promise<Cluster> => {
  const bin = programs ?? '';
  const folder = mkdtempSync('/tmp/odi-pg-');
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  const port = await freePort();
  mkdirSync(socket);
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'geheim\n');
  if (isRoot) {
    const [user, group] = [idOf(unprivileged, '-u') ?? 65534, idOf(unprivileged, '-g') ?? 65534];
    for (const path of [folder, socket, secret]) chownSync(path, user, group);
  }
  chmodSync(folder, 0o755);
  const as = (program: string, words: readonly string[]): void => {
    const whole = [join(bin, program), ...words];
    const [command = '', ...rest] = isRoot ? ['runuser', '-u', unprivileged, '--', ...whole] : whole;
    const { status, stderr, error } = spawnSync(command, rest, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr} ${error?.message ?? ''}`);
  };
  as('initdb', [
    '-D',
    data,
    '-U',
    'odi',
    '--pwfile',
    secret,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale',
    'C',
    '-N',
  ]);
  const settings = `-p ${port} -k ${socket} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=120`;
  const log = join(folder, 'log');
  const start = (): void => as('pg_ctl', ['-D', data, '-l', log, '-o', settings, '-w', '-s', 'start']);
  const stop = (): void => as('pg_ctl', ['-D', data, '-m', 'immediate', '-w', '-s', 'stop']);
  start();
  const address = (database: string, user = 'odi', password = 'geheim'): string =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const run: Cluster['run'] = async (to, text) => {
    const client = new Client({ connectionString: to });
    await client.connect();
    try {
      const result: unknown = await client.query(text);
      const last = Array.isArray(result) ? result.at(-1) : result;
      return (last as { readonly rows: readonly Record<string, unknown>[] }).rows;
    } finally {
      await client.end();
    }
  };
  let made = 0;
  return {
    ...{ address, run, start, stop },
    create: async (named) => {
      made += 1;
      const database = named ?? `test_${made}`;
      await run(address('postgres'), `create database ${database}`);
      return address(database);
    },
    restart: () => {
      stop();
      start();
    },
    remove: () => {
      try {
        stop();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
};
