import { dayOf } from '../../time/day.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { Keys } from '../tree/keys.ts';
import { RecordTable } from '../tree/records.ts';
import { charsetOf, decode } from './encoding.ts';

/** Bytes of a calendar that are read; more is told to be missing. */
const MOST = 64 * 2 ** 20;
/** Components inside of components: a calendar, an event, its alarm. */
const DEEPEST = 16;
/** Components that are entries: the rest describes the calendar, its time zones and its alarms. */
const entries = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY']);

/** A property of a component: `DTSTART;TZID=…:20190501T120000`. */
const property = /^([A-Za-z0-9-]{1,60})(?:;(?:[^":]|"[^"]*"){0,1000})?:(.*)$/s;

/** A day or moment as tables write it; null where it is no day of the calendar. */
const shownDay = (value: string): string | null => {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?$/.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const date = dayOf(Number(year), Number(month), Number(day));
  return date === null ? null : `${date}${hour === undefined ? '' : ` ${hour}:${minute}:${second}`}`;
};

/** Backslashes before the marks that would end a value. */
const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));

/** Reads a calendar (RFC 5545): its entries as records. */
export const readCalendar = async (context: Context): Promise<FileReading> => {
  const { source, limits, cells, head } = context;
  const { bytes, whole } = await readUpTo(source, Math.min(limits.buffered, MOST));
  const encoding = context.detect(head, charsetOf(source.declared));
  // Long lines are folded: a line that begins with a blank goes on with the one before.
  const lines = decode(bytes, encoding)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r\n|\n|\r/);
  const table = new RecordTable('entries', cells, limits);
  const keys = new Keys();
  const open: string[] = [];
  let fields: Map<string, string> | null = null;
  for (const line of lines) {
    const [, name = '', value = ''] = property.exec(line) ?? [];
    const component = value.trim().toUpperCase();
    if (/^BEGIN$/i.test(name)) {
      if (open.length < DEEPEST) open.push(component);
      if (entries.has(component)) fields = new Map([['component', component]]);
    } else if (/^END$/i.test(name)) {
      if (entries.has(component) && fields !== null) {
        table.add(fields);
        fields = null;
      }
      if (open.at(-1) === component) open.pop();
    } else if (name !== '') {
      const shown = shownDay(value.trim()) ?? unescaped(value);
      keys.add([...open, name].join('/'), shown);
      if (fields !== null && !fields.has(name) && entries.has(open.at(-1) ?? '')) fields.set(name, shown);
    }
  }
  const isWhole = whole && open.length === 0;
  const built = table.finish(isWhole);
  return {
    format: 'icalendar',
    encoding: encoding.name,
    tables: built === null ? [] : [built],
    keys: keys.list(),
    complete: isWhole,
    warnings:
      whole && open.length > 0 ? [{ code: 'broken-calendar', says: 'The calendar ends inside of an entry.' }] : [],
  };
};
