import type { Sign } from '../../model/observation.ts';
import { evened } from '../../text/fold.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** A notice of maintenance, of a fault or of a closed border is short. */
const noticeText = 1_500;

/** The fewest words of a fault alone make a page; in a longer text they are part of a story. */
const faultText = 700;

/** An envelope of a fault has few keys. */
const fewKeys = 12;

const partsOf = (path: string): readonly string[] =>
  path
    .replaceAll(/\[\d*\]/g, '')
    .split(/[./]/)
    .map((part) => part.replace(/^.*:/, '').toLowerCase())
    .filter((part) => part !== '' && part !== '$');

/** A reply in JSON or XML that says 200 and means no: few keys, an error among those at the top or in what they say. */
const envelope = ({ inspection, page, reading, words }: View): readonly Sign[] => {
  if (reading?.kind === 'error') return signWhere('error-envelope', reading.message ?? reading.software);
  if (inspection.machineReadableBecause === 'error-body') {
    return signWhere(
      'error-envelope',
      inspection.keys.map(({ path }) => path).join(', ') || 'a fault in place of data',
    );
  }
  if (page !== null || reading !== null || inspection.keys.length > fewKeys) return [];
  if (inspection.tables.some(({ rows }) => (rows ?? 0) > 1)) return [];
  const fault = inspection.keys.find(({ path, examples }) => {
    const parts = partsOf(path);
    const isNamed = parts.slice(0, 2).some((part) => words.faults.keys.includes(part));
    const isSaid =
      words.faults.states.includes(parts.at(-1) ?? '') &&
      words.faults.values.includes((examples[0] ?? '').toLowerCase());
    return (isNamed && examples[0] !== 'false' && examples[0] !== '0') || isSaid;
  });
  return fault === undefined ? [] : signWhere('error-envelope', `${fault.path}: ${fault.examples.join(', ')}`);
};

/** What a reply in JSON, XML or plain text says of itself, where it is too short to be data; empty where it may be. */
const messageOf = ({ inspection, page, reading, text, words }: View): string => {
  const { keys, tables, members } = inspection;
  if (page !== null || reading !== null || members.length > 0) return '';
  if (tables.some(({ rows, columns }) => (rows ?? 2) > 1 && columns.length > 1)) return '';
  if (keys.length === 0) return text.length < faultText ? text : '';
  if (keys.length > fewKeys || keys.some(({ count }) => count > 1)) return '';
  const said = keys.filter(({ path }) => words.faults.messages.includes(partsOf(path).at(-1) ?? ''));
  return evened(said.flatMap(({ examples }) => examples).join(' · '));
};

/** Meanings of a message that stands in the place of data. */
const excuses = [
  'fault',
  'not-found',
  'maintenance',
  'geo-block',
  'closed-site',
  'login-to-see',
  'no-results',
] as const;

const message = (view: View): readonly Sign[] => {
  const told = messageOf(view);
  const quote = excuses.map((meaning) => quotePhrase(view.words, meaning, told)).find((found) => found !== null);
  return signWhere('fault-message', quote);
};

/**
 * A file that is still being made: the status that says so (RFC 9110, 15.3.3), with no rows beside it, or a short word
 * of it in the place of a file.
 */
const notReady = (view: View): readonly Sign[] => {
  const { page, text, role, status, rows, words } = view;
  const told = page === null ? messageOf(view) : text.length < faultText ? text : '';
  const quote = quotePhrase(words, 'being-prepared', told);
  if (status === 202 && rows === null) return signWhere('not-ready', quote ?? `HTTP ${status}`);
  const isInPlaceOfFile = role === 'data-file' || page === null;
  return isInPlaceOfFile && rows === null ? signWhere('not-ready', quote) : [];
};

const notices = (view: View): readonly Sign[] => {
  if (view.page === null || view.text.length > noticeText || view.rows !== null) return [];
  const head = `${view.title} · ${view.headings}`;
  const told = `${head} · ${view.text}`;
  return [
    ...signWhere('maintenance', quotePhrase(view.words, 'maintenance', told)),
    ...signWhere('geo-block', quotePhrase(view.words, 'geo-block', told)),
    ...signWhere('fault', quotePhrase(view.words, 'fault', view.text.length < faultText ? told : head)),
  ];
};

/** A refusal in the protocol or in the body, a notice of a fault or of maintenance, a border for foreign visitors. */
export const error: KindReader = {
  kind: 'error',
  signsOf: (view) => {
    const { status } = view;
    const refused = status >= 400 ? signWhere('status', `HTTP ${status}`) : [];
    const unfollowed = status >= 300 && status < 400 ? signWhere('redirect-not-followed', `HTTP ${status}`) : [];
    return [...refused, ...unfollowed, ...notReady(view), ...envelope(view), ...message(view), ...notices(view)];
  },
};
