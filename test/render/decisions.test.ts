import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decide } from '../../src/audit/decisions.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Review, Verdict } from '../../src/model/review.ts';
import { render } from '../../src/render/index.ts';

const criteria = openCriteria();
const rulesOf = () => ({
  edition: criteria.edition('godi-2015'),
  requirement: { groups: [{ ids: ['polling_station'], counts: 'Yes' as const }], atLeast: 1 },
});
const captured: Review = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/captures/constituency-only.json'), 'utf8'),
);
const by = (given: Review, on: string, answer: Verdict, reviewer: string): Review =>
  decide(given, { on, answer, because: 'Seen.', reviewer, at: '2026-11-30T10:00:00Z', evidence: [] }, rulesOf);
const decided = by(
  by(by(captured, 'criteria.polling_station', 'Yes', 'Ada'), 'digital', 'Yes', 'Ada'),
  'digital',
  'No',
  'Bo',
);

test.each(['text', 'markdown', 'html'] as const)(
  '%s says who decided, what follows, and who disagrees',
  async (format) => {
    const plain = { columns: 400, colour: false, full: true };
    const document = (await render(decided, format, plain)).replace(/\s+/g, ' ').replaceAll(/\\|<\/?bdi>/g, '');
    expect(document).toContain('Ada answers Yes in place of No (2026-11-30): Seen.');
    expect(document).toContain('Bo answers No in place of Yes (2026-11-30): Seen.');
    expect(document).toMatch(
      /Follows from what people decided on criteria\.polling_?station; the program alone answers Unsure\./,
    );
    expect(document).toMatch(/Bo answers No to digital, which counts; Ada answered Yes to digital/);
    expect(document).toContain('95 of 100 points');
  },
);

test('a screenful says who decided, how much follows from it, and who disagrees', async () => {
  const document = (await render(decided, 'text', { columns: 100, colour: false })).replace(/\s+/g, ' ');
  expect(document).toContain('figures by polling station: Ada answers Yes in place of No (2026-11-30): Seen.');
  expect(document).toContain('8 answers follow from what people decided on criteria.polling_station.');
  expect(document).toContain('Bo answers No in place of Yes (2026-11-30): Seen.');
  expect(document).toMatch(/Bo answers No to digital, which counts; Ada answered Yes to digital/);
  expect(document).not.toContain('It could not be told whether the data exists');
});

test('CSV and JUnit give the answers that count', async () => {
  const plain = { columns: 80, colour: false, out: false, err: false };
  expect(await render(decided, 'csv', plain)).toContain('polling_station=Yes');
  expect(await render(decided, 'junit', plain)).toContain('failures="1" errors="0" skipped="0"');
});
