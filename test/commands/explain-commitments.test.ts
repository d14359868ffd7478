import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { signs } from '../../src/commitments/functions/signs/index.ts';
import {
  contradictionReasons,
  functionReasons,
  milestoneReasons,
  standingReasons,
} from '../../src/commitments/reasons.ts';
import { explainedStatuses } from '../../src/commitments/statuses.ts';
import { milestoneStatuses, promiseStatuses } from '../../src/model/commitments-report.ts';
import { run } from './in-process.ts';

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'commitments.md'), 'utf8');
const statuses = [...new Set([...promiseStatuses, ...milestoneStatuses])];

describe.each(statuses)('the status %s', (status) => {
  test('is explained, with the sentence of each reason that it gives', async () => {
    const { code, out } = await run(['explain', status], process.cwd());
    const flat = out.replace(/\s+/g, ' ');
    expect(code).toBe(0);
    expect(flat).toContain(explainedStatuses[status].says);
    for (const reason of explainedStatuses[status].reasons) expect(flat).toContain(`${reason}: `);
    expect(out).not.toMatch(/\{\w+\}/);
  });

  test('stands in the guide', () => {
    expect(guide).toContain(`| \`${status}\` |`);
  });
});

const reasons = { ...standingReasons, ...milestoneReasons };

test('every reason of an indicator or a milestone belongs to a status, and every one that a status names exists', () => {
  const named = Object.values(explainedStatuses).flatMap((status) => status.reasons);
  expect(Object.keys(reasons).filter((reason) => !named.includes(reason))).toEqual([]);
  expect(named.filter((reason) => !Object.hasOwn(reasons, reason))).toEqual([]);
});

test.each(Object.keys({ ...functionReasons, ...contradictionReasons }))(
  'the reason %s is explained',
  async (reason) => {
    expect(await run(['explain', reason, '--format', 'json'], process.cwd())).toMatchObject({ code: 0, err: '' });
  },
);

test('a word that questions use, too, tells both', async () => {
  const { out } = await run(['explain', 'not-found'], process.cwd());
  expect(out).toContain('online');
  expect(out).toContain('a milestone of odi commitments');
});

test('every kind of sign stands in the guide', () => {
  expect(Object.keys(signs).filter((sign) => !guide.includes(`\`${sign}\``))).toEqual([]);
});
