import { UserError } from '../model/errors.ts';
import type { Guard, HostLookup } from './guard.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const variable = (environment: Environment, name: string): string | null =>
  environment[name.toLowerCase()] || environment[name.toUpperCase()] || null;

/** The variables that name proxies, each by the scheme of the addresses that go through it. */
const variables = { 'http:': 'http_proxy', 'https:': 'https_proxy' } as const;

/**
 * Holds the variables against what a proxy can be.
 *
 * @throws UserError where one of them names none.
 */
export const checkProxies = (environment: Environment): void => {
  for (const name of Object.values(variables)) {
    const proxy = variable(environment, name);
    if (proxy === null) continue;
    const isProxy = URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol);
    if (!isProxy)
      throw new UserError(
        `${name} is "${proxy}", which is no proxy; http://host:port is expected, or no value at all.`,
      );
  }
};

/** Does an entry of `NO_PROXY` name a host? `*`, `example.org`, `.example.org` and `example.org:8080` do. */
const names = (entry: string, host: string, port: string): boolean => {
  if (entry === '*') return true;
  const [name = '', onlyPort] = entry
    .toLowerCase()
    .replace(/^\*?\./, '')
    .split(/:(\d+)$/);
  if (onlyPort !== undefined && onlyPort !== port) return false;
  return name !== '' && (host === name || host.endsWith(`.${name}`));
};

/** The proxy that the usual variables name for an address; null for none. */
export const proxyFor = (url: URL, environment: Environment): string | null => {
  const proxy = variable(environment, variables[url.protocol === 'https:' ? 'https:' : 'http:']);
  if (proxy === null) return null;
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const without = (variable(environment, 'no_proxy') ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  return without.some((entry) => names(entry, url.hostname.toLowerCase(), port)) ? null : proxy;
};

/**
 * Why a host should not be asked through a proxy; null where nothing speaks against it. The proxy looks names up
 * itself, so this is the best that can be known here: the spelling, and what our own resolver says, if anything.
 */
export const refusedThroughProxy = async (host: string, lookup: HostLookup, guard: Guard): Promise<string | null> => {
  const why = guard.refusedHost(host);
  if (why !== null) return why;
  const addresses = await new Promise<readonly string[]>((resolve) => {
    lookup(host, { all: true }, (error, answer) => {
      // A resolver that knows nothing is usual behind a proxy, and no reason to refuse.
      if (error !== null) resolve([]);
      else resolve(typeof answer === 'string' ? [answer] : answer.map(({ address }) => address));
    });
  });
  const inside = addresses.find((address) => !guard.isAllowed(address));
  return inside === undefined ? null : `${host} resolves to ${inside}, which is not a public address`;
};
