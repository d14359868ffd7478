import type { LicenceEntry } from './data.ts';
import { literalFinder } from './literals.ts';
import { normaliseAddress } from './normalise.ts';

/** An address that a licence was recognised by. */
export interface AddressMatch {
  readonly entry: LicenceEntry;
  /** The part of the normalised address that the expression covers. */
  readonly quote: string;
}

/** Finds the licence of an address. */
export type AddressIndex = (address: string) => AddressMatch | null;

interface Pattern {
  readonly entry: LicenceEntry;
  /** Compiled when an address first holds its plain part. */
  readonly expression: () => RegExp;
}

const lazily = (source: string): (() => RegExp) => {
  let compiled: RegExp | undefined;
  return () => {
    compiled ??= new RegExp(source);
    return compiled;
  };
};

/** Characters that mean something in an expression, and those that make what stands before them optional. */
const special = '()[]{}?*+.^$|';
const quantifiers = ['?', '*', '{'];

/**
 * The longest run of plain characters that every match of an expression must hold. Looking for it first spares most expressions from being tried.
 */
export const plainPart = (source: string): string => {
  let best = '';
  let run = '';
  let depth = 0;
  const close = (): void => {
    if (run.length > best.length) best = run;
    run = '';
  };
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    const isEscape = character === '\\';
    if (isEscape) at += 1;
    const literal = isEscape ? source.charAt(at) : character;
    if (!isEscape && (character === '(' || character === '[')) depth += 1;
    if (!isEscape && character === '|' && depth === 0) return '';
    const isPlain = depth === 0 && (isEscape ? !/[a-z]/i.test(literal) : !special.includes(literal));
    if (isPlain && quantifiers.includes(source.charAt(at + 1))) close();
    else if (isPlain) run += literal;
    else close();
    if (!isEscape && (character === ')' || character === ']')) depth -= 1;
  }
  close();
  return best;
};

/** Shorter plain parts are in every address: their expressions are always tried. */
const shortestPart = 4;

/** The plain part of every address of the table, in its order, a line each: to be filed. */
export const plainParts = (table: readonly LicenceEntry[]): string =>
  table.flatMap(({ addresses = [] }) => addresses.map(plainPart)).join('\n');

/**
 * Finds the licence of an address. Where several expressions match, the one that covers most of the address wins, and
 * a named licence before a kind of one: `…/open-government-licence/version/3` is not the licence without a version.
 *
 * @param filed the plain parts of the table, where they were found out before
 */
export const addressIndex = (table: readonly LicenceEntry[], filed = plainParts(table)): AddressIndex => {
  const byPart = new Map<string, Pattern[]>();
  const found = filed.split('\n');
  let number = 0;
  for (const entry of table) {
    for (const source of entry.addresses ?? []) {
      const part = found[number++] ?? '';
      const pattern = { entry, expression: lazily(source) };
      const own = byPart.get(part);
      if (own === undefined) byPart.set(part, [pattern]);
      else own.push(pattern);
    }
  }
  const parts = literalFinder([...byPart.keys()].filter((part) => part.length >= shortestPart));
  const always = [...byPart.keys()].filter((part) => part.length < shortestPart);
  return (address) => {
    const normal = normaliseAddress(address);
    let best: AddressMatch | null = null;
    for (const part of [...always, ...parts.all(normal)]) {
      for (const { entry, expression } of byPart.get(part) ?? []) {
        const quote = expression().exec(normal)?.[0];
        if (quote !== undefined && isBetter({ entry, quote }, best)) best = { entry, quote };
      }
    }
    return best;
  };
};

const isBetter = (next: AddressMatch, best: AddressMatch | null): boolean => {
  if (best === null) return true;
  if ((next.entry.generic ?? false) !== (best.entry.generic ?? false)) return best.entry.generic === true;
  return next.quote.length > best.quote.length;
};
