import type { Proof } from '../../model/diff.ts';
import { type Review, type ReviewAnswer, standingAnswer, type Verdict } from '../../model/review.ts';
import type { AnswerInReview, Case, FoundCause } from './case.ts';
import { citedBy, type EvidenceChange, evidenceChange } from './evidence.ts';

/*
 * Why two audits differ. Evidence is kept with its digest, rules with their version; and where the archives are at hand,
 * the old evidence is judged by the rules of today.
 */

const found = (cause: FoundCause['cause'], says: string, proof: Proof): FoundCause => ({ cause, says, proof });

const criteriaOf = ({ criteria }: Review): string =>
  JSON.stringify(criteria.map(({ id, required, answer }) => [id, required, answer]));

const criteriaAsked = ({ criteria }: Review): string =>
  JSON.stringify(criteria.filter(({ required }) => required).map(({ id }) => id));

/** Criteria are listed where there was something to hold against them: a review without any tells nothing of them. */
const isAskedOtherwise = (before: Review, after: Review): boolean =>
  before.criteria.length > 0 && after.criteria.length > 0 && criteriaAsked(before) !== criteriaAsked(after);

/** A digest that one side lacks tells nothing. */
const isOtherFact = (fact: 'place' | 'category', before: Review, after: Review): boolean => {
  const [old, fresh] = [before.facts?.[fact] ?? null, after.facts?.[fact] ?? null];
  return old !== null && fresh !== null && old !== fresh;
};

/** What of the way of judging can be another. */
type Method = 'edition' | 'rule' | 'criteria' | 'facts';

/** What of the method is another, by all that two judgements record of it; undefined where all of it is the same. */
const methodOf = (before: AnswerInReview, after: AnswerInReview, { editions }: Case): Method | undefined => {
  if (editions.before !== editions.after) return 'edition';
  if (before.answer.rule.version !== after.answer.rule.version) return 'rule';
  if (isAskedOtherwise(before.review, after.review)) return 'criteria';
  if (isOtherFact('category', before.review, after.review)) return 'criteria';
  return isOtherFact('place', before.review, after.review) ? 'facts' : undefined;
};

const toldMethod = (method: Method, before: AnswerInReview, after: AnswerInReview, { editions }: Case): string => {
  const { id, version } = after.answer.rule;
  switch (method) {
    case 'edition':
      return `by ${editions.after} instead of ${editions.before}`;
    case 'rule':
      return `by version ${version} of the rule “${id}” instead of version ${before.answer.rule.version}`;
    case 'criteria':
      return 'by the criteria of the category as they are now';
    case 'facts':
      return 'by what is known of the place now';
  }
};

/**
 * Can what differs in the method have changed this answer, whatever the evidence? Facts are corrected all the time, and
 * an edition may put a question as the one before did: evidence that changed explains the answer all the same.
 */
const mayMatter = (method: Method | undefined): boolean =>
  method === 'edition' || method === 'rule' || method === 'criteria';

/** Rules that could have judged both sides alike: what one of them made of its own evidence, the other would have. */
export const areAlike = (given: Case): boolean => {
  const { before, after, redefined, isAskedAlike } = given;
  return (
    isAskedAlike &&
    redefined === null &&
    before.answer.rule.version === after.answer.rule.version &&
    !isAskedOtherwise(before.review, after.review)
  );
};

const weightOf = (answer: Verdict): number => (answer === 'Yes' ? 1 : 0);

/** The old evidence judged by the rules of today: parts a change of rules from a change of the world. */
const byOldEvidence = (given: Case, change: EvidenceChange): FoundCause | undefined => {
  const { before, after, rejudged, renewed } = given;
  if (rejudged === null) return undefined;
  const [was, is, would] = [before.answer.answer, (renewed ?? after).answer.answer, rejudged.answer.answer];
  if (would === was) return byWorld(change, given, 'rejudged') ?? byAge(given);
  const method =
    methodOf(before, rejudged, given) ??
    (criteriaOf(before.review) === criteriaOf(rejudged.review) ? 'rule' : 'criteria');
  const told = toldMethod(method, before, rejudged, given);
  if (would === is) return found(method, `The old evidence, judged ${told}, gives the new answer.`, 'rejudged');
  const world = byWorld(change, given, 'rejudged');
  const both = `The method and the evidence changed: the old evidence, judged ${told}, gives ${would}`;
  const isWorldsDoing = world !== undefined && weightOf(would) !== weightOf(is);
  return isWorldsDoing ? { ...world, says: `${both}. ${world.says}` } : found(method, `${both}.`, 'rejudged');
};

const addresses = (review: Review, answer: ReviewAnswer): string =>
  citedBy(review, answer)
    .map(({ url }) => url)
    .slice(0, 2)
    .join(' and ') || 'no address';

const isAboutLicence = ({ checks }: Case): boolean => checks.includes('openlicense');

const elsewhere = ({ before, after }: Case): string =>
  `It was judged by ${addresses(after.review, after.answer)}; before, by ${addresses(before.review, before.answer)}.`;

const byContent = (given: Case, url: string, proof: Proof): FoundCause => {
  if (isAboutLicence(given))
    return found('licence', `What ${url} says of the licence is not what it said before.`, proof);
  const verdicts = [given.before, given.after].map(({ answer }) => standingAnswer(answer));
  const isBarred = given.checks.some((check) => check === 'free' || check === 'public') && verdicts.includes('No');
  return isBarred
    ? found('access', `${url} says something else than before on what the data costs or who may have it.`, proof)
    : found('data', `${url} gives other content than before.`, proof);
};

const choseData = ({ candidates }: Review): boolean => candidates.some(({ chosen }) => chosen);

/** What the evidence shows of the world: its publisher's doing, or only our failure to see it. */
const byWorld = (change: EvidenceChange, given: Case, proof: Proof): FoundCause | undefined => {
  const { before, after } = given;
  switch (change.kind) {
    case 'unseen': {
      const [first] = change.at;
      const side = change.isNow ? after.review : before.review;
      const why = first?.because ?? (first?.status == null ? 'no reply' : `status ${first.status}`);
      return found(
        'unseen',
        `As of ${side.asOf} ${first?.url} was not seen (${first?.kind ?? why}): only we failed to see it, nothing tells that it changed.`,
        proof,
      );
    }
    case 'access': {
      const [old, fresh] = change.pair;
      if (isAboutLicence(given) && change.pair.some(({ kind }) => kind === 'licence')) {
        return found('licence', `${old.url}, where the terms were read, gives them on one side only.`, proof);
      }
      return found(
        'access',
        `${old.url} gave ${old.kind ?? 'a reply'} (${old.status}) before, and gives ${fresh.kind ?? 'a reply'} (${fresh.status}) now.`,
        proof,
      );
    }
    case 'redirect': {
      const [old, fresh] = change.pair;
      return found('url', `${fresh.url} is answered by ${fresh.finalUrl} now, by ${old.finalUrl} before.`, proof);
    }
    case 'content':
      return byContent(given, change.pair[1].url, proof);
    case 'elsewhere':
      return found('url', elsewhere(given), proof);
    case 'other':
      if (!choseData(before.review) || !choseData(after.review)) return found('url', elsewhere(given), proof);
      return isAboutLicence(given)
        ? found(
            'licence',
            `The licence is read at ${addresses(after.review, after.answer)} now, at ${addresses(before.review, before.answer)} before.`,
            proof,
          )
        : found('data', `The same address offers other files: ${elsewhere(given)}`, proof);
    case 'same':
    case 'nothing':
      return undefined;
  }
};

/** The evidence is the same, and so are the rules: what else is another? */
const byAge = ({ before, after, aged }: Case): FoundCause => {
  if (before.review.asOf === after.review.asOf) {
    return found('unknown', 'Evidence, rule and day are the same; the answers still differ.', 'none');
  }
  const days = `judged on ${before.review.asOf} and on ${after.review.asOf}`;
  return aged !== null && aged.answer.answer === after.answer.answer
    ? found('time', `The old evidence, judged again as of ${after.review.asOf}, gives the new answer.`, 'rejudged')
    : found('time', `The evidence is the same; it was ${days}.`, 'recorded');
};

/** A criterion that only one side asks for, and that decides there. */
const newlyAsked = ({ before, after, checks }: Case): FoundCause | undefined => {
  if (!checks.includes('exists')) return undefined;
  const askedBefore = new Set(before.review.criteria.filter(({ required }) => required).map(({ id }) => id));
  const decisive = after.review.criteria.filter(({ required, answer }) => required && answer !== 'Yes');
  const isAllNew =
    before.review.criteria.length > 0 && decisive.length > 0 && decisive.every(({ id }) => !askedBefore.has(id));
  return isAllNew && standingAnswer(before.answer) === 'Yes'
    ? found(
        'criteria',
        `What is missing was not asked for before: ${decisive.map(({ label }) => `“${label}”`).join(', ')}.`,
        'recorded',
      )
    : undefined;
};

/** By what the two reviews record, where no archive is at hand. */
const byRecord = (given: Case, change: EvidenceChange): FoundCause => {
  const { before, after } = given;
  const method = methodOf(before, after, given);
  if (change.kind === 'unseen') return byWorld(change, given, 'recorded') ?? byAge(given);
  if (change.kind === 'same') {
    return method === undefined
      ? byAge(given)
      : found(
          method,
          `The evidence is the same to the byte; it was judged ${toldMethod(method, before, after, given)}.`,
          'recorded',
        );
  }
  if (mayMatter(method) && !areAlike(given)) {
    const says = 'Evidence and rules both changed, and the old evidence is not at hand to be judged again.';
    return newlyAsked(given) ?? (change.kind === 'nothing' ? withoutEvidence(given) : found('unknown', says, 'none'));
  }
  return byWorld(change, given, 'recorded') ?? withoutEvidence(given);
};

const withoutEvidence = ({ redefined, editions, checks }: Case): FoundCause =>
  redefined !== null && checks.includes('exists')
    ? found('criteria', `${editions.after} asks something else of the category than ${editions.before}.`, 'recorded')
    : found('unknown', 'No evidence was kept that would tell.', 'none');

/** Why the answers of two audits differ. */
export const auditedCause = (given: Case): FoundCause => {
  const change = evidenceChange(given.before, given.after);
  return byOldEvidence(given, change) ?? byRecord(given, change);
};
