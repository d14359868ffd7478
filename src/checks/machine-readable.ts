import { isNonEmpty } from '../model/basics.ts';
import { type Dossier, defineCheck } from '../model/check.ts';
import type { Observation } from '../model/observation.ts';
import { type MachineReadableAnswer, reasons } from './reasons/machine-readable.ts';
import {
  barriersOf,
  filesOf,
  groundOf,
  groundsAt,
  groundsOf,
  lookedAt,
  missingAt,
  shownOn,
  sightings,
  unlike,
  unseenFiles,
} from './sight.ts';

const isReadable = ({ inspection }: Observation): boolean => inspection?.machineReadable === 'Yes';
/** A document, but not a text whose lines are rows that no reader could part. */
const isForPeople = ({ inspection, kindSigns }: Observation): boolean =>
  inspection?.machineReadable === 'No' && !kindSigns.some(({ code }) => code === 'text-rows');

const byFiles = (files: readonly [Observation, ...Observation[]], dossier: Dossier): MachineReadableAnswer => {
  const readable = files.filter(isReadable);
  if (isNonEmpty(readable))
    return {
      outcome: 'yes',
      reason: 'rows-or-records',
      grounds: groundsAt(readable),
      detail: { format: readable[0].inspection?.format ?? '' },
    };
  const unseen = unlike(unseenFiles(dossier), files);
  if (unseen.length > 0)
    return {
      outcome: 'unsure',
      reason: 'file-not-read',
      missing: [
        ...missingAt(files),
        ...unseen.flatMap(({ evidence }) => evidence ?? []).map((evidence) => ({ evidence })),
      ],
      detail: { unread: 'not-all-seen' },
    };
  if (files.every(isForPeople)) {
    const formats = [...new Set(files.map(({ inspection }) => inspection?.format ?? ''))];
    return { outcome: 'no', reason: 'only-documents', grounds: groundsAt(files), detail: { formats } };
  }
  return {
    outcome: 'unsure',
    reason: 'file-not-read',
    missing: missingAt(files),
    detail: { unread: files[0].inspection?.machineReadableBecause ?? 'unread' },
  };
};

const byOffers = (dossier: Dossier): MachineReadableAnswer => {
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
export default defineCheck<MachineReadableAnswer>({
  id: 'machinereadable',
  version: 2,
  question: 'Is the data machine readable?',
  rationale:
    'Rows or records that parse count, whatever the server called them; spreadsheets do, PDF, HTML, word processors’ files and pictures do not. Where no file could be opened, what the catalogue or the link declares stands, with less confidence.',
  sources: [
    'Global Open Data Index 2015, question “Is the data machine readable”',
    'Global Open Data Index 2015, general rulings: XLS counts as machine readable; HTML and PDF do not',
  ],
  reasons,
  decide(dossier) {
    const files = filesOf(dossier);
    if (isNonEmpty(files)) return byFiles(files, dossier);
    const offered = byOffers(dossier);
    const walls = barriersOf(dossier);
    if (offered.reason === 'no-file-seen' && isNonEmpty(walls))
      return { outcome: 'unsure', reason: 'behind-a-form', missing: missingAt(walls) };
    return offered;
  },
});
