import type { Instant } from '../model/basics.ts';
import { archiveLimits } from '../model/limits.ts';
import { addressKey } from '../web/address.ts';
import { drawnFields, drawnMethod, told } from './compose.ts';
import { instantOf } from './dates.ts';
import { digestOf } from './digests.ts';
import { ArchiveFault } from './fault.ts';
import { fieldOf, parseFields } from './fields.ts';
import { parseHttp } from './http.ts';
import { mementoOf } from './memento.ts';
import type { RecordOffset } from './place.ts';
import { drain, readBlock, type WarcRecord, withoutBrackets } from './records.ts';
import type { Volume } from './volume.ts';

/** One capture in the index of a file: enough to choose it and to find it again. */
export interface IndexEntry {
  /** The file it lies in. */
  readonly volume: Volume;
  readonly place: RecordOffset;
  readonly id: string;
  readonly url: string;
  readonly at: Instant | null;
  readonly kind: 'response' | 'revisit' | 'resource' | 'conversion' | 'told' | 'memento';
  /** What the request asked to accept; null where the file does not say. */
  readonly accept: string | null;
  readonly payloadDigest: string | null;
}

/** What tells requests to one address apart. */
interface Question {
  readonly method: string;
  readonly accept: string | null;
  /** Labelled digest of what was posted, null for nothing. */
  readonly payload: string | null;
}

/** What a drawn page answers. */
const draw: Question = { method: drawnMethod, accept: null, payload: null };

const get: Question = { method: 'GET', accept: null, payload: null };

/** Bytes of a request or of a note that are read at most. */
const mostOfQuestion = 1024 * 1024;

/** The key that a request and its capture share; null for what is no web address. */
export const captureKey = (url: string, method: string, payload: string | null): string | null => {
  const address = addressKey(url);
  return address === null || !/^https?:/.test(address) ? null : `${method} ${payload ?? '-'} ${address}`;
};

const questionOf = async (record: WarcRecord): Promise<Question> => {
  const { startLine, headers, payload } = parseHttp((await readBlock(record, mostOfQuestion)).bytes);
  const method = startLine.split(' ', 1)[0] ?? 'GET';
  return {
    method,
    accept: fieldOf(headers, 'Accept'),
    payload: method === 'POST' ? digestOf(payload) : null,
  };
};

const toldOf = async (record: WarcRecord): Promise<Question | null> => {
  const block = (await readBlock(record, mostOfQuestion)).bytes.toString('utf8');
  const fields = parseFields(block.split(/\r?\n/));
  if (fieldOf(fields, told.outcome) === null) return null;
  return {
    method: fieldOf(fields, told.method) ?? 'GET',
    accept: fieldOf(fields, told.accept),
    payload: fieldOf(fields, told.payload),
  };
};

const isWarcFields = (record: WarcRecord): boolean =>
  (fieldOf(record.fields, 'Content-Type') ?? '').toLowerCase().startsWith('application/warc-fields');

const entryOf = (record: WarcRecord, kind: IndexEntry['kind'], volume: Volume): IndexEntry => ({
  volume,
  place: record.place,
  id: record.id,
  url: withoutBrackets(fieldOf(record.fields, 'WARC-Target-URI') ?? ''),
  at: instantOf(fieldOf(record.fields, 'WARC-Date') ?? ''),
  kind,
  accept: null,
  payloadDigest: fieldOf(record.fields, 'WARC-Payload-Digest'),
});

/** What all files of a replay may put into their indexes; what an archive of this size would add is not kept in mind. */
export class IndexRoom {
  #entries: number;
  #characters: number;

  constructor({ captures, captureCharacters } = archiveLimits) {
    this.#entries = captures;
    this.#characters = captureCharacters;
  }

  /** Is there none left? */
  get isUsedUp(): boolean {
    return this.#entries <= 0 || this.#characters <= 0;
  }

  /**
   * Takes the room of one more entry with such texts.
   *
   * @throws ArchiveFault where there is none.
   */
  take(place: RecordOffset, texts: readonly (string | null)[]): void {
    if (this.isUsedUp) throw new ArchiveFault('more captures follow than are kept in mind', place);
    this.#entries -= 1;
    for (const text of texts) this.#characters -= text?.length ?? 0;
  }
}

/** Gathers the captures of one file as its records go by, pairing each reply with its request. */
export class CaptureIndex {
  readonly #volume: Volume;
  readonly #room: IndexRoom;
  readonly #found: {
    readonly entry: IndexEntry;
    readonly concurrent: string | null;
    readonly question: Question | null;
  }[] = [];
  /** Requests by their own identifier and by that of their reply: tools point either way. */
  readonly #requests = new Map<string, Question>();

  constructor(volume: Volume, room: IndexRoom) {
    this.#volume = volume;
    this.#room = room;
  }

  /**
   * Takes note of a record once it proved whole, reading in its block what was asked.
   *
   * @throws ArchiveFault where there is no more room for it.
   */
  async add(record: WarcRecord): Promise<void> {
    const concurrent = fieldOf(record.fields, 'WARC-Concurrent-To');
    const other = concurrent === null ? null : withoutBrackets(concurrent);
    const question = await this.#questionIn(record);
    await drain(record);
    if (record.type === 'request' && question !== null) {
      this.#room.take(record.place, [record.id, other, question.method, question.accept]);
      this.#requests.set(record.id, question);
      if (other !== null) this.#requests.set(other, question);
    } else if (record.type === 'response' || record.type === 'revisit' || record.type === 'resource') {
      this.#keep(record, record.type, other, question);
    } else if (record.type === 'conversion' && fieldOf(record.fields, drawnFields.by) !== null) {
      this.#keep(record, 'conversion', other, draw);
    } else if (record.type === 'metadata' && question !== null) {
      this.#keep(record, 'told', other, question);
    }
  }

  #keep(record: WarcRecord, kind: IndexEntry['kind'], concurrent: string | null, question: Question | null): void {
    const entry = entryOf(record, kind, this.#volume);
    const { id, url, payloadDigest } = entry;
    // An address is kept twice: as it is written, and in the spelling it is looked up by.
    this.#room.take(record.place, [id, url, url, payloadDigest, concurrent, question?.method ?? null]);
    this.#found.push({ entry, concurrent, question });
  }

  async #questionIn(record: WarcRecord): Promise<Question | null> {
    if (record.type === 'request') return questionOf(record);
    return record.type === 'metadata' && isWarcFields(record) ? toldOf(record) : null;
  }

  /** All captures with their keys, once every record went by. Those of other kinds of address are left out. */
  *entries(): Generator<readonly [key: string, entry: IndexEntry]> {
    for (const { entry, concurrent, question } of this.#found) {
      const paired = this.#requests.get(entry.id) ?? this.#requests.get(concurrent ?? '');
      const { method, accept, payload } = question ?? paired ?? get;
      const key = captureKey(entry.url, method, payload);
      if (key !== null) yield [key, accept === null ? entry : { ...entry, accept }];
      const memento = entry.kind === 'response' && method === 'GET' ? mementoOf(entry.url) : null;
      const original = memento === null ? null : captureKey(memento.original, method, payload);
      if (memento === null || original === null) continue;
      yield [original, { ...entry, kind: 'memento', url: memento.original, at: memento.at, accept }];
    }
  }
}
