import { isNonEmpty } from '../model/basics.ts';
import { type Answer, type Dossier, defineCheck } from '../model/check.ts';
import type { Observation } from '../model/observation.ts';
import {
  filesOf,
  groundOf,
  groundsAt,
  groundsOf,
  lookedAt,
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
  | 'open-to-everyone'
  | 'described-without-restriction'
  | 'login-required'
  | 'own-login-page'
  | 'restricted-by-record'
  | 'on-request'
  | 'registration-asked'
  | 'terms-first'
  | 'identity-asked'
  | 'for-sale'
  | 'bot-wall'
  | 'only-described'
  | 'nothing-to-judge';

/** Somebody asked for the page where one logs in, and got it: that tells nothing of data. */
const isOwnLogin = ({ hops, kindSigns, outcome }: Observation): boolean =>
  outcome.kind === 'arrived' &&
  outcome.status < 400 &&
  hops.length === 0 &&
  kindSigns.some(({ code }) => code === 'login-address');

const byLogin = (logins: readonly [Observation, ...Observation[]]): Answer<Reason> =>
  logins.every(isOwnLogin)
    ? { outcome: 'unsure', reason: 'own-login-page', missing: missingAt(logins) }
    : { outcome: 'no', reason: 'login-required', grounds: groundsAt(logins), detail: { address: nameOf(logins[0]) } };

const restricted = (dossier: Dossier): readonly Observation[] =>
  recordsOf(dossier).filter(({ kind, reading }) => kind === 'record' && reading?.datasets[0]?.isPublic === false);

const bySigns = (dossier: Dossier): Answer<Reason> | null => {
  const asked = sightings(dossier, 'login-to-see');
  if (isNonEmpty(asked))
    return {
      outcome: 'no',
      reason: 'registration-asked',
      grounds: groundsOf(asked),
      detail: { quote: asked[0].sign.quote },
    };
  const request = sightings(dossier, 'on-request');
  const offers = sightings(dossier, 'offers-rows', 'offers-archive', 'offers-service', 'shows-rows');
  if (isNonEmpty(request) && offers.length === 0)
    return {
      outcome: 'unsure',
      reason: 'on-request',
      missing: [groundOf(request[0])],
      detail: { quote: request[0].sign.quote },
    };
  const identity = sightings(dossier, 'asks-identity');
  return isNonEmpty(identity)
    ? { outcome: 'unsure', reason: 'identity-asked', missing: [groundOf(identity[0])] }
    : null;
};

const byWalls = (dossier: Dossier): Answer<Reason> | null => {
  const gates = wallsOf(dossier, 'terms-gate');
  if (isNonEmpty(gates))
    return { outcome: 'no', reason: 'terms-first', grounds: groundsAt(gates), detail: { address: nameOf(gates[0]) } };
  const bots = wallsOf(dossier, 'captcha');
  if (isNonEmpty(bots))
    return { outcome: 'unsure', reason: 'bot-wall', missing: missingAt(bots), detail: { address: nameOf(bots[0]) } };
  const shops = wallsOf(dossier, 'paywall');
  return isNonEmpty(shops)
    ? { outcome: 'unsure', reason: 'for-sale', missing: missingAt(shops), detail: { address: nameOf(shops[0]) } }
    : null;
};

/**
 * Can everyone get at the data, without permission and without an account?
 *
 * Data that came without an account is open, wherever else one could log in. A log-in, a registration or a request in
 * front of the data is not. A wall against programs says nothing about people.
 */
export default defineCheck<Reason>({
  id: 'public',
  version: 1,
  question: 'Publicly available?',
  rationale:
    'Public is what anyone can reach without a password or a permission; what comes only after a request, by freedom of information or to officials is not. Data for sale is open to all who pay; whether that counts was ruled both ways, so it stays unsure.',
  sources: [
    'Global Open Data Index 2015, question “Publicly available?”',
    'Global Open Data Index 2015, general rulings: access only after a request is not public',
  ],
  reasons: {
    'open-to-everyone': {
      says: 'The data came without an account, a request or a permission.',
      example: 'A file that downloads; a page that shows the rows',
      changes: 'A log-in is put in front of it.',
      confidence: 'high',
    },
    'described-without-restriction': {
      says: 'The data is offered without any mention of an account, a request or a permission: {what}.',
      example: 'A public catalogue record with plain links',
      changes: 'The links prove to ask for an account.',
      confidence: 'medium',
    },
    'login-required': {
      says: '{address} asks for an account before it shows anything.',
      example: 'A download that redirects to a log-in page',
      changes: 'The same address serves the data without an account.',
      confidence: 'high',
      improve: 'Serve the data without an account',
    },
    'own-login-page': {
      says: 'The address is a page for logging in; nothing shows which data lies behind it.',
      example: 'A portal’s /login',
      changes: 'The address of the data itself is named.',
      confidence: 'medium',
      improve: 'Name an address of the data that needs no account',
    },
    'restricted-by-record': {
      says: 'The catalogue itself says that access is restricted.',
      example: 'accessLevel “restricted public”; private: true',
      changes: 'The record is opened.',
      confidence: 'high',
      improve: 'Open access to the data and say so in its record',
    },
    'on-request': {
      says: 'The page speaks of giving data on request (“{quote}”) and offers no file.',
      example: '“Data available on request”',
      changes: 'A file that can be had without asking.',
      confidence: 'low',
      improve: 'Publish the data so that nobody has to ask for it',
    },
    'registration-asked': {
      says: 'The page asks to log in or register before the data is given: “{quote}”.',
      example: '“Log in to download”',
      changes: 'The file can be had without an account.',
      confidence: 'medium',
      improve: 'Let everyone download without registering',
    },
    'terms-first': {
      says: '{address} shows nothing before its terms are accepted.',
      example: 'A disclaimer with Agree and Disagree',
      changes: 'The data is shown without a click that consents to terms.',
      confidence: 'medium',
      improve: 'State the terms beside the data rather than in front of it',
    },
    'identity-asked': {
      says: 'The form asks who one is before it answers; whether it insists cannot be told from here.',
      example: 'A query form with fields for name and e-mail address',
      changes: 'The form answers without them, or is seen to refuse.',
      confidence: 'low',
      improve: 'Ask for nothing but the query',
    },
    'for-sale': {
      says: '{address} sells the data; whether everyone may buy it is not shown.',
      example: 'An order form with a price list',
      changes: 'The data can be had without ordering.',
      confidence: 'low',
      improve: 'Let everyone download without ordering',
    },
    'bot-wall': {
      says: '{address} holds programs back, which says nothing about what people get.',
      example: 'A challenge page',
      changes: 'The page is seen in a browser.',
      confidence: 'high',
      improve: 'Let programs fetch public data without a challenge',
    },
    'only-described': {
      says: 'Only a description was seen; how the data itself is given out is not shown.',
      example: 'A record without resources',
      changes: 'The record names a file that can be fetched.',
      confidence: 'medium',
      improve: 'Link the files from the record',
    },
    'nothing-to-judge': {
      says: 'Nothing of the data was seen, so access to it cannot be told.',
      example: 'A dead link; a home page',
      changes: 'The data or its description is seen.',
      confidence: 'high',
      improve: 'Publish the data at an address that answers',
    },
  },
  decide(dossier) {
    const files = filesOf(dossier);
    if (isNonEmpty(files)) return { outcome: 'yes', reason: 'open-to-everyone', grounds: groundsAt(files) };
    const logins = wallsOf(dossier, 'login');
    if (isNonEmpty(logins)) return byLogin(logins);
    const closed = restricted(dossier);
    if (isNonEmpty(closed)) return { outcome: 'no', reason: 'restricted-by-record', grounds: groundsAt(closed) };
    const other = byWalls(dossier) ?? bySigns(dossier);
    if (other !== null) return other;
    const trace = traceOf(dossier);
    if (trace === null)
      return {
        outcome: 'unsure',
        reason: 'nothing-to-judge',
        missing: [...lookedAt(dossier), ...missingAt(unseenOf(dossier))].slice(0, 12),
      };
    if (trace.how === 'rows') return { outcome: 'yes', reason: 'open-to-everyone', grounds: trace.grounds };
    const ordered = sightings(dossier, 'order-form', 'price', 'names-ordering');
    const isBare = trace.how === 'record' && sightings(dossier, 'offers-nothing').length === recordsOf(dossier).length;
    if (isBare || (ordered.length > 0 && trace.how !== 'interface')) {
      return {
        outcome: 'unsure',
        reason: isBare ? 'only-described' : 'for-sale',
        missing: [...trace.grounds, ...ordered.map(groundOf)],
        detail: { address: trace.grounds[0].evidence },
      };
    }
    return {
      outcome: 'yes',
      reason: 'described-without-restriction',
      grounds: trace.grounds,
      detail: { what: traceWords(trace, dossier) },
    };
  },
});
