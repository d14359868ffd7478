import file from '../../criteria/messages/en.yaml';
import { compiled } from './compile.ts';
import { type CompiledLanguage, type CompiledMessage, flattened, type LanguageFile } from './language.ts';
import { type Messages, messagesFrom } from './messages.ts';

/** Messages that are taken apart when they are first asked for. */
const whenAsked = ({ messages, ...tables }: LanguageFile): Messages => {
  const texts = new Map(flattened(messages));
  const known = new Map<string, CompiledMessage>();
  return messagesFrom({
    tables,
    find: (id) => {
      const text = texts.get(id);
      if (text === undefined) return undefined;
      const message = known.get(id) ?? compiled(text);
      known.set(id, message);
      return message;
    },
  });
};

/**
 * The words in which reviews are kept, whoever prints them in which language. The build puts the messages into the program taken apart; where
 * the sources run, they are as the file has them.
 */
export const english: Messages = ODI_BUILT
  ? messagesFrom(file as unknown as CompiledLanguage)
  : whenAsked(file as LanguageFile);
