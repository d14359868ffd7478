import { isNonEmpty } from '../model/basics.ts';
import { type CriterionFinding, type Dossier, defineCheck, type Ground } from '../model/check.ts';
import { isCovered } from '../model/coverage.ts';
import { arrivedWell, madeUpLike, type Observation } from '../model/observation.ts';
import { isOfPart } from '../model/records.ts';
import { type ExistsAnswer, reasons } from './reasons/exists.ts';
import { samplesIn } from './samples.ts';
import {
  barriersOf,
  datasetOf,
  goneOf,
  isOurDefect,
  lookedAt,
  missingAt,
  nameOf,
  traceOf,
  traceWords,
  unseenOf,
} from './sight.ts';
import { lossOf } from './words.ts';

const idsOf = (findings: readonly CriterionFinding[]): readonly string[] => findings.map(({ id }) => id);

const placesOf = (findings: readonly CriterionFinding[]): readonly Ground[] => findings.flatMap(({ where }) => where);

/** What else was seen for a No: every reply that had to be, a dozen at most. */
const groundsOfCoverage = ({ coverage }: Dossier): readonly Ground[] =>
  [...new Set(coverage.items.flatMap(({ evidence }) => evidence ?? []))].slice(0, 12).map((evidence) => ({ evidence }));

const isThirdParty = (dossier: Dossier): boolean => {
  const seen = datasetOf(dossier).filter(arrivedWell);
  return seen.length > 0 && seen.every(({ official }) => official.verdict === 'third-party');
};

const byCriteria = (dossier: Dossier): ExistsAnswer => {
  if (isThirdParty(dossier)) return { outcome: 'unsure', reason: 'not-official', missing: lookedAt(dossier) };
  const required = dossier.criteria.findings.filter(({ required: isRequired, timely }) => isRequired && !timely);
  const [met, missed, open] = (['Yes', 'No', 'Unsure'] as const).map((answer) =>
    required.filter((one) => one.answer === answer),
  );
  const seen = datasetOf(dossier).filter(arrivedWell);
  const whole = seen.map(({ evidence }) => ({ evidence }));
  const { isDecided = false } = dossier.criteria;
  const doubt = levelDoubt(dossier);
  if (doubt !== null) return doubt;
  if (dossier.criteria.rule === 'met') {
    if (dossier.place !== null && !seen.some(({ official }) => official.verdict === 'official'))
      return { outcome: 'unsure', reason: 'publisher-unknown', missing: lookedAt(dossier) };
    const grounds = placesOf(met ?? []);
    const all = grounds.length > 0 ? grounds : whole;
    const samples = samplesIn(dossier);
    const inFiles = all.filter(({ evidence }) => seen.some((one) => one.evidence === evidence && one.kind === 'data'));
    const isSample = ({ evidence }: Ground): boolean => samples.some(({ file }) => file.evidence === evidence);
    if (samples[0] !== undefined && inFiles.length > 0 && inFiles.every(isSample))
      return { outcome: 'unsure', reason: 'sample-only', missing: all, detail: { quote: samples[0].sign.quote } };
    if (isNonEmpty(all) && isDecided) return { outcome: 'yes', reason: 'criteria-met-decided', grounds: all };
    if (isNonEmpty(all))
      return { outcome: 'yes', reason: 'criteria-met', grounds: all, detail: { criteria: idsOf(met ?? []) } };
  }
  const isOfficial = seen.some(({ official }) => official.verdict === 'official');
  const isAllSeen = dossier.coverage.scope === 'country' && isCovered(dossier.coverage);
  const isMissed = dossier.criteria.rule === 'missed' && isOfficial;
  if (isMissed && isDecided && dossier.coverage.scope === 'country' && isNonEmpty(whole))
    return { outcome: 'no', reason: 'criteria-missed-decided', grounds: whole };
  if (isMissed && isAllSeen) {
    const places = placesOf(missed ?? []);
    const grounds = [...(places.length > 0 ? places : whole), ...groundsOfCoverage(dossier)];
    if (isNonEmpty(grounds))
      return { outcome: 'no', reason: 'criteria-missed', grounds, detail: { criteria: idsOf(missed ?? []) } };
  }
  if (seen.length === 0) return byAbsence(dossier);
  if (isDecided && dossier.coverage.scope === 'country')
    return { outcome: 'unsure', reason: 'criteria-open-decided', missing: lookedAt(dossier) };
  if (dossier.criteria.rule === 'missed' && dossier.coverage.scope === 'address')
    return {
      outcome: 'unsure',
      reason: 'criteria-not-here',
      missing: lookedAt(dossier),
      detail: { criteria: idsOf(missed ?? []) },
    };
  return {
    outcome: 'unsure',
    reason: 'criteria-not-shown',
    missing: lookedAt(dossier),
    detail: { criteria: idsOf([...(missed ?? []), ...(open ?? [])]) },
  };
};

/** What stands at the head of the dataset: pages and records, not the files that hang on them. */
const headsOf = (dossier: Dossier): readonly Observation[] => {
  const dataset = datasetOf(dossier);
  const members = new Set<string>(dataset.map(({ evidence }) => evidence));
  return dataset.filter(({ via }) => via === null || !members.has(via));
};

/**
 * The data of a country comes from whoever acts for the country. What is of a part of it answers neither Yes nor No;
 * what nobody is known to stand behind answers no Yes, however much it shows.
 */
const levelDoubt = (dossier: Dossier): ExistsAnswer | null => {
  const heads = headsOf(dossier);
  const [head] = heads;
  if (dossier.place === null || head === undefined || dossier.criteria.extent !== null) return null;
  if (heads.some(({ provenance }) => provenance.level.verdict === 'national')) return null;
  const part = heads.find(({ provenance }) => isOfPart(provenance.level));
  const at = { missing: missingAt(heads), detail: { why: (part ?? head).provenance.level.because } };
  if (part !== undefined) return { outcome: 'unsure', reason: 'of-a-part', ...at };
  return dossier.criteria.rule === 'met' ? { outcome: 'unsure', reason: 'extent-not-shown', ...at } : null;
};

/** Nothing of the data was seen: which of the ways of not seeing it was. */
const byAbsence = (dossier: Dossier): ExistsAnswer => {
  const [unseen, gone, walls] = [unseenOf(dossier), goneOf(dossier), barriersOf(dossier)];
  if (walls[0] !== undefined)
    return {
      outcome: 'unsure',
      reason: 'behind-a-wall',
      missing: missingAt(walls),
      detail: { address: nameOf(walls[0]), kind: walls[0].kind ?? '' },
    };
  if (unseen[0] !== undefined && !datasetOf(dossier).some(arrivedWell)) {
    return {
      outcome: 'unsure',
      reason: isOurDefect(unseen[0]) ? 'reader-failed' : 'nothing-arrived',
      missing: missingAt(unseen),
      detail: { address: nameOf(unseen[0]), loss: lossOf(unseen[0].outcome) },
    };
  }
  if (gone[0] !== undefined)
    return {
      outcome: 'unsure',
      reason: madeUpLike(gone[0]) === null ? 'not-found' : 'same-as-made-up',
      missing: missingAt(gone),
      detail: { address: nameOf(gone[0]) },
    };
  const reason = dossier.observations.length === 0 ? 'no-address' : 'no-data-here';
  return { outcome: 'unsure', reason, missing: lookedAt(dossier) };
};

/**
 * Is there such data, from the government or whoever it charged with publishing it?
 *
 * With a category, its criteria decide, and who publishes counts. Without one, the address is asked what it shows: a
 * dataset, its description, or a place to query it. That an address is gone does not show that the data is.
 */
export default defineCheck<ExistsAnswer>({
  id: 'exists',
  version: 2,
  restsOnCriteria: true,
  question: 'Does the data exist?',
  rationale:
    'The data must come from an official source and hold what its category requires. That a place does not have it is said only after the responsible body’s own pages, the national catalogue’s hits and every file that they declare were seen whole; what was seen in part, or not at all, leaves it open, and one address alone never shows that the data does not exist. The data of a country is what somebody publishes who acts for the whole of it, or what shows by its own rows that it covers the whole: a town’s or a region’s data is neither the country’s nor a sign that the country has none.',
  sources: [
    'Global Open Data Index 2015, question “Does the data exist?”',
    'Global Open Data Index 2015, general rulings: only official sources count',
  ],
  reasons,
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
