import type { Sign } from '../../model/observation.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';

/** Groups of keys that a description must have before it is taken for one. */
const fewestGroups = 4;

/** Keys of a description stand once, or once for each of a page of descriptions. */
const mostTimes = 120;

const nameOf = (path: string): string =>
  path
    .split(/[.[\]/:@#]+/)
    .filter((part) => part !== '' && part !== '$')
    .at(-1)
    ?.toLowerCase() ?? '';

/** A description of data in a vocabulary that no reader knew: JSON or XML whose keys are those of descriptions. */
const described = ({ page, reading, inspection, words }: View): readonly Sign[] => {
  if (page !== null || reading !== null || inspection.keys.length === 0) return [];
  const names = new Set(inspection.keys.filter(({ count }) => count <= mostTimes).map(({ path }) => nameOf(path)));
  const groups = words['record-keys'].map((group) => group.find((name) => names.has(name)));
  const found = groups.filter((name) => name !== undefined);
  // Rows may well have a title, an owner and a date; only a description says where the data is.
  const isTold = groups.at(-1) !== undefined && found.length >= fewestGroups;
  return isTold ? signWhere('keys-of-a-record', found.join(', ')) : [];
};

/** The description of one dataset, as a catalogue gives it, or as its keys betray. */
export const record: KindReader = {
  kind: 'record',
  signsOf: (view) => {
    const { reading } = view;
    if (reading === null) return described(view);
    return reading.kind === 'record' && reading.datasets.length > 0
      ? signWhere('catalogue-record', `${reading.software}: ${reading.datasets[0]?.title ?? ''}`)
      : [];
  },
};
