const compact = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;

/**
 * The date of a record as ISO 8601 in UTC, with the precision it was written with: `20151102100000`, as old tools
 * write it, and offsets other than `Z` are rewritten. Null for what is no date.
 */
export const instantOf = (date: string): string | null => {
  const text = date.trim().replace(compact, '$1-$2-$3T$4:$5:$6Z');
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) return null;
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? text : new Date(moment).toISOString();
};
