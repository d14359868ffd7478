import { type KindReader, signWhere } from '../seen.ts';

const readable = new Set(['rows-or-records', 'document', 'picture-only', 'links-only']);

/** A file: whatever arrived that is not a page to browse and was recognised for what it is. */
export const data: KindReader = {
  kind: 'data',
  signsOf: ({ page, inspection }) => {
    if (page !== null) return [];
    const isProse =
      ['text', 'txt', 'markdown', 'md', 'plain'].includes(inspection.format) && inspection.tables.length === 0;
    if (isProse || inspection.format === 'unknown') return [];
    const isFile =
      inspection.tables.length > 0 ||
      inspection.members.length > 0 ||
      inspection.keys.length > 0 ||
      readable.has(inspection.machineReadableBecause) ||
      inspection.machineReadable === 'Yes';
    const rows = inspection.tables[0]?.rows;
    return isFile
      ? signWhere(
          'file',
          rows === undefined || rows === null ? inspection.format : `${inspection.format}, ${rows} rows`,
        )
      : [];
  },
};
