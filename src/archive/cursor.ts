import { ArchiveFault } from './fault.ts';
import { type InflatedChunk, piecesFrom } from './gzip.ts';
import type { RecordOffset } from './place.ts';
import type { Stretch } from './stretch.ts';

/** Reads the content of an archive by lines and counts, and always knows its place. */
export class Cursor {
  readonly #pieces: AsyncGenerator<InflatedChunk>;
  #piece: InflatedChunk | null = null;
  #used = 0;

  private constructor(pieces: AsyncGenerator<InflatedChunk>) {
    this.#pieces = pieces;
  }

  /** Starts reading at a place. */
  static async open(stretch: Stretch, from: RecordOffset): Promise<Cursor> {
    const cursor = new Cursor(await piecesFrom(stretch, from.offset));
    for (let left = from.skip; left > 0; ) {
      const ready = await cursor.peek();
      if (ready === null) throw new ArchiveFault('the file became shorter while it was read');
      const passed = Math.min(left, ready.length);
      cursor.use(passed);
      left -= passed;
    }
    return cursor;
  }

  /** What is at hand and not yet used; null at the end. */
  async peek(): Promise<Buffer | null> {
    while (this.#piece === null || this.#used === this.#piece.bytes.length) {
      const next = await this.#pieces.next();
      if (next.done) return null;
      this.#piece = next.value;
      this.#used = 0;
    }
    return this.#piece.bytes.subarray(this.#used);
  }

  /** Marks bytes of what was peeked at as used. */
  use(count: number): void {
    this.#used += count;
  }

  /** Where the bytes lie that were peeked at. */
  get place(): RecordOffset {
    return this.#piece?.placeOf(this.#used) ?? { offset: 0, skip: 0 };
  }

  /** The next line where it lies whole at hand, as it mostly does, which saves the waiting; null where it does not. */
  lineAtHand(longest: number): string | null {
    if (this.#piece === null) return null;
    const { bytes } = this.#piece;
    const end = bytes.indexOf(0x0a, this.#used);
    if (end === -1 || end - this.#used > longest) return null;
    const line = bytes.toString('utf8', this.#used, bytes[end - 1] === 0x0d && end > this.#used ? end - 1 : end);
    this.#used = end + 1;
    return line;
  }

  /** The next line without its end; null where the content ends before a line does. */
  async line(longest: number): Promise<string | null> {
    const parts: Buffer[] = [];
    for (let length = 0; length <= longest; ) {
      const ready = await this.peek();
      if (ready === null) return null;
      const end = ready.indexOf(0x0a);
      const part = end === -1 ? ready : ready.subarray(0, end);
      parts.push(part);
      length += part.length;
      this.use(end === -1 ? part.length : end + 1);
      if (end !== -1) return Buffer.concat(parts).toString('utf8').replace(/\r$/, '');
    }
    throw new ArchiveFault('a line is too long for the head of a record');
  }

  /** Lets go of what it holds; reading on is then at an end. */
  async close(): Promise<void> {
    await this.#pieces.return(undefined);
  }
}
