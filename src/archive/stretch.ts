import type { FileHandle } from 'node:fs/promises';

/** Bytes of a file that can be read at any place: a whole archive, or one that lies stored inside a ZIP. */
export interface Stretch {
  readonly size: number;
  /** The bytes from `at` on: at least one and at most `most`, none at the end. */
  readonly read: (at: number, most: number) => Promise<Buffer>;
}

/** Bytes that are read at once, so that many small records cost few reads. */
const windowSize = 64 * 1024;

/** A stretch of an open file. Keeps one window of it; each reader of a file opens its own. */
export const openStretch = (file: FileHandle, start: number, size: number): Stretch => {
  let window = Buffer.alloc(0);
  let windowAt = 0;
  const fill = async (at: number): Promise<void> => {
    const room = Buffer.allocUnsafe(Math.min(windowSize, size - at));
    const { bytesRead } = await file.read(room, 0, room.length, start + at);
    window = room.subarray(0, bytesRead);
    windowAt = at;
  };
  return {
    size,
    read: async (at, most) => {
      if (at >= size) return Buffer.alloc(0);
      if (at < windowAt || at >= windowAt + window.length) await fill(at);
      return window.subarray(at - windowAt, at - windowAt + most);
    },
  };
};

/** Exactly `count` bytes from `at` on, fewer where the stretch ends before. */
export const readExactly = async (stretch: Stretch, at: number, count: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let read = 0;
  while (read < count) {
    const part = await stretch.read(at + read, count - read);
    if (part.length === 0) break;
    parts.push(part);
    read += part.length;
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
};
