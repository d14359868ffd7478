/** Bytes of a small piece that are copied together with others: a piece of one byte costs a hundred to keep. */
const small = 4 * 1024;
const blockSize = 64 * 1024;
const noBlock = Buffer.alloc(0);

/** Pieces of a payload as they come, kept in about as much memory as they have bytes, however small they are. */
export class Gathered {
  readonly #parts: Buffer[] = [];
  #block = noBlock;
  #used = 0;
  length = 0;

  add(piece: Buffer): void {
    this.length += piece.length;
    if (piece.length > small) {
      this.#closeBlock();
      this.#parts.push(piece);
      return;
    }
    if (this.#used + piece.length > this.#block.length) {
      this.#closeBlock();
      this.#block = Buffer.allocUnsafe(blockSize);
    }
    this.#used += piece.copy(this.#block, this.#used);
  }

  bytes(): Buffer {
    this.#closeBlock();
    const [only] = this.#parts;
    // One piece is what came, unless it would keep much more memory than it has bytes.
    const isOne = only !== undefined && this.#parts.length === 1 && only.buffer.byteLength <= 2 * only.length;
    return isOne ? only : Buffer.concat(this.#parts);
  }

  #closeBlock(): void {
    if (this.#used > 0) this.#parts.push(this.#block.subarray(0, this.#used));
    this.#block = this.#block.subarray(this.#used);
    this.#used = 0;
  }
}
