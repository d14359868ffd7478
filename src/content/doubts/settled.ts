import type { Ground } from '../../model/check.ts';
import type { Clue } from '../../model/content.ts';
import { absence } from '../absence.ts';
import { columnGround } from '../columns.ts';
import type { ReadColumn, Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';
import { hasGeometry } from '../shapes/geography.ts';
import type { Doubt } from './doubt.ts';
import { nestingUnread, notAllSeen, notUnderstood } from './unread.ts';

/** Names of fields that may hold shapes in a form that nobody here reads. */
const shapely = /geom|shape|polygon|boundary|outline|bounds|\bring|\bwk[bt]\b|coordinates|border/i;
/** Binary shapes in hexadecimal digits. */
const hexadecimal = /^[0-9A-F]{40,}$/i;

const canHoldShapes = ({ name, type, examples }: ReadColumn): boolean =>
  type === 'geometry' || shapely.test(name) || examples.some((value) => hexadecimal.test(value));

/** The first field that could hold shapes that were not recognised. */
const unreadShapes = ({ tables, units }: Reading): Ground | null => {
  for (const table of tables) {
    const column = table.columns.find((one) => one.fill > 0 && canHoldShapes(one));
    if (column !== undefined) return columnGround(table, column);
  }
  for (const { evidence, inspection } of units) {
    const key = inspection.keys.find(({ path }) => path !== 'geometry' && shapely.test(path));
    if (key !== undefined) return { evidence, part: key.path, quote: key.examples[0] ?? '' };
  }
  return null;
};

/**
 * Is it certain that a clue does not hold, whatever the fields that nobody can explain may be? A standard is recognised or
 * it is not, and so is geometry, where nothing could be geometry in another form.
 */
const isOut = (clue: Clue, scene: Scene): boolean => {
  if ('all' in clue) return clue.all.some((part) => isOut(part, scene));
  if ('any' in clue) return clue.any.every((part) => isOut(part, scene));
  if ('standard' in clue)
    return !scene.reading.units.some(({ inspection }) => clue.standard.some((id) => inspection.standards.includes(id)));
  if (!('shape' in clue) || clue.shape !== 'geometry') return false;
  const kinds = clue.kinds ?? ['polygon'];
  const others = ['point', 'line', 'polygon'].filter((kind) => !kinds.includes(kind));
  if (hasGeometry(scene.reading, kinds)) return false;
  // Geometry of another kind was recognised: a field that may hold shapes is that one.
  return hasGeometry(scene.reading, others) || unreadShapes(scene.reading) === null;
};

const looksAtPolygons = (clue: Clue): boolean => {
  if ('all' in clue) return clue.all.some(looksAtPolygons);
  if ('any' in clue) return clue.any.some(looksAtPolygons);
  return 'shape' in clue && clue.shape === 'geometry';
};

/** All was read, and no field could change what the criterion needs besides: no polygons, no name of a polygon. */
export const settled: Doubt = (criterion, scene) => {
  if (criterion.shownBy.absent !== 'no' || !criterion.shownBy.yes.every((clue) => isOut(clue, scene))) return null;
  const unread = [notUnderstood, notAllSeen, nestingUnread].some((doubt) => doubt(criterion, scene) !== null);
  return unread ? null : absence(criterion, scene);
};

/** There is no geometry that anybody here can read, but a field that may be some in another form. */
export const shapesUnread: Doubt = ({ shownBy }, { reading }) => {
  if (
    shownBy.absent !== 'no' ||
    !shownBy.yes.some(looksAtPolygons) ||
    hasGeometry(reading, ['point', 'line', 'polygon'])
  )
    return null;
  const ground = unreadShapes(reading);
  return ground === null ? null : { answer: 'Unsure', reason: 'shapes-unread', where: [ground] };
};
