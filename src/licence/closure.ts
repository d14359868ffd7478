import type { Matcher, Span } from './matcher.ts';
import type { PlainWords, WordKind } from './plain.ts';

/** What a clause is read with, in the languages that it may be in. */
export interface ClosureWords {
  /** What frees, whatever words of denial or payment it holds: «no permission is needed», «for any purpose». */
  readonly free: readonly Matcher[];
  /** What grants, credits, names the data or the site. */
  readonly known: readonly Matcher[];
  readonly data: readonly Matcher[];
  readonly credit: Matcher;
  readonly plain: readonly PlainWords[];
  /** Those of other languages in the same script: a clause of few words does not tell its language. */
  readonly kin: () => readonly PlainWords[];
  /** Denies, and «without permission», which denies nothing. */
  readonly not: readonly Matcher[];
  readonly without: readonly Matcher[];
  readonly joins: readonly Matcher[];
  /** Use, passing on, change, commerce. */
  readonly rights: readonly Matcher[];
  /** The words of licences that the clause names. */
  readonly names: ReadonlySet<string>;
}

/** Longest match of an expression whose words count as known; longer ones leap over words that nobody read. */
const longestKnown = 48;

/** Words without blanks between them. */
const runOn = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

const wordExpression = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’.]*[\p{L}\p{M}\p{N}])?/gu;

/** Numbers, dates, versions, initials, single letters: they say nothing. */
const isSign = (word: string): boolean => word.length === 1 || /\p{N}/u.test(word);

const spansOf = (expressions: readonly Matcher[], text: string, longest: number): readonly Span[] =>
  expressions.flatMap((each) => each.all(text).filter(({ at, end }) => end - at <= longest));

const covers =
  (spans: readonly Span[]) =>
  (at: number, end: number): boolean =>
    spans.some((span) => span.at < end && span.end > at);

/** The word of a text as its writer spelled it, for names begin with a capital. */
const isNameIn = (written: string, word: string): boolean => {
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  if (capital === word) return false;
  const at = written.indexOf(capital);
  return at > 0 ? !/^$|[.!?:;«"•\n]\s*$/.test(written.slice(0, at)) : written.indexOf(word.toUpperCase()) > 0;
};

/** Unknown words that may stand beside the word for the data, and how near: its topic, «the traffic count data». */
const mostTopics = 2;
const near = 2;

/** Unknown words that a clause about the data may hold wherever they stand. */
const mostOdd = 1;

interface Word {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly isKnown: boolean;
  readonly isData: boolean;
  readonly kind: WordKind | null;
}

const kindAmong = (plain: readonly PlainWords[], word: string): WordKind | null => {
  const forms = new Set([word, ...plain.map(({ bareOf }) => bareOf(word))]);
  const kinds = plain.map(({ kindOf }) => [...forms].map(kindOf).find((kind) => kind !== null) ?? null);
  return (
    (['data', 'plain', 'calm', 'ended', 'need', 'bar', 'apart'] as const).find((kind) => kinds.includes(kind)) ?? null
  );
};

const harmless: ReadonlySet<WordKind> = new Set(['data', 'plain', 'calm', 'ended']);

/** What a word is; its parts, where an apostrophe joins an article to it, tell if itself does not. */
const kindOf = (word: string, words: ClosureWords): WordKind | null => {
  const own = kindAmong(words.plain, word);
  if (own !== null) return own;
  const parts = word.split(/['’]/).filter((part) => part.length > 2);
  const ofParts = parts.length > 0 && parts.join('') !== word ? parts.map((part) => kindAmong(words.plain, part)) : [];
  const told =
    ofParts.find((kind) => kind !== null && !harmless.has(kind)) ?? (ofParts.includes(null) ? null : ofParts[0]);
  if (told !== undefined && told !== null) return told;
  const kin = kindAmong(words.kin(), word);
  return kin !== null && harmless.has(kin) ? kin : null;
};

/** One field of a record among others: its label, a colon, its value. */
const field = /(?<=^|[|;·•]\s?|\s[-–—]\s)[^:|;·•]{2,32}:\s[^:|;·•]{1,60}?(?=$|\s?[|;·•]|\s[-–—]\s)/gu;

/** Labels and values of a record on one line: «Licence: … – Producer: …»; what a field is called and holds beside the licence says nothing. */
const fieldsIn = (clause: string): readonly Span[] => {
  const fields = [...clause.matchAll(field)].map(({ index, 0: text }) => ({ at: index, end: index + text.length }));
  return fields.length > 1 ? fields : [];
};

/** Who is to be named follows a colon, up to the next mark: «please cite: …». What stands behind it is read as anything else. */
const creditedIn = (clause: string, { credit }: ClosureWords): readonly Span[] => {
  const named = credit.first(clause);
  const colon = named === null ? null : /[:：៖]/.exec(clause.slice(named.end, named.end + longestLabel));
  if (named === null || colon === null) return [];
  const at = named.end + colon.index;
  const [name = ''] = /^[:：៖][^;,.(；，、。（]*/.exec(clause.slice(at, at + longestCredit)) ?? [];
  return [{ at, end: at + name.length }];
};

/** Characters between a word of credit and the colon before who is named, and of who is named. */
const longestLabel = 16;
const longestCredit = 80;

/** Pieces of a clause that only say what is not asked for: «no contract, no fee», «permission is not needed». */
const freePieces = (clause: string, { not, without, rights, plain }: ClosureWords): readonly Span[] => {
  const spans: Span[] = [];
  let at = 0;
  for (const piece of clause.split(/(?<=[,:;.(])/)) {
    const isFree =
      not.some((each) => each.has(piece)) &&
      ![...without, ...rights].some((each) => each.has(piece)) &&
      ![...piece.matchAll(wordExpression)].some(([word]) => kindAmong(plain, word) === 'need');
    if (isFree) spans.push({ at, end: at + piece.length });
    at += piece.length;
  }
  return spans;
};

/** The words of a clause with what is known of each. */
const wordsOf = (clause: string, written: string, words: ClosureWords): readonly Word[] => {
  const isFree = covers([...spansOf(words.free, clause, clause.length), ...freePieces(clause, words)]);
  const isKnown = covers([
    ...spansOf(words.known, clause, longestKnown),
    ...fieldsIn(clause),
    ...creditedIn(clause, words),
  ]);
  const isData = covers(spansOf(words.data, clause, longestKnown));
  const hasNames = words.plain.every((each) => each.hasNames);
  return [...clause.matchAll(wordExpression)].map(({ 0: text, index }) => {
    const end = index + text.length;
    if (isFree(index, end) || isSign(text) || words.names.has(text))
      return { at: index, end, text, isKnown: true, isData: false, kind: null };
    const kind = kindOf(text, words);
    const named = kind === null && hasNames && isNameIn(written, text);
    return {
      at: index,
      end,
      text,
      isKnown: (kind !== null && harmless.has(kind)) || (kind === null && (isKnown(index, end) || named)),
      isData: kind === 'data' || isData(index, end),
      kind,
    };
  });
};

/** Letters that only join words in Japanese. */
const joining = /[\u3040-\u309f]/g;

/** Left-over letters that are no word: one ideogram, three letters of the scripts of South-East Asia. */
const leftOver = /[\u30a0-\u30ff\u3400-\u9fff]{2,}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{5,}/;

/** What a clause in a script without blanks holds besides what is known. */
const readRunOn = (clause: string, words: ClosureWords): ClauseReading => {
  const freed = words.free.reduce((left, expression) => expression.without(left), clause);
  const kinds = new Set<WordKind>();
  let rest = freed;
  for (const each of words.plain) {
    const next = each.without(rest);
    rest = next.rest;
    for (const kind of next.kinds) kinds.add(kind);
  }
  const [credited] = creditedIn(rest, words);
  if (credited !== undefined) rest = `${rest.slice(0, credited.at)} ${rest.slice(credited.end)}`;
  rest = words.known.reduce((left, expression) => expression.without(left), rest);
  rest = words.plain.reduce((left, each) => each.withoutBodies(left), rest);
  const unknown = leftOver.exec(rest.replace(joining, ' '))?.[0] ?? null;
  return {
    isBarred: kinds.has('bar'),
    isApart: kinds.has('apart'),
    isEnded: kinds.has('ended'),
    isCalm: kinds.has('calm'),
    needs: kinds.has('need'),
    unknown,
  };
};

/** Longest stretch between two things that are named together: «the code as well as the data». */
const together = 24;

/** Is something else only named together with the data, which is granted like it? */
const isJoined = (clause: string, all: readonly Word[], word: Word, { joins }: ClosureWords): boolean =>
  all.some(({ isData, at, end }) => {
    const between = at >= word.end ? clause.slice(word.end, at) : clause.slice(end, word.at);
    return isData && between.length <= together && (/[,&/+]/.test(between) || joins.some((each) => each.has(between)));
  });

/** A share of a whole is a figure about licences, and grants nothing: «58 %», «3,112 of the 4,870 datasets». */
const share = /\d\s?[%٪]|(?<![\d.,])\d[\d.,]*\s(?:\p{L}+\s){1,3}\d{1,3}[.,]\d{3}(?!\d)/u;

/** What a clause holds that may take back a grant. */
export interface ClauseReading {
  readonly isBarred: boolean;
  /** Does it speak of something else? */
  readonly isApart: boolean;
  /** Does it say that something was lifted: «fees were abolished in 2019»? */
  readonly isEnded: boolean;
  /** Does it disclaim, or say whom to ask? */
  readonly isCalm: boolean;
  /** Does it speak of a duty or a condition, and not of credit? */
  readonly needs: boolean;
  /** A word that is not known. */
  readonly unknown: string | null;
}

/** Reads every word of a clause. */
export const readWhole = (clause: string, written: string, words: ClosureWords): ClauseReading => {
  const asksCredit = words.credit.has(clause);
  if (runOn.test(clause)) {
    const reading = readRunOn(clause, words);
    return { ...reading, needs: reading.needs && !asksCredit };
  }
  const all = wordsOf(clause, written, words);
  const unknown = all.filter(({ isKnown, kind }) => !isKnown && kind === null);
  const isTopic = (word: Word): boolean => {
    const at = all.indexOf(word);
    return all.slice(Math.max(0, at - near), at + near + 1).some(({ isData }) => isData);
  };
  const isNarrow =
    (unknown.length <= mostTopics && unknown.every(isTopic)) ||
    (unknown.length <= mostOdd && all.some(({ isData }) => isData));
  return {
    isBarred: all.some(({ kind }) => kind === 'bar'),
    isApart: share.test(clause) || all.some((word) => word.kind === 'apart' && !isJoined(clause, all, word, words)),
    isEnded: all.some(({ kind }) => kind === 'ended'),
    isCalm: all.some(({ kind }) => kind === 'calm'),
    needs: !asksCredit && all.some(({ kind }) => kind === 'need'),
    unknown: isNarrow ? null : (unknown[0]?.text ?? null),
  };
};
