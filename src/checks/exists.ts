import { isNonEmpty } from '../model/basics.ts';
import { type Answer, type CriterionFinding, type Dossier, defineCheck, type Ground } from '../model/check.ts';
import {
  allWalls,
  arrived,
  datasetOf,
  goneOf,
  kindName,
  lookedAt,
  lossOf,
  missingAt,
  nameOf,
  traceOf,
  traceWords,
  unseenOf,
} from './sight.ts';

type Reason =
  | 'criteria-met'
  | 'criteria-missed'
  | 'criteria-not-shown'
  | 'data-seen'
  | 'data-described'
  | 'not-official'
  | 'not-found'
  | 'behind-a-wall'
  | 'nothing-arrived'
  | 'no-data-here';

const named = (findings: readonly CriterionFinding[]): string =>
  findings.map(({ label }) => label).join(', ') || 'the required criteria';

const placesOf = (findings: readonly CriterionFinding[]): readonly Ground[] => findings.flatMap(({ where }) => where);

const isThirdParty = (dossier: Dossier): boolean => {
  const seen = datasetOf(dossier).filter(arrived);
  return seen.length > 0 && seen.every(({ official }) => official.verdict === 'third-party');
};

const byCriteria = (dossier: Dossier): Answer<Reason> => {
  if (isThirdParty(dossier)) return { outcome: 'unsure', reason: 'not-official', missing: lookedAt(dossier) };
  const required = dossier.criteria.findings.filter(({ required: isRequired }) => isRequired);
  const [met, missed, open] = (['Yes', 'No', 'Unsure'] as const).map((answer) =>
    required.filter((one) => one.answer === answer),
  );
  const seen = datasetOf(dossier).filter(arrived);
  const whole = seen.map(({ evidence }) => ({ evidence }));
  if (dossier.criteria.rule === 'met') {
    const grounds = placesOf(met ?? []);
    const all = grounds.length > 0 ? grounds : whole;
    if (isNonEmpty(all))
      return { outcome: 'yes', reason: 'criteria-met', grounds: all, detail: { criteria: named(met ?? []) } };
  }
  const isOfficial = seen.some(({ official }) => official.verdict === 'official');
  if (dossier.criteria.rule === 'missed' && isOfficial) {
    const places = placesOf(missed ?? []);
    const grounds = places.length > 0 ? places : whole;
    if (isNonEmpty(grounds))
      return { outcome: 'no', reason: 'criteria-missed', grounds, detail: { criteria: named(missed ?? []) } };
  }
  if (seen.length === 0) return byAbsence(dossier);
  return {
    outcome: 'unsure',
    reason: 'criteria-not-shown',
    missing: lookedAt(dossier),
    detail: { criteria: named([...(missed ?? []), ...(open ?? [])]) },
  };
};

/** Nothing of the data was seen: which of the ways of not seeing it was. */
const byAbsence = (dossier: Dossier): Answer<Reason> => {
  const [unseen, gone, walls] = [unseenOf(dossier), goneOf(dossier), allWalls(dossier)];
  if (walls[0] !== undefined)
    return {
      outcome: 'unsure',
      reason: 'behind-a-wall',
      missing: missingAt(walls),
      detail: { address: nameOf(walls[0]), kind: kindName(walls[0]) },
    };
  if (unseen[0] !== undefined && !datasetOf(dossier).some(arrived)) {
    return {
      outcome: 'unsure',
      reason: 'nothing-arrived',
      missing: missingAt(unseen),
      detail: { address: nameOf(unseen[0]), why: lossOf(unseen[0]) },
    };
  }
  if (gone[0] !== undefined)
    return { outcome: 'unsure', reason: 'not-found', missing: missingAt(gone), detail: { address: nameOf(gone[0]) } };
  return { outcome: 'unsure', reason: 'no-data-here', missing: lookedAt(dossier) };
};

/**
 * Is there such data, from the government or whoever it charged with publishing it?
 *
 * With a category, its criteria decide, and who publishes counts. Without one, the address is asked what it shows: a
 * dataset, its description, or a place to query it. That an address is gone does not show that the data is.
 */
export default defineCheck<Reason>({
  id: 'exists',
  version: 1,
  question: 'Does the data exist?',
  rationale:
    'The data must come from an official source and hold what its category requires. What an official source offers and was seen whole can show that a criterion is missed; what was seen in part, or not at all, only leaves it open.',
  sources: [
    'Global Open Data Index 2015, question “Does the data exist?”',
    'Global Open Data Index 2015, general rulings: only official sources count',
  ],
  reasons: {
    'criteria-met': {
      says: 'The official source shows what the category requires: {criteria}.',
      example: 'Results by polling station with registered voters and invalid votes',
      changes: 'The source drops one of the required criteria.',
      confidence: 'high',
    },
    'criteria-missed': {
      says: 'Everything the official source offers was seen, and it lacks: {criteria}.',
      example: 'Results by constituency only, where polling stations are required',
      changes: 'A file appears that holds what is missing.',
      confidence: 'medium',
      improve: 'Publish the data with {criteria}',
    },
    'criteria-not-shown': {
      says: 'What could be seen does not show: {criteria}. Not everything could be seen, so this stays open.',
      example: 'A ministry page names winners and seats; the portal could not be reached',
      changes: 'A file that shows the criteria, or a source that can be seen whole.',
      confidence: 'medium',
      improve: 'Publish the data with {criteria}, at an address that answers',
    },
    'data-seen': {
      says: 'The data itself is served: {what}.',
      example: 'A CSV with rows',
      changes: 'The address stops serving it.',
      confidence: 'high',
    },
    'data-described': {
      says: 'An official place describes or offers the data: {what}.',
      example: 'A catalogue record with files; a form to query a register',
      changes: 'The description goes away, or proves to be of something else.',
      confidence: 'medium',
    },
    'not-official': {
      says: 'Only third parties were seen to publish it, and nothing shows that the government charged them to.',
      example: 'A newspaper’s table of results',
      changes: 'An official source, or a statement that the publisher acts for the government.',
      confidence: 'medium',
      improve: 'Publish the data at an official address, or state there who publishes it on behalf of the government',
    },
    'not-found': {
      says: '{address} answers that there is nothing, which does not show that the data does not exist elsewhere.',
      example: 'A dead link',
      changes: 'The data is found at another address.',
      confidence: 'high',
      improve: 'Serve the data at the address that is known for it, or redirect from there',
    },
    'behind-a-wall': {
      says: '{address} is {kind} and shows nothing of what lies behind it.',
      example: 'A log-in page',
      changes: 'What lies behind the wall is described in front of it.',
      confidence: 'medium',
      improve: 'Describe the data where everyone can read it',
    },
    'nothing-arrived': {
      says: 'Nothing could be seen at {address} ({why}).',
      example: 'A server that does not answer',
      changes: 'The address answers.',
      confidence: 'high',
      improve: 'Serve the data at an address that answers programs as well as people',
    },
    'no-data-here': {
      says: 'What arrived neither holds nor describes data.',
      example: 'The home page of an authority',
      changes: 'A page of the dataset itself is named.',
      confidence: 'medium',
      improve: 'Give the dataset a page that describes it and links its files',
    },
  },
  decide(dossier) {
    if (dossier.criteria.rule !== 'none') return byCriteria(dossier);
    const trace = traceOf(dossier);
    if (trace === null) return byAbsence(dossier);
    const isServed = trace.how === 'file' || trace.how === 'rows';
    return {
      outcome: 'yes',
      reason: isServed ? 'data-seen' : 'data-described',
      grounds: trace.grounds,
      detail: { what: traceWords(trace, dossier) },
    };
  },
});
