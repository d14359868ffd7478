import type { Came } from '../model/archive.ts';
import type { LossReason } from '../model/exchange.ts';
import { PrivateAddress } from './guard.ts';

/** Codes of errors that name their reason; the others are told by their beginning. */
const reasons: Readonly<Record<string, LossReason>> = {
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'protocol',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
  UND_ERR_RESPONSE: 'protocol',
  HTTPParserError: 'protocol',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  INVALID_CA: 'tls',
};

const beginnings: readonly (readonly [string, LossReason])[] = [
  ['HPE_', 'protocol'],
  ['CERT_', 'tls'],
  ['CRL_', 'tls'],
  ['ERR_TLS_', 'tls'],
  ['ERR_SSL_', 'tls'],
];

/** Several addresses of one host were tried, and each failed its own way: the first speaks for all. */
const innermost = (error: Error): Error => {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  return first instanceof Error ? first : error;
};

/** The code of an error; its name where it has none, as the errors of undici's parser sometimes do. */
const codeOf = (error: Error): string => {
  const code = (error as NodeJS.ErrnoException).code;
  return typeof code === 'string' ? code : error.name;
};

/** The errors of a connection that was cut off by the other side; worth another try. */
const resets: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

export const isReset = (error: Error): boolean => resets.has(codeOf(innermost(error)));

/** What an error of the client means. `hasBegun`: was a reply already arriving? */
export const lossOf = (error: Error, hasBegun: boolean): Exclude<Came, { kind: 'replied' }> => {
  if (error instanceof PrivateAddress) return { kind: 'refused', reason: 'private-address', detail: error.message };
  const cause = innermost(error);
  const code = codeOf(cause);
  const told = reasons[code] ?? beginnings.find(([start]) => code.startsWith(start))?.[1];
  const reason = told ?? (hasBegun ? 'protocol' : 'connect');
  const detail = hasBegun && told === undefined ? 'the reply broke off' : describe(cause, code);
  return { kind: 'lost', reason, detail };
};

/** What undici says where a proxy opens no tunnel to the server. */
const noTunnel = /^Proxy response \((\d+)\) !== 200/;

/** The code, where there is one, else the message: neither differs from run to run. */
const describe = ({ name, message }: Error, code: string): string => {
  const [, status] = noTunnel.exec(message) ?? [];
  if (status !== undefined) return `the proxy answered ${status} and opened no way to the server`;
  return code === name || message.includes(code) ? message : `${code}: ${message}`;
};
