import { isNonEmpty } from '../model/basics.ts';
import { type Dossier, defineCheck } from '../model/check.ts';
import type { Sight } from '../model/coverage.ts';
import { arrivedWell, madeUpLike } from '../model/observation.ts';
import { type OnlineAnswer, reasons } from './reasons/online.ts';
import {
  barriersBefore,
  datasetOf,
  goneOf,
  groundsAt,
  groundsOf,
  isOurDefect,
  lookedAt,
  missingAt,
  nameOf,
  recordsOf,
  sightings,
  traceOf,
  traceWords,
  unseenOf,
} from './sight.ts';
import { lossOf } from './words.ts';

/** What only promises data is refuted where nothing of it is served. */
const isOffer = (how: string): boolean => how === 'record' || how === 'offer';

/** Ways in which an address answers that it does not serve the file that is declared there. */
const unserved: ReadonlySet<Sight> = new Set([
  ...(['gone', 'dead-link', 'page-instead', 'nothing-inside', 'not-ready', 'failed', 'refused'] as const),
]);

/** Every file that is declared was asked for, and none is served: gone for good, or something else in its place. */
const byDeadFiles = ({ coverage }: Dossier): OnlineAnswer | null => {
  const files = coverage.items.filter(({ need }) => need === 'declared-file');
  const grounds = files.flatMap(({ evidence, detail }) =>
    evidence === null ? [] : [typeof detail === 'string' && detail !== '' ? { evidence, quote: detail } : { evidence }],
  );
  const [first] = files;
  if (first === undefined || !isNonEmpty(grounds) || !files.every(({ sight }) => unserved.has(sight))) return null;
  return files.every(({ sight }) => sight === 'gone' || sight === 'dead-link')
    ? { outcome: 'no', reason: 'not-found', grounds, detail: { address: first.url } }
    : { outcome: 'unsure', reason: 'not-served', missing: grounds, detail: { address: first.url } };
};

/**
 * Can the data be had over the Internet?
 *
 * A refusal, a 404 and a page that stands in for one are answers of the publisher and support a No where nothing else
 * answered. Silence is ours to doubt.
 */
export default defineCheck<OnlineAnswer>({
  id: 'online',
  version: 2,
  question: 'Is the data available online?',
  rationale:
    'Online is what an address answers with: the data, or the place that gives it out. A dead link is a No for the address that was published; a server that stays silent may be down for an hour, or for us alone.',
  sources: [
    'Global Open Data Index 2015, question “Is the data available online?”',
    'RFC 9110, 15.5.5 and 15.5.11: 404 and 410',
  ],
  reasons,
  decide(dossier) {
    const trace = traceOf(dossier);
    const records = recordsOf(dossier);
    const bare = sightings(dossier, 'offers-nothing');
    if (trace?.how === 'record' && isNonEmpty(bare) && bare.length === records.length) {
      return { outcome: 'no', reason: 'no-resources', grounds: groundsOf(bare) };
    }
    const dead = trace === null || isOffer(trace.how) ? byDeadFiles(dossier) : null;
    if (dead !== null) return dead;
    if (trace !== null) {
      const isServed = trace.how === 'file' || trace.how === 'rows';
      return {
        outcome: 'yes',
        reason: isServed ? 'served-online' : 'offered-online',
        grounds: trace.grounds,
        detail: { what: traceWords(trace, dossier) },
      };
    }
    const walls = barriersBefore(dossier, 'anything');
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
        detail: { address: nameOf(walls[0]), kind: walls[0].kind ?? '' },
      };
    }
    const unseen = unseenOf(dossier).filter(({ via }) => via === null);
    if (isNonEmpty(unseen))
      return {
        outcome: 'unsure',
        reason: isOurDefect(unseen[0]) ? 'reader-failed' : 'nothing-arrived',
        missing: missingAt(unseen),
        detail: { address: nameOf(unseen[0]), loss: lossOf(unseen[0].outcome) },
      };
    const gone = goneOf(dossier);
    const isAll = !datasetOf(dossier).some(arrivedWell);
    if (isNonEmpty(gone) && isAll)
      return {
        outcome: 'no',
        reason: madeUpLike(gone[0]) === null ? 'not-found' : 'same-as-made-up',
        grounds: groundsAt(gone),
        detail: { address: nameOf(gone[0]) },
      };
    const reason = dossier.observations.length === 0 ? 'no-address' : 'no-data-here';
    return { outcome: 'unsure', reason, missing: lookedAt(dossier) };
  },
});
