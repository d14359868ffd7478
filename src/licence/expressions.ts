import { wordCharacter } from './letters.ts';
import { earliest, type Matcher, type Next, nothing, placesOf, type Span, withoutPlaces } from './matcher.ts';
import { fileNeedles, type NeedleFinder, type Needles, needleFinder } from './needle-finder.ts';
import { needlesOf } from './needles.ts';
import { nextOf } from './written.ts';

const boundary = `(?:(?<!${wordCharacter})(?=${wordCharacter})|(?<=${wordCharacter})(?!${wordCharacter}))`;

/** One source as an expression; `\\w` and `\\b` know the letters of all scripts. */
const compile = (source: string): RegExp =>
  new RegExp(source.replaceAll('\\w', wordCharacter).replaceAll('\\b', boundary), 'g');

/** Makes expressions that are looked for together, in one pass over a text. */
export interface ExpressionMaker {
  /** One expression of many sources; `\w` and `\b` know the letters of all scripts. */
  readonly make: (sources: readonly string[]) => Matcher;
  /** Some expressions that belong together, those of one language. */
  readonly together: <Made extends object>(write: (make: ExpressionMaker['make']) => Made) => Made & Together;
  /** The groups of which any expression may match in a text: of most languages none does, and to know that takes one look. */
  readonly among: <Group extends Together>(text: string, groups: readonly Group[]) => readonly Group[];
  /** What was found out about the sources so far: to be filed. */
  readonly filed: () => Needles;
}

/** Expressions that were made together. */
export interface Together {
  /** Their number among all such groups. */
  readonly group: number;
}

/** Texts whose findings are kept: a clause is asked for many things, one after the other. */
const mostKept = 16;

/** Sources by the number of their expression, in their order, and the groups that they are of. */
interface Candidates {
  readonly byUser: ReadonlyMap<number, readonly Source[]>;
  readonly groups: ReadonlySet<number>;
}

const none: readonly Source[] = [];

/** One source, compiled when it is first tried. */
interface Source {
  readonly text: string;
  /** Its place among all sources. */
  readonly number: number;
  /** The number of the expression that it is of, and of those that were made together with it. */
  readonly user: number;
  readonly group: number;
  next?: Next;
}

const candidatesOf = (found: readonly Source[]): Candidates => {
  const byUser = new Map<number, Source[]>();
  for (const source of found) {
    const own = byUser.get(source.user);
    if (own === undefined) byUser.set(source.user, [source]);
    else own.push(source);
  }
  return { byUser, groups: new Set(found.map(({ group }) => group)) };
};

const spanOf = ({ index, 0: found }: RegExpExecArray): Span => ({ at: index, end: index + found.length });

/** A source that is a word, or several with blanks between them: half of them are. */
const wordSource = /^(\\b)?([^\\.*+?^${}()|[\]]+)(\\b)?$/;

/** Where a source matches: what needs no expression is not compiled, which takes longer than to look for it. */
const nextOfSource = (source: string): Next => {
  const [, begins, word, ends] = wordSource.exec(source) ?? [];
  if (word !== undefined) {
    const written = { parts: [word], begins: begins !== undefined, ends: ends !== undefined } as const;
    return (text, from) => nextOf(written, text, from);
  }
  const expression = compile(source);
  return (text, from) => {
    expression.lastIndex = from;
    const match = expression.exec(text);
    return match === null ? null : spanOf(match);
  };
};

const nextIn = (source: Source, text: string, from: number): Span | null => {
  source.next ??= nextOfSource(source.text);
  return source.next(text, from);
};

const allIn = (source: Source, text: string): readonly Span[] =>
  placesOf((own, from) => nextIn(source, own, from), text);

/**
 * @param filed the needles of all sources that will be made, in their order, where they were found out before
 */
export const expressionMaker = (filed: Needles | null = null): ExpressionMaker => {
  const sources: Source[] = [];
  let expressions = 0;
  let groups = 0;
  /** How the sources are found, and those that may match in any text; undefined where another was made since. */
  let opened: { readonly find: NeedleFinder; readonly always: Candidates } | undefined;
  const kept = new Map<string, Candidates>();

  const needles = (): Needles => filed ?? fileNeedles(sources.map(({ text }) => needlesOf(text)));

  const numbered = (numbers: Iterable<number>): readonly Source[] =>
    [...numbers].sort((one, other) => one - other).flatMap((number) => sources[number] ?? []);

  const open = (): NonNullable<typeof opened> => {
    if (opened === undefined) {
      const own = needles();
      opened = { find: needleFinder(own), always: candidatesOf(numbered(own.always)) };
    }
    return opened;
  };

  const candidatesIn = (text: string): Candidates => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const candidates = candidatesOf(numbered(open().find(text)));
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
    kept.set(text, candidates);
    return candidates;
  };

  const madeIn = (group: number, texts: readonly string[]): Matcher => {
    if (texts.length === 0) return nothing;
    const user = expressions++;
    for (const text of texts) sources.push({ text, number: sources.length, user, group });
    opened = undefined;
    kept.clear();
    const tried = (text: string): readonly Source[] => {
      const found = candidatesIn(text).byUser.get(user) ?? none;
      const always = open().always.byUser.get(user);
      return always === undefined ? found : [...found, ...always].sort((one, other) => one.number - other.number);
    };
    return {
      has: (text) => tried(text).some((source) => nextIn(source, text, 0) !== null),
      first: (text) => earliest(tried(text).map((source) => nextIn(source, text, 0))),
      all: (text) => tried(text).flatMap((source) => allIn(source, text)),
      without: (text) => tried(text).reduce((rest, source) => withoutPlaces(rest, allIn(source, rest)), text),
    };
  };

  const together: ExpressionMaker['together'] = (write) => {
    const group = groups++;
    return { ...write((texts) => madeIn(group, texts)), group };
  };

  const among: ExpressionMaker['among'] = (text, all) => {
    const [{ groups: found }, { groups: always }] = [candidatesIn(text), open().always];
    return all.filter(({ group }) => found.has(group) || always.has(group));
  };
  return { make: (texts) => madeIn(groups++, texts), together, among, filed: needles };
};

/** One expression of few sources, which are tried without a look at what they cannot match without. */
export const anyOf = (sources: readonly string[]): Matcher => {
  if (sources.length === 0) return nothing;
  let expression: RegExp | undefined;
  const found = (): RegExp => {
    expression ??= compile(sources.map((source) => `(?:${source})`).join('|'));
    expression.lastIndex = 0;
    return expression;
  };
  return {
    has: (text) => found().test(text),
    first: (text) => {
      const match = found().exec(text);
      return match === null ? null : spanOf(match);
    },
    all: (text) => [...text.matchAll(found())].map(spanOf),
    without: (text) => text.replace(found(), ' '),
  };
};
