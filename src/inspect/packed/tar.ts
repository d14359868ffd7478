import type { Member, Warning } from '../../model/inspection.ts';
import { readUpTo, sourceOfBytes } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';

const BLOCK = 512;

const textAt = (bytes: Uint8Array, from: number, length: number): string => {
  const field = Buffer.from(bytes.buffer, bytes.byteOffset + from, length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
};

const sizeAt = (bytes: Uint8Array, from: number): number => {
  const size = Number.parseInt(textAt(bytes, from, 12).trim(), 8);
  return Number.isSafeInteger(size) && size >= 0 ? size : -1;
};

/** Reads the members of a TAR one after another; links and devices are passed over. */
export const readTar = async (context: Context): Promise<FileReading> => {
  const { source, limits, budget } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const members: Member[] = [];
  const warnings: Warning[] = [];
  let at = 0;
  while (at + BLOCK <= bytes.length && bytes[at] !== 0 && members.length < limits.members) {
    const size = sizeAt(bytes, at + 124);
    const type = String.fromCharCode(bytes[at + 156] ?? 0);
    const path = [textAt(bytes, at + 345, 155), textAt(bytes, at, 100)]
      .filter((part) => part !== '')
      .join('/')
      .replace(/[\0-\x1f\x7f-\x9f]/g, '\ufffd');
    if (size < 0) {
      warnings.push({ code: 'broken-archive', says: 'A member header is damaged; reading ended there.' });
      break;
    }
    const from = at + BLOCK;
    if (type === '0' || type === '\0') {
      const body = bytes.subarray(from, from + size);
      const isOpened = budget.opened > 0 && !context.isDeep;
      if (isOpened) budget.opened -= 1;
      const inside = sourceOfBytes(body, { name: path.split('/').at(-1) ?? path, complete: body.length === size });
      members.push({ path, bytes: size, inspection: isOpened ? await context.inspectInside(inside) : null });
    }
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
  const opened = members.flatMap(({ inspection }) => inspection ?? []);
  return {
    format: 'tar',
    members,
    tables: opened.flatMap(({ tables }) => tables).slice(0, limits.tables),
    standards: [...new Set(opened.flatMap(({ standards }) => standards))],
    complete: whole && warnings.length === 0 && members.every(({ inspection }) => inspection?.complete === true),
    warnings,
  };
};
