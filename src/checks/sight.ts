import { isNonEmpty, type NonEmpty } from '../model/basics.ts';
import type { Dossier, Ground } from '../model/check.ts';
import { type CoverageItem, isSeen } from '../model/coverage.ts';
import { arrivedWell, type Observation, type Sign } from '../model/observation.ts';
import { type Barrier, isAbsence, isBarrier, type KindFacts, kindFacts } from '../model/reply-kinds.ts';
import type { Arg } from '../model/sentence.ts';
import { extensionOf } from '../web/address.ts';

/* What several checks ask of a dossier. Terms and manuals are context: they are not the data. */

/** What was chosen as the dataset, without the terms and manuals that hang on it. */
export const datasetOf = ({ observations }: Dossier): readonly Observation[] =>
  observations.filter(({ chosen, role }) => chosen && role !== 'licence' && role !== 'documentation');

/** Files that came, whatever is in them; not those that a barrier or an error page links, which are manuals or adornment. */
export const filesOf = (dossier: Dossier): readonly Observation[] => {
  const dataset = datasetOf(dossier);
  const barred = new Set(
    dataset.filter(({ kind }) => isBarrier(kind) || isAbsence(kind)).map(({ evidence }) => evidence),
  );
  return dataset.filter((one) => arrivedWell(one) && one.kind === 'data' && (one.via === null || !barred.has(one.via)));
};

/** Answers of catalogues that describe the dataset. */
export const recordsOf = (dossier: Dossier): readonly Observation[] =>
  datasetOf(dossier).filter((one) => arrivedWell(one) && (one.kind === 'record' || one.kind === 'catalogue'));

/** Pages that stand in the way: of the kinds that are named, or else of any. */
export const barriersOf = (dossier: Dossier, ...kinds: readonly Barrier[]): readonly Observation[] =>
  datasetOf(dossier).filter(
    ({ outcome, kind }) =>
      outcome.kind === 'arrived' && isBarrier(kind) && (kinds.length === 0 || kinds.includes(kind)),
  );

/** Those that stand before data, or before whatever may be behind them. */
export const barriersBefore = (dossier: Dossier, what: NonNullable<KindFacts['before']>): readonly Observation[] =>
  barriersOf(dossier).filter(({ kind }) => kindFacts(kind)?.before === what);

/** The publisher's own word that nothing is there: not found, gone, a stand-in with success, an answer without hits. */
export const goneOf = (dossier: Dossier): readonly Observation[] =>
  datasetOf(dossier).filter(({ outcome, kind, kindSigns }) => {
    if (outcome.kind !== 'arrived' || kindFacts(kind)?.before === 'anything') return false;
    if (outcome.status === 404 || outcome.status === 410) return true;
    if (kind === 'error') return outcome.status < 300 && kindSigns.some(({ code }) => code === 'error-envelope');
    return outcome.status < 400 && isAbsence(kind);
  });

/** What arrived and the program itself failed on. */
export const isOurDefect = ({ outcome }: Observation): boolean =>
  outcome.kind === 'lost' && outcome.reason === 'defect';

/** What never reached us, or came as a failure of the moment: it can be asked for again. */
export const unseenOf = (dossier: Dossier): readonly Observation[] => {
  const gone = new Set(goneOf(dossier));
  return datasetOf(dossier).filter((one) => one.outcome.kind !== 'arrived' || (one.kind === 'error' && !gone.has(one)));
};

/** Files that the dataset declares and that were not seen whole: each of them may hold what was not found. */
export const unseenFiles = ({ coverage }: Dossier): readonly CoverageItem[] =>
  coverage.items.filter((item) => item.need === 'declared-file' && !isSeen(item));

/** Those whose name promises something else than what was seen: the hundredth form as PDF is like the five that were. */
export const unlike = (unseen: readonly CoverageItem[], seen: readonly Observation[]): readonly CoverageItem[] => {
  const endings = new Set(seen.map(({ url }) => extensionOf(url)).filter((ending) => ending !== null));
  return unseen.filter(({ url, sight }) => sight !== 'not-asked' || !endings.has(extensionOf(url) ?? ''));
};

/** A sign with the observation it was seen at. */
export interface SignSighting {
  readonly at: Observation;
  readonly sign: Sign;
}

/** All signs of some codes at what arrived of the dataset. */
export const sightings = (dossier: Dossier, ...codes: readonly string[]): readonly SignSighting[] =>
  datasetOf(dossier)
    .filter(arrivedWell)
    .flatMap((at) => at.signs.filter(({ code }) => codes.includes(code)).map((sign) => ({ at, sign })));

/** Where a sign can be looked up. */
export const groundOf = ({ at, sign }: SignSighting): Ground => ({ evidence: at.evidence, quote: sign.quote });

/** An observation as a ground, quoting the sign its kind was told by. */
const groundAt = ({ evidence, kindSigns }: Observation): Ground =>
  kindSigns[0] === undefined ? { evidence } : { evidence, quote: kindSigns[0].quote };

export const groundsAt = (list: NonEmpty<Observation>): NonEmpty<Ground> => [
  groundAt(list[0]),
  ...list.slice(1, 12).map(groundAt),
];

export const groundsOf = (list: NonEmpty<SignSighting>): NonEmpty<Ground> => [
  groundOf(list[0]),
  ...list.slice(1, 12).map(groundOf),
];

/** What an unsure answer would need and does not have: at most a dozen places. */
export const missingAt = (list: readonly Observation[]): readonly Ground[] => list.slice(0, 12).map(groundAt);

/** All that was looked at, where nothing more telling can be named. */
export const lookedAt = (dossier: Dossier): readonly Ground[] => missingAt(datasetOf(dossier));

/** How an address is named in a sentence. */
export const nameOf = ({ finalUrl, url }: Observation): string => finalUrl || url;

/** Codes of signs by which a page or record offers files or services of some class. */
const offerCodes = ['offers-rows', 'offers-archive', 'offers-service', 'offers-document', 'offers-picture'] as const;

/** Something to look at that shows or offers data, by how firmly it does. */
interface Trace {
  readonly how: 'file' | 'rows' | 'record' | 'offer' | 'interface';
  readonly grounds: NonEmpty<Ground>;
}

/** Pages on which the criteria of the category were found: what they show is the data. */
const provenOn = (dossier: Dossier): readonly SignSighting[] => {
  const met = dossier.criteria.findings.filter(({ answer }) => answer === 'Yes').flatMap(({ where }) => where);
  return datasetOf(dossier)
    .filter((one) => arrivedWell(one) && one.kind !== 'data' && one.inspection?.page !== null)
    .flatMap((at) => {
      const ground = met.find(({ evidence }) => evidence === at.evidence);
      return ground === undefined
        ? []
        : [{ at, sign: { code: 'criterion', quote: ground.quote ?? ground.part ?? '' } }];
    });
};

/** Rows, the state of a record, or what the category asks for, shown on a page itself. */
export const shownOn = (dossier: Dossier): readonly SignSighting[] => [
  ...sightings(dossier, 'shows-rows', 'shows-state').filter(({ at }) => at.kind === 'page' || at.kind === 'listing'),
  ...provenOn(dossier),
];

/** The firmest trace of data in a dossier, null where nothing of it was seen. */
export const traceOf = (dossier: Dossier): Trace | null => {
  const files = filesOf(dossier);
  if (isNonEmpty(files)) return { how: 'file', grounds: groundsAt(files) };
  const records = recordsOf(dossier);
  if (isNonEmpty(records)) return { how: 'record', grounds: groundsAt(records) };
  const rows = shownOn(dossier);
  if (isNonEmpty(rows)) return { how: 'rows', grounds: groundsOf(rows) };
  const offers = sightings(dossier, ...offerCodes, 'names-download').filter(({ at }) => at.kind !== 'licence');
  if (isNonEmpty(offers)) return { how: 'offer', grounds: groundsOf(offers) };
  const interfaces = barriersBefore(dossier, 'data');
  return isNonEmpty(interfaces) ? { how: 'interface', grounds: groundsAt(interfaces) } : null;
};

/** What a trace showed, in the words that were seen, and where redirects led. */
export const traceWords = ({ grounds }: Trace, dossier: Dossier): Arg => {
  const [{ evidence, quote }] = grounds;
  const at = dossier.observations.find((one) => one.evidence === evidence);
  const what = quote ?? evidence;
  if (at === undefined || at.hops.length === 0) return what;
  return { reason: 'seen-at', args: { what, address: at.finalUrl } };
};
