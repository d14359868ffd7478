import { wordCharacter } from './letters.ts';

const boundary = `(?:(?<!${wordCharacter})(?=${wordCharacter})|(?<=${wordCharacter})(?!${wordCharacter}))`;

/** An expression that is compiled when it is first asked for; null where there is nothing to look for. */
export type Lazy = () => RegExp | null;

/** One expression of many; `\w` and `\b` know the letters of all scripts. */
export const compile = (sources: readonly string[], flags = ''): Lazy => {
  let compiled: RegExp | null | undefined;
  return () => {
    compiled ??=
      sources.length === 0
        ? null
        : new RegExp(
            sources
              .map((source) => `(?:${source.replaceAll('\\w', wordCharacter).replaceAll('\\b', boundary)})`)
              .join('|'),
            flags,
          );
    return compiled;
  };
};

/** Is something of it in the text? For expressions without the flag `g`, which would remember where it was. */
export const has = (expression: Lazy, text: string): boolean => expression()?.test(text) ?? false;

/** Where in a text the first match begins and ends; null where there is none. */
export const firstMatch = (expression: Lazy, text: string): { readonly at: number; readonly end: number } | null => {
  const match = expression()?.exec(text);
  return match === null || match === undefined ? null : { at: match.index, end: match.index + match[0].length };
};
