import type { LookupAddress, LookupOptions } from 'node:dns';
import ipaddr from 'ipaddr.js';

/** An address that is refused; carried through the client as an error. */
export class PrivateAddress extends Error {
  override readonly name = 'PrivateAddress';
}

/**
 * The insides of clouds, where machines are handed their secrets: never asked, whatever the range they lie in or the person lets
 * in. Link-local addresses, where most of them are, are refused as such.
 */
const insiders: ReadonlySet<string> = new Set([
  '168.63.129.16', // Azure
  '100.100.100.200', // Alibaba
  '192.0.0.192', // Oracle
  'fd00:ec2::254', // Amazon
  'fd20:ce::254', // Google
]);

/** The one part of IPv6 that is handed out to the public. */
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** May a machine with this address be asked? Only what is certainly public is. */
export const isPublic = (ip: string): boolean => {
  const bare = ip.replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const address = ipaddr.process(bare);
  if (address.range() !== 'unicast' || insiders.has(address.toString())) return false;
  return address.kind() === 'ipv4' || (address instanceof ipaddr.IPv6 && address.match(...globalUnicast));
};

/** Ranges of a machine's own network, which its owner may open; never those of clouds' metadata or of no machine at all. */
const own: ReadonlySet<string> = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

const isOwn = (ip: string): boolean => {
  const bare = ip.replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const address = ipaddr.process(bare);
  return own.has(address.range()) && !insiders.has(address.toString());
};

/** Which machines may be asked. */
export interface Guard {
  readonly isAllowed: (ip: string) => boolean;
  /** Why a host is refused by its spelling alone; null where only its addresses can tell. */
  readonly refusedHost: (host: string) => string | null;
  /** A look-up that fails where any of the answers is refused, so that what was checked is what is connected to. */
  readonly guarded: (lookup: HostLookup) => HostLookup;
}

/**
 * The guard of a run. With `allowPrivate` the machine itself and its private network are let in; link-local addresses
 * (where clouds keep their secrets), multicast and the like stay out.
 */
export const openGuard = (allowPrivate: boolean): Guard => {
  const isAllowed = (ip: string): boolean => isPublic(ip) || (allowPrivate && isOwn(ip));
  const judge = (host: string): string | null => {
    const literal = literalOf(host);
    if (literal !== null) return isAllowed(literal) ? null : `${host} is not a public address`;
    return !allowPrivate && isInsideName(host) ? `${host} is a name of this machine or its network` : null;
  };
  const judged = new Map<string, string | null>();
  return {
    isAllowed,
    refusedHost: (host) => {
      const known = judged.get(host);
      const why = known === undefined ? judge(host) : known;
      judged.set(host, why);
      return why;
    },
    guarded: (lookup) => guardedLookup(lookup, isAllowed),
  };
};

/** Is it this machine itself? */
export const isLoopback = (host: string): boolean => {
  const bare = withoutBrackets(host);
  if (bare === 'localhost' || bare.endsWith('.localhost')) return true;
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback';
};

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** The host of an address as a literal IP, null for a name. The parser of addresses settled all spellings before. */
const literalOf = (host: string): string | null => {
  const bare = withoutBrackets(host);
  return ipaddr.isValid(bare) ? bare : null;
};

/** Names that never lead out of the machine or its network, whatever the DNS says. */
const isInsideName = (host: string): boolean => {
  const name = withoutBrackets(host).toLowerCase();
  return name === 'localhost' || /\.(?:localhost|local|internal)$/.test(name);
};

type Answer = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** The signature of `dns.lookup`, which sockets call for every name. */
export type HostLookup = (hostname: string, options: LookupOptions, callback: Answer) => void;

const guardedLookup =
  (lookup: HostLookup, isAllowed: Guard['isAllowed']): HostLookup =>
  (hostname, options, callback) => {
    lookup(hostname, options, (error, answer, family) => {
      if (error !== null) return callback(error, answer, family);
      const addresses = typeof answer === 'string' ? [answer] : answer.map(({ address }) => address);
      const inside = addresses.find((address) => !isAllowed(address));
      if (inside === undefined) return callback(null, answer, family);
      callback(new PrivateAddress(`${hostname} resolves to ${inside}, which is not a public address`), []);
    });
  };
