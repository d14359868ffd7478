import { wordCharacter } from './letters.ts';
import { type Matcher, nothing, type Span } from './matcher.ts';
import { fileNeedles, type NeedleFinder, type Needles, needleFinder } from './needle-finder.ts';
import { needlesOf } from './needles.ts';

const boundary = `(?:(?<!${wordCharacter})(?=${wordCharacter})|(?<=${wordCharacter})(?!${wordCharacter}))`;

/** One source as an expression; `\\w` and `\\b` know the letters of all scripts. */
const compile = (source: string): RegExp =>
  new RegExp(source.replaceAll('\\w', wordCharacter).replaceAll('\\b', boundary), 'g');

/** Makes expressions that are looked for together, in one pass over a text. */
export interface ExpressionMaker {
  /** One expression of many sources; `\w` and `\b` know the letters of all scripts. */
  readonly make: (sources: readonly string[]) => Matcher;
  /** What was found out about the sources so far: to be filed. */
  readonly filed: () => Needles;
}

/** Texts whose findings are kept: a clause is asked for many things, one after the other. */
const mostKept = 16;

/** The sources of each expression that may match in a text, by the number of the expression. */
type Candidates = ReadonlyMap<number, readonly Source[]>;

const none: readonly Source[] = [];

/** One source, compiled when it is first tried. */
interface Source {
  readonly text: string;
  /** The number of the expression that it is of. */
  readonly user: number;
  compiled?: RegExp;
}

const compiled = (source: Source): RegExp => {
  source.compiled ??= compile(source.text);
  source.compiled.lastIndex = 0;
  return source.compiled;
};

const spanOf = ({ index, 0: found }: RegExpExecArray): Span => ({ at: index, end: index + found.length });

/**
 * @param filed the needles of all sources that will be made, in their order, where they were found out before
 */
export const expressionMaker = (filed: Needles | null = null): ExpressionMaker => {
  const sources: Source[] = [];
  let expressions = 0;
  let finder: NeedleFinder | undefined;
  const kept = new Map<string, Candidates>();

  const needles = (): Needles => filed ?? fileNeedles(sources.map(({ text }) => needlesOf(text)));

  const candidatesIn = (text: string): Candidates => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    finder ??= needleFinder(needles());
    const candidates = new Map<number, Source[]>();
    for (const number of [...finder(text)].sort((one, other) => one - other)) {
      const source = sources[number];
      if (source === undefined) continue;
      const own = candidates.get(source.user);
      if (own === undefined) candidates.set(source.user, [source]);
      else own.push(source);
    }
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
    kept.set(text, candidates);
    return candidates;
  };

  const make: ExpressionMaker['make'] = (texts) => {
    if (texts.length === 0) return nothing;
    const user = expressions++;
    for (const text of texts) sources.push({ text, user });
    finder = undefined;
    kept.clear();
    const tried = (text: string): readonly Source[] => candidatesIn(text).get(user) ?? none;
    return {
      has: (text) => tried(text).some((source) => compiled(source).test(text)),
      first: (text) =>
        tried(text).reduce<Span | null>((best, source) => {
          const match = compiled(source).exec(text);
          return match === null || (best !== null && best.at <= match.index) ? best : spanOf(match);
        }, null),
      all: (text) => tried(text).flatMap((source) => [...text.matchAll(compiled(source))].map(spanOf)),
      without: (text) => tried(text).reduce((rest, source) => rest.replace(compiled(source), ' '), text),
    };
  };
  return { make, filed: needles };
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
