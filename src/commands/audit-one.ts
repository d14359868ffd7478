import type { Category, Place } from '../model/data.ts';
import { messageOf } from '../model/defect.ts';
import { UserError } from '../model/errors.ts';
import type { Review } from '../model/review.ts';
import { forTerminal } from '../render/escape.ts';
import type { Run } from './audit-state.ts';
import { allowanceOf } from './fetching.ts';
import { webAddress } from './outcome.ts';

/**
 * Audits one category of one place. Nothing is stored. Null where the person interrupted it, and where it failed by a defect of the
 * program: that is reported on one line with exit code 70, and costs this review alone.
 *
 * @throws UserError for what the person can put right, such as a full disk.
 */
export const auditOne = async (place: Place, category: Category, run: Run): Promise<Review | null> => {
  const { edition, year, asOf, store, data, fetching, options, shell } = run;
  const { audit } = await import('../audit/audit.ts');
  const key = { year, place: place.id, category: category.id };
  const request = {
    ...{ place, category, edition, year, asOf, previous: store.previous(key) },
    urls: (options.url ?? []).map(webAddress),
    events: options.event ?? [],
    allowance: allowanceOf(options, options.deadline),
  };
  try {
    const fresh = await audit(request, fetching.fetch, data);
    return shell.interrupted.aborted ? null : fresh;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const about = forTerminal(`${place.id} ${category.id}: ${messageOf(error)}`);
    shell.tell(`odi: ${about} (a defect of odi that cost this review; please report it)\n`);
    shell.exit(70);
    return null;
  }
};
