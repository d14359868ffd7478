import type { Dispatcher } from 'undici';
import type { Came } from '../model/archive.ts';
import type { Header } from '../model/exchange.ts';
import { Gathered } from './gathered.ts';
import { isReset, lossOf } from './losses.ts';

/** One request, ready to be sent. */
export interface Outgoing {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: readonly Header[];
  readonly body: string | null;
  /** Bytes of payload, as they are sent, after which reading stops. */
  readonly most: number;
  /** Milliseconds for everything. */
  readonly timeout: number;
}

/** What a request came to. */
export interface Sent {
  readonly came: Came;
  /** Was the connection cut before a reply began? Asking again may help then. */
  readonly isReset: boolean;
}

/** What the client is handed besides. */
export interface Surroundings {
  readonly dispatcher: Dispatcher;
  readonly ip: () => string | null;
  readonly signal: AbortSignal | undefined;
  /** Counts bytes of payload as they come; false stops the reading. */
  readonly spend: (bytes: number) => boolean;
  /** Bytes of payload that may still come. */
  readonly room: () => number;
}

/** A reply that came this far before its time was up is worth keeping in part; less is a timeout. */
const worthKeeping = 64 * 1024;

const stopped: Came = { kind: 'refused', reason: 'stopped', detail: 'the run was stopped' };

const headersOf = (raw: Dispatcher.DispatchController['rawHeaders']): readonly Header[] => {
  if (!Array.isArray(raw)) return [];
  const textOf = (part: Buffer | string | undefined): string =>
    part === undefined ? '' : typeof part === 'string' ? part : part.toString('latin1');
  const headers: Header[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    headers.push({ name: textOf(raw[at]), value: textOf(raw[at + 1]).trim() });
  }
  return headers;
};

/** Receives one reply from the dispatcher and settles what it came to, once. */
class Receiver implements Dispatcher.DispatchHandler {
  readonly #request: Outgoing;
  readonly #around: Surroundings;
  readonly #settle: (sent: Sent) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #payload = new Gathered();
  readonly #stop = (): void => this.#end(stopped);
  #controller: Dispatcher.DispatchController | null = null;
  #head: { readonly status: number; readonly statusText: string; readonly headers: readonly Header[] } | null = null;
  #isOver = false;

  constructor(request: Outgoing, around: Surroundings, settle: (sent: Sent) => void) {
    this.#request = request;
    this.#around = around;
    this.#settle = settle;
    this.#timer = setTimeout(() => this.#timeIsUp(), request.timeout);
    around.signal?.addEventListener('abort', this.#stop);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isOver) controller.abort(new Error('too late'));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    _headers: unknown,
    statusText: string = '',
  ): void {
    if (status < 200) return;
    this.#head = { status, statusText, headers: headersOf(controller.rawHeaders) };
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isOver) return;
    // What is kept must not depend on the pieces that it came in.
    const piece = chunk.subarray(0, this.#around.room());
    this.#payload.add(piece);
    const hasMore = this.#around.spend(piece.length);
    if (this.#payload.length > this.#request.most || !hasMore) this.#end(this.#reply('length'));
  }

  onResponseEnd(): void {
    this.#end(this.#reply(null));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const hasBegun = this.#head !== null;
    this.#end(lossOf(error, hasBegun), !hasBegun && isReset(error));
  }

  #timeIsUp(): void {
    const isWorth = this.#payload.length >= worthKeeping;
    const detail = `no whole reply within ${this.#request.timeout / 1000} s`;
    this.#end(isWorth ? this.#reply('time') : { kind: 'lost', reason: 'timeout', detail });
  }

  #reply(truncated: 'length' | 'time' | null): Came {
    if (this.#head === null) return { kind: 'lost', reason: 'protocol', detail: 'a reply without a head' };
    return {
      kind: 'replied',
      ...this.#head,
      payload: this.#payload.bytes(),
      truncated,
      ip: this.#around.ip(),
    };
  }

  #end(came: Came, isReset = false): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#around.signal?.removeEventListener('abort', this.#stop);
    const isWhole = came.kind === 'replied' && came.truncated === null;
    if (!isWhole) this.#controller?.abort(new Error('enough was seen'));
    this.#settle({ came, isReset });
  }
}

/** Sends one request and receives what comes of it. Never rejects: what goes wrong is what came. */
export const send = (request: Outgoing, around: Surroundings): Promise<Sent> =>
  new Promise((settle) => {
    const { url, method, headers, body } = request;
    const receiver = new Receiver(request, around, settle);
    around.dispatcher.dispatch(
      {
        origin: url.origin,
        path: url.pathname + url.search,
        method,
        headers: headers.flatMap(({ name, value }) => [name, value]),
        body,
      },
      receiver,
    );
  });
