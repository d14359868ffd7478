import type { LossReason, RefusalReason } from '../model/exchange.ts';

const losses: Readonly<Record<LossReason | 'defect' | 'not-captured', string>> = {
  dns: 'its name does not resolve',
  connect: 'no connection could be made',
  timeout: 'no reply came in time',
  tls: 'its certificate or encryption failed',
  protocol: 'the reply broke off or was not HTTP',
  'too-many-redirects': 'it redirects without end',
  decoding: 'the reply could not be decompressed',
  defect: 'it arrived, but the auditor failed to read it',
  'not-captured': 'it is not in the replayed archive',
};

const refusals: Readonly<Record<RefusalReason, string>> = {
  'private-address': 'it leads to a private address, which is never asked',
  robots: 'its robots.txt asks programs to stay away',
  'budget-requests': 'the number of requests allowed was used up',
  'budget-bytes': 'the number of bytes allowed was used up',
  'budget-time': 'the time allowed for the review was used up',
  scheme: 'it is neither http nor https',
  'bad-url': 'it is not an address',
  stopped: 'the run was interrupted',
};

const reasons: Readonly<Record<string, string>> = { ...losses, ...refusals };

/** Why nothing was seen, in words, by the reason of a loss or a refusal. */
export const whyUnseen = (reason: string): string => reasons[reason] ?? reason;
