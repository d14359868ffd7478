import { english } from '../messages/english.ts';
import type { Messages, MessageValue } from '../messages/messages.ts';
import { yesIf } from '../messages/values.ts';
import { type Coverage, type CoverageItem, isSeen, mostKept } from '../model/coverage.ts';
import { isBarrier, isReplyKind } from '../model/reply-kinds.ts';
import type { ReviewCoverage } from '../model/review.ts';
import { saySearchProblem } from '../text/searches.ts';
import { shortened } from './phrase.ts';

/** Letters of a name or of a detail. */
const longest = 80;

const barrierOf = (kind: string, messages: Messages): { readonly said: string } =>
  messages.words(`coverage.barriers.${isReplyKind(kind) && isBarrier(kind) ? kind : 'other'}`);

/** What a look is told with, in words: why nothing came, what came instead, or what was said there. */
const detailOf = ({ reason, args: { detail } }: ReviewCoverage, messages: Messages): MessageValue => {
  if (typeof detail !== 'string') return { said: saySearchProblem(detail, messages) };
  for (const id of [`coverage.details.${detail}`, `causes.${detail}`]) if (messages.has(id)) return messages.words(id);
  // An error that came with success has no status to name, and its kind says nothing more.
  if (detail === 'error') return '';
  const told = shortened(detail, longest);
  return reason === 'not-ready' && told !== '' ? { said: messages.quote(told) } : told;
};

/** What must be seen and why it was or was not, in words, from its codes and values. */
export const sayCoverage = (item: ReviewCoverage, messages: Messages = english): ReviewCoverage => {
  const { need, reason, args } = item;
  const { name, detail } = args;
  const told = detailOf(item, messages);
  // What was seen is named by what it is called, which may be long; a body or a catalogue is not cut.
  const isTitle = need === 'hit' || need === 'declared-file';
  return {
    ...item,
    what: messages.say(`coverage.needs.${need}`, {
      hasName: yesIf(name !== ''),
      name: isTitle ? shortened(name, longest) : name,
    }),
    why: messages.say(`coverage.why.${reason}`, {
      hasDetail: yesIf(messages.value(told) !== ''),
      detail: told,
      count: typeof detail === 'string' ? Number.parseInt(detail, 10) || 0 : 0,
      ...(typeof detail === 'string' ? { barrier: barrierOf(detail, messages) } : {}),
    }),
  };
};

const told = (item: CoverageItem): ReviewCoverage => {
  const { need, name, url, sight, detail, evidence } = item;
  return sayCoverage({
    what: '',
    url,
    seen: isSeen(item),
    why: '',
    need,
    reason: sight,
    evidence: evidence === null ? [] : [evidence],
    args: { name, detail },
  });
};

/** What must be seen before a No, in words. Of very many, what was not seen comes first, for it decides. */
export const coverageTold = ({ items }: Coverage): readonly ReviewCoverage[] => {
  const all = items.map(told);
  if (all.length <= mostKept) return all;
  return [...all.filter(({ seen }) => !seen), ...all.filter(({ seen }) => seen)].slice(0, mostKept);
};
