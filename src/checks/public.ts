import { isNonEmpty } from '../model/basics.ts';
import { type Dossier, defineCheck } from '../model/check.ts';
import type { Observation } from '../model/observation.ts';
import { type PublicAnswer, reasons } from './reasons/public.ts';
import {
  barriersOf,
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
} from './sight.ts';

/** Somebody asked for the page where one logs in, and got it: that tells nothing of data. */
const isOwnLogin = ({ hops, kindSigns, outcome }: Observation): boolean =>
  outcome.kind === 'arrived' &&
  outcome.status < 400 &&
  hops.length === 0 &&
  kindSigns.some(({ code }) => code === 'login-address');

const byLogin = (logins: readonly [Observation, ...Observation[]]): PublicAnswer =>
  logins.every(isOwnLogin)
    ? { outcome: 'unsure', reason: 'own-login-page', missing: missingAt(logins) }
    : { outcome: 'no', reason: 'login-required', grounds: groundsAt(logins), detail: { address: nameOf(logins[0]) } };

const restricted = (dossier: Dossier): readonly Observation[] =>
  recordsOf(dossier).filter(({ kind, reading }) => kind === 'record' && reading?.datasets[0]?.isPublic === false);

const bySigns = (dossier: Dossier): PublicAnswer | null => {
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

const byWalls = (dossier: Dossier): PublicAnswer | null => {
  const gates = barriersOf(dossier, 'terms-gate');
  if (isNonEmpty(gates))
    return { outcome: 'no', reason: 'terms-first', grounds: groundsAt(gates), detail: { address: nameOf(gates[0]) } };
  const bots = barriersOf(dossier, 'captcha');
  if (isNonEmpty(bots))
    return { outcome: 'unsure', reason: 'bot-wall', missing: missingAt(bots), detail: { address: nameOf(bots[0]) } };
  const shops = barriersOf(dossier, 'paywall');
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
export default defineCheck<PublicAnswer>({
  id: 'public',
  version: 1,
  question: 'Publicly available?',
  rationale:
    'Public is what anyone can reach without a password or a permission; what comes only after a request, by freedom of information or to officials is not. Data for sale is open to all who pay; whether that counts was ruled both ways, so it stays unsure.',
  sources: [
    'Global Open Data Index 2015, question “Publicly available?”',
    'Global Open Data Index 2015, general rulings: access only after a request is not public',
  ],
  reasons,
  decide(dossier) {
    const files = filesOf(dossier);
    if (isNonEmpty(files)) return { outcome: 'yes', reason: 'open-to-everyone', grounds: groundsAt(files) };
    const logins = barriersOf(dossier, 'login');
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
