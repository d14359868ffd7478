import { createReadStream } from 'node:fs';
import { type ListedElsewhere, type ReadElsewhere, readHere, readListHere } from '../audit/read.ts';
import { type InspectWords, inspect, sourceOfBytes } from '../inspect/index.ts';
import { type Defect, defectsBehind, Failure } from '../model/defect.ts';
import type { Arrival } from '../model/exchange.ts';
import type { Inspection, Source } from '../model/inspection.ts';
import type { InspectLimits } from '../model/limits.ts';

/** What the reading process is given when it starts. */
export type ReaderWords = InspectWords;

/** Bytes to inspect: those of a file, or those that follow the job. */
export interface InspectJob {
  readonly kind: 'inspect';
  readonly path: string | null;
  readonly about: Omit<Source, 'chunks'>;
  readonly limits: Partial<InspectLimits>;
}

/** A reply to read, whose bytes follow. */
export interface ReplyJob {
  readonly kind: 'reply';
  readonly arrival: Omit<Arrival, 'body'>;
}

/** A list of a catalogue to read, whose bytes follow. */
export interface ListJob {
  readonly kind: 'list';
  readonly arrival: Omit<Arrival, 'body'>;
}

export type ReaderJob = InspectJob | ReplyJob | ListJob;

/** A file on disk as a source, read as a stream as often as it is asked for. */
export const fileSource = (path: string, about: Omit<Source, 'chunks'>): Source => ({
  ...about,
  chunks: () => createReadStream(path, { highWaterMark: 2 ** 18 }),
});

const inspectGiven = ({ path, about, limits }: InspectJob, body: Uint8Array, words: ReaderWords): Promise<Inspection> =>
  inspect(path === null ? sourceOfBytes(body, about) : fileSource(path, about), { ...words, limits });

const readGiven = async ({ arrival }: ReplyJob, body: Uint8Array, words: ReaderWords): Promise<ReadElsewhere> => {
  const met: Defect[] = [];
  try {
    const read = await readHere({ ...arrival, body }, words, (defect) => met.push(defect));
    return { read, failed: [], met };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { read: null, failed: defectsBehind(error, { stage: 'reader', name: arrival.finalUrl }), met };
  }
};

const listGiven = async ({ arrival }: ListJob, body: Uint8Array): Promise<ListedElsewhere> => {
  const met: Defect[] = [];
  try {
    const reading = await readListHere({ ...arrival, body }, (defect) => met.push(defect));
    return { reading, failed: [], met };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { reading: null, failed: defectsBehind(error, { stage: 'reader', name: arrival.finalUrl }), met };
  }
};

/** Does one job of the reading process. */
export const doJob = (
  job: ReaderJob,
  body: Uint8Array,
  words: ReaderWords,
): Promise<Inspection | ReadElsewhere | ListedElsewhere> => {
  switch (job.kind) {
    case 'inspect':
      return inspectGiven(job, body, words);
    case 'reply':
      return readGiven(job, body, words);
    case 'list':
      return listGiven(job, body);
  }
};
