import type { ContentFile } from '../../src/content/index.ts';
import { read } from '../../src/content/read.ts';
import type { Field } from '../../src/content/roles/field.ts';
import { fieldsOf } from '../../src/content/roles/fields.ts';
import type { Concepts } from '../../src/model/content.ts';
import { type Example, roleOf } from './examples.ts';

/* What whole files teach beside their labelled columns: names of places and people are no measures, and other data is no election. */

/** A file of the labelled corpus, as far as it teaches. */
export interface Lesson {
  readonly file: ContentFile;
  readonly isElection: boolean;
  readonly country: string;
  readonly language: string;
  /** Why the criteria are met, by criterion: only where the answer is Yes. */
  readonly quotes: ReadonlyMap<string, string>;
}

/** Fields of one file that teach something, so that long files do not outweigh others. */
const mostFields = 40;
const fieldWeight = 0.4;

const roleOfCriterion: Readonly<Record<string, string>> = {
  registered: 'registered',
  invalid: 'invalid',
  spoiled: 'blank',
  polling_station: 'station',
};

const isNumeric = ({ type }: Field): boolean => type === 'integer' || type === 'number' || type === 'mixed';

const quotedIn = (why: string): readonly string[] =>
  [...why.matchAll(/["'“„«]([^"'”“»]{2,120})["'”»]/gu)].map(([, quote = '']) => quote.trim());

/** The role that a label gives a field by quoting it. */
const byQuote = (field: Field, { quotes }: Lesson): string | undefined => {
  const texts = [field.text, field.levels.at(-1) ?? '', field.text.split(/[:=]/)[0] ?? ''].map((text) => text.trim());
  for (const [criterion, why] of quotes) {
    const role = roleOfCriterion[criterion];
    if (role !== undefined && quotedIn(why).some((quote) => texts.includes(quote))) return role;
  }
  return undefined;
};

const roleIn = (field: Field, lesson: Lesson): string | null => {
  const quoted = lesson.isElection ? byQuote(field, lesson) : undefined;
  if (quoted !== undefined) return quoted;
  const named = [...field.hits].map((hit) => roleOf[hit]).filter((role) => role !== undefined);
  if (!lesson.isElection) return named.length > 0 ? null : isNumeric(field) ? 'other-number' : 'other';
  // The columns of elections are in the labelled list.
  if (field.kind === 'column') return null;
  return named.length > 1 ? null : (named[0] ?? 'other');
};

/** Every so many of a list, at most as many as asked. */
const spread = <T>(list: readonly T[], most: number): readonly T[] => {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, index) => index % step === 0);
};

export const corpusExamples = (lesson: Lesson, concepts: Concepts): readonly Example[] => {
  const fields = fieldsOf(read([lesson.file], concepts));
  const taught = fields.flatMap((field) => {
    const role = roleIn(field, lesson);
    return role === null ? [] : [{ field, role }];
  });
  const rare = taught.filter(({ role }) => !role.startsWith('other'));
  const common = taught.filter(({ role }) => role.startsWith('other'));
  return [...spread(rare, mostFields), ...spread(common, mostFields)].map(({ field, role }) => ({
    look: field,
    role,
    weight: fieldWeight,
    country: lesson.country,
    language: lesson.language,
  }));
};
