import type { Context, FileReading } from '../reader.ts';
import { decoded, xmlDefault } from '../xml/decode.ts';
import { localName, parseXml } from '../xml/events.ts';
import type { ZipArchive } from '../zip/archive.ts';

/** Elements that end a line of text in Word, OpenDocument and PowerPoint. */
const lineEnds = new Set(['p', 'h', 'br', 'tr', 'table-row', 'line-break']);
const cellEnds = new Set(['tc', 'tab', 'table-cell']);

/** Reads the words of the parts of a document package. */
export const readPackageText =
  (isPart: (path: string) => boolean) =>
  async (archive: ZipArchive, context: Context): Promise<FileReading> => {
    const parts = archive.members.filter(({ path }) => isPart(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
    let text = '';
    let isWhole = true;
    for (const part of parts) {
      const broken = await parseXml(
        decoded(part.source, xmlDefault),
        {
          open: () => {},
          text: (chunk) => {
            if (text.length < context.limits.text) text += chunk;
          },
          close: (name) => {
            if (text.length > context.limits.text) return;
            if (lineEnds.has(localName(name))) text += '\n';
            else if (cellEnds.has(localName(name))) text += '\t';
          },
        },
        () => false,
        { ...context.limits, isEnough: () => text.length > context.limits.text },
      );
      isWhole &&= broken === null && part.source.complete;
    }
    return { text: text.slice(0, context.limits.text), complete: isWhole && text.length <= context.limits.text };
  };
