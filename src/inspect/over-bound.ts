/** Code of the warning by which an inspection says that reading went over a bound. */
export const overBound = 'over-bound';
