import type { Came } from '../model/archive.ts';
import type { Instant } from '../model/basics.ts';
import { instantOf } from './dates.ts';
import { fieldOf } from './fields.ts';

type Replied = Extract<Came, { kind: 'replied' }>;

/** A copy that a web archive gave out as it was captured. */
export interface Memento {
  /** The address it is a copy of. */
  readonly original: string;
  /** When the web archive captured it. */
  readonly at: Instant;
}

/** How web archives name an unchanged copy: a moment of 14 digits, `id_`, and the address that was copied. */
const unchangedCopy = /^https?:\/\/[^/?#]+\/(?:[^/?#]+\/){0,3}(\d{14})id_\/(https?:\/\/.+)$/i;

/** Reads the address of a copy; null for any other. */
export const mementoOf = (url: string): Memento | null => {
  const [, digits = '', original = ''] = unchangedCopy.exec(url) ?? [];
  const at = instantOf(digits);
  return at === null ? null : { original, at };
};

/** What the original server sent is put under this name; the rest is about the web archive. */
const originals = /^x-archive-orig-(?!(?:content-encoding|content-length|transfer-encoding|connection)$)/i;

/** Headers that describe the payload as the web archive sent it on. */
const ofPayload = /^(?:content-type|content-encoding)$/i;

/**
 * The original reply in a web archive's reply (RFC 7089): its own headers, and a redirect to where the original
 * redirected to. Null for a reply of the web archive itself, which carries no date of a copy.
 */
export const originalIn = (came: Replied): Replied | null => {
  if (fieldOf(came.headers, 'Memento-Datetime') === null) return null;
  const location = fieldOf(came.headers, 'Location');
  const headers = came.headers.filter(
    ({ name }) => ofPayload.test(name) || (originals.test(name) && !/-location$/i.test(name)),
  );
  const target = location === null ? null : (mementoOf(location)?.original ?? location);
  return { ...came, headers: target === null ? headers : [...headers, { name: 'Location', value: target }], ip: null };
};
