import { languageIn } from '../../src/audit/messages.ts';
import type { MessagePiece } from '../../src/messages/language.ts';
import { type Messages, messagesFrom } from '../../src/messages/messages.ts';
import type { Criteria } from '../../src/model/data.ts';

/* A made-up language, by which a document shows whether all of its words are those of messages. */

/** Marks of a made-up language: every word that it says stands between them. */
export const [open, close] = ['⟦', '⟧'];

const marked = (piece: MessagePiece): MessagePiece => {
  if (typeof piece === 'string') return piece.trim() === '' ? piece : `${open}${piece}${close}`;
  if (piece === 0 || piece.length !== 3) return piece;
  const [name, form, cases] = piece;
  return [name, form, Object.fromEntries(Object.entries(cases).map(([key, each]) => [key, each.map(marked)]))];
};

/** A language that says what English does, marks each word that a message says, and isolates all text of others. */
export const madeUp = async (criteria: Criteria): Promise<Messages> => {
  const { tables, messages } = await languageIn(criteria, 'en');
  const lists = { ...tables.lists, and: `${open}${tables.lists.and}${close}` };
  const texts = Object.entries(messages).map(
    ([id, message]) => [id, typeof message === 'string' ? `${open}${message}${close}` : message.map(marked)] as const,
  );
  return messagesFrom(
    { tables: { ...tables, tag: 'xx', dir: 'rtl', lists }, messages: Object.fromEntries(texts) },
    true,
  );
};

/** What is left of a document besides words of the language, text of others, and what is no word. */
export const leftOver = (text: string): readonly string[] => {
  let depth = 0;
  let rest = '';
  for (const letter of text.replace(/\u2068[^\u2068\u2069]*\u2069/g, ' ')) {
    if (letter === open) depth += 1;
    else if (letter === close) depth -= 1;
    else if (depth === 0) rest += letter;
  }
  return rest.match(/\p{L}{2,}(?:[ ’'-]\p{L}{2,})*/gu) ?? [];
};
