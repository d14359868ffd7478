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
  recordsOf,
  type Sighting,
  shownOn,
  sightings,
  wallsOf,
} from './sight.ts';

type Reason =
  | 'whole-file'
  | 'file-offered'
  | 'capped'
  | 'part-only'
  | 'query-only'
  | 'one-by-one'
  | 'no-resources'
  | 'must-be-ordered'
  | 'many-parts'
  | 'service-only'
  | 'page-only'
  | 'not-shown';

/** So many files of a page are parts of something; whether they make the whole is for a person to see. */
const fewFiles = 12;

const isReadable = ({ inspection, kindSigns }: Observation): boolean =>
  inspection?.machineReadable !== 'No' || kindSigns.some(({ code }) => code === 'text-rows');

const byFiles = (files: readonly [Observation, ...Observation[]], dossier: Dossier): Answer<Reason> => {
  const paged = sightings(dossier, 'paged');
  const whole = files.filter((file) => isReadable(file) && !paged.some(({ at }) => at.evidence === file.evidence));
  if (isNonEmpty(whole)) return { outcome: 'yes', reason: 'whole-file', grounds: groundsAt(whole) };
  if (isNonEmpty(paged))
    return {
      outcome: 'unsure',
      reason: 'part-only',
      missing: paged.map(groundOf),
      detail: { quote: paged[0].sign.quote },
    };
  if (isNonEmpty(files) && files.length > 2)
    return { outcome: 'no', reason: 'one-by-one', grounds: groundsAt(files), detail: { count: files.length } };
  return { outcome: 'unsure', reason: 'page-only', missing: missingAt(files) };
};

const countOf = (list: readonly Sighting[]): number => list.reduce((sum, { sign }) => sum + Number(sign.value ?? 1), 0);

const byOffers = (dossier: Dossier): Answer<Reason> | null => {
  const files = sightings(dossier, 'offers-rows', 'offers-archive');
  const described = files.filter(({ at }) => at.kind === 'record' || at.kind === 'catalogue');
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
export default defineCheck<Reason>({
  id: 'bulk',
  version: 1,
  question: 'Available in bulk?',
  rationale:
    'Bulk is the whole dataset, downloaded easily. Getting at parts of it through an interface, a few results at a time, is not. A first page of an interface is a part until the rest is seen to follow.',
  sources: [
    'Global Open Data Index 2015, question “Available in bulk?”',
    'Global Open Data Index 2016, rulings: static addresses that allow automatic retrieval count',
  ],
  reasons: {
    'whole-file': {
      says: 'The data came as a whole file.',
      example: 'One CSV of all rows',
      changes: 'The file proves to be a part.',
      confidence: 'high',
    },
    'file-offered': {
      says: 'Files of the data are offered for download as a whole: {what}.',
      example: 'A record with a ZIP of everything; monthly files',
      changes: 'The files prove to be samples.',
      confidence: 'medium',
    },
    capped: {
      says: 'Downloads are limited: “{quote}”.',
      example: '“Export is limited to 5,000 records”',
      changes: 'The whole can be taken without a limit.',
      confidence: 'medium',
      improve: 'Offer the whole data as a file without a limit',
    },
    'part-only': {
      says: 'What came is a part of more: {quote}.',
      example: 'The first 100 of 2,809 records',
      changes: 'The rest is seen to follow, or a file of all is found.',
      confidence: 'medium',
      improve: 'Offer everything as one file beside the paged interface',
    },
    'query-only': {
      says: '{address} answers queries, a few results at a time, and offers no file of all.',
      example: 'A register with a search form',
      changes: 'A file of the whole register is linked.',
      confidence: 'medium',
      improve: 'Link the whole register as a file beside the search',
    },
    'one-by-one': {
      says: 'The data is spread over {count} or more documents that have to be taken one by one.',
      example: 'A PDF per meeting',
      changes: 'One file, or an archive, of them all.',
      confidence: 'medium',
      improve: 'Offer one file of everything',
    },
    'no-resources': {
      says: 'The record names nothing to download.',
      example: 'A metadata record without resources',
      changes: 'The record names a file.',
      confidence: 'medium',
      improve: 'Add the files to the record',
    },
    'must-be-ordered': {
      says: 'There is no download: the data has to be ordered (“{quote}”).',
      example: 'A product page with a link to order',
      changes: 'A download of the whole.',
      confidence: 'medium',
      improve: 'Offer the whole data as a download',
    },
    'many-parts': {
      says: '{count} files are linked one by one; whether they make the whole cannot be told.',
      example: 'A file per day',
      changes: 'An archive of them all, or a list that says they are complete.',
      confidence: 'low',
      improve: 'Offer one archive of all parts',
    },
    'service-only': {
      says: 'A service or an export is named; whether it gives everything was not seen: {what}.',
      example: 'A feature service; a button “Download CSV”',
      changes: 'The service is seen to give all records.',
      confidence: 'low',
      improve: 'Offer the whole data as a file beside the service',
    },
    'page-only': {
      says: 'The data was seen on a page or in a single document; whether that is all of it cannot be told.',
      example: 'One HTML table; one PDF',
      changes: 'A file of the whole.',
      confidence: 'medium',
      improve: 'Offer the whole data as one file',
    },
    'not-shown': {
      says: 'Nothing shows how the whole of the data could be taken.',
      example: 'A dead link; a home page',
      changes: 'A file is found.',
      confidence: 'medium',
      improve: 'Offer the whole data as one file',
    },
  },
  decide(dossier) {
    const capped = sightings(dossier, 'capped-download');
    const files = filesOf(dossier);
    if (isNonEmpty(files)) return byFiles(files, dossier);
    if (isNonEmpty(capped))
      return { outcome: 'no', reason: 'capped', grounds: groundsOf(capped), detail: { quote: capped[0].sign.quote } };
    const orders = sightings(dossier, 'order-form');
    const shops = wallsOf(dossier, 'paywall');
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
    const forms = wallsOf(dossier, 'search-form');
    if (isNonEmpty(forms))
      return { outcome: 'no', reason: 'query-only', grounds: groundsAt(forms), detail: { address: forms[0].finalUrl } };
    const shown = shownOn(dossier);
    return isNonEmpty(shown)
      ? { outcome: 'unsure', reason: 'page-only', missing: shown.map(groundOf) }
      : { outcome: 'unsure', reason: 'not-shown', missing: lookedAt(dossier) };
  },
});
