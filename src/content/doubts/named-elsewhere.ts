import { columnGround } from '../columns.ts';
import { needsNumber } from '../quotes.ts';
import type { Reading, Unit } from '../reading.ts';
import type { Doubt } from './doubt.ts';

/** Does a file follow a standard that keeps the names of what it measures in another document, in the form it is in? */
const isCoded = ({ inspection: { standards, format } }: Unit, { concepts }: Reading): boolean =>
  standards.length > 0 &&
  (concepts.standards?.() ?? []).some(
    ({ standard, namedElsewhere = [] }) => namedElsewhere.includes(format) && standards.includes(standard),
  );

/** Is a code in it known, as that of a figure which the category asks about? Then it is known what it is data of. */
const isKnownInPart = ({ evidence, path }: Unit, { sightings, concepts }: Reading): boolean =>
  sightings.some(
    ({ concept, place, table, evidence: where }) =>
      place === 'value' && where === evidence && table?.unit.path === path && needsNumber(concepts.concepts[concept]),
  );

/** A column of codes whose words the file does not have, under a name that does not tell what they are of. */
const unnamedIn = (unit: Unit, { tables }: Reading) => {
  for (const table of tables.filter((one) => one.unit === unit)) {
    const column = table.columns.find(({ hasUnnamedCodes, hits }) => hasUnnamedCodes === true && hits.size === 0);
    if (column !== undefined) return columnGround(table, column);
  }
  return null;
};

/** The data holds codes alone, none of which is known. What they stand for is named in a document that is none of its files. */
export const namedElsewhere: Doubt = (_, { reading }) => {
  for (const unit of reading.units) {
    const unnamed = unnamedIn(unit, reading);
    if (unnamed !== null && !isKnownInPart(unit, reading))
      return { answer: 'Unsure', reason: 'named-elsewhere', where: [unnamed] };
  }
  const unit = reading.units.find((one) => isCoded(one, reading) && !isKnownInPart(one, reading));
  if (unit === undefined) return null;
  const quote =
    unit.inspection.tables[0]?.columns
      .map(({ name }) => name)
      .join(' | ')
      .slice(0, 120) ?? '';
  return {
    answer: 'Unsure',
    reason: 'named-elsewhere',
    where: [{ evidence: unit.evidence, part: unit.path || unit.name, quote }],
  };
};
