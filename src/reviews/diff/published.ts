import type { DefinitionChange, Proof } from '../../model/diff.ts';
import { type Review, standingAnswer } from '../../model/review.ts';
import { comparable } from '../../text/fold.ts';
import { daysAllowed } from '../../time/duration.ts';
import type { AnswerInReview, Case, FoundCause } from './case.ts';
import { unseenBy } from './evidence.ts';
import { pageKey, pagesIn } from './page-key.ts';
import { isSpokenOf, type PublishedWords } from './published-words.ts';

/*
 * Why two published entries differ. Nothing of what their people saw was kept: what an entry says of itself (addresses,
 * formats, names, remarks) is all there is to conclude from, and no cause is given that one of them speaks against.
 */

const found = (cause: FoundCause['cause'], says: string, proof: Proof = 'entries'): FoundCause => ({
  cause,
  says,
  proof,
});

/** How the addresses of one kind differ between two entries. */
type Relation = 'same' | 'moved' | 'gone' | 'new' | 'none';

const relationOf = (before: readonly string[], after: readonly string[]): Relation => {
  if (before.length === 0) return after.length === 0 ? 'none' : 'new';
  if (after.length === 0) return 'gone';
  return before.some((page) => after.includes(page)) ? 'same' : 'moved';
};

/** Reads something of a review once, however many of its answers changed; of a definition, however many reviews. */
const once = <Given extends object, Read>(read: (given: Given) => Read): ((given: Given) => Read) => {
  const kept = new WeakMap<Given, { readonly read: Read }>();
  return (given) => {
    const known = kept.get(given);
    if (known !== undefined) return known.read;
    const found = { read: read(given) };
    kept.set(given, found);
    return found.read;
  };
};

/** Where the data is by a review: what a published entry names, what an audit chose. */
const dataPages = once(({ published, candidates }: Review): readonly string[] => {
  if (published !== undefined) return pagesIn(published['url'] ?? '');
  return candidates.flatMap(({ url, chosen }) => (chosen ? [pageKey(url) ?? url] : []));
});

const licencePages = once(({ published, evidence }: Review): readonly string[] => {
  if (published === undefined) {
    return evidence.flatMap(({ url, kind }) => (kind === 'licence' ? [pageKey(url) ?? url] : []));
  }
  const cell = published['licenseurl'] ?? '';
  const pages = pagesIn(cell);
  return pages.length > 0 || cell.trim() === '' ? pages : [cell.trim().toLowerCase()];
});

const remarksOf = ({ notes, people }: Review): string => `${people.comments}\n${notes}`;

const pagesInRemarks = once((review: Review) => pagesIn(remarksOf(review)));

/** An entry that puts the address into its notes alone was judged by it all the same. */
const dataRelation = (before: Review, after: Review): Relation => {
  const relation = relationOf(dataPages(before), dataPages(after));
  if (relation !== 'new') return relation;
  const mentioned = pagesInRemarks(before);
  return dataPages(after).some((page) => mentioned.includes(page)) ? 'same' : 'new';
};

const named = (pages: readonly string[]): string => pages.slice(0, 2).join(' and ');

const addressSays = (what: string, relation: Relation, old: Named, fresh: Named): string => {
  switch (relation) {
    case 'gone':
      return `${old.year} names ${named(old.pages)} for the ${what}; ${fresh.year} names no address for it.`;
    case 'new':
      return `${fresh.year} names ${named(fresh.pages)} for the ${what}; ${old.year} names no address for it.`;
    default:
      return `${old.year} names ${named(old.pages)} for the ${what}, ${fresh.year} ${named(fresh.pages)}.`;
  }
};

interface Named {
  readonly year: number;
  readonly pages: readonly string[];
}

const isDifferent = (relation: Relation): boolean => relation === 'moved' || relation === 'gone' || relation === 'new';

const isFall = ({ before, after }: Case): boolean =>
  standingAnswer(before.answer) === 'Yes' && standingAnswer(after.answer) !== 'Yes';

const isRise = ({ before, after }: Case): boolean =>
  standingAnswer(before.answer) !== 'Yes' && standingAnswer(after.answer) === 'Yes';

/** Sentences of the later entry that the earlier one does not have, reviewer's remark first. */
const freshSentences = (before: Review, after: Review): readonly string[] => {
  const old = remarksOf(before);
  return remarksOf(after)
    .split(/(?<=[.!?])\s+|[\r\n]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !old.includes(sentence));
};

/** Words that bear a meaning: long enough to be neither article nor preposition, one spelling for one and for many. */
const weighty = (text: string): readonly string[] =>
  comparable(text)
    .split(' ')
    .filter((word) => word.length >= 5)
    .map((word) => word.replace(/s$/, ''));

/** Of each criterion that is asked for besides, the words that no other criterion and no title has. */
const wordsAdded = once(({ title, kept, removed, added }: DefinitionChange): readonly ReadonlySet<string>[] => {
  const common = new Set([title, ...kept, ...removed].flatMap(weighty));
  return added.map((label) => new Set(weighty(label).filter((word) => !common.has(word))));
});

/** Does a sentence speak of what a criterion asks for, by two words of its own? */
const namesAdded = (sentence: string, redefined: DefinitionChange): boolean => {
  const words = new Set(weighty(sentence));
  return wordsAdded(redefined).some((own) => [...own].filter((word) => words.has(word)).length >= 2);
};

/** A sentence that says of the data that it is not what the category asks for now. */
const saysItFalls = (sentence: string, redefined: DefinitionChange, words: PublishedWords): boolean =>
  isSpokenOf(words.negation, sentence) && (isSpokenOf(words.definition, sentence) || namesAdded(sentence, redefined));

/** A quotation that ends the sentence it stands in. */
const quote = (text: string): string => {
  const cut = text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text;
  return `“${cut}”${/[.!?…]$/.test(cut) ? '' : '.'}`;
};

const commentOf = once(({ people }: Review) => people.comments.replace(/\s+/g, ' ').trim());

const remark = (before: Review, after: Review): string => {
  const text = commentOf(after);
  return text === '' || text === commentOf(before) ? '' : ` The reviewer of ${after.year} remarks: ${quote(text)}`;
};

/**
 * The category asks for more than before, a Yes was lost, and the later entry says so. It decides whether the data exists,
 * and what is said of data that is not taken for it any more; never what the same data is like.
 */
const byDefinition = (given: Case, relation: Relation, words: PublishedWords): FoundCause | undefined => {
  const { redefined, before, after, checks, editions } = given;
  if (redefined === null || redefined.added.length === 0 || !isFall(given)) return undefined;
  const isOfSameData = checks.includes('openlicense') || !['gone', 'moved'].includes(relation);
  if (!checks.includes('exists') && isOfSameData) return undefined;
  const sentence = freshSentences(before.review, after.review).find((text) => saysItFalls(text, redefined, words));
  if (sentence === undefined) return undefined;
  const added = redefined.added.map((label) => `“${label}”`).join(', ');
  return found(
    'criteria',
    `${editions.after} asks besides for ${added}, and ${after.review.year} says: ${quote(sentence)}`,
  );
};

const isRhythm = (due: string): boolean => /^P\d+[DWMY]$/.test(due);

/** Is new data due sooner by one than by the other? Events have no rhythm that could be compared. */
const isSooner = (one: string, other: string): boolean =>
  isRhythm(one) && isRhythm(other) && daysAllowed(one) < daysAllowed(other);

/** Can what is at the address still be looked at, so that its day can be told? */
const isStillOnline = ({ answers }: Review): boolean => {
  const online = answers['online'];
  return online === undefined || standingAnswer(online) === 'Yes';
};

/** What was current by the rhythm of one edition need not be by that of the other, nor a year later. */
const byRhythm = (given: Case, relation: Relation): FoundCause | undefined => {
  const { redefined, checks, editions, before, after } = given;
  const isLost = isFall(given) && standingAnswer(after.answer) === 'No';
  if (!checks.includes('uptodate') || relation !== 'same' || !isLost || !isStillOnline(after.review)) return undefined;
  const due = redefined?.due ?? null;
  const says = remark(before.review, after.review);
  return due !== null && isSooner(due.after, due.before)
    ? found(
        'criteria',
        `Both entries name the same address; new data is due by ${due.after} under ${editions.after}, by ${due.before} under ${editions.before}.${says}`,
      )
    : found(
        'time',
        `Both entries name the same address, and ${after.review.year} no longer finds it up to date.${says}`,
      );
};

const byAddress = ({ before, after, checks }: Case, relation: Relation): FoundCause | undefined => {
  const sides = (pagesOf: (review: Review) => readonly string[]): readonly [Named, Named] => [
    { year: before.review.year, pages: pagesOf(before.review) },
    { year: after.review.year, pages: pagesOf(after.review) },
  ];
  const says = remark(before.review, after.review);
  if (isDifferent(relation)) return found('url', addressSays('data', relation, ...sides(dataPages)) + says);
  if (!checks.includes('openlicense')) return undefined;
  const licence = relationOf(licencePages(before.review), licencePages(after.review));
  return isDifferent(licence)
    ? found('licence', addressSays('licence', licence, ...sides(licencePages)) + says)
    : undefined;
};

const formatsOf = ({ published }: Review): readonly string[] => [
  ...new Set(
    (published?.['format'] ?? '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}+.-]+/u)
      .filter((word) => word !== ''),
  ),
];

/** Formats are on what the question of machine-readability is decided; the other questions say nothing of them. */
const byFormat = (given: Case): FoundCause | undefined => {
  const { before, after, checks } = given;
  const [old, fresh] = [formatsOf(before.review), formatsOf(after.review)];
  if (!checks.includes('machinereadable') || old.length === 0 || fresh.length === 0) return undefined;
  const isOther = isRise(given)
    ? fresh.some((format) => !old.includes(format))
    : isFall(given) && old.some((format) => !fresh.includes(format));
  return isOther
    ? found(
        'data',
        `At the same address ${before.review.year} names the formats ${old.join(', ')}, ${after.review.year} ${fresh.join(', ')}.`,
      )
    : undefined;
};

/** Who judged an entry, by name; nobody knows who stands behind the words for no name. */
const judgesOf = ({ people }: Review, words: PublishedWords): readonly string[] =>
  [...people.submitter.split(words.people), ...people.reviewers]
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && !words.nameless.includes(name));

const signed = ({ year, people }: Review): string => {
  const [submitter, reviewers] = [
    people.submitter.trim(),
    people.reviewers.map((name) => name.trim()).filter((name) => name !== ''),
  ];
  const by = [
    submitter === '' ? '' : `submitted by ${submitter}`,
    reviewers.length === 0 ? '' : `reviewed by ${reviewers.join(', ')}`,
  ];
  return `${year} was ${by.filter((part) => part !== '').join(' and ') || 'signed by nobody'}`;
};

/** Nothing that the entries name is another, but who judged it: that is what the change rests on. */
const byPeople = ({ before, after }: Case, relation: Relation, words: PublishedWords): FoundCause => {
  const [old, fresh] = [judgesOf(before.review, words), judgesOf(after.review, words)];
  const what = relation === 'none' ? 'Neither entry names an address' : 'Both entries name the same address';
  const says = remark(before.review, after.review);
  if (fresh.some((name) => !old.includes(name)) || old.some((name) => !fresh.includes(name))) {
    const who = `${signed(before.review)}, ${signed(after.review)}`;
    return found('reviewer', `${what}; ${who}. Whether the data changed in between, neither tells.${says}`);
  }
  if ([before, after].some(({ answer }) => standingAnswer(answer) === 'Unsure')) {
    return found('reviewer', `${what}; who judged it could tell in one year and not in the other.${says}`);
  }
  return found('unknown', `${what}, and the same people judged it; what they saw was not kept.`, 'none');
};

const isEntry = ({ review }: AnswerInReview): boolean => review.published !== undefined;

/** Of what an entry was judged by nothing was kept; an audit tells at least what it could not see. */
const againstAudit = (given: Case, relation: Relation): FoundCause => {
  const { before, after } = given;
  const [unseen] = [...unseenBy(after, before), ...unseenBy(before, after)];
  if (unseen !== undefined) {
    return found(
      'unseen',
      `${unseen.url} was not seen (${unseen.because ?? unseen.kind ?? 'no reply'}): only we failed to see it.`,
      'recorded',
    );
  }
  if (relation === 'moved' || relation === 'new') return byAddress(given, relation) ?? unkept;
  return unkept;
};

const unkept = found(
  'unknown',
  'What was seen for the published entry was not kept, so that it could be held against the audit.',
  'none',
);

/** Why the answers of two published entries differ, or of one and an audit. */
export const publishedCause = (given: Case, words: PublishedWords): FoundCause => {
  const { before, after } = given;
  const relation = dataRelation(before.review, after.review);
  if (!isEntry(before) || !isEntry(after)) return againstAudit(given, relation);
  return (
    byDefinition(given, relation, words) ??
    byRhythm(given, relation) ??
    byAddress(given, relation) ??
    byFormat(given) ??
    byPeople(given, relation, words)
  );
};
