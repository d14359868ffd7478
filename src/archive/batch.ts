import type { Recording } from './members.ts';

/** Captures on their way to the thread: their payloads in one piece, which is handed over and not copied once more. */
export interface Batch {
  /** JSON of the recordings, each without its payload: a text is handed over several times as fast as many small objects. */
  readonly recordings: string;
  /** Bytes of each payload; 0 where none is to be written. */
  readonly lengths: readonly number[];
  readonly payloads: Uint8Array;
}

/** The payload that a recording writes; null where it writes none. */
const payloadOf = ({ original, capture: { came } }: Recording): Uint8Array | null =>
  came.kind === 'replied' && original === null ? came.payload : null;

const withoutPayload = ({ capture, ...rest }: Recording): object => {
  const { came } = capture;
  return { ...rest, capture: came.kind === 'replied' ? { ...capture, came: { ...came, payload: null } } : capture };
};

const withPayload = (recording: Recording, payload: Uint8Array): Recording => {
  const { came } = recording.capture;
  return came.kind === 'replied'
    ? { ...recording, capture: { ...recording.capture, came: { ...came, payload } } }
    : recording;
};

/** Packs recordings for the thread. */
export const batchOf = (recordings: readonly Recording[]): Batch => {
  const payloads = recordings.map(payloadOf);
  // In memory of its own, since it is handed over whole.
  const packed = Buffer.allocUnsafeSlow(payloads.reduce((sum, payload) => sum + (payload?.length ?? 0), 0));
  let at = 0;
  for (const payload of payloads) {
    if (payload === null) continue;
    packed.set(payload, at);
    at += payload.length;
  }
  return {
    recordings: JSON.stringify(recordings.map(withoutPayload)),
    lengths: payloads.map((payload) => payload?.length ?? 0),
    payloads: packed,
  };
};

/** The recordings of a batch, as they were packed. */
export const recordingsIn = ({ recordings, lengths, payloads }: Batch): readonly Recording[] => {
  let at = 0;
  return (JSON.parse(recordings) as Recording[]).map((recording, index) => {
    const length = lengths[index] ?? 0;
    at += length;
    return withPayload(recording, payloads.subarray(at - length, at));
  });
};
