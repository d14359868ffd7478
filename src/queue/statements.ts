import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { UserError } from '../model/errors.ts';

/** A value that a statement is given. */
export type StatementParameter = string | number | boolean | null | readonly string[];

/** What a statement is asked with, on its way to the thread. */
export interface StatementCall {
  readonly text: string;
  readonly values: readonly StatementParameter[];
}

/** What came of it. Only the sentence of an error is handed on: what the client keeps beside it may hold a password. */
export type StatementReply =
  | { readonly rows: readonly unknown[] }
  | { readonly says: string; readonly isUserError: boolean };

/** What the thread is begun with. */
export interface StatementsGiven {
  readonly address: string;
  readonly flag: string;
  readonly patience: number;
  readonly wakes: SharedArrayBuffer;
}

/**
 * Statements that are waited for, one after the other: whoever asks stands still until the answer is there, as with a file. The
 * client runs on a thread of its own.
 */
export interface Statements {
  /** @throws UserError with what to do. A statement may be sent again where the database went away, so that it must do no harm twice. */
  readonly rows: <Row>(text: string, values?: readonly StatementParameter[]) => readonly Row[];
  readonly close: () => void;
}

/** Its script: beside the chunks of the bundle, or as it was written. */
const script = (): URL =>
  new URL(ODI_BUILT ? './workers/queue/statements.js' : './statements.worker.ts', import.meta.url);

/** Milliseconds between two looks at whether the thread still lives. */
const look = 1_000;

/** Milliseconds without an answer after which the thread counts as ended: longer than any statement and any patience. */
const longest = 10 * 60_000;

/**
 * Opens statements; the client and its thread start with the first.
 *
 * @param patience - milliseconds that the database may be away
 */
export const openStatements = (address: string, flag: string, patience: number): Statements => {
  let opened: { readonly thread: Worker; readonly port: MessageChannel['port1']; readonly woken: Int32Array } | null =
    null;
  const open = (): NonNullable<typeof opened> => {
    const wakes = new SharedArrayBuffer(4);
    const { port1, port2 } = new MessageChannel();
    const given: StatementsGiven = { address, flag, patience, wakes };
    const thread = new Worker(script(), { workerData: { given, port: port2 }, transferList: [port2] });
    thread.unref();
    port1.unref();
    opened = { thread, port: port1, woken: new Int32Array(wakes) };
    return opened;
  };
  return {
    rows: <Row>(text: string, values: readonly StatementParameter[] = []): readonly Row[] => {
      const { port, woken } = opened ?? open();
      const call: StatementCall = { text, values };
      const before = Atomics.load(woken, 0);
      port.postMessage(call);
      for (let waited = 0; waited < longest; waited += look) {
        if (Atomics.wait(woken, 0, before, look) !== 'timed-out') break;
      }
      const received = receiveMessageOnPort(port) as { readonly message: StatementReply } | undefined;
      if (received === undefined) throw new Error('the thread of the database client ended without an answer');
      if ('rows' in received.message) return received.message.rows as readonly Row[];
      throw received.message.isUserError ? new UserError(received.message.says) : new Error(received.message.says);
    },
    close: () => {
      opened?.port.close();
      void opened?.thread.terminate();
      opened = null;
    },
  };
};
