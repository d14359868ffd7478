import type { CommitmentsReport } from '../../model/commitments-report.ts';
import { forJson } from '../escape.ts';

/** The report as it is. */
export const commitmentsJson = (report: CommitmentsReport): string => `${forJson(JSON.stringify(report, null, 2))}\n`;
