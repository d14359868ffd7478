import { contradictionReasons, functionReasons, milestoneReasons, standingReasons } from '../commitments/reasons.ts';
import { explainedStatuses } from '../commitments/statuses.ts';
import type { Messages } from '../messages/messages.ts';
import { asJson } from '../render/escape.ts';
import { openLayout } from '../render/layout.ts';
import { englishAlone } from './explain-indicator.ts';

/* What odi explain tells of promises: statuses, and the reasons that they give. */

const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  indicator: standingReasons,
  milestone: milestoneReasons,
  function: functionReasons,
  contradiction: contradictionReasons,
};

/** A sentence without a report to take its values from: each is described in brackets. */
const bare = (text: string): string => text.replaceAll(/\{(\w+)\}/g, '[$1]');

const sentenceOf = (code: string): string =>
  bare(Object.values(reasons).find((own) => Object.hasOwn(own, code))?.[code] ?? '');

/** What is explained of promises. */
export type PromiseTopic =
  | {
      readonly topic: 'status';
      readonly id: string;
      readonly of: string;
      readonly says: string;
      readonly changes: string;
      readonly reasons: readonly { readonly code: string; readonly says: string }[];
    }
  | { readonly topic: 'promise-reason'; readonly id: string; readonly of: string; readonly says: string };

/** What a word stands for among promises; null where it is none of theirs. */
export const promiseTopic = (word: string): PromiseTopic | null => {
  const status = Object.entries(explainedStatuses).find(([id]) => id === word)?.[1];
  if (status !== undefined) {
    const { of, says, changes, reasons: codes } = status;
    return {
      topic: 'status',
      id: word,
      of,
      says,
      changes,
      reasons: codes.map((code) => ({ code, says: sentenceOf(code) })),
    };
  }
  const owner = Object.entries(reasons).find(([, own]) => Object.hasOwn(own, word));
  return owner === undefined ? null : { topic: 'promise-reason', id: word, of: owner[0], says: sentenceOf(word) };
};

/** What is told of it, in lines of at most `width` cells, or as JSON. */
export const explainedPromise = async (
  topic: PromiseTopic,
  format: string,
  width: number,
  messages: Messages,
): Promise<string> => {
  if (format === 'json') return asJson(topic);
  const { hang, wrap } = await openLayout(JSON.stringify(topic));
  if (topic.topic === 'promise-reason')
    return [
      ...englishAlone({ messages }),
      `${topic.id}: a reason of odi commitments (${topic.of})`,
      ...wrap(topic.says, width),
    ].join('\n');
  return [
    ...englishAlone({ messages }),
    `${topic.id}: how it stands with ${topic.of === 'indicator' ? 'an indicator' : 'a milestone'} of odi commitments`,
    '',
    ...wrap(topic.says, width),
    '',
    'Reasons it can give',
    ...topic.reasons.flatMap(({ code, says }) => hang(`  ${code}: `, says, width)),
    '',
    ...hang('What would change it: ', topic.changes, width),
    ...hang('Formulas: ', 'docs/commitments.md', width),
  ].join('\n');
};
