import { isNonEmpty } from '../model/basics.ts';
import { defineCheck } from '../model/check.ts';
import {
  arrived,
  datasetOf,
  goneOf,
  groundsAt,
  groundsOf,
  kindName,
  lookedAt,
  lossOf,
  missingAt,
  nameOf,
  recordsOf,
  sightings,
  traceOf,
  traceWords,
  unseenOf,
  wallsOf,
} from './sight.ts';

type Reason =
  | 'served-online'
  | 'offered-online'
  | 'no-resources'
  | 'not-found'
  | 'refused'
  | 'behind-a-wall'
  | 'nothing-arrived'
  | 'no-data-here';

/**
 * Can the data be had over the Internet?
 *
 * A refusal, a 404 and a page that stands in for one are answers of the publisher and support a No where nothing else
 * answered. Silence is ours to doubt.
 */
export default defineCheck<Reason>({
  id: 'online',
  version: 1,
  question: 'Is the data available online?',
  rationale:
    'Online is what an address answers with: the data, or the place that gives it out. A dead link is a No for the address that was published; a server that stays silent may be down for an hour, or for us alone.',
  sources: [
    'Global Open Data Index 2015, question “Is the data available online?”',
    'RFC 9110, 15.5.5 and 15.5.11: 404 and 410',
  ],
  reasons: {
    'served-online': {
      says: 'The data is served online.',
      example: 'A file or a page with the rows',
      changes: 'The address stops serving it.',
      confidence: 'high',
    },
    'offered-online': {
      says: 'An address online describes the data and gives it out: {what}.',
      example: 'A catalogue record with links; a query form',
      changes: 'The links prove dead.',
      confidence: 'medium',
    },
    'no-resources': {
      says: 'The record is online, the data is not: the record names no file and no service.',
      example: 'A metadata record without resources',
      changes: 'The record names a file.',
      confidence: 'medium',
      improve: 'Add the files to the record',
    },
    'not-found': {
      says: '{address} answers that it is not there.',
      example: 'HTTP 404; a page “not found” served with success; a search without hits',
      changes: 'The address, or another that is named for it, serves the data.',
      confidence: 'high',
      improve: 'Serve the data at the address that is known for it, or redirect from there',
    },
    refused: {
      says: '{address} refuses to serve anything without an account.',
      example: 'HTTP 403 with a log-in form',
      changes: 'The address serves the data.',
      confidence: 'medium',
      improve: 'Serve the data without an account',
    },
    'behind-a-wall': {
      says: '{address} is {kind}; whether the data lies behind it could not be seen.',
      example: 'A log-in page; a challenge for programs; an application without text',
      changes: 'What lies behind it is seen.',
      confidence: 'medium',
      improve: 'Let the address itself show the data or describe it',
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
    const trace = traceOf(dossier);
    const records = recordsOf(dossier);
    const bare = sightings(dossier, 'offers-nothing');
    if (trace?.how === 'record' && isNonEmpty(bare) && bare.length === records.length) {
      return { outcome: 'no', reason: 'no-resources', grounds: groundsOf(bare) };
    }
    if (trace !== null) {
      const isServed = trace.how === 'file' || trace.how === 'rows';
      return {
        outcome: 'yes',
        reason: isServed ? 'served-online' : 'offered-online',
        grounds: trace.grounds,
        detail: { what: traceWords(trace, dossier) },
      };
    }
    const walls = wallsOf(dossier, 'login', 'captcha', 'app-shell');
    if (isNonEmpty(walls)) {
      const refusals = walls.filter(
        ({ kind, outcome }) => kind === 'login' && outcome.kind === 'arrived' && outcome.status >= 400,
      );
      if (isNonEmpty(refusals))
        return {
          outcome: 'no',
          reason: 'refused',
          grounds: groundsAt(refusals),
          detail: { address: nameOf(refusals[0]) },
        };
      return {
        outcome: 'unsure',
        reason: 'behind-a-wall',
        missing: missingAt(walls),
        detail: { address: nameOf(walls[0]), kind: kindName(walls[0]) },
      };
    }
    const unseen = unseenOf(dossier).filter(({ via }) => via === null);
    if (isNonEmpty(unseen))
      return {
        outcome: 'unsure',
        reason: 'nothing-arrived',
        missing: missingAt(unseen),
        detail: { address: nameOf(unseen[0]), why: lossOf(unseen[0]) },
      };
    const gone = goneOf(dossier);
    const isAll = !datasetOf(dossier).some(arrived);
    if (isNonEmpty(gone) && isAll)
      return { outcome: 'no', reason: 'not-found', grounds: groundsAt(gone), detail: { address: nameOf(gone[0]) } };
    return { outcome: 'unsure', reason: 'no-data-here', missing: lookedAt(dossier) };
  },
});
