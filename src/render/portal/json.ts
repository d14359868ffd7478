import type { PortalReport } from '../../model/portal.ts';
import { asJson } from '../escape.ts';

/** One report as it is, several under `reports`. */
export const portalJson = (reports: readonly PortalReport[]): string =>
  asJson(reports.length === 1 ? reports[0] : { reports });
