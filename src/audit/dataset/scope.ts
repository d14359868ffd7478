import type { Scope } from '../../model/check.ts';
import { isOfPart } from '../../model/records.ts';
import { sayLevel } from '../../text/levels.ts';
import type { Group } from './group.ts';

/**
 * Whose area some groups cover: the whole country's where a body of the whole stands behind one of them, a part's where
 * that is all there is.
 */
export const scopeOf = (groups: readonly Group[]): Scope => {
  const roots = groups.map(({ root }) => root);
  const national = roots.filter(({ provenance }) => provenance.level.verdict === 'national');
  const parts = roots.filter(({ provenance }) => isOfPart(provenance.level));
  const telling = national.length > 0 ? national : parts;
  return {
    level: telling[0]?.provenance.level.verdict ?? 'unknown',
    where: telling.map(({ evidence, provenance }) => ({
      evidence,
      part: 'publisher',
      quote: sayLevel(provenance.level.because),
    })),
  };
};
