import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';

/** Why nothing was seen, in words, by the reason of a loss or a refusal; `http-404` is the status of an answer. */
export const whyUnseen = (reason: string, messages: Messages = english): string => {
  const [, status] = /^http-(\d+)$/.exec(reason) ?? [];
  if (status !== undefined) return messages.say('causes.http', { status });
  return messages.has(`causes.${reason}`) ? messages.say(`causes.${reason}`) : reason;
};

/**
 * What a lost or refused reply is told with, in another language: the code that opens it, in words, and what was told besides.
 *
 * @param because - `dns: getaddrinfo ENOTFOUND a.test`, or `timeout: ` and the English words for it
 */
export const sayBecause = (because: string, messages: Messages): string => {
  const [, code = '', detail = ''] = /^([a-z-]+): (.*)$/s.exec(because) ?? [];
  if (!messages.has(`causes.${code}`)) return because;
  const cause = { said: messages.say(`causes.${code}`) };
  // Of what was told besides, in English, codes are understood everywhere: ENOTFOUND, CERT_HAS_EXPIRED.
  const codes = [...new Set(detail.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|\bE[A-Z]{4,}\b/g))];
  return codes.length === 0
    ? cause.said
    : messages.say('causes.because', { cause, detail: { said: messages.listed(codes) } });
};
