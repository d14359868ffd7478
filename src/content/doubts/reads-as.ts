import { doubtOfNo } from '../roles/index.ts';
import type { Doubt } from './doubt.ts';

/** A field reads as what was not found, to a reader that learned it from fields of other files. */
export const readsAs: Doubt = (criterion, scene) =>
  criterion.shownBy.absent === 'unsure' ? null : doubtOfNo(criterion, scene);
