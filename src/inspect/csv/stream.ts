import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Source } from '../../model/inspection.ts';
import { detectEncoding, type Encoding } from '../text/encoding.ts';

/** Encodings whose delimiters are not single bytes; they are read as UTF-8 made of them. */
const isWide = (codec: string): boolean => /^utf-(?:16|32)/.test(codec);

/**
 * Text as the scanner takes it: in an encoding that keeps ASCII in single bytes. Where the beginning is plain ASCII,
 * the encoding is told from the first bytes that are not, however late they come.
 */
export class EncodedStream {
  encoding: Encoding;
  readonly #declared: string | null;
  #utf8 = new TextDecoder('utf-8');

  constructor(encoding: Encoding, declared: string | null) {
    this.encoding = encoding;
    this.#declared = declared;
  }

  /** The bytes to scan, without the byte order mark. */
  async *bytes(source: Source): AsyncIterable<Uint8Array> {
    const decoder = isWide(this.encoding.codec) ? iconv.getDecoder(this.encoding.codec, { stripBOM: true }) : null;
    let mark = decoder === null ? this.encoding.mark : 0;
    for await (const chunk of source.chunks()) {
      if (this.encoding.name === 'ascii' && !isAscii(chunk)) this.encoding = detectEncoding(chunk, this.#declared);
      const from = Math.min(mark, chunk.length);
      mark -= from;
      yield decoder === null ? chunk.subarray(from) : Buffer.from(decoder.write(Buffer.from(chunk)), 'utf8');
    }
    const rest = decoder?.end() ?? '';
    if (rest) yield Buffer.from(rest, 'utf8');
  }

  /** Decodes the bytes of one field. */
  readonly decode = (bytes: Uint8Array): string => {
    const { codec } = this.encoding;
    if (codec === 'utf-8' || isWide(codec)) return this.#utf8.decode(bytes);
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), codec);
  };
}
