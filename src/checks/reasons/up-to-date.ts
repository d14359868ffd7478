import type { Reason } from '../../model/check.ts';

/** What “Is the data provided on a timely and up to date basis?” can be answered with, and why. */
export const reasons = {
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
    says: 'The data reaches to {newest} and covers the newest national election, of {event} ({contest}).',
    example: 'Results of the latest national election',
    changes: 'The next event passes without data.',
    confidence: 'high',
  },
  'event-missing': {
    says: 'The newest data is of {newest}; the national election of {event} ({contest}) is missing on {day}.',
    example: 'Results of the election before the last',
    changes: 'The data of the latest event is published.',
    confidence: 'medium',
    improve: 'Publish the data of the election of {event} ({contest})',
  },
  'within-grace': {
    says: 'The newest data is of {newest} and covers the national election of {event} ({contest}); a later one may be published within {grace}.',
    example: 'Results of the election before, two months after the newest one',
    changes: 'The grace of the newest election passes without its data.',
    confidence: 'medium',
  },
  'event-due': {
    says: 'The newest data is of {newest}; an election of {contest} was due by {event}, and whether it was held is not known.',
    example: 'A place whose next election was due since the facts about it were read',
    changes: 'The day of the election is known (`--event`).',
    confidence: 'medium',
    improve: 'Publish the data of the latest election',
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
  'only-life-dates': {
    says: 'The only dates in the data are of the lives of what its rows are about, the newest of {newest}; they do not say how old the data is.',
    example: 'A register of companies with their days of foundation',
    changes: 'The data, its name or the page says which time it is of.',
    confidence: 'high',
    improve: 'Say in the title or the name of the file which time the data is of',
  },
  'newer-unseen': {
    says: 'The newest data seen is of {newest}; files that were not seen and bear no date may be newer.',
    example: 'A record of twelve files, of which five were opened',
    changes: 'The other files are seen, or named by their time.',
    confidence: 'high',
    improve: 'Say in the title of each file which time it is of',
  },
  'slower-editions': {
    says: 'The newest data is of {newest}, but its editions are {apart} apart where {every} is asked for, so whether it is up to date on {day} only chance decides.',
    example: 'A register as of last month, published every quarter where every month is asked for',
    changes: 'Editions follow one another as often as is asked for.',
    confidence: 'medium',
    improve: 'Publish the data as often as its category asks for',
  },
  'rhythm-unknown': {
    says: 'The newest data is of {newest}; how often it should be brought up to date is not known, so on {day} this cannot be told.',
    example: 'A dataset of last year without a declared frequency',
    changes: 'The publisher declares how often it is updated.',
    confidence: 'medium',
    improve: 'Declare how often the data is brought up to date',
  },
  'event-unknown': {
    says: 'The newest data is of {newest}; whether a national election has passed since, or its data is due already, is not known.',
    example: 'A place whose last election is not in its file',
    changes: 'The day of the election is known (`--event`).',
    confidence: 'medium',
    improve: 'Publish the data of the latest election',
  },
} satisfies Readonly<Record<string, Reason>>;

export type Code = keyof typeof reasons;
