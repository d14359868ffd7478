import { isNonEmpty } from '../model/basics.ts';
import { type Answer, type Dossier, defineCheck } from '../model/check.ts';
import type { Observation } from '../model/observation.ts';
import {
  allWalls,
  filesOf,
  groundOf,
  groundsAt,
  groundsOf,
  lookedAt,
  missingAt,
  shownOn,
  sightings,
  unseenOf,
} from './sight.ts';

type Reason =
  | 'rows-or-records'
  | 'declared-format'
  | 'only-documents'
  | 'only-a-web-page'
  | 'format-not-shown'
  | 'must-be-ordered'
  | 'behind-a-form'
  | 'file-not-read'
  | 'no-file-seen';

const isReadable = ({ inspection }: Observation): boolean => inspection?.machineReadable === 'Yes';
/** A document, but not a text whose lines are rows that no reader could part. */
const isForPeople = ({ inspection, kindSigns }: Observation): boolean =>
  inspection?.machineReadable === 'No' && !kindSigns.some(({ code }) => code === 'text-rows');

const byFiles = (files: readonly [Observation, ...Observation[]], dossier: Dossier): Answer<Reason> => {
  const readable = files.filter(isReadable);
  if (isNonEmpty(readable))
    return {
      outcome: 'yes',
      reason: 'rows-or-records',
      grounds: groundsAt(readable),
      detail: { format: readable[0].inspection?.format ?? '' },
    };
  const declared = sightings(dossier, 'offers-rows');
  const unseen = unseenOf(dossier);
  if (isNonEmpty(declared) && unseen.length > 0)
    return { outcome: 'unsure', reason: 'file-not-read', missing: missingAt(unseen), detail: { why: 'not fetched' } };
  if (files.every(isForPeople)) {
    const formats = [...new Set(files.map(({ inspection }) => inspection?.format ?? ''))].join(', ');
    return { outcome: 'no', reason: 'only-documents', grounds: groundsAt(files), detail: { formats } };
  }
  return {
    outcome: 'unsure',
    reason: 'file-not-read',
    missing: missingAt(files),
    detail: { why: files[0].inspection?.machineReadableBecause ?? 'unread' },
  };
};

const byOffers = (dossier: Dossier): Answer<Reason> => {
  const orders = sightings(dossier, 'order-form');
  if (isNonEmpty(orders)) return { outcome: 'unsure', reason: 'must-be-ordered', missing: orders.map(groundOf) };
  const rows = sightings(dossier, 'offers-rows', 'offers-service', 'names-download', 'names-api');
  const others = sightings(dossier, 'offers-archive', 'offers-unknown', 'offers-picture');
  if (isNonEmpty(rows))
    return {
      outcome: 'yes',
      reason: 'declared-format',
      grounds: groundsOf(rows),
      detail: { what: rows[0].sign.quote },
    };
  if (isNonEmpty(others))
    return {
      outcome: 'unsure',
      reason: 'format-not-shown',
      missing: others.map(groundOf),
      detail: { what: others[0].sign.quote },
    };
  const documents = sightings(dossier, 'offers-document');
  const records = documents.filter(({ at }) => at.kind === 'record' || at.kind === 'catalogue');
  if (isNonEmpty(records))
    return {
      outcome: 'unsure',
      reason: 'format-not-shown',
      missing: records.map(groundOf),
      detail: { what: records[0].sign.quote },
    };
  if (isNonEmpty(documents))
    return {
      outcome: 'no',
      reason: 'only-documents',
      grounds: groundsOf(documents),
      detail: { formats: documents[0].sign.quote },
    };
  const shown = shownOn(dossier);
  if (isNonEmpty(shown)) return { outcome: 'no', reason: 'only-a-web-page', grounds: groundsOf(shown) };
  return { outcome: 'unsure', reason: 'no-file-seen', missing: lookedAt(dossier) };
};

/**
 * Can a program read the data without a person retyping it?
 *
 * One file of rows or records is enough. A PDF never is, however tidy its tables look, and neither is a web page: taking
 * the figures out needs judgement. A file that was opened decides against what was declared of it.
 */
export default defineCheck<Reason>({
  id: 'machinereadable',
  version: 1,
  question: 'Is the data machine readable?',
  rationale:
    'Rows or records that parse count, whatever the server called them; spreadsheets do, PDF, HTML, word processors’ files and pictures do not. Where no file could be opened, what the catalogue or the link declares stands, with less confidence.',
  sources: [
    'Global Open Data Index 2015, question “Is the data machine readable”',
    'Global Open Data Index 2015, general rulings: XLS counts as machine readable; HTML and PDF do not',
  ],
  reasons: {
    'rows-or-records': {
      says: 'At least one file ({format}) was opened and parses into rows or records.',
      example: 'A CSV with rows, a JSON list, a spreadsheet',
      changes: 'The file is replaced by a document.',
      confidence: 'high',
    },
    'declared-format': {
      says: 'A machine-readable form is declared, though no file of it was opened: {what}.',
      example: 'A record with a CSV resource',
      changes: 'The file is opened and proves to be something else.',
      confidence: 'medium',
    },
    'only-documents': {
      says: 'Every file there is needs a person to read it: {formats}.',
      example: 'PDF only',
      changes: 'A file of rows, such as CSV, beside the document.',
      confidence: 'high',
      improve: 'Publish the same figures as CSV or a spreadsheet',
    },
    'only-a-web-page': {
      says: 'The data is shown on a web page only, with no file to download.',
      example: 'An HTML table of members',
      changes: 'A file of the rows is linked.',
      confidence: 'medium',
      improve: 'Link the rows of the page as a CSV file',
    },
    'format-not-shown': {
      says: 'A file is named, and nothing shows whether a program can read it: {what}.',
      example: 'A ZIP whose content is not described; a link without a format',
      changes: 'The file is opened, or its format is declared.',
      confidence: 'medium',
      improve: 'Declare the format of each file, also of what is inside an archive',
    },
    'must-be-ordered': {
      says: 'The data has to be ordered, so its form could not be seen.',
      example: 'A product page with a link to order',
      changes: 'A file that can be opened.',
      confidence: 'low',
      improve: 'Offer the data as a download in an open format',
    },
    'behind-a-form': {
      says: 'The data is given out through a page that could not be passed, and the form it comes in is not shown.',
      example: 'A query form; terms to accept first; an application that needs a browser',
      changes: 'A file of the data is linked.',
      confidence: 'medium',
      improve: 'Link the whole data as a file beside the form',
    },
    'file-not-read': {
      says: 'A file is there but could not be read as rows or records ({why}).',
      example: 'An encrypted archive; a file cut short',
      changes: 'The file is read whole.',
      confidence: 'medium',
      improve: 'Publish the file in a common open format such as CSV',
    },
    'no-file-seen': {
      says: 'No file and no rows of the data were seen.',
      example: 'A dead link; a home page',
      changes: 'A file is found.',
      confidence: 'high',
      improve: 'Publish the data as CSV or another open format',
    },
  },
  decide(dossier) {
    const files = filesOf(dossier);
    if (isNonEmpty(files)) return byFiles(files, dossier);
    const offered = byOffers(dossier);
    const walls = allWalls(dossier);
    if (offered.reason === 'no-file-seen' && isNonEmpty(walls))
      return { outcome: 'unsure', reason: 'behind-a-form', missing: missingAt(walls) };
    return offered;
  },
});
