import type { Table } from '../../model/inspection.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { TableBuilder } from '../table/builder.ts';
import { decode, doubtIn, type Encoding } from './encoding.ts';

/*
 * Timetables of trains in records of 80 characters, each told by its first two letters: BS is a schedule, LO, LI and LT are the calls of
 * it, TI names a place by its code. Source: “CIF End User Specification”, Rail Delivery Group, version 29.
 */

const schedule = ['train', 'runs from', 'runs to', 'days run'];
const call = [
  'train',
  'station code',
  'station name',
  'arrival time',
  'departure time',
  'public arrival',
  'public departure',
];

const cut = (line: string, from: number, length: number): string => line.slice(from, from + length).trim();

/** `260517`, a day of this century; `999999` is none. */
const dayIn = (text: string): string =>
  /^\d{6}$/.test(text) && text !== '999999' ? `20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}` : '';

/** `0825H` is half a minute later; `0000` in a public time is none. */
const timeIn = (text: string, isPublic = false): string =>
  /^\d{4}/.test(text) && !(isPublic && text === '0000') ? `${text.slice(0, 2)}:${text.slice(2, 4)}` : '';

/** Where the times of a call stand, by the kind of its record; 0 where it has none. */
const places: Readonly<Record<string, readonly [number, number, number, number]>> = {
  LO: [0, 10, 0, 15],
  LI: [10, 15, 25, 29],
  LT: [10, 0, 15, 0],
};

/** Reads the schedules and their calls, each place by its name. */
export const readCif = async (context: Context, encoding: Encoding): Promise<FileReading> => {
  const { source, limits, cells } = context;
  const { bytes, whole } = await readUpTo(source, limits.buffered);
  const lines = decode(bytes, encoding).split(/\r?\n/);
  const names = new Map(
    lines.filter((line) => line.startsWith('TI')).map((line) => [cut(line, 2, 7), cut(line, 18, 26)]),
  );
  const schedules = new TableBuilder({ name: 'schedules', declared: schedule }, cells, limits);
  const calls = new TableBuilder({ name: 'calls', declared: call }, cells, limits);
  let train = '';
  for (const line of lines) {
    const kind = line.slice(0, 2);
    const place = places[kind];
    if (kind === 'BS') {
      train = cut(line, 3, 6);
      schedules.add([train, dayIn(cut(line, 9, 6)), dayIn(cut(line, 15, 6)), cut(line, 21, 7)]);
    } else if (place !== undefined) {
      const [arrival, departure, publicArrival, publicDeparture] = place.map((at) =>
        at === 0 ? '' : cut(line, at, 4),
      );
      const code = cut(line, 2, 7);
      calls.add([
        train,
        code,
        names.get(code) ?? '',
        timeIn(arrival ?? ''),
        timeIn(departure ?? ''),
        timeIn(publicArrival ?? '', true),
        timeIn(publicDeparture ?? '', true),
      ]);
    }
  }
  const tables: readonly Table[] = [schedules, calls].flatMap((builder) => builder.finish(whole) ?? []);
  // An extract ends with a record that says so.
  const isWhole = whole && lines.some((line) => line.startsWith('ZZ'));
  return {
    format: 'fixed-width',
    encoding: encoding.name,
    tables,
    complete: isWhole,
    warnings: [
      ...doubtIn(encoding),
      ...(isWhole ? [] : [{ code: 'truncated-table', says: 'The record that ends the file is not there.' }]),
    ],
  };
};
