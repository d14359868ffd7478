import type { NoiseOptions } from './options.ts';

/** Everything that `odi queue` is asked. */
export interface QueueOptions {
  readonly queue: string;
  readonly watch?: boolean;
  readonly format: 'text' | 'json';
  readonly out?: string;
}

/** Everything that `odi worker` is asked. */
export interface WorkerOptions extends NoiseOptions {
  readonly queue: string;
  readonly store?: string;
  readonly record?: string;
  readonly allowPrivate?: boolean;
  readonly atOnce?: number;
  readonly stay?: boolean;
}
