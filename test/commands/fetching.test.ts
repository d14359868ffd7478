import { afterEach, expect, test, vi } from 'vitest';
import { defaultAllowance } from '../../src/audit/evidence.ts';
import { openFetching } from '../../src/commands/fetching.ts';
import type { Shell } from '../../src/commands/shell.ts';

const opened = vi.hoisted(() => ({ options: [] as Readonly<Record<string, unknown>>[] }));

vi.mock('../../src/collect/index.ts', () => ({
  openCollector: (options: Readonly<Record<string, unknown>>) => {
    opened.options.push(options);
    return { fetch: () => undefined, usage: () => ({ requests: 0, bytes: 0 }), close: async () => undefined };
  },
}));

afterEach(() => {
  opened.options.length = 0;
});

const shell = {
  cwd: '/',
  now: () => new Date('2026-01-01T00:00:00Z'),
  interrupted: new AbortController().signal,
  environment: {},
} as unknown as Shell;
const progress = { step: () => undefined, note: () => undefined, close: () => undefined };

test.each([
  ['one review has its allowance', {}, 1, defaultAllowance.requests, defaultAllowance.bytes],
  ['fifteen reviews have fifteen', {}, 15, 15 * defaultAllowance.requests, 15 * defaultAllowance.bytes],
  ['so have those with an allowance of their own', { maxRequests: 7, maxBytes: 100 }, 3, 21, 300],
])('%s', async (_, options, reviews, maxRequests, maxBytes) => {
  await openFetching(options, shell, progress, { reviews });
  expect(opened.options).toMatchObject([{ maxRequests, maxBytes }]);
});
