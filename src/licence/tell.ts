import type { GoverningLicence } from '../model/check.ts';
import type { LicenceVerdict } from '../model/licence.ts';

/**
 * One verdict for all that a page or file says: that of the statement which decided, or, where statements contradict
 * each other or nothing was said, the outcome alone.
 */
export const verdictOfGoverning = ({ open, reason, says, args, statements }: GoverningLicence): LicenceVerdict => {
  const decided = statements.find(
    ({ governs, verdict }) => governs && verdict.open === open && verdict.reason === reason,
  );
  if (decided !== undefined) {
    const { verdict, quote } = decided;
    return { ...verdict, matched: verdict.matched ?? { by: 'text', quote } };
  }
  return { id: null, title: '', open, conformance: 'unknown', reason, says, args, matched: null, conditions: [] };
};
