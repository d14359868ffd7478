/** A place that is not to be tried again by itself. */
export interface FailedPlace {
  readonly place: string;
  readonly says: string;
}

/** How far a run is. Times are in seconds, reviews are counted. */
export interface RunState {
  readonly name: string;
  readonly edition: string;
  readonly year: number;
  readonly store: string;
  readonly planned: string;
  readonly places: {
    readonly all: number;
    readonly done: number;
    readonly running: number;
    readonly waiting: number;
    readonly failed: number;
  };
  /** Reviews that were kept. */
  readonly reviews: number;
  readonly left: number;
  /** Reviews an hour, by what was kept since the run began; null where nothing was. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly failed: readonly FailedPlace[];
}

/** A worker that lives. */
export interface WorkerState {
  readonly machine: string;
  readonly process: number;
  /** Seconds since it was last heard of. */
  readonly silent: number;
  /** What it has under way. */
  readonly places: readonly string[];
}

/** What a queue holds, as one moment sees it. */
export interface QueueState {
  readonly format: 'odi-queue/1';
  readonly runs: readonly RunState[];
  readonly workers: readonly WorkerState[];
}
