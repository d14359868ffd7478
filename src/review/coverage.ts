import { type Coverage, type CoverageItem, isSeen, type Need, type Sight } from '../model/coverage.ts';
import { type Barrier, isBarrier, isReplyKind } from '../model/reply-kinds.ts';
import type { ReviewCoverage } from '../model/review.ts';
import { saySearchProblem } from '../text/searches.ts';
import { quoted, sentence } from './phrase.ts';

/** Things that are listed one by one; a No is forbidden by one as by a hundred. */
const most = 80;

/** What is needed; `{name}` only where the item bears one. */
const needs: Readonly<Record<Need, { readonly named: (name: string) => string; readonly nameless: string }>> = {
  'responsible-body': {
    named: (name) => `The pages of ${name} on the subject`,
    nameless: 'The pages of the responsible body on the subject',
  },
  'national-catalogue': {
    named: (name) => `A search of ${name} for the category`,
    nameless: 'A search of the national catalogue for the category',
  },
  hit: {
    named: (name) => `The dataset ${quoted(name, 80)} that a catalogue gives`,
    nameless: 'Official data that was found',
  },
  'named-address': { named: (name) => `The address named for ${name}`, nameless: 'The address that was named' },
  page: {
    named: (name) => `A page that ${name} links on the subject`,
    nameless: 'A page that is linked on the subject',
  },
  'declared-file': { named: (name) => `The file ${quoted(name, 80)}`, nameless: 'A file that the dataset declares' },
};

const barriers: Readonly<Record<Barrier, string>> = {
  login: 'it asks for an account',
  captcha: 'it wants to see a human',
  paywall: 'it asks for money',
  'terms-gate': 'it wants terms accepted first',
  'search-form': 'it answers queries only',
  'app-shell': 'a script draws it',
};

const askedBy = (kind: string): string =>
  isReplyKind(kind) && isBarrier(kind) ? barriers[kind] : 'something stands before it';

const inBrackets = (detail: string): string => (detail === '' ? '' : ` (${quoted(detail, 80).slice(1, -1)})`);

const whys: Readonly<Record<Sight, (detail: string) => string>> = {
  'read-whole': () => 'It was read whole',
  searched: () => 'Its search answered everything that it was asked',
  'files-read': (count) => (count === '1' ? 'Its file was read whole' : `Its ${count} files were read whole`),
  'of-a-part': () => 'It is of a part of the country, by what its record says',
  'dead-link': (why) => `The link is dead${inBrackets(why)}, beside others that lead to data`,
  told: () => 'The publisher says itself that it is not published',
  'not-named': () => 'The file of the place names none',
  'not-confirmed': () => 'No list was found that names it as the one that is responsible',
  'no-address': () => 'No address of it is known for this category',
  'off-subject': () => 'Nothing on the subject was found there',
  'not-asked': () => 'It was not asked for',
  'not-reached': (why) => `It did not reach us${inBrackets(why)}`,
  'not-searched': (why) => `It could not be searched${inBrackets(why)}`,
  'searched-in-part': () => 'Its search was not read to where it speaks of other things',
  gone: (why) => `It answers that nothing is there${inBrackets(why)}`,
  refused: (why) => `It refuses to answer${inBrackets(why)}`,
  'not-ready': (why) => `It is still being made${inBrackets(why)}`,
  failed: (why) => `It answers with a fault${inBrackets(why)}`,
  'nothing-inside': () => 'It is empty',
  'behind-a-wall': (kind) => `It shows nothing of itself: ${askedBy(kind)}`,
  'only-a-list': () => 'It is a list of other things',
  'page-instead': () => 'A page came in the place of the file',
  'cut-short': () => 'It came in part',
  'read-in-part': () => 'It was read in part',
  'not-understood': () => 'It could not be read',
  'files-unseen': (count) => `${count} files of it were not seen whole`,
  undecided: () => 'Whether it shows what is asked for could not be told',
};

/** What must be seen and why it was or was not, in words, from its codes and values. */
export const sayCoverage = (item: ReviewCoverage): ReviewCoverage => {
  const { need, reason, args } = item;
  const { name, detail } = args;
  const added = typeof detail === 'string' ? detail : saySearchProblem(detail);
  return {
    ...item,
    what: name === '' ? needs[need].nameless : needs[need].named(name),
    why: sentence(whys[reason](added)),
  };
};

const told = (item: CoverageItem): ReviewCoverage => {
  const { need, name, url, sight, detail, evidence } = item;
  return sayCoverage({
    what: '',
    url,
    seen: isSeen(item),
    why: '',
    need,
    reason: sight,
    evidence: evidence === null ? [] : [evidence],
    args: { name, detail },
  });
};

/** What must be seen before a No, in words. Of very many, what was not seen comes first, for it decides. */
export const coverageTold = ({ items }: Coverage): readonly ReviewCoverage[] => {
  const all = items.map(told);
  if (all.length <= most) return all;
  return [...all.filter(({ seen }) => !seen), ...all.filter(({ seen }) => seen)].slice(0, most);
};
