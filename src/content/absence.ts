import type { Ground } from '../model/check.ts';
import type { Criterion } from '../model/data.ts';
import type { Decision } from './decision.ts';
import type { ReadColumn, Reading } from './reading.ts';
import type { Scene } from './scene.ts';

const quoteLength = 160;

/** A field and what it was read as. */
const fieldOf = ({ name, hits }: ReadColumn): string => {
  const [concept] = hits;
  return concept === undefined ? name : `${name} (${concept.replaceAll('-', ' ')})`;
};

/** What was looked through in vain: the ground of a No, with every field and what it is. */
export const lookedThrough = ({ units, tables }: Reading): readonly Ground[] =>
  units
    .filter(({ path }) => path === '')
    .map(({ evidence, name, inspection }) => {
      const fields = tables
        .filter(({ unit }) => unit.evidence === evidence)
        .flatMap(({ columns }) => columns.map(fieldOf));
      const quote = (fields.join(' | ') || inspection.text || inspection.format).slice(0, quoteLength);
      return { evidence, part: name, quote };
    });

/** Nothing shows a criterion and nothing is in doubt: it is not there, or the data would not tell. */
export const absence = ({ shownBy }: Criterion, { reading }: Scene): Decision => {
  const where = lookedThrough(reading);
  return shownBy.absent === 'no'
    ? { answer: 'No', reason: 'not-in-the-data', where }
    : { answer: 'Unsure', reason: 'not-told', where };
};
