import { expect, test } from 'vitest';
import { licenceOf } from '../../src/audit/licence.ts';
import type { Observation } from '../../src/model/observation.ts';
import type { ReplyKind } from '../../src/model/reply-kinds.ts';
import { arrived, observation } from '../builders.ts';

const page = (kind: ReplyKind, given: Partial<Observation> = {}): Observation =>
  observation(1, { role: 'landing-page', kind, ...given });

const licence = (root: Observation) => {
  const groups = [{ root, members: [] }];
  const { looked, unreached } = licenceOf(groups, { groups, unopened: [] });
  return [looked, unreached];
};

test.each<readonly [string, Observation, readonly string[], readonly string[]]>([
  ['a page', page('page'), ['ev-1'], []],
  ['a record of a catalogue', page('record'), ['ev-1'], []],
  ['a list of files', page('listing'), ['ev-1'], []],
  ['terms to accept first', page('terms-gate'), ['ev-1'], []],
  ['a list of datasets', page('catalogue'), [], []],
  ['a file of data', observation(1), [], []],
  ['a log-in, behind which one may stand', page('login'), [], ['ev-1']],
  ['a page that is gone', page('soft-404'), [], ['ev-1']],
  ['a page that came in part', page('page', { outcome: arrived({ complete: false }) }), ['ev-1'], ['ev-1']],
])('where a licence was looked for, and where not: %s', (_, root, looked, unreached) => {
  expect(licence(root)).toEqual([looked, unreached]);
});
