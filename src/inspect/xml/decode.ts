import iconv from 'iconv-lite';
import type { Source } from '../../model/inspection.ts';
import { detectEncoding, type Encoding, encodingNamed } from '../text/encoding.ts';

/** The charset that an XML declaration names. */
const xmlCharset = (head: Uint8Array): string | null => {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 400)).toString('latin1');
  return /^[^<]{0,4}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start)?.[1] ?? null;
};

/**
 * The encoding of an XML document from its first bytes. Where those are plain ASCII the declaration decides how the
 * rest is read, and UTF-8 where there is none, as XML rules.
 */
export const xmlEncoding = (head: Uint8Array, sent: string | null): Encoding => {
  const declared = xmlCharset(head);
  const found = detectEncoding(head, declared ?? sent);
  if (found.name !== 'ascii') return found;
  return encodingNamed(declared ?? sent, 'declared') ?? { name: 'utf-8', codec: 'utf-8', mark: 0, by: 'default' };
};

/** The text of a source, chunk by chunk, without the byte order mark; characters are never cut. */
export async function* decoded(source: Source, encoding: Encoding): AsyncIterable<string> {
  const isUtf8 = encoding.codec === 'utf-8';
  const utf8 = new TextDecoder('utf-8');
  const other = isUtf8 ? null : iconv.getDecoder(encoding.codec, { stripBOM: true });
  for await (const chunk of source.chunks()) {
    yield other === null ? utf8.decode(chunk, { stream: true }) : other.write(Buffer.from(chunk));
  }
  yield (other === null ? utf8.decode() : other.end()) ?? '';
}
