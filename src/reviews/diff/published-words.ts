import { evened } from '../../text/fold.ts';
import { compile, type Phrases } from '../../text/phrases.ts';
import type { PublishedCsv } from '../published/vocabulary.ts';

/** Words by which the remarks of published entries are read. */
export interface PublishedWords {
  /** Words for what the category asks for. */
  readonly definition: Phrases;
  /** Words that deny. */
  readonly negation: Phrases;
  /** What stands in the place of a name, in lower case. */
  readonly nameless: readonly string[];
  /** What parts several people in one cell. */
  readonly people: string;
}

/** Makes the words of the flat CSV ready to be looked for. */
export const publishedWords = ({ remarks, people }: PublishedCsv): PublishedWords => ({
  definition: compile(remarks.definition, { spelling: evened, edges: 'words' }),
  negation: compile(remarks.negation, { spelling: evened, edges: 'words' }),
  nameless: remarks.nameless,
  people,
});

/** Does a text speak of what the phrases mean? */
export const isSpokenOf = (phrases: Phrases, text: string): boolean => phrases.first(evened(text)) !== null;
