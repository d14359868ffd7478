import type { Matcher } from './matcher.ts';
import type { Subject } from './subject.ts';

/** Where a sentence may part into clauses that speak of different things. */
const joint = /[,;:|]\s|\s[–—-]\s|\s(?=\()|[，、；]/g;

/** What tells whether a piece of a sentence could be a clause of its own. */
export interface PieceReader {
  readonly subject: (piece: string) => Subject;
  /** Does it state a licence, a right or a restriction? */
  readonly states: (piece: string) => boolean;
}

/** Pieces of a sentence that are looked at; a longer one is a list. */
const mostPieces = 24;

const piecesOf = (sentence: string, joins: readonly Matcher[]): readonly string[] => {
  const cuts = [...sentence.matchAll(joint)].map(({ index, 0: mark }) => index + mark.length);
  for (const join of joins) cuts.push(...join.all(sentence).map(({ at }) => at));
  const places = [0, ...cuts.sort((a, b) => a - b), sentence.length];
  return places.slice(0, -1).flatMap((from, at) => {
    const piece = sentence.slice(from, places[at + 1]);
    return piece === '' ? [] : [piece];
  });
};

/** Does a piece only name something, in an enumeration that shares what is said: «data, code and texts»? */
const isBare = (piece: string): boolean =>
  piece.length <= 8 || piece.split(/[\s,]+/).filter((word) => word !== '').length <= 2;

/**
 * Parts a sentence into the clauses that speak of different things: «the code is MIT, while the data is ©, all rights
 * reserved». A piece begins a clause where it names another thing than the clause before it, and is more than a name in
 * an enumeration; else it belongs to the clause before it.
 *
 * @param joins words that join clauses, in the languages of the sentence
 */
export const clausesOf = (sentence: string, joins: readonly Matcher[], reader: PieceReader): readonly string[] => {
  const pieces = piecesOf(sentence, joins);
  if (pieces.length === 1 || pieces.length > mostPieces) return [sentence];
  const clauses: string[] = [];
  let clause = '';
  let about: Subject = 'unsaid';
  let isOpen = true;
  for (const piece of pieces) {
    const subject = reader.subject(piece);
    const isAnother = subject !== 'unsaid' && about !== 'unsaid' && subject !== about && !isOpen;
    if (isAnother && clause !== '') {
      clauses.push(clause);
      clause = '';
      about = 'unsaid';
      isOpen = true;
    }
    clause += piece;
    if (about === 'unsaid' || (isOpen && subject === 'data')) about = subject === 'unsaid' ? about : subject;
    isOpen &&= isBare(piece) && !reader.states(piece);
  }
  return [...clauses, clause].filter((each) => each !== '');
};
