/*
 * The keywords of a PC-Axis file: `KEYWORD[language]("variable")=values;`, where strings may be cut over lines. Source: “PX-file
 * format”, Statistics Sweden, of 2013.
 */

/** A keyword with what it is said of. */
export interface Keyword {
  readonly name: string;
  /** Of a translation; null in the language of the file. */
  readonly language: string | null;
  /** The variable, and the value of it, that it speaks of. */
  readonly of: readonly string[];
  readonly values: readonly string[];
}

/** Everything before the figures, and where in the text these begin. */
export interface Keywords {
  readonly all: readonly Keyword[];
  /** Null where no figures are announced, or something before them is no keyword. */
  readonly dataAt: number | null;
}

const start = /\s*([A-Z][A-Z0-9_-]*)\s*(?:\[\s*"?([^\]"]{1,40})"?\s*\])?\s*/y;
const token = /\s*(?:"([^"]*)"|([,;()=])|([^\s",;()=]+))/y;

interface List {
  readonly values: readonly string[];
  /** Behind the sign that ends it. */
  readonly end: number;
}

/** Strings and words up to a sign; two strings without a comma between them are one that was cut. Null where the text ends first. */
const listUpTo = (text: string, from: number, sign: ';' | ')'): List | null => {
  const values: string[] = [];
  let isOpen = false;
  for (let at = from; ; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) return null;
    const [, string, mark, word] = found;
    if (mark === sign) return { values, end: token.lastIndex };
    if (string !== undefined && isOpen) values.push((values.pop() ?? '') + string);
    else if (string !== undefined || word !== undefined) values.push(string ?? word ?? '');
    isOpen = string !== undefined;
  }
};

/** Reads all keywords before the figures. */
export const readKeywords = (text: string): Keywords => {
  const all: Keyword[] = [];
  for (let at = 0; ; ) {
    start.lastIndex = at;
    const found = start.exec(text);
    if (found === null) return { all, dataAt: null };
    const [, name = '', language = null] = found;
    at = start.lastIndex;
    const of = text[at] === '(' ? listUpTo(text, at + 1, ')') : { values: [], end: at };
    if (of === null) return { all, dataAt: null };
    at = of.end + (/^\s*/.exec(text.slice(of.end, of.end + 100))?.[0].length ?? 0);
    if (text[at] !== '=') return { all, dataAt: null };
    if (name === 'DATA') return { all, dataAt: at + 1 };
    const list = listUpTo(text, at + 1, ';');
    if (list === null) return { all, dataAt: null };
    all.push({ name, language, of: of.values, values: list.values });
    at = list.end;
  }
};
