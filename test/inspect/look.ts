import { inspect, sourceOfBytes } from '../../src/inspect/index.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import type { HereLimits, InspectLimits } from '../../src/model/limits.ts';
import { dates, formats } from './formats.ts';

/** How a test's bytes are called, declared and bounded. */
export interface Given {
  readonly name?: string;
  readonly declared?: string;
  readonly url?: string;
  readonly limits?: Partial<InspectLimits>;
  readonly here?: HereLimits;
}

/** Inspects bytes or text as the program would. */
export const look = (
  content: string | Uint8Array,
  { name = '', declared, url, limits = {}, here }: Given = {},
): Promise<Inspection> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return inspect(sourceOfBytes(bytes, { name, declared: declared ?? null, url: url ?? null }), {
    formats,
    dates,
    limits,
    ...(here === undefined ? {} : { here }),
  });
};

/** Codes of the warnings. */
export const codesOf = ({ warnings }: Inspection): readonly string[] => warnings.map(({ code }) => code);
