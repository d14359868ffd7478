/** A period as a cell or header names it: its first day, counted from 1970, and about how many days it lasts. */
export interface Period {
  readonly start: number;
  readonly days: number;
}

const dayOf = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);

const isYear = (year: number): boolean => year >= 1800 && year <= 2150;

const period = (year: number, month: number, day: number, days: number): Period | null =>
  isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { start: dayOf(year, month, day), days } : null;

type Reader = (text: string) => Period | null;

const reader =
  (pattern: RegExp, read: (groups: readonly number[], text: string) => Period | null): Reader =>
  (text) => {
    const found = pattern.exec(text);
    return found === null ? null : read(found.slice(1).map(Number), text);
  };

const hour = 1 / 24;

/** A clock time beside the day means that the day has many of them. */
const lengthOf = (text: string): number => (/\d{1,2}:\d{2}/.test(text) ? hour : 1);

const readers: readonly Reader[] = [
  reader(/^(\d{4})$/, ([year = 0]) => period(year, 1, 1, 365)),
  reader(/^(\d{4})[-/ .]?[Qq]([1-4])$/, ([year = 0, quarter = 0]) => period(year, quarter * 3 - 2, 1, 91)),
  reader(/^[Qq]?([1-4])\.? ?[Qq]?[-/ .]?(\d{4})$/, ([quarter = 0, year = 0]) => period(year, quarter * 3 - 2, 1, 91)),
  reader(/^(\d{4})[-/ .]?[Mm](\d{2})$/, ([year = 0, month = 0]) => period(year, month, 1, 30)),
  reader(/^(\d{4})[-/.](\d{1,2})$/, ([year = 0, month = 0]) => period(year, month, 1, 30)),
  reader(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].{0,30})?$/, ([year = 0, month = 0, day = 0], text) =>
    period(year, month, day, lengthOf(text)),
  ),
  reader(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].{0,30})?$/, ([one = 0, two = 0, year = 0], text) =>
    two > 12 ? period(year, one, two, lengthOf(text)) : period(year, two, one, lengthOf(text)),
  ),
  // Month first, as only those write who leave out the century: `2/26/20`.
  reader(/^(\d{1,2})\/(\d{1,2})\/(\d{2})$/, ([month = 0, day = 0, year = 0]) => period(2000 + year, month, day, 1)),
  reader(/^(\d{4})(\d{2})(\d{2})(?:[01]\d|2[0-4])[0-5]\d(?:[0-5]\d)?$/, ([year = 0, month = 0, day = 0]) =>
    period(year, month, day, hour),
  ),
  reader(/^(\d{4})(\d{2})(\d{2})$/, ([year = 0, month = 0, day = 0]) => period(year, month, day, 1)),
];

/** Reads a year, quarter, month, day or moment; null where the text is none of these. */
export const periodOf = (cell: string): Period | null => {
  const text = cell.trim();
  if (text.length < 4 || text.length > 40) return null;
  for (const read of readers) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
};

/** The year that a header carries among other words: `2010_BUDGET`, `Emissions 2014`. */
export const yearIn = (header: string): Period | null => {
  const found = /(?:^|[^\d])(\d{4})(?:$|[^\d])/.exec(header)?.[1];
  return found === undefined ? null : period(Number(found), 1, 1, 365);
};

/** Days that an ISO 8601 duration of one unit allows between two dates. */
export const daysOf = (duration: string): number => {
  const [, count = '1', unit = 'D'] = /^P(\d+)([DWMY])$/.exec(duration) ?? [];
  return Number(count) * ({ D: 1, W: 7, M: 31, Y: 366 }[unit] ?? 1);
};

/** The middle of the gaps between dates, in days; null where there are fewer than two different ones. */
export const medianGap = (starts: readonly number[]): number | null => {
  const days = [...new Set(starts)].sort((one, other) => one - other);
  const gaps = days
    .slice(1)
    .map((day, at) => day - (days[at] ?? day))
    .sort((one, other) => one - other);
  return gaps[Math.floor(gaps.length / 2)] ?? null;
};
