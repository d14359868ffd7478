import type { Json } from '../../model/basics.ts';

/** A plain value as text; objects, lists and null are blank. */
export const shown = (value: Json): string => (value === null || typeof value === 'object' ? '' : String(value));

/** Coordinates and series of bare numbers hold no keys. */
export const isNumbers = (items: readonly Json[]): boolean => typeof items[0] === 'number';
