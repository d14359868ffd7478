import { type Day, isNonEmpty } from '../model/basics.ts';
import { type Answer, type Dossier, defineCheck, type Ground } from '../model/check.ts';
import type { Calendar, NationalElection } from '../model/contest.ts';
import type { CoverageItem } from '../model/coverage.ts';
import type { Args, Sentence } from '../model/sentence.ts';
import { daysBetween, plus } from '../time/duration.ts';
import { type Code, reasons } from './reasons/up-to-date.ts';
import { samplesIn } from './samples.ts';
import { filesOf, groundsAt, groundsOf, lookedAt, sightings, traceOf, unseenFiles } from './sight.ts';
import { type DatedAt, dataDates, judgedOn, otherDates, rhythmOf } from './timing.ts';

/** Without a known rhythm: up to a quarter of a year is recent for any data, beyond a year and a half for hardly any. */
const recentDays = 92;
const staleDays = 548;

/** Ways of dating that speak of an edition or a state; values and coverage alone may be historical on purpose. */
const tellsOfUpkeep = new Set(['as-of', 'data-updated', 'file-name', 'title']);

/** A step of a series that is missing, and two more, before it counts as overdue. */
const steps = 3;

const groundOfDate = ({ at, fact }: DatedAt): Ground => ({
  evidence: at.evidence,
  part: fact.method,
  quote: fact.quote,
});

/** The names of files carry a year where they carry a date at all; what is dated by its name was counted by it. */
const isUndated = ({ url, name }: CoverageItem): boolean => !/(?<!\d)(?:1[3-9]|20|25)\d{2}/.test(`${name} ${url}`);

interface Judged {
  readonly dossier: Dossier;
  readonly dates: readonly DatedAt[];
  readonly newest: DatedAt;
  readonly on: Day;
}

/** A period that has not ended yet, such as a year's number in a title, only tells that the data is no older than its beginning. */
const newestState = ({ newest: { fact }, on }: Judged): string | Sentence => {
  if (fact.to <= on) return fact.to;
  return fact.from === null || fact.from > on ? on : { reason: 'or-later', args: { day: fact.from } };
};

const detailOf = (judged: Judged): Args => ({
  newest: newestState(judged),
  method: judged.newest.fact.method,
  day: judged.on,
});

const answer = (outcome: 'yes' | 'no', reason: Code, judged: Judged, more: Args = {}): Answer<Code> => ({
  outcome,
  reason,
  grounds: [groundOfDate(judged.newest)],
  detail: { ...detailOf(judged), ...more },
});

const unsure = (reason: Code, judged: Judged, more: Args = {}): Answer<Code> => ({
  outcome: 'unsure',
  reason,
  missing: [groundOfDate(judged.newest)],
  detail: { ...detailOf(judged), ...more },
});

/**
 * Too old, as far as the dates go that were seen. A date in the life of what a row is about says how old that is, not the
 * data; and a file that was not seen and bears no date of its own may be newer than all that was.
 */
const tooOld = (reason: 'overdue' | 'event-missing' | 'stale', judged: Judged, more: Args = {}): Answer<Code> => {
  if (judged.newest.fact.method === 'life-dates') return unsure('only-life-dates', judged);
  return unseenFiles(judged.dossier).some(isUndated)
    ? unsure('newer-unseen', judged)
    : answer('no', reason, judged, more);
};

/** Editions that follow one another so much more slowly than is asked for are no rhythm of that kind. */
const slowerBy = 1.6;

/** Do its editions follow one another more slowly than they should? Then the newest may be young by chance alone. */
const isSlower = ({ dossier: { editionsApart = 0 }, newest, on }: Judged, every: string): boolean =>
  editionsApart > daysBetween(on, plus(on, every)) * slowerBy && newest.fact.to <= on;

/** Is the newest state younger than a rhythm and its grace allow? */
const byRhythm = (judged: Judged, every: string, grace: string): Answer<Code> => {
  const due = plus(plus(judged.newest.fact.to, every), grace);
  if (due >= judged.on && isSlower(judged, every)) {
    const apart: Sentence = { reason: 'days-apart', args: { count: judged.dossier.editionsApart ?? 0 } };
    return unsure('slower-editions', judged, { every, apart });
  }
  return due >= judged.on ? answer('yes', 'within-cycle', judged, { every }) : tooOld('overdue', judged, { every });
};

/** The newest of some elections, the one that ended last. */
const newestOf = (elections: readonly NationalElection[]): NationalElection | undefined =>
  [...elections].sort((one, other) => (one.to < other.to ? 1 : one.to > other.to ? -1 : 0))[0];

const dayOf = ({ from, to }: NationalElection): Day => (from === to ? to : `${from} to ${to}`);

const eventOf = (election: NationalElection): Args => ({ event: dayOf(election), contest: election.name });

/** The first round of an election is data of that election. */
const reaches = ({ newest }: Judged, { from }: NationalElection): boolean => newest.fact.to >= from;

/** What is known of the elections up to the day of judgement. */
const electionsUpTo = ({ dossier, on }: Judged): Calendar => {
  const { held, due, knownFrom } = dossier.place?.elections ?? { held: [], due: [], knownFrom: null };
  const isPast = ({ to }: NationalElection): boolean => to <= on;
  return { held: held.filter(isPast), due: due.filter(isPast), knownFrom };
};

/** No other election was held up to that day than those that are known: none is left out before the newest one. */
const isKnownUpTo = ({ knownFrom }: Calendar, { from }: NationalElection): boolean =>
  knownFrom !== null && knownFrom <= from;

/**
 * Does the data reach to the newest national election that it is due for? One that was held and whose grace is over decides
 * both ways. One that was only due can be shown to have been held, by data of it; that it is missing shows nothing.
 */
const byElection = (judged: Judged, grace: string): Answer<Code> => {
  const calendar = electionsUpTo(judged);
  const isOver = ({ to }: NationalElection): boolean => plus(to, grace) < judged.on;
  const newest = newestOf([...calendar.held, ...calendar.due]);
  if (newest !== undefined && reaches(judged, newest) && isKnownUpTo(calendar, newest))
    return answer('yes', 'covers-event', judged, eventOf(newest));
  const expected = newestOf(calendar.held.filter(isOver));
  if (expected === undefined) return unsure('event-unknown', judged);
  if (!reaches(judged, expected)) return tooOld('event-missing', judged, eventOf(expected));
  const overdue = newestOf(calendar.due.filter((due) => isOver(due) && !reaches(judged, due)));
  if (overdue !== undefined) return unsure('event-due', judged, eventOf(overdue));
  return isKnownUpTo(calendar, expected)
    ? answer('yes', 'within-grace', judged, { ...eventOf(expected), grace })
    : unsure('event-unknown', judged);
};

/** A rhythm that a catalogue declares, as an ISO 8601 duration. */
const declaredRhythm = (dossier: Dossier): string | null => {
  const values = sightings(dossier, 'updates-every').map(({ sign }) => sign.value ?? '');
  return values.find((value) => value.startsWith('P')) ?? null;
};

const bySeries = (judged: Judged): Answer<Code> | null => {
  const rhythm = rhythmOf(judged.dates, judged.newest);
  if (rhythm === null || rhythm === 0) return null;
  const late = daysBetween(judged.newest.fact.to, judged.on) > rhythm * steps + 31;
  return late ? tooOld('overdue', judged, { every: { reason: 'days-by-files', args: { count: rhythm } } }) : null;
};

const byAge = (judged: Judged): Answer<Code> => {
  const age = daysBetween(judged.newest.fact.to, judged.on);
  if (age <= recentDays) return answer('yes', 'recent', judged);
  return age > staleDays && tellsOfUpkeep.has(judged.newest.fact.method)
    ? tooOld('stale', judged)
    : unsure('rhythm-unknown', judged);
};

const byDate = (judged: Judged): Answer<Code> => {
  const cycle = judged.dossier.category?.cycle;
  if (cycle?.per) return byElection(judged, cycle.grace);
  if (cycle?.every) return byRhythm(judged, cycle.every, cycle.grace);
  const declared = declaredRhythm(judged.dossier);
  const recent = byAge(judged);
  if (declared === null || recent.reason === 'recent') return bySeries(judged) ?? recent;
  const kept = byRhythm(judged, declared, declared);
  // A dataset with a year in its own title is an edition: that it is no newer is what it says of itself.
  const isEdition = judged.newest.fact.method === 'edition';
  return kept.outcome === 'no' && isEdition ? unsure('rhythm-unknown', judged) : kept;
};

const withoutDate = (dossier: Dossier): Answer<Code> => {
  const files = filesOf(dossier);
  const others = otherDates(dossier);
  // What is a part by its own words, a page of many or a sample, tells nothing of the dates of the rest.
  const isPart = sightings(dossier, 'paged').length > 0 || samplesIn(dossier).length > 0;
  const isWhole =
    !isPart && unseenFiles(dossier).length === 0 && files.every(({ inspection }) => inspection?.complete === true);
  if (isNonEmpty(files) && isWhole && others.length === 0 && dossier.category !== null)
    return { outcome: 'no', reason: 'no-date', grounds: groundsAt(files) };
  return others.length > 0
    ? { outcome: 'unsure', reason: 'only-other-dates', missing: others.slice(0, 6).map(groundOfDate) }
    : { outcome: 'unsure', reason: 'date-not-shown', missing: lookedAt(dossier) };
};

/**
 * Is the newest state of the data as young as it should be?
 *
 * Only dates of the data count: its values, its coverage, its titles and files. A record that was touched yesterday can
 * describe figures of last year. It is judged on the day it was seen, against the cycle of its category, else against the
 * rhythm its catalogue declares or its files show, else by its age alone.
 */
export default defineCheck<Answer<Code>>({
  id: 'uptodate',
  version: 4,
  question: 'Is the data provided on a timely and up to date basis?',
  rationale:
    'Data is up to date when its newest state is no older than its cycle and a grace allow on the day it was seen. By the ruling of 2015 a date that cannot be determined means no; that holds here only where the data was seen whole and carries none, since not having seen a date is our own failure.',
  sources: [
    'Global Open Data Index 2015, question “Is the data provided on a timely and up to date basis?”',
    'Global Open Data Index 2015, general rulings: undeterminable date means not up to date',
  ],
  reasons,
  decide(dossier) {
    if (traceOf(dossier) === null) return { outcome: 'unsure', reason: 'date-not-shown', missing: lookedAt(dossier) };
    const ended = sightings(dossier, 'discontinued');
    if (isNonEmpty(ended)) {
      return {
        outcome: 'no',
        reason: 'discontinued',
        grounds: groundsOf(ended),
        detail: { quote: ended[0].sign.quote },
      };
    }
    const dates = dataDates(dossier);
    const [newest] = dates;
    const current = sightings(dossier, 'always-current');
    // What the publisher says of the data weighs more than a year in the name of some file beside it.
    const isNamedOnly = newest === undefined || ['file-name', 'title', 'edition'].includes(newest.fact.method);
    if (isNonEmpty(current) && isNamedOnly) {
      return {
        outcome: 'yes',
        reason: 'says-current',
        grounds: groundsOf(current),
        detail: { quote: current[0].sign.quote },
      };
    }
    if (newest === undefined) return withoutDate(dossier);
    const on = judgedOn(newest.at, dossier.asOf);
    if (on === null) {
      return {
        outcome: 'unsure',
        reason: 'capture-day-unknown',
        missing: [groundOfDate(newest)],
        detail: { newest: newest.fact.to },
      };
    }
    return byDate({ dossier, dates, newest, on });
  },
});
