import { inCalendar } from './calendars.ts';
import type { DateReader, Expression } from './expression.ts';
import type { NamedMonth } from './months.ts';

/** Words and numbers of a text that are looked at. */
const mostTokens = 12_000;

/** Words of one date stand close together; a year further off belongs to something else. */
const widest = 40;

interface Token {
  readonly text: string;
  readonly at: number;
  /** Its value where it is a number, else NaN. */
  readonly number: number;
}

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/[\p{L}\p{M}'.`ʻ\u200c]{1,24}|\d{1,4}/gu)].slice(0, mostTokens).map((match) => ({
    text: match[0],
    at: match.index,
    number: /^\d/.test(match[0]) ? Number(match[0]) : Number.NaN,
  }));

interface Named {
  readonly month: NamedMonth;
  /** Tokens that the name takes. */
  readonly width: number;
}

const nameAt = (tokens: readonly Token[], i: number, reader: DateReader): Named | null => {
  const first = tokens[i]?.text ?? '';
  const two = reader.monthOf(`${first} ${tokens[i + 1]?.text ?? ''}`);
  if (two !== null) return { month: two, width: 2 };
  const one = reader.monthOf(first) ?? reader.monthOf(first.replace(/\.$/, ''));
  return one === null ? null : { month: one, width: 1 };
};

/** From a token on, in one direction, past the words that only link the parts of a date; at most three of them. */
const past = (tokens: readonly Token[], from: number, step: 1 | -1, links: readonly string[]): number => {
  let at = from;
  for (let skipped = 0; skipped < 3 && links.includes(tokens[at]?.text.replace(/\.$/, '') ?? ''); skipped += 1)
    at += step;
  return at;
};

const isDay = (token: Token | undefined): boolean => token !== undefined && token.number >= 1 && token.number <= 31;
const isYearToken = (token: Token | undefined): boolean => token !== undefined && token.number >= 1300;

/** The day before or after a month's name, and its year: `3 de mayo de 2021`, `May 3rd, 2021`, `2021 May`. */
const dateAround = (
  tokens: readonly Token[],
  i: number,
  named: Named,
  reader: DateReader,
  text: string,
): Expression | null => {
  const { links } = reader.words;
  const [left, right] = [past(tokens, i - 1, -1, links), past(tokens, i + named.width, 1, links)];
  const isAmerican = isDay(tokens[right]) && isYearToken(tokens[past(tokens, right + 1, 1, links)]);
  const after = isAmerican ? past(tokens, right + 1, 1, links) : right;
  const year = isYearToken(tokens[after]) ? after : isYearToken(tokens[left]) ? left : -1;
  const day = isAmerican ? right : year !== left && isDay(tokens[left]) ? left : -1;
  const span = inCalendar(named.month, tokens[year]?.number ?? Number.NaN, tokens[day]?.number ?? null);
  const used = [i, i + named.width - 1, year, day].filter((index) => index >= 0);
  const [first, last] = [tokens[Math.min(...used)], tokens[Math.max(...used)]];
  if (span === null || first === undefined || last === undefined) return null;
  const end = last.at + last.text.length;
  return end - first.at > widest ? null : { ...span, quote: text.slice(first.at, end), at: first.at, ambiguous: false };
};

/** Dates whose month is written by its name, in the order they stand. */
export const namedDates = (text: string, reader: DateReader): readonly Expression[] => {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, i) => {
    const named = Number.isNaN(token.number) ? nameAt(tokens, i, reader) : null;
    return (named === null ? null : dateAround(tokens, i, named, reader, text)) ?? [];
  });
};
