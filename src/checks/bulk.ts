import { isNonEmpty, type NonEmpty } from '../model/basics.ts';
import { type Dossier, defineCheck, type Ground } from '../model/check.ts';
import type { Observation } from '../model/observation.ts';
import { hostOf } from '../web/address.ts';
import { type BulkAnswer, reasons } from './reasons/bulk.ts';
import { type Sample, samplesIn } from './samples.ts';
import {
  barriersOf,
  filesOf,
  groundOf,
  groundsAt,
  groundsOf,
  lookedAt,
  missingAt,
  recordsOf,
  type SignSighting,
  shownOn,
  sightings,
  unlike,
  unseenFiles,
} from './sight.ts';

/** So many files of a page are parts of something; whether they make the whole is for a person to see. */
const fewFiles = 12;

const isReadable = ({ inspection, kindSigns }: Observation): boolean =>
  inspection?.machineReadable !== 'No' || kindSigns.some(({ code }) => code === 'text-rows');

/** Nothing that the dataset declares was left unseen, so that what was seen is what there is. */
const isAllSeen = (dossier: Dossier): boolean => unseenFiles(dossier).length === 0;

/** What is given out is a part by its own words; a file that was not seen may be the whole. */
const bySamples = (samples: NonEmpty<Sample>, dossier: Dossier): BulkAnswer => {
  const detail = { quote: samples[0].sign.quote };
  const grounds: NonEmpty<Ground> = [groundOf(samples[0]), ...samples.slice(1, 12).map(groundOf)];
  return isAllSeen(dossier)
    ? { outcome: 'no', reason: 'sample-only', grounds, detail }
    : { outcome: 'unsure', reason: 'part-only', missing: grounds, detail };
};

const byFiles = (files: readonly [Observation, ...Observation[]], dossier: Dossier): BulkAnswer => {
  const paged = sightings(dossier, 'paged');
  const samples = samplesIn(dossier);
  const isPart = ({ evidence }: Observation): boolean =>
    paged.some(({ at }) => at.evidence === evidence) || samples.some(({ file }) => file.evidence === evidence);
  const whole = files.filter((file) => isReadable(file) && !isPart(file));
  if (isNonEmpty(whole)) return { outcome: 'yes', reason: 'whole-file', grounds: groundsAt(whole) };
  if (isNonEmpty(paged))
    return {
      outcome: 'unsure',
      reason: 'part-only',
      missing: paged.map(groundOf),
      detail: { quote: paged[0].sign.quote },
    };
  if (isNonEmpty(samples)) return bySamples(samples, dossier);
  if (isNonEmpty(files) && files.length > 2 && unlike(unseenFiles(dossier), files).length === 0)
    return { outcome: 'no', reason: 'one-by-one', grounds: groundsAt(files), detail: { count: files.length } };
  return { outcome: 'unsure', reason: 'page-only', missing: missingAt(files) };
};

/** A list of the datasets of several sites: what one of them offers says nothing of the others. */
const isList = ({ kind, reading }: Observation): boolean =>
  kind === 'catalogue' &&
  new Set((reading?.datasets ?? []).map(({ landingPage }) => hostOf(landingPage ?? ''))).size > 1;

const countOf = (list: readonly SignSighting[]): number =>
  list.reduce((sum, { sign }) => sum + Number(sign.value ?? 1), 0);

const byOffers = (dossier: Dossier): BulkAnswer | null => {
  const offered = sightings(dossier, 'offers-rows', 'offers-archive');
  const samples = sightings(dossier, 'offers-sample');
  if (isNonEmpty(samples) && samples.length >= countOf(offered))
    return {
      outcome: 'no',
      reason: 'sample-only',
      grounds: groundsOf(samples),
      detail: { quote: samples[0].sign.quote },
    };
  const files = offered;
  const lists = files.filter(({ at }) => isList(at));
  if (isNonEmpty(lists) && lists.length === files.length)
    return { outcome: 'unsure', reason: 'depends-on-dataset', missing: lists.map(groundOf) };
  const described = files.filter(({ at }) => (at.kind === 'record' || at.kind === 'catalogue') && !isList(at));
  if (isNonEmpty(described))
    return {
      outcome: 'yes',
      reason: 'file-offered',
      grounds: groundsOf(described),
      detail: { what: described[0].sign.quote },
    };
  if (isNonEmpty(files)) {
    // A directory gives its files one by one, however few they are.
    return countOf(files) <= fewFiles && !files.some(({ at }) => at.kind === 'listing')
      ? { outcome: 'yes', reason: 'file-offered', grounds: groundsOf(files), detail: { what: files[0].sign.quote } }
      : { outcome: 'unsure', reason: 'many-parts', missing: files.map(groundOf), detail: { count: countOf(files) } };
  }
  const services = sightings(dossier, 'offers-service', 'names-api', 'names-download');
  if (isNonEmpty(services))
    return {
      outcome: 'unsure',
      reason: 'service-only',
      missing: services.map(groundOf),
      detail: { what: services[0].sign.quote },
    };
  const documents = sightings(dossier, 'offers-document').filter(({ at }) => at.kind === 'page');
  if (isNonEmpty(documents) && countOf(documents) > 2)
    return {
      outcome: 'no',
      reason: 'one-by-one',
      grounds: groundsOf(documents),
      detail: { count: countOf(documents) },
    };
  return null;
};

/**
 * Can the whole dataset be taken at once?
 *
 * One file or a handful that make the whole count, and so does an interface that gives everything without being asked
 * piece by piece. A form that answers queries, a capped export and a page at a time do not.
 */
export default defineCheck<BulkAnswer>({
  id: 'bulk',
  version: 2,
  question: 'Available in bulk?',
  rationale:
    'Bulk is the whole dataset, downloaded easily. Getting at parts of it through an interface, a few results at a time, is not. A first page of an interface is a part until the rest is seen to follow.',
  sources: [
    'Global Open Data Index 2015, question “Available in bulk?”',
    'Global Open Data Index 2016, rulings: static addresses that allow automatic retrieval count',
  ],
  reasons,
  decide(dossier) {
    const capped = sightings(dossier, 'capped-download');
    const files = filesOf(dossier);
    if (isNonEmpty(files)) return byFiles(files, dossier);
    if (isNonEmpty(capped))
      return { outcome: 'no', reason: 'capped', grounds: groundsOf(capped), detail: { quote: capped[0].sign.quote } };
    const orders = sightings(dossier, 'order-form');
    const shops = barriersOf(dossier, 'paywall');
    if (isNonEmpty(shops))
      return {
        outcome: 'no',
        reason: 'must-be-ordered',
        grounds: groundsAt(shops),
        detail: { quote: shops[0].kindSigns[0]?.quote ?? 'order' },
      };
    if (isNonEmpty(orders))
      return {
        outcome: 'no',
        reason: 'must-be-ordered',
        grounds: groundsOf(orders),
        detail: { quote: orders[0].sign.quote },
      };
    const offered = byOffers(dossier);
    if (offered !== null) return offered;
    const bare = sightings(dossier, 'offers-nothing');
    if (isNonEmpty(bare) && bare.length === recordsOf(dossier).length)
      return { outcome: 'no', reason: 'no-resources', grounds: groundsOf(bare) };
    const forms = barriersOf(dossier, 'search-form');
    if (isNonEmpty(forms))
      return { outcome: 'no', reason: 'query-only', grounds: groundsAt(forms), detail: { address: forms[0].finalUrl } };
    const shown = shownOn(dossier);
    return isNonEmpty(shown)
      ? { outcome: 'unsure', reason: 'page-only', missing: shown.map(groundOf) }
      : { outcome: 'unsure', reason: 'not-shown', missing: lookedAt(dossier) };
  },
});
