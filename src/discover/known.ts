import { getDomain } from 'tldts';
import type { Candidate } from '../model/records.ts';
import { promiseOf } from '../web/formats.ts';
import { imprintOf } from './imprint.ts';
import { levelOf } from './level.ts';
import type { ScorePart } from './links.ts';
import { officialness } from './official.ts';
import type { CandidateDraft } from './rank.ts';
import { newestYear, topicMatch } from './topics.ts';
import type { Lens } from './vocabulary.ts';
import { prepare } from './words.ts';

/* Addresses that need no search: named by the reviewer, kept in the place file, chosen last year. */

/** Why an address is a candidate that the reviewer named. */
const namedByReviewer = 'The reviewer named it.';

const roleOf = (url: string, { words }: Lens): Candidate['role'] => {
  const promise = promiseOf(words.formats.ofAddress(url));
  return promise === 'rows' || promise === 'archive' ? 'data-file' : 'landing-page';
};

const draftOf = (
  url: string,
  role: Candidate['role'],
  why: string,
  part: ScorePart,
  lens: Lens,
  latestYear: number,
): CandidateDraft => {
  const official = officialness(url, { lens });
  const publisher = official.verdict === 'official' ? 10 : official.verdict === 'third-party' ? -12 : 0;
  const parts = [part, { name: 'publisher', points: publisher, says: official.because }];
  return {
    url,
    role,
    why,
    parts,
    score: part.points + publisher,
    title: null,
    publisher: null,
    official,
    level: levelOf(url, { lens, imprint: imprintOf(null, null, null), official }),
    record: null,
    year: newestYear(url, latestYear),
  };
};

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Named sites of the government whose name speaks of the category: `elections.example`. */
const namedSites = (lens: Lens, latestYear: number): readonly CandidateDraft[] =>
  (lens.place?.domains ?? []).flatMap(({ value, because }) => {
    if (getDomain(value) === null) return [];
    const match = topicMatch(prepare(`${value.replace(/[.-]/g, ' ')} ${because ?? ''}`), lens);
    const points = Math.round(30 * match.value);
    if (points < 12) return [];
    const part = { name: 'words', points, says: `The site's name speaks of "${match.phrase}".` };
    return draftOf(
      `https://${value}/`,
      'landing-page',
      `A site of the government whose name speaks of "${match.phrase}".`,
      part,
      lens,
      latestYear,
    );
  });

/** Candidates that are known before anything is asked. */
export const knownDrafts = (
  extra: readonly string[],
  previous: readonly string[],
  lens: Lens,
  latestYear: number,
): readonly CandidateDraft[] => {
  const named = extra
    .filter(isWeb)
    .map((url) =>
      draftOf(
        url,
        roleOf(url, lens),
        namedByReviewer,
        { name: 'named', points: 200, says: namedByReviewer },
        lens,
        latestYear,
      ),
    );
  const kept = (lens.place?.addresses ?? [])
    .filter(({ category }) => category === lens.category?.id)
    .map(({ url, role, why, source }, index) =>
      draftOf(
        url,
        role,
        why,
        // In the order of the file: who wrote it knew which is best.
        { name: 'known', points: 55 - Math.min(index, 9), says: `The place file names it. (Source: ${source}.)` },
        lens,
        latestYear,
      ),
    );
  const before = previous
    .filter(isWeb)
    .map((url) =>
      draftOf(
        url,
        roleOf(url, lens),
        'The review before chose it.',
        { name: 'known', points: 45, says: 'The review before chose it.' },
        lens,
        latestYear,
      ),
    );
  return [...named, ...kept, ...before, ...namedSites(lens, latestYear)];
};
