import { messageOf } from '../model/defect.ts';
import { forTerminal } from '../render/escape.ts';
import type { TextOptions } from '../render/terminal.ts';
import type { DocumentLanguage } from './language.ts';
import type { Shell } from './shell.ts';

/** How the text of a review is drawn, with how the rest of what a screenful leaves out is seen. */
export const textIn = (
  { messages }: Pick<DocumentLanguage, 'messages'>,
  { verbose }: { readonly verbose?: boolean },
  { terminal }: Pick<Shell, 'terminal'>,
): TextOptions => ({ ...terminal, full: verbose === true, after: [messages.say('review.after.verbose')] });

/**
 * Writes a document. A renderer that fails costs the document and nothing else.
 *
 * @param kept - Where what it would have shown can be found instead, as the end of a sentence.
 * @returns null where it failed, which is reported on one line with exit code 70.
 */
export const rendered = async (
  write: () => string | Promise<string>,
  format: string,
  kept: string,
  shell: Shell,
): Promise<string | null> => {
  try {
    return await write();
  } catch (error) {
    shell.tell(`odi: renderer ${format}: ${forTerminal(messageOf(error))} (a defect of odi; ${kept})\n`);
    shell.exit(70);
    return null;
  }
};
