import type { Source } from '../../model/inspection.ts';
import { type DetectEncoding, decoderOf, type Encoding, encodingNamed } from '../text/encoding.ts';

/** What XML is in where nothing says otherwise, and what the parts of packages are in by their rules. */
export const xmlDefault: Encoding = { name: 'utf-8', codec: 'utf-8', mark: 0, by: 'declared', isSure: true };

/** The charset that an XML declaration names. */
const xmlCharset = (head: Uint8Array): string | null => {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 400)).toString('latin1');
  return /^[^<]{0,4}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start)?.[1] ?? null;
};

/**
 * The encoding of an XML document from its first bytes. Where those are plain ASCII the declaration decides how the
 * rest is read, and UTF-8 where there is none, as XML rules.
 */
export const xmlEncoding = (head: Uint8Array, sent: string | null, detect: DetectEncoding): Encoding => {
  const declared = xmlCharset(head);
  const found = detect(head, declared ?? sent);
  if (found.name !== 'ascii') return found;
  return encodingNamed(declared ?? sent, 'declared') ?? { ...xmlDefault, by: 'default' };
};

/** The text of a source, chunk by chunk, without the byte order mark; characters are never cut. */
export async function* decoded(source: Source, encoding: Encoding): AsyncIterable<string> {
  const decoder = decoderOf(encoding);
  for await (const chunk of source.chunks()) yield decoder.write(chunk);
  yield decoder.end();
}
