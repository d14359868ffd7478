import { isDatabaseAddress } from '../../model/database-address.ts';
import type { SitePlan, SitePortal } from '../../report/index.ts';
import { keptPlans, readCommitments } from '../../reviews/commitments.ts';
import { portalsIn, readPortalReport, reportDays } from '../../reviews/portals.ts';
import type { Shell } from '../shell.ts';
import { storeFolder } from '../subject.ts';

/** Which place a portal is of, as the place files know it; null where none does. */
const placeOf = (url: string, places: Iterable<string>, { criteria }: Shell): string | null => {
  const known = new Set(criteria.places());
  const { host } = new URL(url);
  for (const id of places) {
    if (
      known.has(id) &&
      criteria.place(id).portals.some((portal) => URL.canParse(portal.url) && new URL(portal.url).host === host)
    )
      return id;
  }
  return null;
};

/** The newest report of every portal that the store has one of. */
export const readPortals = (folder: string, places: readonly string[], shell: Shell): readonly SitePortal[] => {
  if (isDatabaseAddress(folder)) return [];
  const store = storeFolder(folder, shell);
  return portalsIn(store).flatMap((name) => {
    const days = reportDays(store, name);
    const newest = days.at(-1);
    if (newest === undefined) return [];
    const report = readPortalReport(store, name, newest);
    return [{ name, report, place: placeOf(report.portal.url, places, shell), earlier: days.slice(0, -1) }];
  });
};

/** The newest report of every plan that the store has one of. */
export const readPlans = (folder: string, shell: Shell): readonly SitePlan[] => {
  if (isDatabaseAddress(folder)) return [];
  const store = storeFolder(folder, shell);
  return shell.criteria.places().flatMap((place) =>
    keptPlans(store, place).flatMap(({ plan, days }) => {
      const newest = days.at(-1);
      const report = newest === undefined ? null : readCommitments(store, place, plan, newest);
      return report === null ? [] : [{ plan, report }];
    }),
  );
};
