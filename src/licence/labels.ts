import type { LicencePhrases } from './data.ts';
import { normaliseText } from './normalise.ts';

/** A labelled value in running text: «Licence: CC BY», or the label on one line and the value on the next. */
export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

/** Longest line that can be a label with its value. */
const longestLine = 400;

/** Longest line that can be a label alone. */
const longestLabel = 60;

/** Fields of a page that are read at most. */
const mostFields = 40;

/** Makes an expression of whole texts out of the lists of all languages, in their order. */
export const wholeTexts = (lists: readonly (readonly string[])[], ending = ''): readonly RegExp[] => {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, rank) => {
    const sources = lists.flatMap((list) => list[rank] ?? []);
    return new RegExp(`^(?:${sources.map((source) => `(?:${source})`).join('|')})${ending}`);
  });
};

/** What stands between a label and its value: most lines have none, and need no look at the labels of all languages. */
const colon = /:/;

/** Finds the fields of licences in the text of a page, line by line. */
export const labelReader = (phrases: readonly LicencePhrases[]): ((text: string) => readonly LabelledValue[]) => {
  const labels = phrases.flatMap(({ fields }) => fields).join('|');
  const alone = new RegExp(`^(?:${labels})\\s?[::]?$`);
  const inline = new RegExp(`^(?:${labels})\\s?[::]\\s?(?=\\S)`);
  return (text) => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const found: LabelledValue[] = [];
    for (const [at, line] of lines.entries()) {
      if (found.length >= mostFields) break;
      if (line.length > longestLine) continue;
      const normal = normaliseText(line);
      const label = colon.test(normal) ? inline.exec(normal)?.[0] : undefined;
      if (label !== undefined) found.push({ label: label.trim(), value: line.slice(label.length).trim() });
      const next = lines[at + 1];
      if (next !== undefined && line.length <= longestLabel && next.length <= longestLine && alone.test(normal))
        found.push({ label: line, value: next });
    }
    return found;
  };
};
