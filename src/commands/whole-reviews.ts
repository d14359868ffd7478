import { relative } from 'node:path';
import { examine, examineText } from '../criteria/files.ts';
import { criteriaFolder, openSchemas } from '../criteria/schemas.ts';
import type { Json } from '../model/basics.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import type { Shell } from './shell.ts';

/** Reads the reviews of a file, each held against the whole schema; or of a text that lies elsewhere under that name. */
export type ReadWhole = (file: string, text?: string) => readonly Review[];

/** Files come here once they fit the schema of reviews. */
const reviewsIn = (value: Json): readonly Review[] => {
  const whole = value as unknown as Review | { readonly reviews: readonly Review[] };
  return 'reviews' in whole ? whole.reviews : [whole];
};

/** Opens a reader that relies on every part of a review; its calls throw UserError naming the file, the line and the field. */
export const openWholeReviews = ({ cwd }: Shell): ReadWhole => {
  const schemas = openSchemas(criteriaFolder());
  return (file, text) => {
    const { value, problems } =
      text === undefined ? examine(file, schemas, 'review') : examineText(text, file, schemas, 'review');
    const [first, ...others] = problems;
    if (first === undefined) return reviewsIn(value);
    const { line, column, at, says } = first;
    const short = relative(cwd, file);
    const name = short === '' || short.startsWith('..') ? file : short;
    const more = others.length === 0 ? '' : ` (and ${others.length} more; odi validate lists them)`;
    const what = says.endsWith('.') ? says.slice(0, -1) : says;
    const advice = value === null ? ' The file is damaged: audit again, or take it out of the store.' : '';
    throw new UserError(`${name}:${line}:${column}: ${at === '' ? '' : `${at}: `}${what}${more}.${advice}`);
  };
};
