import dns from 'node:dns';
import type { buildConnector, Dispatcher } from 'undici';
import connector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import { type Guard, type HostLookup, PrivateAddress } from './guard.ts';

/** How connections are made. */
export interface ConnectionOptions {
  readonly guard: Guard;
  /** Milliseconds until a connection must stand. */
  readonly timeout: number;
  /** Connections to one host at once. */
  readonly connections: number;
  readonly lookup: HostLookup;
}

/** The resolver of the system. */
export const systemLookup: HostLookup = dns.lookup as HostLookup;

/** Opens connections, and remembers which machine answered for a host. */
export interface Connections {
  readonly dispatcher: Dispatcher;
  /** The machine that was last connected to for an origin's host and port; null through a proxy. */
  readonly ipOf: (url: URL) => string | null;
}

const portOf = (port: string, protocol: string): string => port || (protocol === 'https:' ? '443' : '80');

/** Heads of replies that are longer are no honest reply; real ones with many cookies and policies reach 16 KiB. */
const mostOfHead = 64 * 1024;

/**
 * A client whose every connection passes the guard: the host as it is spelt, each answer of the look-up that the
 * socket itself makes (so nothing can change in between), and the machine it is connected to in the end.
 */
export const openConnections = (options: ConnectionOptions): Connections => {
  const { guard, timeout, connections } = options;
  const lookup = guard.guarded(options.lookup);
  // The types of Node's look-up know overloads that sockets never use.
  const connect = connector({ timeout, lookup: lookup as typeof dns.lookup });
  const machines = new Map<string, string>();

  const guarded: ReturnType<typeof buildConnector> = (target, callback) => {
    const why = guard.refusedHost(target.hostname);
    if (why !== null) return callback(new PrivateAddress(why), null);
    connect(target, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const ip = socket.remoteAddress ?? '';
      if (!guard.isAllowed(ip)) {
        socket.destroy();
        return callback(new PrivateAddress(`${target.hostname} led to ${ip}, which is not a public address`), null);
      }
      machines.set(`${target.hostname}:${portOf(target.port, target.protocol)}`, ip);
      callback(null, socket);
    });
  };

  const dispatcher = new Agent({
    connect: guarded,
    connections,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: mostOfHead,
  });
  return {
    dispatcher,
    ipOf: ({ hostname, port, protocol }) => machines.get(`${hostname}:${portOf(port, protocol)}`) ?? null,
  };
};
