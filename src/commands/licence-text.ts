import { sayGoverning } from '../licence/reasons.ts';
import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import type { LicenceVerdict } from '../model/licence.ts';
import { openLayout } from '../render/layout.ts';
import { paint, type TerminalOptions, takePen } from '../render/pen.ts';
import { answerIn, marks } from '../render/words.ts';

const ways = ['url', 'id', 'title', 'text'];

/** The verdict in a few lines for a person: the licence, whether it is open, why, and by which words it was known. */
export const licenceText = async (
  verdict: LicenceVerdict,
  terminal: TerminalOptions,
  messages: Messages = english,
): Promise<string> => {
  const { id, title, open, conformance, reason, args, matched, conditions } = verdict;
  const says = sayGoverning({ reason, args }, messages);
  const say = (key: string): string => messages.say(`licence.verdict.${key}`);
  const pen = takePen(terminal, await openLayout(`${says}${title}${say('why')}`), messages);
  const labels = ['open', 'why', 'standing', 'conditions', 'known-by'].map((key) => pen.layout.widthOf(say(key)));
  const cells = Math.max(...labels) + 2;
  const line = (key: string, text: string): readonly string[] =>
    text === '' ? [] : pen.layout.hang(pen.layout.padEnd(say(key), cells), pen.prose(text), pen.width);
  const conditionIn = (each: string): string => messages.nameOr(`licence.conditions.${each}`, each);
  const byIn = (by: string): string => (ways.includes(by) ? messages.say(`licence.known.${by}`) : by);
  return [
    pen.ink.bold(
      pen.layout.spread(title === '' ? say('no-name') : pen.foreign(title), pen.foreign(id ?? ''), pen.width).trimEnd(),
    ),
    '',
    `${pen.layout.padEnd(say('open'), cells)}${paint(pen, open)(`${marks[open]} ${answerIn(messages, open)}`)}`,
    ...line('why', says),
    ...line('standing', messages.say(`licence.conformance.${conformance}`)),
    ...line('conditions', conditions.map(conditionIn).join(messages.lists.comma)),
    ...line(
      'known-by',
      matched === null ? '' : `${byIn(matched.by)}${messages.lists.colon}${messages.value(matched.quote)}`,
    ),
  ].join('\n');
};
