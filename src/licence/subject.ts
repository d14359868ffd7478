import type { Matcher, Span } from './matcher.ts';
import type { Tongue } from './tongues.ts';

/** What a clause speaks of. `other` has a licence of its own beside the data: code, pictures, the data of others. */
export type Subject = 'data' | 'site' | 'other' | 'unsaid';

/** Words for the data, for the site, and for what is neither in the languages of a clause. */
export interface SubjectWords {
  readonly data: readonly Matcher[];
  readonly site: readonly Matcher[];
  readonly other: readonly Matcher[];
}

const earliest = (expressions: readonly Matcher[], text: string): Span | null =>
  expressions.reduce<Span | null>((best, expression) => {
    const next = expression.first(text);
    if (next === null || (best !== null && best.at <= next.at)) return best;
    return next;
  }, null);

/** Longest stretch between two things that are named together: «the code and the data». */
const together = 16;

const areJoined = (between: string, tongues: readonly Tongue[]): boolean =>
  between.length <= together && (/[,&/+]/.test(between) || tongues.some(({ joins }) => joins.has(between)));

/** Nothing between them but a blank or a genitive: the second is what is meant, «photo data», «portal code». */
const isCompound = (between: string): boolean => /^(?:'s)?[\s-]*$/.test(between);

/** The data is named first unless its name only tells which code or picture is meant: «the data portal's code». */
const dataFirst = (data: Span, other: Span, between: string, siteBetween: boolean): Subject => {
  if (other.at >= data.end && isCompound(between)) return 'other';
  return other.at >= data.end && siteBetween && between.length <= together ? 'other' : 'data';
};

/**
 * What a clause is about: of the things it names, the one named first, for subjects lead in most languages; where two
 * are named together and one is the data, the data.
 */
export const subjectOf = (clause: string, tongues: readonly Tongue[], words: SubjectWords): Subject => {
  const data = earliest(words.data, clause);
  const site = earliest(words.site, clause);
  const other = earliest(words.other, clause);
  if (other === null) return data !== null ? 'data' : site !== null ? 'site' : 'unsaid';
  if (data !== null) {
    if (other.at < data.at) {
      const between = clause.slice(other.end, data.at);
      const isInside = data.at < other.end;
      return !isInside && (isCompound(between) || areJoined(between, tongues)) ? 'data' : 'other';
    }
    const between = clause.slice(data.end, other.at);
    return dataFirst(data, other, between, earliest(words.site, between) !== null);
  }
  if (site === null || other.at < site.at) return 'other';
  const between = clause.slice(site.end, other.at);
  return isCompound(between) ? 'other' : 'site';
};
