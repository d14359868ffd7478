import { fieldOf } from './fields.ts';
import { dechunk, mostOfHead, parseHttp } from './http.ts';
import type { WarcRecord } from './records.ts';

/** Bytes of a chunked payload that are held in memory to undo the coding; what is longer is not compared. */
const mostOfChunked = 64 * 1024 * 1024;

const isHttp = ({ fields }: WarcRecord): boolean =>
  /^application\/http\b/i.test(fieldOf(fields, 'Content-Type') ?? '') ||
  /^https?:/i.test((fieldOf(fields, 'WARC-Target-URI') ?? '').replace(/^</, ''));

/** Does the block of a record wrap its payload in an HTTP message? */
export const wrapsPayload = (record: WarcRecord): boolean =>
  (record.type === 'response' || record.type === 'request') && isHttp(record);

/** Splits the payload off a block that goes by in parts, without holding it. */
export class PayloadSplitter {
  readonly #pass: (part: Buffer) => void;
  #head: Buffer | null = Buffer.alloc(0);
  #isChunked = false;
  #held: Buffer[] = [];
  #size = 0;

  /** `pass` is given the payload as it lies in the record. */
  constructor(pass: (part: Buffer) => void) {
    this.#pass = pass;
  }

  push(part: Buffer): void {
    if (this.#head === null) {
      this.#give(part);
      return;
    }
    this.#head = Buffer.concat([this.#head, part]);
    const { headers, payload, hasEnd } = parseHttp(this.#head);
    if (!hasEnd && this.#head.length <= mostOfHead) return;
    this.#isChunked = /chunked/i.test(fieldOf(headers, 'Transfer-Encoding') ?? '');
    this.#head = null;
    this.#give(payload);
  }

  #give(part: Buffer): void {
    this.#pass(part);
    this.#size += part.length;
    if (this.#isChunked && this.#size <= mostOfChunked) this.#held.push(Buffer.from(part));
  }

  /** The payload without its transfer coding, where it had one; null where not, or where it is too long to hold. */
  dechunked(): Buffer | null {
    if (!this.#isChunked || this.#size > mostOfChunked) return null;
    return dechunk(Buffer.concat(this.#held))?.payload ?? null;
  }
}
