import { SaxesParser } from 'saxes';
import { BrokenInput } from '../../model/errors.ts';
import { defaultLimits } from '../../model/limits.ts';

/** What is told of an element when it opens. */
export interface StartTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Receives the elements of a document in order. */
export interface XmlEvents {
  readonly open: (element: StartTag) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** When reading ends before the document does. */
export interface XmlBounds {
  /** Levels of open elements at which the document counts as broken. */
  readonly deepest: number;
  /** Asked after each piece of text; the rest is not read where it says so. */
  readonly isEnough?: () => boolean;
}

/**
 * Parses XML strictly. Entities are never fetched and, but for the five of the standard, never expanded: a document
 * that relies on others ends with an error, as a bomb made of them does.
 *
 * @returns why the document is broken, or null where it is well-formed. With `isWhole` false its end may be missing.
 */
export const parseXml = async (
  texts: AsyncIterable<string>,
  events: XmlEvents,
  isWhole: () => boolean,
  { deepest, isEnough = () => false }: XmlBounds = defaultLimits,
): Promise<string | null> => {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let broken: string | null = null;
  parser.on('error', (error) => {
    broken ??= error.message;
  });
  let depth = 0;
  parser.on('opentag', (element) => {
    depth += 1;
    if (depth > deepest) throw new BrokenInput(`Its elements are nested more than ${deepest} levels deep.`);
    events.open(element);
  });
  parser.on('text', events.text);
  parser.on('cdata', events.text);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.close(name);
  });
  try {
    for await (const text of texts) {
      parser.write(text);
      if (broken !== null || isEnough()) return broken;
    }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    return error.message;
  }
  if (isWhole()) parser.close();
  return broken;
};

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
