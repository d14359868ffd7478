import { isNonEmpty, type NonEmpty } from '../model/basics.ts';
import type { Ground } from '../model/check.ts';
import type { ConceptId, SightingPlace } from '../model/content.ts';
import type { Sighting } from './reading.ts';

/** What a clue found: why it holds and where to look. */
export interface Shown {
  /** Stable code: `header`, `values`, `key`, `label`, `words`, `standard`, or what a shape says of itself. */
  readonly reason: string;
  readonly grounds: NonEmpty<Ground>;
  /** True where it holds however much of the data was not read. */
  readonly isSettled?: boolean;
}

const grounds = 3;

const reasonOf: Readonly<Record<SightingPlace, string>> = {
  column: 'header',
  value: 'values',
  key: 'key',
  label: 'label',
  title: 'words',
  name: 'words',
  text: 'words',
};

/** Where a sighting can be opened again. */
export const groundOf = ({ evidence, part, quote }: Sighting): Ground => ({ evidence, part, quote });

/** Sightings as what a clue found, null where there are none. */
export const shownBy = (sightings: readonly Sighting[], reason?: string): Shown | null => {
  const found = sightings.slice(0, grounds).map(groundOf);
  const first = sightings[0];
  return isNonEmpty(found) && first !== undefined ? { reason: reason ?? reasonOf[first.place], grounds: found } : null;
};

/** One concept or several, as a list. */
export const listed = (ids: ConceptId | readonly ConceptId[]): readonly ConceptId[] =>
  typeof ids === 'string' ? [ids] : ids;
