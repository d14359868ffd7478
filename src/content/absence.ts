import type { Ground } from '../model/check.ts';
import type { Criterion } from '../model/data.ts';
import type { Decision } from './decision.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

const quoteLength = 160;

/** What was looked through in vain: the ground of a No, with the names of its fields, else how its text begins. */
export const lookedThrough = ({ units, tables }: Reading): readonly Ground[] =>
  units
    .filter(({ path }) => path === '')
    .map(({ evidence, name, inspection }) => {
      const fields = tables
        .filter(({ unit }) => unit.evidence === evidence)
        .flatMap(({ columns }) => columns.map(({ name }) => name));
      const quote = (fields.join(' | ') || inspection.text || inspection.page?.text || '').slice(0, quoteLength).trim();
      return quote === '' ? { evidence, part: name } : { evidence, part: name, quote };
    });

/** Nothing shows a criterion and nothing is in doubt: it is not there, or the data would not tell. */
export const absence = ({ shownBy }: Criterion, { reading }: Scene): Decision => {
  const where = lookedThrough(reading);
  return shownBy.absent === 'no'
    ? { answer: 'No', reason: 'not-in-the-data', where }
    : { answer: 'Unsure', reason: 'not-told', where };
};
