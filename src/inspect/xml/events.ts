import { SaxesParser } from 'saxes';

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
): Promise<string | null> => {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let broken: string | null = null;
  parser.on('error', (error) => {
    broken ??= error.message;
  });
  parser.on('opentag', events.open);
  parser.on('text', events.text);
  parser.on('cdata', events.text);
  parser.on('closetag', ({ name }) => events.close(name));
  for await (const text of texts) {
    parser.write(text);
    if (broken !== null) return broken;
  }
  if (isWhole()) parser.close();
  return broken;
};

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
