import { evened } from '../text/fold.ts';
import { decoded } from '../web/address.ts';

/** Longest address that is looked at; longer ones are no licence's. */
const longestAddress = 2_000;

const unwrapArchive = (address: string): string =>
  address.replace(/^(?:web\.)?archive\.org\/web\/(?:\d{1,14}[a-z_*]{0,5}\/)?(?:https?:\/\/?)?/, '');

const stripScheme = (address: string): string =>
  address.replace(/^(?:https?:)?\/\/(?:[^/@\s]{0,200}@)?/, '').replace(/^www\./, '');

/**
 * An address in the spelling that the table's expressions are searched in: lower case, decoded, without scheme, user,
 * leading `www.`, index file and closing slash, unwrapped from web archives.
 */
export const normaliseAddress = (address: string): string => {
  const [first = ''] = address.trim().slice(0, longestAddress).split(/\s/, 1);
  const bare = stripScheme(unwrapArchive(stripScheme(decoded(first).toLowerCase())));
  return bare
    .replace(/^([^/?#]+):(?:80|443)(?=\/|$)/, '$1')
    .replace(/\/index\.[a-z]{3,5}$/, '')
    .replace(/\/$/, '');
};

/** Lower case, one form of each character, straight quotes, single blanks; Arabic without stretching and vowel marks. */
export const normaliseText = (text: string): string =>
  isAscii.test(text) ? text.toLowerCase().replaceAll('`', "'").replace(/\s+/g, ' ') : normaliseUnicode(text);

/** Nothing else of the below is in most texts; to know that takes one look. */
const isAscii = /^[\u0000-\u007f]*$/;

/** Where the digits of other scripts begin. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6];

const digit = (character: string): string => {
  const code = character.charCodeAt(0);
  return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
};

const normaliseUnicode = (text: string): string =>
  evened(text)
    .replace(/[‚‛´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g, digit)
    .replace(/[،、，]/g, ',')
    .replace(/[؛；]/g, ';')
    .replace(/[\u2010-\u2015\u2212]/g, '-');

/**
 * A name or identifier in the spelling names are compared in: words and numbers only, British spelling of *licence*,
 * `v2`, `version 2` and `2.0` alike.
 */
export const normaliseName = (text: string): string =>
  normaliseText(text)
    .replace(/licens(?=es?\b|\b)/g, 'licenc')
    .replace(/[^\p{L}\p{M}\p{N}.]+|\.(?!\d)|(?<!\d)\./gu, ' ')
    .replace(/\b(?:version|vers|ver|v) ?(?=\d)/g, '')
    .replace(/\b(\d{1,2})\.0\b/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();

/** A text as an expression that matches it and nothing else. */
export const escapeExpression = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
