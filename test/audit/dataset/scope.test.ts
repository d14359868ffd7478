import { expect, test } from 'vitest';
import { type Group, scopeOf } from '../../../src/audit/dataset/index.ts';
import type { Level } from '../../../src/model/records.ts';
import { observation, provenance } from '../../builders.ts';

const of = (number: number, verdict: Level['verdict']): Group => ({
  root: observation(number, {
    provenance: provenance({ level: { verdict, because: { reason: `It is ${verdict}.`, args: {} } } }),
  }),
  members: [],
});

test.each([
  ['of the whole country where one is', [of(1, 'unknown'), of(2, 'national'), of(3, 'local')], 'national', ['ev-2']],
  ['of a part where nothing is of the whole', [of(1, 'unknown'), of(2, 'regional')], 'regional', ['ev-2']],
  ['not known where nothing tells', [of(1, 'unknown')], 'unknown', []],
  ['not known without groups', [], 'unknown', []],
])('some groups are %s', (_, groups, level, evidence) => {
  const scope = scopeOf(groups);
  expect([scope.level, scope.where.map((ground) => ground.evidence)]).toEqual([level, evidence]);
});
