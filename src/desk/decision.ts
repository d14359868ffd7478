import { basisOf, type RulesOf } from '../audit/carried.ts';
import { comment, decidableIn, decide, type SigningRole, sign } from '../audit/decisions.ts';
import type { Review, Verdict } from '../model/review.ts';
import { plain } from '../render/escape.ts';
import { addressesIn } from '../web/address.ts';
import { isSamePerson } from './people.ts';

/* What a decision at the desk does to a review. All of it is pure. */

/** Why the desk does not do what it was asked to; the sentence is in the messages under `desk.fault`. */
export type DeskFault =
  | 'no-answer'
  | 'no-reason'
  | 'no-name'
  | 'no-words'
  | 'no-candidate'
  | 'no-address'
  | 'no-question'
  | 'too-long'
  | 'changed'
  | 'other-name'
  | 'busy'
  | 'not-here';

/** The desk does not do what it was asked to, and nothing was changed. */
export class DeskRefusal extends Error {
  readonly fault: DeskFault;

  constructor(fault: DeskFault) {
    super(fault);
    this.name = 'DeskRefusal';
    this.fault = fault;
  }
}

/** Who sits at the desk, and how that one signs. */
export interface DeskPerson {
  readonly name: string;
  readonly as: SigningRole;
}

/** An answer that a person gives. */
export interface DeskAnswer {
  readonly on: string;
  readonly answer: Verdict;
  readonly because: string;
  /** Pieces of evidence of the review, by their ids. */
  readonly evidence: readonly string[];
  /** What the person was shown, by `standOf`. */
  readonly stand: string;
}

/** Characters of a reason or remark, and of a name, at most. */
export const longestWords = 4_000;
export const longestName = 200;

/**
 * What a person is shown who is asked about something: what it rests on, and how often that person answered it. Not what others
 * answered, which that person does not know. An answer counts only where this is still the same: two windows do not undo one
 * another.
 */
export const standOf = (on: string, review: Review, person: string, rulesOf: RulesOf): string => {
  const seen = basisOf(on, review, rulesOf(review).edition)?.seen ?? '';
  const own = (review.decisions ?? []).filter((one) => one.on === on && isSamePerson(one.reviewer, person));
  return `${seen.slice(0, 32)}-${own.length}`;
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** @throws DeskRefusal for words that are none, or too many. */
const wordsOf = (text: string, missing: DeskFault, most = longestWords): string => {
  if (text.trim() === '') throw new DeskRefusal(missing);
  if (text.length > most) throw new DeskRefusal('too-long');
  return text.trim();
};

/** A name to sign with, as pages can show it. @throws DeskRefusal for none, and for one that is no name. */
export const nameOf = (text: string): string => wordsOf(plain(text), 'no-name', longestName);

/**
 * The review after an answer. Addresses in the reason are evidence, as on the terminal.
 *
 * @throws DeskRefusal where nothing was decided: without a reason or a name, and where what was shown is not what is there now.
 */
export const answered = (
  now: Review,
  given: DeskAnswer,
  { name, as }: DeskPerson,
  at: string,
  rulesOf: RulesOf,
): Review => {
  const { on, answer } = given;
  const because = wordsOf(given.because, 'no-reason');
  if (!decidableIn(now).includes(on)) throw new DeskRefusal('no-question');
  if (standOf(on, now, name, rulesOf) !== given.stand) throw new DeskRefusal('changed');
  const known = now.evidence.map(({ id }) => id).filter((id) => given.evidence.includes(id));
  const evidence = [...new Set([...known, ...addressesIn(because)])];
  return decide(now, { on, answer, because, reviewer: nameOf(name), at, evidence, as }, rulesOf);
};

/** The review with a remark of a person, on one line. @throws DeskRefusal for an empty one. */
export const remarked = (now: Review, text: string, { name }: DeskPerson): Review =>
  comment(now, `${nameOf(name)}: ${oneLine(wordsOf(text, 'no-words'))}`);

/** The review signed by a person. @throws DeskRefusal where there is no name. */
export const signed = (now: Review, { name, as }: DeskPerson): Review => sign(now, nameOf(name), as);
