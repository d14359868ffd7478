import { getDomain } from 'tldts';
import { type Candidate, leadPart } from '../model/records.ts';
import { candidateFor, type ToldCandidate } from '../text/candidates.ts';
import { promiseOf } from '../web/formats.ts';
import { imprintOf } from './imprint.ts';
import { levelOf } from './level.ts';
import { byScore, type ScorePart } from './links.ts';
import { officialness } from './official.ts';
import type { CandidateDraft } from './rank.ts';
import { newestYear, topicMatch } from './topics.ts';
import type { Lens } from './vocabulary.ts';
import { prepare } from './words.ts';

/* Addresses that need no search: named by the reviewer, kept in the place file, chosen last year. */

/** Why an address is a candidate that the reviewer named. */
const namedByReviewer = candidateFor('named-by-reviewer');

const chosenBefore = candidateFor('chosen-before');

const roleOf = (url: string, { words }: Lens): Candidate['role'] => {
  const promise = promiseOf(words.formats.ofAddress(url));
  return promise === 'rows' || promise === 'archive' ? 'data-file' : 'landing-page';
};

const draftOf = (
  url: string,
  role: Candidate['role'],
  told: ToldCandidate,
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
    ...told,
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
      candidateFor('site-named', { phrase: match.phrase ?? '' }),
      part,
      lens,
      latestYear,
    );
  });

/** Addresses of old lists that are tried for one review. */
const mostLeads = 3;

/** What old lists named, until the day that is looked at: after what the place's file names, before what a search gives by words. */
const leadDrafts = (lens: Lens, latestYear: number): readonly CandidateDraft[] => {
  const { place, category } = lens;
  if (place?.leads === undefined || category === null) return [];
  const { source, leads } = place.leads;
  return (leads[category.id] ?? [])
    .filter(({ year }) => year <= latestYear)
    .map(({ url, year, said }, index) => {
      const title = (category.titles['en'] ?? category.id).toLowerCase();
      const told = candidateFor(said === 'text' ? 'lead-text' : 'lead-entry', {
        ...{ source, year: String(year), category: title, id: category.id },
      });
      const points = 44 - Math.min(index, 9);
      return draftOf(url, roleOf(url, lens), told, { name: leadPart, points, says: told.why }, lens, latestYear);
    })
    .filter(({ official }) => official.verdict !== 'third-party')
    .sort(byScore)
    .slice(0, mostLeads);
};

/** Bodies of other lists whose sites are tried for one review. */
const mostNamed = 2;

/** Sites of bodies that something names as publishers: after what the place's file names, before what was once named alone. */
const namedDrafts = (lens: Lens, latestYear: number): readonly CandidateDraft[] =>
  (lens.place?.named ?? [])
    .filter(({ categories }) => categories.includes(lens.category?.id ?? ''))
    .map(({ name, site, source }, index) => {
      const told = candidateFor('site-of-body', { body: name, source: source.title });
      const part = { name: leadPart, points: 47 - Math.min(index, 2), says: `${told.why} (Source: ${source.url}.)` };
      return draftOf(site, roleOf(site, lens), told, part, lens, latestYear);
    })
    .filter(({ official }) => official.verdict !== 'third-party')
    .sort(byScore)
    .slice(0, mostNamed);

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
        { name: 'named', points: 200, says: namedByReviewer.why },
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
        candidateFor('in-place-file', { why }),
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
        chosenBefore,
        { name: 'known', points: 45, says: chosenBefore.why },
        lens,
        latestYear,
      ),
    );
  const hints = [...namedDrafts(lens, latestYear), ...leadDrafts(lens, latestYear)];
  return [...named, ...kept, ...before, ...namedSites(lens, latestYear), ...hints];
};
