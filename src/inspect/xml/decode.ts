import iconv from 'iconv-lite';
import type { Source } from '../../model/inspection.ts';
import type { Encoding } from '../text/encoding.ts';

/** The charset that an XML declaration names. */
export const xmlCharset = (head: Uint8Array): string | null => {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 400)).toString('latin1');
  return /^[^<]{0,4}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start)?.[1] ?? null;
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
