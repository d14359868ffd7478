import type { Sign } from '../../model/observation.ts';
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
    return [...refused, ...unfollowed, ...envelope(view), ...notices(view)];
  },
};
