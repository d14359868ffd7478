import type { FetchRequest } from '../model/exchange.ts';

/** What tells one question to a server from another: how, where and with what it is asked. */
export const requestKey = ({ method = 'GET', url, payload }: FetchRequest): string =>
  `${method} ${url} ${payload?.text ?? ''}`;
