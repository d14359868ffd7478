import type { PortalProcess } from '../../model/portal.ts';
import { classification } from './classification.ts';
import { collection } from './collection.ts';
import { dissemination } from './dissemination.ts';
import type { Measures } from './indicator.ts';
import { inventory } from './inventory.ts';
import { quality } from './quality.ts';

export type { IndicatorContext } from './indicator.ts';

/** How each indicator of each process is worked out; its definition and its bar stand in `criteria/portal`. */
export const measures: Readonly<Record<PortalProcess, Measures>> = {
  collection,
  inventory,
  classification,
  dissemination,
  quality,
};
