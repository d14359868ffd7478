import type { RefusalReason } from '../model/exchange.ts';
import type { Outcome } from '../model/observation.ts';
import { type Barrier, isBarrier, isReplyKind } from '../model/reply-kinds.ts';
import { type Arg, type Args, fill, isSentence, type Sentence } from '../model/sentence.ts';
import { sayLevel } from '../text/levels.ts';
import { listed as joined } from '../text/lists.ts';

/* How the values of a check's sentence read in English. A value is kept as the code it is, for other languages. */

/** Words that stand elsewhere: the nouns of criteria, the sentences about licences. */
export interface Wording {
  readonly noun: (criterion: string) => string;
  readonly licence: (sentence: Sentence) => string;
}

const barriers: Readonly<Record<Barrier, string>> = {
  login: 'a page to log in',
  captcha: 'a challenge that holds programs back',
  paywall: 'a shop',
  'terms-gate': 'a page of terms to accept first',
  'app-shell': 'an application that needs a browser to show anything',
  'search-form': 'a form that answers queries',
};

const kindWords = (kind: string): string => {
  if (kind === '') return 'nothing';
  return isReplyKind(kind) && isBarrier(kind) ? barriers[kind] : `a ${kind}`;
};

/** Why something did not reach us, as the code that `loss` puts into words. */
export const lossOf = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'lost':
      return outcome.reason;
    case 'refused':
      return outcome.reason;
    case 'not-captured':
      return outcome.kind;
    case 'arrived':
      return `http-${outcome.status}`;
  }
};

const refusals: ReadonlySet<string> = new Set<RefusalReason>([
  ...(['private-address', 'robots', 'budget-requests', 'budget-bytes', 'budget-time'] as const),
  ...(['scheme', 'bad-url', 'stopped'] as const),
]);

const lossWords = (loss: string): string => {
  if (loss === 'defect') return 'the auditor failed to read it';
  if (loss === 'not-captured') return 'not in the archive';
  if (loss.startsWith('http-')) return `HTTP ${loss.slice('http-'.length)}`;
  return refusals.has(loss) ? `not asked: ${loss}` : `lost: ${loss}`;
};

/** Sentences within sentences, by their reason. */
const phrases: Readonly<Record<string, string>> = {
  'seen-at': '{what} at {address}',
};

const listed = (arg: Arg): readonly string[] => (Array.isArray(arg) ? arg.map(String) : [String(arg)]);

const words: Readonly<Record<string, (arg: Arg, wording: Wording) => string>> = {
  kind: (kind) => kindWords(String(kind)),
  loss: (loss) => lossWords(String(loss)),
  unread: (code) => (code === 'not-all-seen' ? 'not all were seen' : String(code)),
  criteria: (ids, { noun }) => joined(listed(ids).map(noun)) || 'the required criteria',
  licence: (sentence, { licence }) => (isSentence(sentence) ? licence(sentence) : String(sentence)),
  why: (level) => (isSentence(level) ? sayLevel(level) : String(level)),
};

const word =
  (wording: Wording) =>
  (arg: Arg, name: string): string => {
    const own = Object.hasOwn(words, name) ? words[name] : undefined;
    if (own !== undefined) return own(arg, wording);
    if (isSentence(arg)) return fill(phrases[arg.reason] ?? arg.reason, arg.args, word(wording));
    return listed(arg).join(', ');
  };

/** A sentence of a check with its values in English words. */
export const say = (text: string, args: Args, wording: Wording): string => fill(text, args, word(wording));
