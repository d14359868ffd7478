import { messageOf, type ReasonPart } from '../checks/messages.ts';
import { licenceReasons, sayGoverning } from '../licence/reasons.ts';
import type { Messages, MessageValues } from '../messages/messages.ts';
import type { Check } from '../model/check.ts';

/* Sentences of checks as they read without a review to take their values from. */

/** Each value that a sentence names, described in brackets. */
const described = (text: string, messages: Messages): MessageValues =>
  Object.fromEntries(
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
      name,
      { said: `[${messages.nameOr(`explain.values.${name}`, name)}]` },
    ]),
  );

/** What the licence says by its own reason; null where the reason is the question's. */
const licenceSentence = (code: string, messages: Messages): string | null => {
  if (code === 'not-reached') return sayGoverning({ reason: code, args: {} }, messages);
  const known: Readonly<Record<string, string>> = licenceReasons;
  const text = Object.hasOwn(known, code) ? known[code] : undefined;
  return text === undefined
    ? null
    : messages.sayOr(`licence.reasons.${code}`, text, { title: messages.words('explain.the-licence') });
};

/** What a check tells of one of its reasons, for a reader who has no review; undefined where it tells no such thing. */
export const partOf = (
  { id, reasons }: Check,
  code: string,
  part: ReasonPart,
  messages: Messages,
): string | undefined => {
  const text = reasons[code]?.[part];
  if (text === undefined) return undefined;
  const own = part === 'says' && text === '{licence}' ? licenceSentence(code, messages) : null;
  return own ?? messages.sayOr(messageOf(id, code, part) ?? '', text, described(text, messages));
};
