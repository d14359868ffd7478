import type { Ground, Scope } from '../model/check.ts';
import type { ShapeClue } from '../model/content.ts';
import type { Reading } from './reading.ts';
import type { FieldReader } from './roles/reader.ts';
import type { Shown } from './shown.ts';

/** Everything a clue may look at. Its only clock is `asOf`. */
export interface Scene {
  readonly reading: Reading;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly asOf: string;
  /** Were all the files seen that the official source offers? Only then can absence be a No. */
  readonly whole: boolean;
  /** Criteria of which the publisher says that what they ask for is not published; absent where it says so of none. */
  readonly told?: ReadonlyMap<string, Ground>;
  /** Reads what role each field plays; null where nobody does. */
  readonly reader: FieldReader | null;
  /** Who published it; null for a file alone, of which nothing is known. */
  readonly scope: Scope | null;
  /** Names of the parts of the country. */
  readonly parts: readonly string[];
}

/** Recognises the shape of data; null where it is not there. */
export type Shape = (scene: Scene, clue: ShapeClue) => Shown | null;
