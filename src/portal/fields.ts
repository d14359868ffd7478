import type { Language } from '../model/basics.ts';
import type { PortalWords } from '../model/portal-words.ts';
import type { FieldState } from '../model/survey.ts';
import { comparable } from '../text/fold.ts';
import { compile, type Phrases } from '../text/phrases.ts';

/* What fields of a record say, by the lists and words of `criteria/vocabulary/portal.yaml`. */

/** The words made ready to be looked for. */
export interface PortalFields {
  /** Days between two updates by a declared rhythm; null where it has no length, undefined where it is no known one. */
  readonly rhythmOf: (frequency: string) => number | null | undefined;
  /** Is a rhythm all that a text says? */
  readonly isRhythm: (text: string) => boolean;
  /** Does a rhythm say that none is known? */
  readonly isUntold: (frequency: string) => boolean;
  readonly isTheme: (theme: string) => boolean;
  readonly isAccessRight: (value: string) => boolean;
  readonly isDocumentation: (title: string) => boolean;
  readonly isFeedback: (link: string) => boolean;
  readonly isDocs: (link: string) => boolean;
  /** Languages of some that a title is written in, as far as their scripts tell them apart. */
  readonly languagesOf: (title: string, among: readonly Language[]) => readonly Language[];
}

/** The last part of an address of a list, in lower case: `…/frequency/MONTHLY`, `freq:monthly`. */
const codeOf = (text: string): string => {
  const trimmed = text.trim().toLowerCase();
  // A duration of ISO 8601 has a slash of its own.
  return /^r\/p/.test(trimmed) ? trimmed : trimmed.replace(/[/#]+$/, '').replace(/^.*[/#:]/, '');
};

const phrases = (written: readonly string[]): Phrases => compile(written, { spelling: comparable, edges: 'words' });

/** Fewest letters of a script that tell a language. */
const fewestLetters = 4;

const lettersIn = (title: string, script: string): number =>
  title.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0;

/** The rhythm of a duration of ISO 8601, as `R/P3M` repeats it. */
const ofDuration = (text: string): number | undefined => {
  const [, years, months, weeks, days] = /^(?:r\d*\/)?p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?$/i.exec(text) ?? [];
  const sum = Number(years ?? 0) * 366 + Number(months ?? 0) * 30.67 + Number(weeks ?? 0) * 7 + Number(days ?? 0);
  return sum > 0 ? Math.ceil(sum) : undefined;
};

/** Makes the words ready. */
export const openFields = (words: PortalWords): PortalFields => {
  const byCode = new Map(words.frequencies.flatMap(({ days, codes }) => codes.map((code) => [code, days] as const)));
  const byWords = words.frequencies.map(({ days, words: said }) => ({ days, said: phrases(said) }));
  const themes = new Set(words.themes.map((theme) => comparable(theme)));
  const rights = new Set(words.accessRights);
  const [documentation, feedback, docs] = [words.documentation, words.feedback, words.docs].map(phrases);
  const scriptOf = new Map(
    Object.entries(words.scripts).flatMap(([script, languages]) => languages.map((one) => [one, script] as const)),
  );
  const holds = (list: Phrases | undefined, text: string): boolean =>
    list?.first(comparable(text.slice(0, 300))) != null;
  const rhythms = new Map<string, number | null | undefined>();
  const rhythmOf = (frequency: string): number | null | undefined => {
    const code = codeOf(frequency);
    const known = byCode.get(code) ?? byCode.get(code.replaceAll(/[\s-]+/g, '_'));
    if (known !== undefined || byCode.has(code)) return known ?? byCode.get(code);
    const lasting = ofDuration(code);
    if (lasting !== undefined) return lasting;
    return byWords.find(({ said }) => said.first(comparable(frequency.slice(0, 200))) !== null)?.days;
  };
  const untold = new Set(words.untoldFrequencies);
  return {
    isRhythm: (text) => {
      const said = comparable(text);
      return byWords.some((one) => {
        const found = one.said.first(said);
        return found !== null && (found.length === said.length || !said.includes(' '));
      });
    },
    isUntold: (frequency) => untold.has(codeOf(frequency)),
    rhythmOf: (frequency) => {
      if (!rhythms.has(frequency)) rhythms.set(frequency, rhythmOf(frequency));
      return rhythms.get(frequency);
    },
    isTheme: (theme) => themes.has(comparable(codeOf(theme))) || themes.has(comparable(theme)),
    isAccessRight: (value) => rights.has(codeOf(value).replaceAll(/[\s-]+/g, '_')),
    isDocumentation: (title) => holds(documentation, title),
    isFeedback: (link) => holds(feedback, link),
    isDocs: (link) => holds(docs, link),
    languagesOf: (title, among) => {
      const own = (language: Language): string => scriptOf.get(language) ?? 'Latin';
      return among.filter((language) => {
        const script = own(language);
        const isAlone = among.filter((other) => own(other) === script).length === 1;
        return isAlone && lettersIn(title, script) >= fewestLetters;
      });
    },
  };
};

/** A field by whether it is there, and as its standard asks. */
export const stateOf = (value: string, isConformant: (value: string) => boolean): FieldState =>
  value.trim() === '' ? 'absent' : isConformant(value) ? 'conformant' : 'present';

/** An address of mail or of the web. */
export const isReachable = (value: string): boolean =>
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/i.test(value) || /^(?:https?|mailto|tel):/i.test(value.trim());

/** A tag of a language, or an address of a list of them. */
export const isLanguageTag = (value: string): boolean =>
  value
    .split(/[\s,;/|]+/)
    .filter((part) => part !== '')
    .some((part) => /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(part)) || /\/language\/[A-Z]{3}\b|iso639/i.test(value);

/** A name or an address of an area, or its shape in GeoJSON, WKT or as four numbers. */
export const isArea = (value: string): boolean =>
  /"(?:coordinates|bbox)"|^\s*(?:POLYGON|MULTIPOLYGON|POINT|ENVELOPE|BOX)\b/i.test(value) ||
  /^\s*-?\d+(?:\.\d+)?(?:[\s,]+-?\d+(?:\.\d+)?){3}\s*$/.test(value) ||
  /[\p{L}]{2,}/u.test(value);
