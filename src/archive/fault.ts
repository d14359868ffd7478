import type { RecordOffset } from './place.ts';

/** Why an archive cannot be read further; the message is a clause that follows "then". */
export class ArchiveFault extends Error {
  override readonly name = 'ArchiveFault';
  /** Where the first record starts that is not whole, as far as it is known. */
  readonly place: RecordOffset | null;

  constructor(message: string, place: RecordOffset | null = null) {
    super(message);
    this.place = place;
  }

  /** The same fault, no earlier than `place`. */
  noEarlierThan(place: RecordOffset): ArchiveFault {
    return this.place !== null && this.place.offset > place.offset ? this : new ArchiveFault(this.message, place);
  }
}

/** Lets a reader fail with faults that tell their place, and with everything else as it is. */
export const locate = (error: unknown, place: RecordOffset): unknown =>
  error instanceof ArchiveFault ? error.noEarlierThan(place) : error;

/** How far a file could be read, in words for a person. */
export const readUpTo = (title: string, records: number, { message, place }: ArchiveFault): string => {
  const { offset, skip } = place ?? { offset: 0, skip: 0 };
  const inflated = skip === 0 ? '' : `, ${skip} bytes into what is inflated from there`;
  const count = `${records} whole ${records === 1 ? 'record' : 'records'}`;
  return `${title} can be read up to byte ${offset}${inflated} (${count}); then ${message}.`;
};
