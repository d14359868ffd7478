import { type MessagePort, workerData } from 'node:worker_threads';
import { readDatabaseAddress } from '../model/database-address.ts';
import { UserError } from '../model/errors.ts';
import { openDatabase } from './database.ts';
import type { StatementCall, StatementReply, StatementsGiven } from './statements.ts';

/* The thread of a database client whose answers are waited for. */

const { given, port } = workerData as { readonly given: StatementsGiven; readonly port: MessagePort };
const woken = new Int32Array(given.wakes);
const database = openDatabase(readDatabaseAddress(given.address, given.flag), {
  flag: given.flag,
  patience: given.patience,
  connections: 1,
});

const answer = async ({ text, values }: StatementCall): Promise<StatementReply> => {
  try {
    return { rows: await database.rows(text, values) };
  } catch (error) {
    return { says: error instanceof Error ? error.message : String(error), isUserError: error instanceof UserError };
  }
};

port.on('message', async (call: StatementCall) => {
  port.postMessage(await answer(call));
  Atomics.add(woken, 0, 1);
  Atomics.notify(woken, 0);
});
