import { conceptsFor, fieldReaderFor, type judgeContent } from '../content/index.ts';
import { type Vocabulary, vocabularyOf } from '../contests/index.ts';
import { type DiscoveryWords, discoveryWords } from '../discover/index.ts';
import { type Licences, openLicences, readLicenceData } from '../licence/index.ts';
import type { Criteria, Edition } from '../model/data.ts';
import type { PageWords } from '../pages/index.ts';
import type { ReadApart, ReadingTools } from './read.ts';

/** What the content of a category is judged with. */
type ContentData = Pick<Parameters<typeof judgeContent>[0], 'concepts' | 'reader'>;

/** The data of the criteria that audits work with; opened once for many reviews. */
export interface AuditData extends ReadingTools {
  readonly pages: PageWords;
  readonly discovery: DiscoveryWords;
  /** Licences, as the edition counts them. */
  readonly licences: Licences;
  readonly contests: () => Vocabulary;
  readonly contentOf: (category: string) => ContentData;
}

/** Makes something once for each key, when it is first asked for. */
const onceFor = <Made>(make: (key: string) => Made): ((key: string) => Made) => {
  const made = new Map<string, Made>();
  return (key) => {
    const one = made.get(key) ?? make(key);
    made.set(key, one);
    return one;
  };
};

/** Opens the data of the criteria for audits by one edition, and where large replies are to be read. */
export const openAuditData = (criteria: Criteria, edition: Edition, readApart?: ReadApart): AuditData => {
  const contests = onceFor(() => vocabularyOf(criteria.data('vocabulary/contests')));
  return {
    ...(readApart === undefined ? {} : { readApart }),
    formats: criteria.data('vocabulary/formats'),
    pages: criteria.data('vocabulary/pages'),
    dates: criteria.data('vocabulary/dates'),
    discovery: discoveryWords(criteria),
    licences: openLicences(readLicenceData(criteria), edition.licencePolicy),
    contests: () => contests(''),
    contentOf: onceFor((category) => ({
      concepts: conceptsFor(criteria, category),
      reader: fieldReaderFor(criteria, category),
    })),
  };
};
