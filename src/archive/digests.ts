import { createHash, type Hash, hash } from 'node:crypto';

/** The label that the project writes: `sha256:` and lower-case hex. */
export const digestOf = (bytes: Uint8Array): string => `sha256:${hash('sha256', bytes)}`;

const known: Readonly<Record<string, { readonly algorithm: string; readonly bytes: number }>> = {
  md5: { algorithm: 'md5', bytes: 16 },
  sha1: { algorithm: 'sha1', bytes: 20 },
  sha256: { algorithm: 'sha256', bytes: 32 },
  sha512: { algorithm: 'sha512', bytes: 64 },
};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 (RFC 4648, 6) without regard to case or padding; null for what is none. */
const fromBase32 = (text: string): string | null => {
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const character of text.toUpperCase().replace(/=+$/, '')) {
    const digit = alphabet.indexOf(character);
    if (digit === -1) return null;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 0xff);
      value &= (1 << bits) - 1;
    }
  }
  return Buffer.from(bytes).toString('hex');
};

/** A digest that a record claims. */
export interface Claim {
  readonly algorithm: string;
  /** Lower-case hex. */
  readonly value: string;
}

/** Reads a labelled digest as any tool writes it (hex or base 32); null for a kind that is not known. */
export const parseDigest = (label: string): Claim | null => {
  const [name = '', text = ''] = label.split(/:(.*)/s);
  const kind = known[name.toLowerCase().replace('-', '')];
  if (kind === undefined) return null;
  const isHex = /^[0-9a-f]+$/i.test(text) && text.length === kind.bytes * 2;
  const value = isHex ? text.toLowerCase() : fromBase32(text);
  return value?.length === kind.bytes * 2 ? { algorithm: kind.algorithm, value } : null;
};

/** Starts computing a claimed digest. */
export const hasherFor = (claim: Claim): Hash => createHash(claim.algorithm);
