/** Where a record starts: a byte of the file, and how much of what is inflated from there comes before it. */
export interface RecordOffset {
  readonly offset: number;
  readonly skip: number;
}
