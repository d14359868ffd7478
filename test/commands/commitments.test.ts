import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CommitmentsReport, IndicatorReport } from '../../src/model/commitments-report.ts';
import { run } from './in-process.ts';

const cwd = mkdtempSync(join(tmpdir(), 'odi-commitments-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const archive = join(import.meta.dirname, '..', '..', 'fixtures', 'captures', 'morocco-2015.warc.gz');
const ofPlan = join(import.meta.dirname, '..', '..', 'criteria', 'commitments', 'ma-2018.yaml');

let count = 0;

/** A folder of its own for one run, so that no store is shared. */
const folder = (): string => {
  count += 1;
  const path = join(cwd, String(count));
  mkdirSync(path);
  return path;
};

const portalReport = (asOf: string, institutions: number, datasets: number): string =>
  JSON.stringify({
    format: 'odi-portal/1',
    portal: { url: 'https://www.data.gov.ma/', api: null, software: 'ckan' },
    asOf,
    reach: { declared: datasets, enumerated: datasets, distinct: datasets, basis: 'whole' },
    processes: [
      {
        id: 'collection',
        indicators: [{ id: 'publishers', value: institutions, basis: 'whole', interval: null, answer: null }],
      },
      {
        id: 'inventory',
        indicators: [{ id: 'datasets-distinct', value: datasets, basis: 'whole', interval: null, answer: null }],
      },
    ],
  });

const write = (path: string, name: string, text: string): string => {
  writeFileSync(join(path, name), text);
  return name;
};

const offline = ['--replay', archive, '--quiet'];

const measure = async (asOf: string, institutions: number, datasets: number, more: readonly string[] = []) => {
  const path = folder();
  write(path, 'portal.json', portalReport(asOf, institutions, datasets));
  const words = ['commitments', 'ma', '--as-of', asOf, '--portal-report', 'portal.json', ...offline, ...more];
  return { path, ...(await run(words, path)) };
};

const indicatorsOf = (out: string): Readonly<Record<string, IndicatorReport>> => {
  const report: CommitmentsReport = JSON.parse(out);
  return Object.fromEntries(report.commitments.flatMap(({ indicators }) => indicators.map((one) => [one.id, one])));
};

describe('the plan of Morocco', () => {
  test.each([
    ['2018-09-30', 16, 136, ['behind', 0], ['behind', 0]],
    ['2019-10-31', 24, 230, ['behind', 0.5], ['behind', 0.573]],
    ['2020-08-31', 32, 301, ['met', 1], ['met', 1.006]],
    ['2020-08-31', 32, 299, ['met', 1], ['missed', 0.994]],
  ])('on %s with %i institutions and %i datasets', async (asOf, institutions, datasets, first, second) => {
    const { code, out } = await measure(asOf, institutions, datasets, ['--format', 'json']);
    const found = indicatorsOf(out);
    const told = (id: string) => [found[id]?.status, found[id]?.progress];
    expect([code, told('institutions'), told('datasets')]).toEqual([0, first, second]);
    expect(found['datasets']?.elapsed).toBeGreaterThan(0);
    expect(found['datasets']?.evidence).toHaveLength(1);
    expect(found['reuses']).toMatchObject({ status: 'unsure', baseline: null, value: null });
  });

  test('is measured by the report of its own portal, where a file holds several', async () => {
    const path = folder();
    const [other, own] = [
      portalReport('2020-08-31', 1, 1).replace('www.data.gov.ma', 'other.gov.ma'),
      portalReport('2020-08-31', 32, 301),
    ];
    write(path, 'all.json', `{"reports":[${other},${own}]}`);
    const words = [
      'commitments',
      'ma',
      '--as-of',
      '2020-08-31',
      '--portal-report',
      'all.json',
      '--format',
      'json',
      ...offline,
    ];
    expect(indicatorsOf((await run(words, path)).out)['datasets']).toMatchObject({ value: 301, status: 'met' });
  });

  test('carries both readings of its 100 %', async () => {
    const { out } = await measure('2020-08-31', 32, 280, ['--format', 'json']);
    expect(indicatorsOf(out)['datasets']).toMatchObject({
      status: 'missed',
      also: { change: '+100%', value: 272, targetIs: '+120.6 %', status: 'met' },
    });
    const [report]: CommitmentsReport['commitments'] = (JSON.parse(out) as CommitmentsReport).commitments;
    expect(report?.contradictions.map(({ says }) => says)).toEqual([
      'The text says +100% and 300: +100% of 136 is 272; 300 is +120.6 %.',
    ]);
  });

  test('has every id of its evidence once, and cites none that is not there', async () => {
    const { out } = await measure('2020-08-31', 32, 301, ['--format', 'json']);
    const { evidence, commitments }: CommitmentsReport = JSON.parse(out);
    const ids = evidence.map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, index) => `ev-${index + 1}`));
    const cited = commitments.flatMap(({ indicators, functions, milestones }) =>
      [...indicators, ...functions, ...milestones].flatMap((one) => one.evidence),
    );
    expect(cited.filter((id) => !ids.includes(id))).toEqual([]);
    expect(evidence.find(({ kind }) => kind === 'portal-report')).toMatchObject({ url: 'https://www.data.gov.ma/' });
  });
});

describe('--fail-if', () => {
  test.each([
    ['behind', '2019-10-31', 24, 230, 1],
    ['behind', '2020-08-31', 32, 299, 1],
    ['missed', '2020-08-31', 32, 299, 1],
    ['missed', '2019-10-31', 24, 230, 0],
    ['behind', '2020-08-31', 32, 301, 0],
  ])('%s on %s with %i and %i ends with %i', async (status, asOf, institutions, datasets, code) => {
    const { code: ended, err } = await measure(asOf, institutions, datasets, ['--fail-if', status]);
    expect([ended, err.includes('MO0004/datasets is ')]).toEqual([code, code === 1]);
  });

  test('does not fail on what is only unsure', async () => {
    const path = folder();
    write(path, 'portal.json', portalReport('2019-01-31', 16, 136));
    const words = ['commitments', 'ma', '--as-of', '2019-10-31', '--portal-report', 'portal.json'];
    expect(await run([...words, '--fail-if', 'behind', ...offline], path)).toMatchObject({ code: 0 });
  });

  test('takes no other status', async () => {
    expect(await run(['commitments', 'ma', '--fail-if', 'unsure'], folder())).toMatchObject({ code: 2 });
  });
});

describe('the store', () => {
  test('keeps reports by place, plan and day, and what was there before beside them', async () => {
    const { path } = await measure('2019-10-31', 24, 230);
    const kept = join(path, 'reviews', 'commitments', 'ma', 'ap-mar01');
    expect(readdirSync(kept)).toEqual(['2019-10-31.json']);
    const before = readFileSync(join(kept, '2019-10-31.json'), 'utf8');
    const words = ['commitments', 'ma', '--as-of', '2019-10-31', ...offline];
    await run([...words, '--portal-report', 'portal.json'], path);
    expect(readdirSync(kept)).toEqual(['2019-10-31.json']);
    await run(words, path);
    expect(readdirSync(kept)).toEqual(['2019-10-31.before-1.json', '2019-10-31.json']);
    expect(readFileSync(join(kept, '2019-10-31.before-1.json'), 'utf8')).toBe(before);
  });

  test('is where reports of portals are read from, too', async () => {
    const path = folder();
    mkdirSync(join(path, 'reviews', 'portals', 'data.gov.ma'), { recursive: true });
    write(join(path, 'reviews', 'portals', 'data.gov.ma'), '2020-08-20.json', portalReport('2020-08-20', 32, 301));
    write(join(path, 'reviews', 'portals', 'data.gov.ma'), '2019-08-20.json', '{');
    const { out, err, code } = await run(
      ['commitments', 'ma', '--as-of', '2020-08-31', '--format', 'json', ...offline],
      path,
    );
    expect(code).toBe(0);
    expect(indicatorsOf(out)['datasets']).toMatchObject({ status: 'met', on: '2020-08-20' });
    expect(err).toContain('2019-08-20.json:1:');
  });
});

test('where nothing could be seen it ends with 3, and everything is unsure', async () => {
  const path = folder();
  const missing = ['commitments', 'ma', '--as-of', '2020-08-31', '--format', 'json', '--replay'];
  const { writeCapture } = await import('../../fixtures/captures/make.ts');
  const file = join(path, 'empty.warc.gz');
  const lost = { url: 'https://www.chafafiya.ma/', lost: 'timeout' as const, detail: 'no whole reply' };
  await writeCapture(file, {
    name: 'empty',
    about: '',
    at: '2020-08-31T00:00:00.000Z',
    words: [],
    served: [lost],
    expected: { isOpen: false, answers: {} },
  });
  const { code, out } = await run([...missing, file], path);
  const { summary }: CommitmentsReport = JSON.parse(out);
  expect(code).toBe(3);
  expect(summary.indicators).toMatchObject({ unsure: 3, missed: 0, behind: 0, 'not-met-now': 0 });
  expect(summary.functions).toEqual({ Yes: 0, No: 0, Unsure: 6 });
  expect(summary.milestones).toMatchObject({ 'not-found': 0, unsure: 12 });
});

describe('bad input', () => {
  const report = portalReport('2020-08-31', 1, 1);

  test.each([
    ['a report that is no JSON', '{\n  "format": "odi-portal/1",\n  oops\n}', 'bad.json:3:'],
    ['a report of something else', '{\n  "format": "odi-review/1"\n}', 'bad.json:2:'],
    ['a report without a day', report.replace('"asOf":"2020-08-31"', '"asOf":"soon"'), 'asOf'],
  ])('%s is told with its line', async (_, text, says) => {
    const path = folder();
    write(path, 'bad.json', text);
    const { code, err } = await run(['commitments', 'ma', '--portal-report', 'bad.json', ...offline], path);
    expect([code, err.includes(says)]).toEqual([2, true]);
    expect(err.split('\n')).toHaveLength(2);
  });

  const plan = readFileSync(ofPlan, 'utf8');

  test.each([
    ['a place without a plan', ['commitments', 'fr'], 'No plan of France is known'],
    ['a plan that is not known', ['commitments', 'ma', '--plan', 'AP_X'], 'known are AP_MAR01'],
    ['a file that is missing', ['commitments', 'ma', '--plan', 'none.yaml'], 'none.yaml'],
    ['a plan of another place', ['commitments', 'fr', '--plan', ofPlan], 'holds no plan of France'],
    ['a missing report', ['commitments', 'ma', '--portal-report', 'none.json'], 'none.json'],
  ])('%s', async (_, words, says) => {
    expect(await run([...words, ...offline], folder())).toMatchObject({ code: 2, err: expect.stringContaining(says) });
  });

  test.each([
    [
      'a target that is no number',
      plan.replace('value: 300, by', 'value: many, by'),
      /bad\.yaml:\d+:\d+: \/commitments\/0\/indicators\/1\/target/,
    ],
    [
      'a measure of no kind',
      plan.replace('portal: data.gov.ma, indicator: publishers', 'indicator: publishers'),
      /bad\.yaml:\d+:\d+: /,
    ],
    ['YAML that breaks off', 'plan: {', /bad\.yaml:1:\d+: /],
  ])('a plan with %s is told with file and line', async (_, text, says) => {
    const path = folder();
    write(path, 'bad.yaml', text);
    for (const words of [
      ['commitments', 'check', 'bad.yaml'],
      ['commitments', 'ma', '--plan', 'bad.yaml', ...offline],
    ]) {
      expect(await run(words, path)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(says) });
    }
  });
});

describe('check', () => {
  const broken = (from: string, to: string): string => {
    const path = folder();
    write(path, 'own.yaml', readFileSync(ofPlan, 'utf8').replace(from, to));
    return path;
  };

  test.each([
    ['check', ['commitments', 'check', 'own.yaml']],
    ['validate', ['validate', 'own.yaml']],
    ['a run', ['commitments', 'ma', '--plan', 'own.yaml', '--as-of', '2020-08-31', ...offline]],
  ])('a day that no month has is refused by %s, with file and line', async (_, words) => {
    const { code, err } = await run(words, broken('from: 2018-08-30', 'from: 2018-02-30'));
    expect([code, err]).toEqual([2, expect.stringMatching(/own\.yaml:\d+:\d+: \/plan\/from: .*2018-02-30/)]);
  });

  test('a target on the wrong side of its baseline is told by check and refused by validate', async () => {
    const path = broken('target: { value: 300', 'target: { value: 100');
    const says = /own\.yaml:\d+.*wrong\s+side\s+of\s+its\s+baseline/s;
    expect((await run(['commitments', 'check', 'own.yaml'], path)).out).toMatch(says);
    expect(await run(['validate', 'own.yaml'], path)).toMatchObject({ code: 2, err: expect.stringMatching(says) });
  });

  test('names what does not fit and what is missing, by the line of the file', async () => {
    const { code, out } = await run(['commitments', 'check', ofPlan], folder());
    const flat = out.replace(/\s+/g, ' ');
    expect(code).toBe(0);
    expect(flat).toContain('4/5 MO0004 Open data lacks baseline');
    expect(flat).toMatch(
      /ma-2018\.yaml:\d+: MO0004\/datasets: 136 to 300 is \+120\.6 % and not \+100%, which would be 272\./,
    );
    expect(flat).toMatch(/MO0004\/reuses has no baseline/);
  });

  test('is JSON, too, with options behind its own name', async () => {
    const { out } = await run(['commitments', 'check', ofPlan, '--format', 'json'], folder());
    const { remarks }: { readonly remarks: readonly { readonly line: number }[] } = JSON.parse(out);
    const lines = readFileSync(ofPlan, 'utf8').split('\n');
    expect(remarks.map(({ line }) => lines[line - 1]?.trim())).toEqual(['- id: datasets', '- id: reuses']);
  });
});

test('every form is written, and none shows an address as a formula', async () => {
  const { path } = await measure('2020-08-31', 32, 299);
  for (const format of ['text', 'json', 'markdown', 'csv', 'html', 'junit']) {
    const words = [
      'commitments',
      'ma',
      '--as-of',
      '2020-08-31',
      '--portal-report',
      'portal.json',
      '--format',
      format,
      ...offline,
    ];
    const { code, out } = await run(words, path);
    expect([code, out.includes('MO0004'), out.includes('299')]).toEqual([0, true, true]);
  }
});

describe('odi show', () => {
  test('shows the newest report of a place, of a plan and of a year, and one in a file', async () => {
    const { path } = await measure('2019-10-31', 24, 230);
    write(path, 'later.json', portalReport('2020-08-31', 32, 301));
    await run(['commitments', 'ma', '--as-of', '2020-08-31', '--portal-report', 'later.json', ...offline], path);
    const shown = async (...words: readonly string[]) => (await run(['show', ...words], path)).out.split('\n')[0];
    expect(await shown('ma', 'commitments')).toMatch(/AP_MAR01.*as of 2020-08-31/);
    expect(await shown('morocco', 'commitments', 'AP_MAR01', '--year', '2019')).toMatch(/as of 2019-10-31/);
    expect(await shown('reviews/commitments/ma/ap-mar01/2019-10-31.json')).toMatch(/as of 2019-10-31/);
    const kept = readFileSync(join(path, 'reviews/commitments/ma/ap-mar01/2020-08-31.json'), 'utf8');
    expect((await run(['show', 'ma', 'commitments', '--format', 'json'], path)).out).toBe(kept);
  });

  test('says what there is where the one that is asked for is not', async () => {
    const { path } = await measure('2019-10-31', 24, 230);
    expect(await run(['show', 'ma', 'commitments', 'AP_MAR02'], path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('it holds ap-mar01 (2019-10-31)'),
    });
    expect(await run(['show', 'fr', 'commitments'], path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('odi commitments fr'),
    });
  });
});

test('what is kept fits the published schema', async () => {
  const { path } = await measure('2019-10-31', 24, 230);
  expect(await run(['validate', 'reviews'], path)).toMatchObject({ code: 0, out: '1 file is valid.\n' });
});
