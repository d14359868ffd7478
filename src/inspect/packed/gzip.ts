import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { NotHere } from '../../model/confine.ts';
import type { Source, Warning } from '../../model/inspection.ts';
import type { Context, FileReading } from '../reader.ts';

/** Unpacked bytes that are let through whatever the ratio. */
const SMALL = 2 ** 20;

/** The unpacked bytes, counted against the bounds; damage ends them early. */
const unpacked = (context: Context, name: string, warn: (warning: Warning) => void): Source => {
  const { source, limits, budget } = context;
  let ended = false;
  let paid = 0;
  const stop = (code: string, says: string): void => {
    if (!ended) warn({ code, says });
    ended = true;
  };
  return {
    name,
    url: null,
    declared: null,
    size: null,
    get complete() {
      return source.complete && !ended;
    },
    async *chunks() {
      let packed = 0;
      const counted = async function* (): AsyncIterable<Uint8Array> {
        for await (const chunk of source.chunks()) {
          packed += chunk.length;
          yield chunk;
        }
      };
      const gunzip = createGunzip();
      const input = Readable.from(counted());
      input.on('error', (error) => gunzip.destroy(error));
      let length = 0;
      try {
        for await (const chunk of input.pipe(gunzip) as AsyncIterable<Buffer>) {
          length += chunk.length;
          budget.inflated -= Math.max(0, length - Math.max(paid, length - chunk.length));
          paid = Math.max(paid, length);
          if (budget.inflated < 0 && context.isHere) throw new NotHere('It unpacks to more than is read here.');
          if (budget.inflated < 0 || (length > SMALL && length > packed * limits.ratio)) {
            stop('zip-bomb', 'It unpacks to far more than its size; unpacking stopped.');
          }
          if (ended) return;
          yield chunk;
        }
      } catch (error) {
        if (error instanceof NotHere) throw error;
        stop('broken-archive', 'The packed bytes are damaged or cut off.');
      } finally {
        input.destroy();
        gunzip.destroy();
      }
    },
  };
};

/** Reads what a GZIP holds; a packed table is a table in a wrapper. */
export const readGzip = async (context: Context): Promise<FileReading> => {
  if (context.isDeep)
    return {
      format: 'gzip',
      complete: false,
      warnings: [{ code: 'members-not-read', says: 'It is packed in too many layers.' }],
    };
  const warnings: Warning[] = [];
  const name = context.source.name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar');
  const inspection = await context.inspectInside(unpacked(context, name, (warning) => warnings.push(warning)));
  return {
    format: 'gzip',
    encoding: inspection.encoding,
    delimiter: inspection.delimiter,
    language: inspection.language,
    tables: inspection.tables,
    text: inspection.text,
    keys: inspection.keys,
    standards: inspection.standards,
    period: inspection.period,
    members: inspection.format === 'tar' ? inspection.members : [{ path: name, bytes: inspection.bytes, inspection }],
    complete: inspection.complete,
    warnings: [...warnings, ...inspection.warnings.filter(({ code }) => code !== 'truncated')],
  };
};
