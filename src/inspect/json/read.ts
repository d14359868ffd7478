import { isObject, type Json } from '../../model/basics.ts';
import type { Warning } from '../../model/inspection.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { scriptStart } from '../sniff.ts';
import { charsetOf, decode, doubtIn } from '../text/encoding.ts';
import { Keys } from '../tree/keys.ts';
import { cubesOf } from './cubes/index.ts';
import { dialectOf, isErrorBody } from './dialect.ts';
import { esriFeatures } from './esri.ts';
import { withoutMaps } from './maps.ts';
import { singleRecord, tablesOf } from './records.ts';
import { walk } from './walk.ts';

type Parsed = { readonly value: Json; readonly lines: boolean } | null;

const parse = (text: string): Parsed => {
  try {
    return { value: JSON.parse(text) as Json, lines: false };
  } catch {
    return parseLines(text) ?? parseScript(text);
  }
};

/** Brackets at the end of a script that may belong to the function around the value. */
const mostEnds = 4;

/** The value that a script hands out, where it does nothing else. */
const parseScript = (text: string): Parsed => {
  const start = text.replace(/^\ufeff/, '').trimStart();
  const [before] = scriptStart.exec(start) ?? [];
  if (before === undefined) return null;
  let end = start.length;
  for (let tried = 0; tried < mostEnds; tried += 1) {
    end = Math.max(start.lastIndexOf('}', end - 1), start.lastIndexOf(']', end - 1));
    if (end <= before.length) return null;
    try {
      return { value: JSON.parse(start.slice(before.length, end + 1)) as Json, lines: false };
    } catch {
      // What ends here is around the value.
    }
  }
  return null;
};

/** JSON Lines: each line a value of its own. */
const parseLines = (text: string): Parsed => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  try {
    return { value: lines.map((line) => JSON.parse(line) as Json), lines: true };
  } catch {
    return null;
  }
};

/** Reads JSON under a byte cap: its keys, its lists of records as tables, and which dialect it is. */
export const readJson = async (context: Context): Promise<FileReading> => {
  const { source, limits } = context;
  const { bytes, whole } = await readUpTo(source, Math.min(limits.buffered, 2 ** 27));
  const encoding = context.detect(bytes, charsetOf(source.declared));
  const parsed = parse(decode(bytes, encoding));
  if (parsed === null) return broken(whole, encoding.name);
  const keys = new Keys();
  const { format, standards } = dialectOf(parsed.value);
  const cubes = cubesOf(parsed.value, standards, context);
  if (cubes !== null)
    return {
      format,
      encoding: encoding.name,
      tables: cubes.tables,
      standards,
      complete: whole && cubes.warnings.length === 0,
      warnings: [...doubtIn(encoding), ...cubes.warnings],
    };
  // What a standard keeps by keys, it says itself.
  const esri = format === 'json' ? esriFeatures(parsed.value) : null;
  const given = esri === null ? parsed.value : { features: esri.records };
  const value = format === 'json' && standards.length === 0 ? withoutMaps(given, limits.nesting) : given;
  const walked = walk(value, keys, limits.nesting);
  const found = tablesOf(walked, context);
  const { tables, isWhole } = found.tables.length > 0 || !isObject(value) ? found : singleRecord(value, context);
  const warnings: Warning[] = [...doubtIn(encoding)];
  if (!walked.isWhole) warnings.push({ code: 'too-deep', says: 'The nesting is deeper than is looked at.' });
  if (esri?.isWhole === false)
    warnings.push({ code: 'truncated', says: 'The server says that there are more features than it sent.' });
  if (!isWhole) warnings.push({ code: 'fields-left-out', says: 'Some records have more fields than are looked at.' });
  return {
    format: parsed.lines ? 'jsonl' : format,
    encoding: encoding.name,
    tables,
    keys: keys.list(),
    standards,
    complete: whole && walked.isWhole && isWhole && esri?.isWhole !== false,
    warnings,
    ...(isErrorBody(parsed.value) ? { machineReadable: 'No', machineReadableBecause: 'error-body' } : {}),
  };
};

const broken = (whole: boolean, encoding: string): FileReading => ({
  format: 'json',
  encoding,
  complete: false,
  warnings: [
    whole
      ? { code: 'broken-json', says: 'It begins like JSON but breaks its rules.' }
      : { code: 'too-long', says: 'Only the beginning was read, and JSON can be read whole only.' },
  ],
});
