import { type Day, isNonEmpty } from '../model/basics.ts';
import { type Answer, type Detail, type Dossier, defineCheck, type Ground } from '../model/check.ts';
import { daysBetween, plus } from './duration.ts';
import { filesOf, groundsAt, groundsOf, lookedAt, sightings, traceOf } from './sight.ts';
import { type DatedAt, dataDates, judgedOn, otherDates, rhythmOf } from './timing.ts';

type Reason =
  | 'within-cycle'
  | 'overdue'
  | 'covers-event'
  | 'event-missing'
  | 'says-current'
  | 'recent'
  | 'stale'
  | 'discontinued'
  | 'no-date'
  | 'date-not-shown'
  | 'only-other-dates'
  | 'capture-day-unknown'
  | 'rhythm-unknown'
  | 'event-unknown';

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

interface Judged {
  readonly dossier: Dossier;
  readonly dates: readonly DatedAt[];
  readonly newest: DatedAt;
  readonly on: Day;
}

const detailOf = ({ newest, on }: Judged): Detail => ({
  newest: newest.fact.to < on ? newest.fact.to : on,
  method: newest.fact.method,
  day: on,
});

const answer = (outcome: 'yes' | 'no', reason: Reason, judged: Judged, more: Detail = {}): Answer<Reason> => ({
  outcome,
  reason,
  grounds: [groundOfDate(judged.newest)],
  detail: { ...detailOf(judged), ...more },
});

const unsure = (reason: Reason, judged: Judged): Answer<Reason> => ({
  outcome: 'unsure',
  reason,
  missing: [groundOfDate(judged.newest)],
  detail: detailOf(judged),
});

/** Is the newest state younger than a rhythm and its grace allow? */
const byRhythm = (judged: Judged, every: string, grace: string): Answer<Reason> => {
  const due = plus(plus(judged.newest.fact.to, every), grace);
  return due >= judged.on
    ? answer('yes', 'within-cycle', judged, { every })
    : answer('no', 'overdue', judged, { every });
};

const byEvent = (judged: Judged, per: string, grace: string): Answer<Reason> => {
  const event = judged.dossier.place?.facts[per];
  if (typeof event !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(event)) return unsure('event-unknown', judged);
  if (judged.newest.fact.to >= event || event > judged.on) return answer('yes', 'covers-event', judged, { event });
  return plus(event, grace) < judged.on
    ? answer('no', 'event-missing', judged, { event })
    : unsure('event-unknown', judged);
};

/** A rhythm that a catalogue declares, as an ISO 8601 duration. */
const declaredRhythm = (dossier: Dossier): string | null => {
  const values = sightings(dossier, 'updates-every').map(({ sign }) => sign.value ?? '');
  return values.find((value) => value.startsWith('P')) ?? null;
};

const bySeries = (judged: Judged): Answer<Reason> | null => {
  const rhythm = rhythmOf(judged.dates, judged.newest);
  if (rhythm === null || rhythm === 0) return null;
  const late = daysBetween(judged.newest.fact.to, judged.on) > rhythm * steps + 31;
  return late ? answer('no', 'overdue', judged, { every: `${rhythm} days, by the files there are` }) : null;
};

const byAge = (judged: Judged): Answer<Reason> => {
  const age = daysBetween(judged.newest.fact.to, judged.on);
  if (age <= recentDays) return answer('yes', 'recent', judged);
  return age > staleDays && tellsOfUpkeep.has(judged.newest.fact.method)
    ? answer('no', 'stale', judged)
    : unsure('rhythm-unknown', judged);
};

const byDate = (judged: Judged): Answer<Reason> => {
  const cycle = judged.dossier.category?.cycle;
  if (cycle?.per) return byEvent(judged, cycle.per, cycle.grace);
  if (cycle?.every) return byRhythm(judged, cycle.every, cycle.grace);
  const declared = declaredRhythm(judged.dossier);
  const recent = byAge(judged);
  if (declared === null || recent.reason === 'recent') return bySeries(judged) ?? recent;
  const kept = byRhythm(judged, declared, declared);
  // A dataset with a year in its own title is an edition: that it is no newer is what it says of itself.
  const isEdition = judged.newest.fact.method === 'edition';
  return kept.outcome === 'no' && isEdition ? unsure('rhythm-unknown', judged) : kept;
};

const withoutDate = (dossier: Dossier): Answer<Reason> => {
  const files = filesOf(dossier);
  const others = otherDates(dossier);
  const isWhole = files.every(({ inspection }) => inspection?.complete === true);
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
export default defineCheck<Reason>({
  id: 'uptodate',
  version: 1,
  question: 'Is the data provided on a timely and up to date basis?',
  rationale:
    'Data is up to date when its newest state is no older than its cycle and a grace allow on the day it was seen. By the ruling of 2015 a date that cannot be determined means no; that holds here only where the data was seen whole and carries none, since not having seen a date is our own failure.',
  sources: [
    'Global Open Data Index 2015, question “Is the data provided on a timely and up to date basis?”',
    'Global Open Data Index 2015, general rulings: undeterminable date means not up to date',
  ],
  reasons: {
    'within-cycle': {
      says: 'The newest data is of {newest}, within its rhythm ({every}) on {day}.',
      example: 'Monthly figures, six weeks old',
      changes: 'The next state does not appear in time.',
      confidence: 'high',
    },
    overdue: {
      says: 'The newest data is of {newest}, too old for its rhythm ({every}) on {day}.',
      example: 'Monthly files that stop fifteen months ago',
      changes: 'Newer data is published.',
      confidence: 'high',
      improve: 'Publish the states that are missing since {newest}',
    },
    'covers-event': {
      says: 'The data reaches to {newest} and covers the event it is due for ({event}).',
      example: 'Results of the latest national election',
      changes: 'The next event passes without data.',
      confidence: 'high',
    },
    'event-missing': {
      says: 'The newest data is of {newest}; the event of {event} is missing on {day}.',
      example: 'Results of the election before the last',
      changes: 'The data of the latest event is published.',
      confidence: 'medium',
      improve: 'Publish the data of the event of {event}',
    },
    'says-current': {
      says: 'The publisher says that the data is current: “{quote}”.',
      example: '“available up to yesterday’s date”',
      changes: 'The data is seen to be older.',
      confidence: 'low',
    },
    recent: {
      says: 'The newest data is of {newest}, recent for any rhythm on {day}.',
      example: 'A list as of last week',
      changes: 'No newer state appears.',
      confidence: 'medium',
    },
    stale: {
      says: 'The newest data is of {newest}, more than a year and a half before {day}.',
      example: 'A file of August 2012, seen in March 2014',
      changes: 'Newer data is published, or the publisher says that it is complete.',
      confidence: 'low',
      improve: 'Publish a newer state of the data, or say how often it is brought up to date',
    },
    discontinued: {
      says: 'The publisher says that it is no longer brought up to date: “{quote}”.',
      example: '“will not be updated after December 2014”',
      changes: 'Updates resume.',
      confidence: 'high',
      improve: 'Resume the updates, or link the data that took its place',
    },
    'no-date': {
      says: 'The data was seen whole and carries no date, nor does anything around it; by the ruling of 2015 it does not count as up to date.',
      example: 'A table without any year',
      changes: 'The data says which time it is of.',
      confidence: 'medium',
      improve: 'Say in the data which time it is of',
    },
    'date-not-shown': {
      says: 'No date of the data was seen, and not everything could be seen.',
      example: 'A dead link; a page without dates',
      changes: 'The data is seen.',
      confidence: 'high',
      improve: 'Say beside the data which time it is of and when it was last brought up to date',
    },
    'only-other-dates': {
      says: 'Only dates of the record, the page or the copy were seen; they do not say how old the data is.',
      example: 'metadata_modified; Last-Modified',
      changes: 'A date of the data itself is seen.',
      confidence: 'medium',
      improve: 'Say in the title or the data which time it is of',
    },
    'capture-day-unknown': {
      says: 'The newest data seen is of {newest}, but the recording does not tell when it was true.',
      example: 'A file of an archive whose replies carry no Date',
      changes: 'The address is asked again.',
      confidence: 'high',
    },
    'rhythm-unknown': {
      says: 'The newest data is of {newest}; how often it should be brought up to date is not known, so on {day} this cannot be told.',
      example: 'A dataset of last year without a declared frequency',
      changes: 'The publisher declares how often it is updated.',
      confidence: 'medium',
      improve: 'Declare how often the data is brought up to date',
    },
    'event-unknown': {
      says: 'The newest data is of {newest}; whether an event has passed since, or its data is due already, is not known.',
      example: 'A place whose last election is not in its file',
      changes: 'The date of the event is known.',
      confidence: 'medium',
      improve: 'Publish the data of the latest event',
    },
  },
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
