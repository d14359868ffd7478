import type { CriterionFinding } from '../../src/model/check.ts';
import type { Inspection, Table } from '../../src/model/inspection.ts';
import type { Program } from './program.ts';

/** A table as `odi inspect --format json` shows it. */
export type ShownTable = Pick<Table, 'name' | 'headerRows' | 'above' | 'rows'>;

/** What `odi inspect --format json` shows. */
export type Shown = Pick<
  Inspection,
  'format' | 'encoding' | 'delimiter' | 'language' | 'machineReadable' | 'machineReadableBecause' | 'period'
> & {
  readonly tables: readonly ShownTable[];
  readonly members: readonly { readonly path: string; readonly inspection: Shown | null }[];
  readonly criteria?: readonly Pick<CriterionFinding, 'id' | 'answer' | 'reason'>[];
};

/** Inspects a file or a recording; without a result there is a fault. */
export const inspectionOf = async (
  odi: Program,
  words: readonly string[],
): Promise<{ readonly shown: Shown | null; readonly fault: string; readonly seconds: number }> => {
  const { code, out, err, seconds } = await odi.run('inspect', ...words, '--format', 'json', '--quiet');
  if (code !== 0) return { shown: null, fault: `exit ${code}: ${err.slice(0, 300)}`, seconds };
  const shown: Shown = JSON.parse(out);
  return { shown, fault: '', seconds };
};
