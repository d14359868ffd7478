import type { Source } from '../model/inspection.ts';

/** Bytes that were read, and whether they are all there are. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

/** Joins chunks without a copy where there is one. */
export const join = (chunks: readonly Uint8Array[]): Uint8Array =>
  chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);

/** Reads from the start, at most `most` bytes. */
export const readUpTo = async (source: Source, most: number): Promise<Bytes> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.chunks()) {
    if (length + chunk.length > most) {
      chunks.push(chunk.subarray(0, most - length));
      return { bytes: join(chunks), whole: false };
    }
    chunks.push(chunk);
    length += chunk.length;
  }
  return { bytes: join(chunks), whole: source.complete };
};

/** What a source of bytes in memory needs besides them; the rest is taken as nothing declared, and whole. */
export interface BytesSource {
  readonly name: string;
  readonly url?: string | null;
  readonly declared?: string | null;
  readonly size?: number | null;
  readonly complete?: boolean;
}

/** A source over bytes in memory. */
export const sourceOfBytes = (bytes: Uint8Array, about: BytesSource): Source => {
  const complete = about.complete ?? true;
  return {
    name: about.name,
    url: about.url ?? null,
    declared: about.declared ?? null,
    size: about.size ?? (complete ? bytes.length : null),
    complete,
    async *chunks() {
      yield bytes;
    },
  };
};

/** The same source, ended after `most` bytes. */
export const cut = (source: Source, most: number): Source => {
  if (source.size !== null && source.size <= most) return source;
  let ended = false;
  return {
    ...source,
    get complete() {
      return source.complete && !ended;
    },
    async *chunks() {
      let left = most;
      for await (const chunk of source.chunks()) {
        if (chunk.length > left) {
          ended = true;
          if (left > 0) yield chunk.subarray(0, left);
          return;
        }
        left -= chunk.length;
        yield chunk;
      }
    },
  };
};
