import { type Dispatcher, ProxyAgent } from 'undici';

/** A client that goes through a proxy: http in the plain way that every proxy allows, https through a tunnel. */
export const openProxy = (proxy: string, connections: number): Dispatcher =>
  new ProxyAgent({ uri: proxy, connections, headersTimeout: 0, bodyTimeout: 0, proxyTunnel: false });
