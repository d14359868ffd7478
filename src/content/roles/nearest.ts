import type { Clue, ConceptId, Expectation } from '../../model/content.ts';
import type { Criterion } from '../../model/data.ts';
import { rowsOf } from '../columns.ts';
import { isNameOfOther } from '../naming.ts';
import { cannotBeFiner } from '../possible.ts';
import type { Reading } from '../reading.ts';
import { listed } from '../shown.ts';
import { withoutUnit } from '../units.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { nearnessTo } from './near.ts';
import type { NearThresholds } from './thresholds.ts';

/** A field that no word explains, and the concept that it comes near to. */
export interface Nearest {
  readonly field: Field;
  readonly concept: ConceptId;
  /** 0 to 1. */
  readonly share: number;
}

/**
 * Shapes that look for what layers, classes and days are called. A field that is called nearly so is no layer, and a day that is
 * there shows nothing of what is asked for on it.
 */
const ofNames: ReadonlySet<string> = new Set(['marked', 'territories', 'unmarked', 'days-ahead']);

/** The concepts that a clue looks for as fields. */
const fieldsIn = (clue: Clue): readonly ConceptId[] => {
  if ('field' in clue) return listed(clue.field);
  if ('shape' in clue) return ofNames.has(clue.shape) ? [] : Object.values(clue.of ?? {}).flat();
  if ('all' in clue) return clue.all.flatMap(fieldsIn);
  return 'any' in clue ? clue.any.flatMap(fieldsIn) : [];
};

const numeric: readonly Field['type'][] = ['integer', 'number', 'mixed', 'year'];
const worded: readonly Field['type'][] = ['text', 'mixed', 'code', 'boolean'];

/** Do the values look like those of such a field? */
const fits = (expects: Expectation, { type, distinct, rows }: Field): boolean => {
  switch (expects) {
    case 'count':
    case 'number':
    case 'share':
      return numeric.includes(type);
    case 'text':
      return worded.includes(type);
    case 'code':
      return type !== 'number' && type !== 'date' && (rows < 3 || distinct > 1);
    case 'date':
      return type === 'date' || type === 'year' || type === 'mixed';
    case 'geometry':
      return type === 'geometry';
    case 'any':
      return true;
  }
};

const kept = new WeakMap<Reading, readonly Field[]>();

/** A key at the top of a file of records is about the file: the name of a layer is nobody's name. */
const isOfFile = ({ kind, ground }: Field, { tables }: Reading): boolean =>
  kind === 'key' &&
  !/[./@]/.test(ground.part ?? '') &&
  tables.some((table) => table.unit.evidence === ground.evidence && rowsOf(table) > 1);

/** Fields under a name of their own that the vocabulary does not know. */
const unexplained = (reading: Reading): readonly Field[] => {
  const before =
    kept.get(reading) ??
    fieldsOf(reading).filter((one) => one.kind !== 'value' && one.hits.size === 0 && !isOfFile(one, reading));
  kept.set(reading, before);
  return before;
};

/** A unit that does not tell more apart than those it would be a part of. */
const isAsCoarse = ({ ground, distinct }: Field, concept: ConceptId, { tables, concepts }: Reading): boolean =>
  tables.some(
    (table) =>
      table.unit.evidence === ground.evidence &&
      cannotBeFiner(distinct, table, concepts.concepts[concept]?.finerThan ?? []),
  );

/** The unexplained field that comes nearest to what a criterion asks for, and nearer to that than to anything else. */
export const nearestField = (
  criterion: Criterion,
  reading: Reading,
  { kinds, doubtNo }: NearThresholds,
): Nearest | null => {
  if (!kinds.includes(criterion.kind)) return null;
  const asked = new Set(criterion.shownBy.yes.flatMap(fieldsIn));
  const near = nearnessTo(reading.concepts);
  let best: Nearest | null = null;
  for (const field of unexplained(reading)) {
    const found = near(withoutUnit(field.text));
    const highest = Math.max(0, ...found.values());
    for (const [concept, share] of found) {
      if (!asked.has(concept) || share < doubtNo || share < highest || share <= (best?.share ?? 0)) continue;
      if (isNameOfOther(field.text, concept, reading.concepts) || isAsCoarse(field, concept, reading)) continue;
      if (fits(reading.concepts.concepts[concept]?.expects ?? 'any', field)) best = { field, concept, share };
    }
  }
  return best;
};
