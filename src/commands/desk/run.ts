import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { nameOf } from '../../desk/index.ts';
import { storedLanguage } from '../../messages/known.ts';
import { UserError } from '../../model/errors.ts';
import type { ReviewOptions } from '../review-options.ts';
import type { Target } from '../review-target.ts';
import type { Shell } from '../shell.ts';
import { openApp } from './app.ts';
import { openEntries } from './entries.ts';
import { openEvidence } from './evidence.ts';
import { showInBrowser } from './open-browser.ts';
import { addRoutes, type DeskRooms } from './routes.ts';
import { openSession } from './session.ts';
import { openBench } from './work.ts';

/** Milliseconds in which a request must have come whole. */
const patience = 30_000;

/** This machine alone, on a port that is free. @throws UserError where none can be had. */
const listen = (server: Server): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', (cause) =>
      fail(new UserError(`The desk cannot be opened on this machine: ${cause.message}.`, { cause })),
    );
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });

/**
 * Opens the desk for some reviews and keeps it open until it is closed there, or by Ctrl-C. The address that is printed works once.
 *
 * @throws UserError where the desk cannot be opened, and for a language that is not known.
 */
export const runDesk = async (targets: readonly Target[], options: ReviewOptions, shell: Shell): Promise<void> => {
  const { reviewer, as, lang = storedLanguage } = options;
  const person = reviewer === undefined ? null : { name: nameOf(reviewer), as };
  const session = openSession(person, lang);
  const entries = openEntries(targets, shell);
  await entries.language(lang);
  const evidence = openEvidence(options, shell);
  const bench = openBench(options, shell);
  const place = { port: 0 };
  let end = (): void => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  const host = (): string => `127.0.0.1:${place.port}`;
  // A moment later, so that the last page is sent.
  const rooms: DeskRooms = {
    ...{ session, entries, shell, host, evidence, bench },
    end: () => void setTimeout(end, 200),
  };
  const app = openApp(rooms, (pages) => addRoutes(pages, rooms));
  const server = createServer(
    { requestTimeout: patience, headersTimeout: patience },
    getRequestListener(app.fetch, { overrideGlobalObjects: false }),
  );
  place.port = await listen(server);
  const address = `http://${host()}/open?token=${session.token}`;
  shell.print(`${address}\n`);
  if (options.quiet !== true) {
    shell.tell(
      'odi: the desk is open at this address, for one browser of this machine; the address works once. Ctrl-C closes the desk.\n',
    );
  }
  const forget = showInBrowser(address, shell);
  shell.interrupted.addEventListener('abort', end, { once: true });
  if (shell.interrupted.aborted) end();
  try {
    await ended;
  } finally {
    forget();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await bench.done();
    await evidence.close();
  }
};
