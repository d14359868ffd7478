import type { LicenceEntry } from './data.ts';
import type { Named } from './judge.ts';
import { normaliseText } from './normalise.ts';
import { type ProseReaders, quoteOf } from './passages.ts';

/** Characters at the beginning of a text in which its title stands. */
const title = 200;

/** A text that is longer than this and has a licence for its title is taken for the text of that licence. */
const shortest = 600;

/** Characters of a text that passages of licences are looked for in: the longest of them has some 35,000. */
const longest = 40_000;

/** Knows the texts of licences: by passages that no other text holds together, or by the title they begin with. */
export const licenceTextReader = (
  table: readonly LicenceEntry[],
  { names, commons }: Pick<ProseReaders, 'names' | 'commons'>,
): ((text: string) => Named | null) => {
  const known = table
    .flatMap((entry) => (entry.text === undefined ? [] : [{ entry, passages: entry.text }]))
    .sort((a, b) => b.passages.length - a.passages.length);
  const byPassages = (text: string): Named | null => {
    const normal = normaliseText(text.slice(0, longest));
    const found = known.find(({ passages }) => passages.every((passage) => normal.includes(passage)));
    return found === undefined ? null : { entry: found.entry, quote: quoteOf(found.passages[0] ?? '') };
  };
  const byTitle = (text: string): Named | null => {
    const written = text.trimStart().slice(0, title);
    const normal = normaliseText(written);
    const entry =
      commons(normal).find((mention) => mention.entry !== null && mention.isWhole)?.entry ??
      names.within(normal)[0]?.entry;
    return entry === undefined ? null : { entry, quote: quoteOf(written) };
  };
  return (text) => (text.length < shortest ? null : (byPassages(text) ?? byTitle(text)));
};
