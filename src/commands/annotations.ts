import { plain } from '../render/escape.ts';
import type { Shell } from './shell.ts';

/** How much an annotation matters. */
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** What stands beside the code. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly says: string;
  /** File of the repository. */
  readonly file?: string;
}

/** Line ends and signs that would begin or end a command. */
const escaped = (text: string): string => plain(text).replaceAll('%', '%25');

const inProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Tells the build server of GitHub, where this runs on it, what to show beside the code. It reads such lines on standard error, so that
 * the document stays as it is.
 *
 * Source: docs.github.com, Workflow commands for GitHub Actions.
 */
export const annotate = (annotations: readonly Annotation[], { environment, tell }: Shell): void => {
  if (environment['GITHUB_ACTIONS'] !== 'true') return;
  for (const { level, title, says, file } of annotations) {
    const where = file === undefined ? '' : `file=${inProperty(file)},`;
    tell(`::${level} ${where}title=${inProperty(title)}::${escaped(says)}\n`);
  }
};
