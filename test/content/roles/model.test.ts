import { describe, expect, test } from 'vitest';
import { parts } from '../../../src/content/roles/features.ts';
import { buildModel, type ModelFile, modelOf } from '../../../src/content/roles/model.ts';

/** Bytes of weights as a model keeps them. */
const written = (...bytes: readonly number[]): string =>
  Buffer.from(bytes.map((byte) => byte & 0xff)).toString('base64');

const two = { roles: ['one', 'other'], bias: [0, 0], step: 0.1 };

/** Likelihoods to two places. */
const likelihoods = (weights: string, bucket: number, value: number, bias: readonly number[] = two.bias): unknown => {
  const roles = modelOf({ ...two, bias, weights })({ indexes: [bucket], values: [value] });
  return Object.fromEntries([...roles].map(([role, share]) => [role, Math.round(share * 100) / 100]));
};

describe('weights of a field reader', () => {
  test.each([
    ['the first bucket', written(1, 1, 0, 20), 0, { one: 0.88, other: 0.12 }],
    ['a bucket after a gap', written(1, 1, 0, 20, 3, 1, 1, 20), 3, { one: 0.12, other: 0.88 }],
    ['a gap of more than one byte', written(0x81 + 0x7f - 0x7f, 2, 1, 0, 20), 256, { one: 0.88, other: 0.12 }],
    ['a weight that speaks against a role', written(1, 1, 0, -20), 0, { one: 0.12, other: 0.88 }],
    ['two weights of one bucket', written(1, 2, 0, 20, 1, 20), 0, { one: 0.5, other: 0.5 }],
    ['a bucket without weights', written(1, 1, 0, 20), 5, { one: 0.5, other: 0.5 }],
  ])('%s', (_, weights, bucket, expected) => {
    expect(likelihoods(weights, bucket, parts)).toEqual(expected);
  });

  test('a feature that weighs half says half as much', () => {
    expect(likelihoods(written(1, 1, 0, 20), 0, parts / 2)).toEqual({ one: 0.73, other: 0.27 });
  });

  test('a role may be likelier before anything is seen', () => {
    expect(likelihoods(written(1, 1, 0, 20), 7, parts, [20, 0])).toEqual({ one: 0.88, other: 0.12 });
  });

  test('weights that end inside a row are refused', () => {
    expect(() => modelOf({ ...two, weights: written(1, 2, 0, 20) })).toThrow('end too early');
  });

  test('weights of a bucket that does not exist are refused', () => {
    expect(() => modelOf({ ...two, weights: written(0xff, 0xff, 0x7f, 1, 0, 20) })).toThrow('does not exist');
  });

  test('those whose places the build found say the same', () => {
    const weights = written(1, 1, 0, 20, 3, 2, 0, 5, 1, 20, 0x80, 0x7f, 1, 1, -9);
    const file = { ...two, weights } as unknown as ModelFile;
    const { rows } = buildModel(file);
    for (const bucket of [0, 1, 2, 3, 4, 16_259, 16_260, 32_767]) {
      const look = { indexes: [bucket], values: [parts] };
      expect([...modelOf({ ...two, weights, rows })(look)], String(bucket)).toEqual([
        ...modelOf({ ...two, weights })(look),
      ]);
    }
    expect(modelOf({ ...two, weights, rows })({ indexes: [3], values: [parts] })).not.toEqual(
      modelOf({ ...two, weights })({ indexes: [4], values: [parts] }),
    );
  });
});
