import type { Sign } from '../../model/observation.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { quotePhrase } from '../words.ts';

/** A notice of maintenance or of a closed border is short. */
const noticeText = 1_500;

/** Keys by which programs say that something went wrong, whatever the status. */
const errorKeys =
  /^(?:error|errors|fault|exception|error_description|errormessage|error_message|errorcode|error_code)$/;

/** A reply in JSON or XML that says 200 and means no: few keys, and an error among those at the top. */
const envelope = ({ inspection, page, reading }: View): readonly Sign[] => {
  if (reading?.kind === 'error') return signWhere('error-envelope', reading.message ?? reading.software);
  if (inspection.machineReadableBecause === 'error-body')
    return signWhere('error-envelope', inspection.text || 'error body');
  if (page !== null || inspection.tables.length > 0 || inspection.keys.length > 12) return [];
  const key = inspection.keys.find(({ path }) => {
    const parts = path
      .replaceAll(/^\$\.?|\[\]/g, '')
      .split(/[./]/)
      .filter((part) => part !== '');
    return parts.length > 0 && parts.slice(0, 2).some((part) => errorKeys.test(part.toLowerCase()));
  });
  return key === undefined ? [] : signWhere('error-envelope', `${key.path}: ${key.examples.join(', ')}`);
};

const notices = (view: View): readonly Sign[] => {
  if (view.page === null || view.text.length > noticeText) return [];
  const told = `${view.title} · ${view.headings} · ${view.text}`;
  return [
    ...signWhere('maintenance', quotePhrase(view.words, 'maintenance', told)),
    ...signWhere('geo-block', quotePhrase(view.words, 'geo-block', told)),
  ];
};

/** A refusal in the protocol or in the body, a notice of maintenance, a border for foreign visitors. */
export const error: KindReader = {
  kind: 'error',
  signsOf: (view) => {
    const status = view.status >= 400 ? signWhere('status', `HTTP ${view.status}`) : [];
    const unfollowed =
      view.status >= 300 && view.status < 400 ? signWhere('redirect-not-followed', `HTTP ${view.status}`) : [];
    return [...status, ...unfollowed, ...envelope(view), ...notices(view)];
  },
};
