import type { Problem } from './text.ts';

/** A problem and the file it is in. */
export interface FileProblem extends Problem {
  readonly file: string;
}

/** `criteria/places/ma.yaml:12:3: /domains/0: source is missing.` */
export const problemLine = ({ file, line, column, at, says }: FileProblem): string =>
  `${file}:${line}:${column}: ${at === '' ? '' : `${at}: `}${says}.`;
