import { buckets } from '../../src/content/roles/features.ts';
import type { ModelFile } from '../../src/content/roles/model.ts';
import type { Learned } from './learn.ts';

type Packed = Pick<ModelFile, 'roles' | 'buckets' | 'step' | 'bias' | 'weights'>;

/** The heaviest weights in steps of one signed byte, as `criteria/models` keeps them. */
export const packed = ({ roles, weights, bias }: Learned, kept: number): Packed => {
  const size = roles.length;
  const sorted = Float64Array.from(weights, Math.abs).sort();
  const least = sorted[Math.max(0, sorted.length - kept)] ?? 0;
  const step = (sorted.at(-1) ?? 1) / 127;
  const bytes: number[] = [];
  let before = -1;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const row: number[] = [];
    for (let role = 0; role < size; role += 1) {
      const weight = weights[bucket * size + role] ?? 0;
      const steps = Math.round(weight / step);
      if (Math.abs(weight) >= least && steps !== 0) row.push(role, steps & 0xff);
    }
    if (row.length === 0) continue;
    let gap = bucket - before;
    before = bucket;
    for (; gap > 0x7f; gap >>>= 7) bytes.push((gap & 0x7f) | 0x80);
    bytes.push(gap, row.length / 2, ...row);
  }
  return {
    roles,
    buckets,
    step,
    bias: [...bias].map((value) => Math.round(value / step)),
    weights: Buffer.from(bytes).toString('base64'),
  };
};
