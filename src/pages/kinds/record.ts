import { type KindReader, signWhere } from '../seen.ts';

/** The description of one dataset, as a catalogue gives it. */
export const record: KindReader = {
  kind: 'record',
  signsOf: ({ reading }) =>
    reading !== null && reading.kind === 'record' && reading.datasets.length > 0
      ? signWhere('catalogue-record', `${reading.software}: ${reading.datasets[0]?.title ?? ''}`)
      : [],
};
