import type { Messages, MessageValue } from '../messages/messages.ts';
import type { Localised } from '../model/basics.ts';
import type { Verdict } from '../model/review.ts';
import { type Content, filled, isolated, type Markup } from '../render/template.ts';

/** The words of the pages in one language: every message under `report.`, or under the name of another room that has pages. */
export interface SiteWords {
  readonly messages: Messages;
  /** A message as plain text: for titles, attributes and text alternatives. */
  readonly text: (id: string, values?: Readonly<Record<string, MessageValue>>) => string;
  /** A message as markup; texts among its values are isolated. */
  readonly tell: (id: string, values?: Readonly<Record<string, Content>>) => Markup;
  readonly verdict: (verdict: Verdict) => string;
  /** A name in the language of the page, else in English, else the id. */
  readonly name: (id: string, names: Localised | undefined) => string;
  /** How many, with the signs of the language. */
  readonly number: (value: number) => string;
  readonly day: (iso: string) => string;
}

const marked = (value: Content): Content => (typeof value === 'string' ? isolated(value) : value);

/** Opens the words of a language; `room` is the group of messages that ids are looked for in. */
export const openWords = (messages: Messages, room: 'report' | 'desk' = 'report'): SiteWords => {
  const plain = messages.marked(false);
  return {
    messages,
    text: (id, values = {}) => plain.say(`${room}.${id}`, values),
    tell: (id, values = {}) => {
      const numbers = Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
      );
      const others = Object.fromEntries(
        Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [] : [[name, marked(value)]])),
      );
      return filled((marks) => {
        const said = Object.fromEntries(Object.entries(marks).map(([name, mark]) => [name, { said: mark }]));
        return plain.say(`${room}.${id}`, { ...numbers, ...said });
      }, others);
    },
    verdict: (verdict) => plain.say(`answers.${verdict}`),
    name: (id, names) => names?.[messages.tag] ?? names?.['en'] ?? id,
    number: plain.number,
    day: plain.day,
  };
};
