import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A server of files, as most publishers run one. */
export interface Nginx {
  readonly origin: string;
  readonly stop: () => void;
}

/** Is nginx on this machine? */
export const hasNginx = (): boolean => {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const configuration = (folder: string, port: number, locations: string): string => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  types { text/html html; text/csv csv; application/pdf pdf; text/plain txt; }
  charset utf-8;
  gzip on; gzip_types text/csv; gzip_min_length 100;
  server { listen 127.0.0.1:${port}; root ${folder}/www; ${locations} }
}
`;

/** Starts nginx on a free port over some files; `locations` is what its configuration says besides. */
export const startNginx = async (
  files: Readonly<Record<string, string | Buffer>>,
  locations: string,
): Promise<Nginx> => {
  const folder = mkdtempSync(join(tmpdir(), 'odi-nginx-'));
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'www', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  const port = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, locations));
  const server: ChildProcess = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' });
  const stop = (): void => {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await isListening(port)) return { origin: `http://127.0.0.1:${port}`, stop };
    await wait(50);
  }
  stop();
  throw new Error('nginx did not start.');
};
