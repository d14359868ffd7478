import { isAscii } from 'node:buffer';
import type { Source } from '../../model/inspection.ts';
import { type DetectEncoding, decode, decoderOf, type Encoding, isWide } from '../text/encoding.ts';

/**
 * Text as the scanner takes it: in an encoding that keeps ASCII in single bytes; what keeps it otherwise is read as the
 * UTF-8 made of it. Where the beginning is plain ASCII, the encoding is told from the first bytes that are not, however
 * late they come.
 */
export class EncodedStream {
  encoding: Encoding;
  readonly #declared: string | null;
  readonly #detect: DetectEncoding;
  #utf8 = new TextDecoder('utf-8');

  constructor(encoding: Encoding, declared: string | null, detect: DetectEncoding) {
    this.encoding = encoding;
    this.#declared = declared;
    this.#detect = detect;
  }

  /** The bytes to scan, without the byte order mark. */
  async *bytes(source: Source): AsyncIterable<Uint8Array> {
    const decoder = isWide(this.encoding) ? decoderOf(this.encoding) : null;
    let mark = decoder === null ? this.encoding.mark : 0;
    for await (const chunk of source.chunks()) {
      if (this.encoding.name === 'ascii' && !isAscii(chunk)) this.encoding = this.#detect(chunk, this.#declared);
      const from = Math.min(mark, chunk.length);
      mark -= from;
      yield decoder === null ? chunk.subarray(from) : Buffer.from(decoder.write(chunk), 'utf8');
    }
    const rest = decoder?.end() ?? '';
    if (rest) yield Buffer.from(rest, 'utf8');
  }

  /** Decodes the bytes of one field. */
  readonly decode = (bytes: Uint8Array): string =>
    this.encoding.codec === 'utf-8' || isWide(this.encoding)
      ? this.#utf8.decode(bytes)
      : decode(bytes, { ...this.encoding, mark: 0 });
}
