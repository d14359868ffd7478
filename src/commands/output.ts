import { resolve } from 'node:path';
import { writeWhole } from '../reviews/whole-file.ts';
import type { Shell } from './shell.ts';

/** Hands the document over: to the file of `--out`, else to standard output. */
export const deliver = (shell: Shell, text: string, out: string | undefined): void => {
  const document = text.endsWith('\n') ? text : `${text}\n`;
  if (out === undefined) shell.print(document);
  else writeWhole(resolve(shell.cwd, out), document);
};
