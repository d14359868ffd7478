import { afterEach, describe, expect, test } from 'vitest';
import { openConfinement } from '../../src/confine/index.ts';
import type { Confinement } from '../../src/model/confine.ts';
import { type ConfinedLimits, confinedLimits } from '../../src/model/limits.ts';

const opened: Confinement[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const confine = (limits: Partial<ConfinedLimits> = {}, interrupted = new AbortController().signal): Confinement => {
  const script = '../test/confine/jobs';
  const one = openConfinement({ script, given: {}, limits: { ...confinedLimits, ...limits }, interrupted });
  opened.push(one);
  return one;
};

describe('a job in a confined process', () => {
  test('answers, and the same process answers the next one', async () => {
    const { run } = confine();
    const body = new Uint8Array(3_000_000).fill(7);
    expect(await Promise.all([run({ kind: 'size' }, body), run({ kind: 'size' }, null)])).toEqual([
      { done: { length: 3_000_000, last: 7 } },
      { done: { length: 0, last: null } },
    ]);
  });

  test.each([
    ['spin', 'seconds', { seconds: 1 }],
    ['fill', 'megabytes', { megabytes: 200 }],
    ['heap', 'megabytes', { megabytes: 200 }],
    ['wait', 'patience', { patience: 6 }],
  ])('that would %s for ever is ended by its %s, and the next one is done', async (kind, over, limits) => {
    const { run } = confine(limits);
    const ended = await run({ kind }, null);
    expect(ended).toMatchObject({ over });
    expect('says' in ended && ended.says).toContain(`more than ${Object.values(limits)[0]}`);
    expect(await run({ kind: 'size' }, new Uint8Array(2))).toEqual({ done: { length: 2, last: 0 } });
  });

  test('is ended by Ctrl-C, at once', async () => {
    const controller = new AbortController();
    const { run } = confine({}, controller.signal);
    const ended = run({ kind: 'spin' }, null);
    setTimeout(() => controller.abort(), 500);
    const begun = performance.now();
    expect(await ended).toMatchObject({ over: 'stopped' });
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(await run({ kind: 'size' }, null)).toMatchObject({ over: 'stopped' });
  });

  test('has no longer than is left of the review', async () => {
    const { run } = confine();
    expect(await run({ kind: 'wait' }, null, () => 0.5)).toMatchObject({ over: 'deadline' });
    expect(await run({ kind: 'size' }, null, () => 0)).toMatchObject({ over: 'deadline' });
  });

  test('that fails, or ends its process, is a defect and costs no other', async () => {
    const { run } = confine();
    await expect(run({ kind: 'throw' }, null)).rejects.toThrow('no such thing');
    await expect(run({ kind: 'end' }, null)).rejects.toThrow('ended without an answer');
    expect(await run({ kind: 'size' }, null)).toEqual({ done: { length: 0, last: null } });
  });
});
