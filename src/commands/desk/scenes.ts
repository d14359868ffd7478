import { decidableIn } from '../../audit/decisions.ts';
import { pointsOn } from '../../audit/open-questions.ts';
import {
  agreementsOf,
  asSeenBy,
  beginningIn,
  choosableIn,
  type DeskLine,
  type DeskPerson,
  type DeskPlace,
  type ItemScene,
  isSamePerson,
  isThrough,
  itemPath,
  nextAfter,
  onDataset,
  othersOn,
  ownWords,
  standOf,
  surroundingsOf,
} from '../../desk/index.ts';
import { type Review, type ReviewEvidence, standingAnswer } from '../../model/review.ts';
import { titleOf } from '../../render/words.ts';
import { contradicting } from '../../score/index.ts';
import { countingRules } from '../counting.ts';
import type { Shell } from '../shell.ts';
import { type DeskEntries, type DeskEntry, titleOn } from './entries.ts';
import type { EvidenceReader } from './evidence.ts';

/** What the pages of a desk are made from. */
export interface SceneSources {
  readonly entries: DeskEntries;
  readonly evidence: EvidenceReader;
  readonly shell: Shell;
}

/** Places that are drawn of one thing. */
const mostPlaces = 4;

interface Place {
  readonly evidence: ReviewEvidence;
  readonly quote: string;
  readonly part: string;
}

/** What an answer rests on; of the choice of the dataset, the candidates that were opened. */
const placesOf = (on: string, review: Review): readonly Place[] => {
  const byId = new Map<string, ReviewEvidence>(review.evidence.map((one) => [one.id, one]));
  const given = review.answers[on] ?? review.gates?.[on];
  const criterion = review.criteria.find(({ id }) => on === `criteria.${id}`);
  const asked: readonly { readonly evidence: string; readonly part: string; readonly quote?: string }[] =
    on === onDataset
      ? choosableIn(review).flatMap(({ url }) =>
          review.evidence.filter((one) => one.url === url).map(({ id }) => ({ evidence: id, part: '' })),
        )
      : criterion !== undefined
        ? criterion.where.length > 0
          ? criterion.where
          : criterion.evidence.map((evidence) => ({ evidence, part: '' }))
        : (given?.evidence ?? []).map((evidence) => ({ evidence, part: '' }));
  return asked.flatMap(({ evidence, part, quote }) => {
    const found = byId.get(evidence);
    return found === undefined ? [] : [{ evidence: found, part, quote: quote ?? found.quote ?? '' }];
  });
};

const drawn = async (entry: DeskEntry, review: Review, place: Place, reader: EvidenceReader): Promise<DeskPlace> => {
  const read = await reader.read(entry.target, review, place.evidence);
  if ('undrawn' in read) return { ...place, drawn: read };
  const around = surroundingsOf(read.inspection, place);
  return {
    ...place,
    drawn: around === null ? { undrawn: 'not-found', beginning: beginningIn(read.inspection) } : { around },
  };
};

/** The sentences about answers that contradict one, in the words of the page. */
const contradictionsOn = (on: string, seen: Review, told: Review, shell: Shell): readonly string[] => {
  const { edition } = countingRules(seen, shell);
  const standing = Object.fromEntries(Object.entries(seen.answers).map(([id, one]) => [id, standingAnswer(one)]));
  const own = contradicting(edition, standing).filter(({ between }) => between.includes(on));
  return seen.contradictions.flatMap((says, at) =>
    own.some((one) => one.says === says) ? [told.contradictions[at] ?? says] : [],
  );
};

const saysOn = (on: string, told: Review): ItemScene['says'] => {
  const given = told.answers[on] ?? told.gates?.[on] ?? told.criteria.find(({ id }) => on === `criteria.${id}`) ?? null;
  // What the program says, also where a person answered otherwise.
  return given === null ? null : { answer: given.answer, text: given.says };
};

/** What stands before something in the list. */
const beforeIn = (lines: readonly DeskLine[], isHere: (line: DeskLine) => boolean) =>
  lines[lines.findIndex(isHere) - 1] ?? null;

/** Everything that the page of one question shows; null where the review has no such. */
export const itemScene = async (
  entry: DeskEntry,
  on: string,
  person: DeskPerson,
  lang: string,
  { entries, evidence, shell }: SceneSources,
): Promise<ItemScene | null> => {
  const review = entry.target.read();
  if (on !== onDataset && !decidableIn(review).includes(on)) return null;
  const rulesOf = (one: Review) => countingRules(one, shell);
  const seen = asSeenBy(review, person.name, rulesOf);
  const { messages, tell } = await entries.language(lang);
  const [told = seen] = await tell([seen]);
  const { lines } = await entries.all(person.name, lang);
  const isHere = (line: DeskLine): boolean => line.review === entry.id && line.on === on;
  const item = lines.find(isHere) ?? {
    ...{ on, needs: [] },
    points: on === onDataset ? pointsOn('exists', seen, rulesOf) : pointsOn(on, seen, rulesOf),
  };
  const places = placesOf(on, told);
  const [next, before] = [nextAfter(lines, isHere), beforeIn(lines, isHere)];
  const plain = messages.marked(false);
  const decisions = review.decisions ?? [];
  const own = ownWords(review, person.name).get(on) ?? null;
  return {
    ...{ id: entry.id, review: told, item },
    reviewTitle: titleOf(told, plain),
    title: on === onDataset ? plain.say('desk.candidate.asked') : titleOn(on, told),
    says: saysOn(on, told),
    places: await Promise.all(places.slice(0, mostPlaces).map((place) => drawn(entry, review, place, evidence))),
    more: Math.max(0, places.length - mostPlaces),
    contradictions: contradictionsOn(on, seen, told, shell),
    aged: decisions.filter(
      (one) => one.on === on && one.state === 'ask-again' && isSamePerson(one.reviewer, person.name),
    ),
    own,
    others: othersOn(review, on, person.name),
    stand: standOf(on, review, person.name, rulesOf),
    entered: { answer: '', because: '', evidence: [] },
    next: next === null ? null : itemPath(next.review, next.on),
    before: before === null ? null : itemPath(before.review, before.on),
  };
};

/** Everything that the page of one review shows. */
export const reviewScene = async (
  entry: DeskEntry,
  person: DeskPerson,
  lang: string,
  { entries, shell }: SceneSources,
) => {
  const review = entry.target.read();
  const rulesOf = (one: Review) => countingRules(one, shell);
  const seen = asSeenBy(review, person.name, rulesOf);
  const { messages, tell } = await entries.language(lang);
  const [told = seen] = await tell([seen]);
  return {
    id: entry.id,
    review: told,
    title: titleOf(told, messages.marked(false)),
    items: (await entries.all(person.name, lang)).lines.filter((line) => line.review === entry.id),
    agreements: agreementsOf([review], person.name),
    isHidden: !isThrough(review, person.name),
    hasSigned: seen.people.reviewers.includes(person.name) || seen.people.submitter === person.name,
  };
};
