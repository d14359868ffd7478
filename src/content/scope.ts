import { isOfPart } from '../model/records.ts';
import type { Scene } from './scene.ts';

/** Of a file alone nobody knows who published it; what its words say of the country is then all there is. */
export const isFileAlone = ({ scope }: Pick<Scene, 'scope'>): boolean => scope === null;

/** Did a body of a part of the country publish it? What it shows, it shows of that part. */
export const isPartOnly = ({ scope }: Pick<Scene, 'scope'>): boolean =>
  scope !== null && isOfPart({ verdict: scope.level });
