/** Which bound a reading went over: `stopped` is the person's Ctrl-C, `deadline` the time of the whole review. */
export type Bound = 'seconds' | 'patience' | 'megabytes' | 'deadline' | 'stopped';

/** What came of a job in a confined process: its answer, the bound that ended it, or the error that it threw. */
export type Confined<T> = { readonly done: T } | { readonly over: Bound; readonly says: string };

/** A process apart, with hard bounds of time and of resident memory. It is started by its first job. */
export interface Confinement {
  /**
   * Does one job after another.
   *
   * @throws Error with the message of what the job threw: a defect of the program, not of the file.
   */
  readonly run: <T>(job: object, body: Uint8Array | null, until?: Deadline) => Promise<Confined<T>>;
  /** Ends the process, and with it what it is doing. */
  readonly close: () => void;
}

/** Seconds that are left of the time for a review. */
export type Deadline = () => number;

/** Thrown where something is read with the program itself that had better be read in a process apart. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}
