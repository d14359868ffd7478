/** The fields of one row: where they stand in the bytes, their hashes, and the kinds of bytes in them. */
export class RowFields {
  count = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  hashes = new Int32Array(64);
  masks = new Uint8Array(64);

  add(start: number, end: number, hash: number, mask: number): void {
    if (this.count === this.starts.length) this.#widen();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.hashes[this.count] = hash;
    this.masks[this.count] = mask;
    this.count += 1;
  }

  #widen(): void {
    const size = this.starts.length * 2;
    const [starts, ends, hashes, masks] = [this.starts, this.ends, this.hashes, this.masks];
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
    this.hashes = new Int32Array(size);
    this.masks = new Uint8Array(size);
    this.starts.set(starts);
    this.ends.set(ends);
    this.hashes.set(hashes);
    this.masks.set(masks);
  }
}
