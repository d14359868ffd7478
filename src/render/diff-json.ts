import type { Diff } from '../model/diff.ts';
import { forJson } from './escape.ts';

/** The comparison as it is. */
export const diffJson = (diff: Diff): string => `${forJson(JSON.stringify(diff, null, 2))}\n`;
