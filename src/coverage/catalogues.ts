import type { CoverageItem } from '../model/coverage.ts';
import { type Candidate, isOfPart } from '../model/records.ts';
import type { Sentence } from '../model/sentence.ts';
import { type Explored, itemOf, repliedAt, sightOfGroup } from './group.ts';
import { type Look, sightOf } from './sight.ts';

/** A search of one catalogue, as far as a No has to know. */
export interface Search {
  readonly url: string;
  readonly name: string;
  /** Is it the place's own, for data of every kind? */
  readonly isNational: boolean;
  /** `whole` where its search answered every question that was put to it; pages that were looked through are no search. */
  readonly reach: 'whole' | 'part' | 'none';
  /** What went wrong, null where nothing did. */
  readonly note: Sentence | null;
}

const sights = { whole: 'searched', part: 'searched-in-part', none: 'not-searched' } as const;

/** The national catalogues that were searched. A place without any has none whose silence could be heard. */
export const searchItems = (searches: readonly Search[]): readonly CoverageItem[] => {
  const national = searches.filter(({ isNational }) => isNational);
  if (national.length === 0) {
    return [{ need: 'national-catalogue', name: '', url: '', sight: 'not-named', detail: '', evidence: null }];
  }
  return national.map(({ url, name, reach, note }) => ({
    need: 'national-catalogue',
    name,
    url,
    sight: sights[reach],
    detail: note ?? '',
    evidence: null,
  }));
};

/** From so many points on, the title or the address of a dataset names the subject rather than touching it. */
const namesSubject = 18;

const isHit = ({ official, parts }: Candidate): boolean =>
  official.verdict !== 'third-party' && parts.some(({ name, points }) => name === 'words' && points >= namesSubject);

const lookAt = (candidate: Candidate, seen: Explored): Look => {
  // Data of a part of a country is refuted as that of the whole by who publishes it.
  if (isOfPart(candidate.level)) return { sight: 'of-a-part', detail: '' };
  const reply = repliedAt(seen, candidate.url);
  if (reply === null) return { sight: 'not-asked', detail: '' };
  const group = seen.groups.find(({ root }) => root === reply);
  return group === undefined ? sightOf(reply) : sightOfGroup(group, candidate.record, seen);
};

/** The datasets that catalogues gave and whose name speaks of the subject: each must be opened, or refuted unopened. */
export const hitItems = (candidates: readonly Candidate[], seen: Explored): readonly CoverageItem[] =>
  candidates
    .filter(isHit)
    .map((candidate) =>
      itemOf('hit', candidate.url, lookAt(candidate, seen), repliedAt(seen, candidate.url), candidate.title ?? ''),
    );
