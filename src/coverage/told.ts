import { type Coverage, type CoverageItem, isSeen } from '../model/coverage.ts';
import type { EvidenceId } from '../model/observation.ts';

/** What an official source of the whole country says itself: that something is not published. */
export interface ToldAbsence {
  readonly evidence: EvidenceId;
  /** Does it stand on a site of the responsible body, by the file of the place? */
  readonly isOfBody: boolean;
}

/**
 * What still has to be seen where the publisher says itself that it does not publish what is missing. Whoever is charged with
 * the data is then heard, so that no page of theirs is missing. Another body's data would be in a catalogue of the nation, so
 * one of them must have been searched whole, unless the responsible body itself speaks; what they gave must all be seen.
 */
export const asTold = (coverage: Coverage, { evidence, isOfBody }: ToldAbsence): Coverage => {
  const isSearched = coverage.items.some(({ need, sight }) => need === 'national-catalogue' && sight === 'searched');
  const isCovered = ({ need, sight }: CoverageItem): boolean => {
    if (need === 'responsible-body' || need === 'page') return true;
    return need === 'national-catalogue' && sight !== 'searched-in-part' && (isSearched || isOfBody);
  };
  const items = coverage.items.map(
    (item): CoverageItem =>
      !isSeen(item) && isCovered(item) ? { ...item, sight: 'told', detail: '', evidence } : item,
  );
  return { ...coverage, items };
};
