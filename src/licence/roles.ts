import type { Language } from '../model/basics.ts';
import type { LicenceData, LicenceRoles } from './data.ts';
import type { Matcher, Span } from './matcher.ts';
import { anyWritten, type WrittenWord } from './written.ts';

/** What is said in one language where data is granted or kept back. */
export interface Roles {
  readonly no: Matcher;
  readonly burden: Matcher;
  readonly copy: Matcher;
  readonly change: Matcher;
  readonly sell: Matcher;
  readonly may: Matcher;
  readonly danger: Matcher;
  readonly tells: Matcher;
}

const writtenWord = (word: string): readonly WrittenWord[] => {
  const begins = !word.startsWith('*');
  const ends = !word.endsWith('*');
  const [first = '', ...rest] = word
    .slice(begins ? 0 : 1, ends ? word.length : -1)
    .replaceAll('_', ' ')
    .split('*');
  return first === '' ? [] : [{ parts: [first, ...rest], begins, ends }];
};

/** The words of a list: a star stands for any beginning or ending, a low line for a blank. */
const matcherOf = (list: string): Matcher => anyWritten(list.split(' ').flatMap(writtenWord));

const openRoles = ({ no, burden, copy, change, sell, may, danger, tells }: LicenceRoles): Roles => ({
  no: matcherOf(no),
  burden: matcherOf(burden),
  copy: matcherOf(copy),
  change: matcherOf(change),
  sell: matcherOf(sell),
  may: matcherOf(may),
  danger: matcherOf(danger),
  tells: matcherOf(tells),
});

/** Finds the roles of a language; none is read before it is first asked for. */
export const rolesOf = (data: Pick<LicenceData, 'roles'>): ((language: Language) => Roles | null) => {
  const opened = new Map<Language, Roles | null>();
  return (language) => {
    const known = opened.get(language);
    if (known !== undefined) return known;
    const own = data.roles.find((each) => each.language === language);
    const roles = own === undefined ? null : openRoles(own);
    opened.set(language, roles);
    return roles;
  };
};

/** Longest stretch from a word of denial to the burden that it denies: «without having to ask anybody for permission». */
const reach = 48;

/** The gap between two spans of a text, whichever comes first. */
const gap = (text: string, one: Span, other: Span): string =>
  one.end <= other.at ? text.slice(one.end, other.at) : text.slice(other.end, Math.max(one.at, other.end));

/**
 * A clause without what it spares its reader: «no permission is needed», «without a contract». What is denied twice
 * stays: «may not be sold without permission» keeps its first denial, and a burden between two denials both.
 */
export const withoutBurdens = (clause: string, { no, burden, copy, change, sell }: Roles): string => {
  const denials = no.all(clause);
  if (denials.length === 0) return clause;
  let rest = clause;
  for (const spared of burden.all(clause)) {
    const near = denials.filter((denied) => {
      const between = gap(clause, denied, spared);
      return (
        between.length <= reach &&
        !/[.;:!?,()。；：、，]/.test(between) &&
        ![copy, change, sell].some((each) => each.has(between))
      );
    });
    const isBetween = near.some(({ at }) => at < spared.at) && near.some(({ at }) => at >= spared.end);
    const [closest] = near.sort((one, other) => gap(clause, one, spared).length - gap(clause, other, spared).length);
    if (closest === undefined || isBetween) continue;
    const [at, end] = [Math.min(closest.at, spared.at), Math.max(closest.end, spared.end)];
    rest = `${rest.slice(0, at)}${' '.repeat(end - at)}${rest.slice(end)}`;
  }
  return rest;
};
