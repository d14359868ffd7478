import type { RecordDigest } from '../model/survey.ts';
import type { SurveyView } from './view.ts';

/** Criteria that udata counts for each dataset. */
const criteria = 9;

/**
 * What one record meets of the nine criteria of udata (the `quality` of its API), without that of its links: licence, period, area,
 * rhythm, kept rhythm, description, an open format, documentation.
 */
const metBy = (record: RecordDigest, ageOf: (day: string) => number): number => {
  const { licence, temporal, spatial, rhythm, modified, isDescribed, isOpenFormat, isDocumented } = record;
  const isKept = rhythm !== null && modified !== null && ageOf(modified) <= rhythm;
  return [
    licence.label !== null,
    temporal !== 'absent',
    spatial !== 'absent',
    rhythm !== null,
    isKept,
    isDescribed,
    isOpenFormat,
    isDocumented,
  ].filter(Boolean).length;
};

/**
 * The mean of udata's nine criteria, 0 to 1. Whether all files of a dataset answer was not asked of each: that one criterion makes a
 * range. Null where no record was read.
 */
export const udataScore = (
  { records }: SurveyView,
  ageOf: (day: string) => number,
): { readonly low: number; readonly high: number } | null => {
  if (records.length === 0) return null;
  const sum = records.reduce((total, record) => total + metBy(record, ageOf), 0);
  const withFiles = records.filter(({ distributions }) => distributions.all > 0).length;
  const all = criteria * records.length;
  return { low: sum / all, high: (sum + withFiles) / all };
};
