import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, type Surroundings } from './in-process.ts';

const root = mkdtempSync(join(tmpdir(), 'odi-own-'));
afterAll(() => rmSync(root, { recursive: true }));

const example = join(import.meta.dirname, '..', '..', 'docs', 'own-method');

let count = 0;
/** A new folder with the example in it, some texts replaced in some of its files. */
const folderWith = (changes: readonly (readonly [file: string, from: string, to: string])[] = []): string => {
  count += 1;
  const folder = join(root, String(count));
  cpSync(example, folder, { recursive: true });
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${from} is not in ${file}`);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  return folder;
};

const methodology = 'criteria/methodologies/our-2026.yaml';
const config = 'odi.config.yaml';

describe('odi init', () => {
  test('writes the example, which is sound and tells what to do next', async () => {
    const folder = join(root, 'init');
    mkdirSync(folder);
    const { code, out } = await run(['init', 'mine'], folder);
    expect([code, out.endsWith('cd mine\nodi validate .\nodi inspect trees.csv --category tree-register\n')]).toEqual([
      0,
      true,
    ]);
    expect(await run(['validate', 'mine'], folder)).toMatchObject({ code: 0, out: '5 files are valid.\n', err: '' });
  });

  test('writes nothing over', async () => {
    const folder = folderWith();
    const { code, err } = await run(['init'], folder);
    expect([code, err]).toEqual([
      2,
      'odi: criteria/categories/tree-register.yaml is there already, and nothing was written: name another folder.\n',
    ]);
  });
});

describe('an own method', () => {
  const seen: string[] = [];
  let server: Server;
  let base = '';

  beforeAll(async () => {
    const trees = readFileSync(join(example, 'trees.csv'), 'utf8');
    server = createServer((request, response) => {
      seen.push(request.headers['user-agent'] ?? '');
      if (request.url === '/trees.csv') response.setHeader('Content-Type', 'text/csv').end(trees);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const audit = async (folder: string, ...words: readonly string[]) => {
    const asked = [
      'audit',
      'Freeport',
      'trees',
      '--url',
      `${base}/trees.csv`,
      '--allow-private',
      '--as-of',
      '2026-12-01',
    ];
    return run([...asked, '--format', 'json', '--quiet', ...words], folder);
  };

  test('is judged by: its place, its category, its weights', async () => {
    const { code, out, err } = await audit(folderWith([[config, 'fail-under: 50', 'fail-under: 0']]));
    expect([code, err]).toEqual([0, '']);
    const review = JSON.parse(out);
    expect(review).toMatchObject({
      edition: 'our-2026',
      place: { id: 'freeport', name: 'Freeport' },
      category: { id: 'tree-register', title: 'Tree register' },
      score: { outOf: 100 },
    });
    expect(review.answers.openlicense.weight).toBe(35);
    expect(Object.keys(review.answers)[0]).toBe('exists');
    expect(review.criteria.map(({ id, answer }: Record<string, string>) => [id, answer])).toEqual([
      ['species', 'Yes'],
      ['location', 'Yes'],
      ['planted', 'Yes'],
    ]);
  });

  test('sets a bar in its config file, and a flag wins over it', async () => {
    const folder = folderWith([[config, 'fail-under: 50', 'fail-under: 99']]);
    expect((await audit(folder, '--store', 'other')).code).toBe(1);
    expect((await audit(folder, '--fail-under', '0')).code).toBe(0);
  });

  test('is scored: a place and a category of its own in the scorecard', async () => {
    const folder = folderWith();
    await audit(folder);
    const { out } = await run(['scorecard', '--format', 'json'], folder);
    expect(JSON.parse(out)).toMatchObject({
      edition: 'our-2026',
      places: [{ id: 'freeport' }],
      summary: { places: 1, entries: 1 },
    });
  });

  test('tells servers where its owner is reached', async () => {
    await audit(folderWith([[config, '# contact: data@example.org', 'contact: data@example.org']]));
    expect(seen.at(-1)).toMatch(/^Mozilla\/5\.0 \(compatible; odi\/\S+; \+data@example\.org; auditor/);
    await audit(folderWith());
    expect(seen.at(-1)).toMatch(/^Mozilla\/5\.0 \(compatible; odi\/\S+; auditor/);
  });

  test('leaves what the program knows as it is where nothing is laid over it', async () => {
    const folder = folderWith();
    const [own, plain] = [
      await run(['explain', 'election-results'], folder),
      await run(['explain', 'election-results'], root),
    ];
    expect(own.code).toBe(0);
    expect(own.out.replaceAll('our-2026', 'godi-2015')).toContain(plain.out.split('\n')[0]);
    expect((await run(['places', 'ma'], folder)).out).toBe((await run(['places', 'ma'], root)).out);
  });

  test('changes a place of the program by edits, and words of a category that is there', async () => {
    const folder = folderWith();
    mkdirSync(join(folder, 'criteria', 'places', 'edits'));
    writeFileSync(
      join(folder, 'criteria', 'places', 'edits', 'ma.yaml'),
      "id: ma\nedits: true\ndomains:\n  - { value: own.example, source: 'We know' }\n",
    );
    writeFileSync(
      join(folder, 'criteria', 'vocabulary', 'concepts', 'water-quality.yaml'),
      'concepts:\n  arsenic:\n    expects: number\n    words: { en: [grey poison] }\n',
    );
    const { out } = await run(['places', 'morocco'], folder);
    expect(out).toContain('own.example');
    expect(out).toContain('data.gov.ma');
    writeFileSync(join(folder, 'water.csv'), 'station,grey poison\nA,0.1\nB,0.2\n');
    const inspected = async (where: string) => {
      const words = ['inspect', join(folder, 'water.csv'), '--category', 'water-quality', '--format', 'json'];
      const { criteria } = JSON.parse((await run(words, where)).out);
      return criteria.find(({ id }: { id: string }) => id === 'arsenic').answer;
    };
    expect(await inspected(folder)).toBe('Yes');
    expect(await inspected(root)).not.toBe('Yes');
  });

  test('is named by a flag, too', async () => {
    const { code, out } = await run(['places', 'freeport', '--criteria', join(example, 'criteria')], root);
    expect([code, out.startsWith('Freeport')]).toEqual([0, true]);
    expect((await run(['places', 'freeport'], root)).code).toBe(2);
  });
});

describe('what is wrong in an own method is told by file and line', () => {
  test.each([
    [
      methodology,
      'weight: 35',
      'weight: lots',
      /^criteria\/methodologies\/our-2026\.yaml:17:\d+: \/questions\/7\/weight: a whole number is expected/m,
    ],
    [
      methodology,
      'extends: godi-2015',
      'extends: godi-1999',
      /our-2026\.yaml:4:10: \/extends: there is no "godi-1999" to extend; known are godi-2013/,
    ],
    [
      methodology,
      'tree-register, gov',
      'tree-regster, gov',
      /our-2026\.yaml:20:14: \/categories\/0: there is no file categories\/tree-regster/,
    ],
    [methodology, 'id: openlicense', 'id: taste', /our-2026\.yaml:17:5: \/questions\/9: title is missing/],
    [methodology, 'id: our-2026', 'id: our-2026\nid: twice', /our-2026\.yaml:4:1: Map keys must be unique/],
    [
      'criteria/categories/tree-register.yaml',
      '[species, location]',
      '[species, size]',
      /tree-register\.yaml:\d+:\d+: \/editions\/0\/groups: there is no criterion size; known are species/,
    ],
    [
      'criteria/categories/tree-register.yaml',
      'edition: our-2026',
      'edition: our-2027',
      /there is no edition our-2027|what our-2026 requires is missing/,
    ],
    [
      'criteria/places/freeport.yaml',
      'languages: [en]',
      'language: [en]',
      /freeport\.yaml:\d+:\d+: languages is missing/,
    ],
    [
      'criteria/places/freeport.yaml',
      'slug: freeport',
      'slug: morocco',
      /freeport\.yaml:3:7: \/slug: "morocco" already stands for ma/,
    ],
  ])('%s: %s as %s', async (file, from, to, sentence) => {
    const folder = folderWith([[file, from, to]]);
    const used = await run(['categories'], folder);
    expect([used.code, used.out]).toEqual([2, '']);
    expect(used.err).toMatch(sentence);
    const { code, err } = await run(['validate', '.'], folder);
    expect([code, err.includes('\n    at ')]).toEqual([2, false]);
    expect(err).toMatch(new RegExp(sentence.source.replace(/^\^/, '^odi: '), 'm'));
  });

  test.each([
    ['nowhere', /There is no folder .*nowhere: --criteria names one with an own method/],
    ['.', /holds no own method: YAML files in methodologies, categories, places.*It holds criteria/],
  ])('--criteria %s', async (folder, sentence) => {
    const { code, err } = await run(
      ['categories', '--criteria', folder],
      folderWith([[config, 'criteria: criteria', '']]),
    );
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });
});

describe('settings', () => {
  const folder = (text: string): string => {
    const made = folderWith();
    writeFileSync(join(made, config), text);
    return made;
  };

  test.each([
    ['stroe: reviews\n', 'odi.config.yaml:1:8: there is no setting "stroe"; the nearest one that is known is store.'],
    [
      'qqqqqqq: 1\n',
      'odi.config.yaml:1:10: there is no setting "qqqqqqq"; settings are named as the flags are, without the dashes.',
    ],
    [
      'audit:\n  stations: 3\n',
      'odi.config.yaml:2:13: there is no setting "stations" of odi audit; settings are named as the flags are, without the dashes.',
    ],
    ['year: soon\n', 'odi.config.yaml:1:7: year: A year of four digits is expected.'],
    ['format: pdf\n', 'odi.config.yaml:1:9: format: Allowed choices are text, json, csv, markdown, html, junit'],
    ['strict: maybe\n', 'odi.config.yaml:1:9: strict: true or false is expected.'],
    ['store: [a, b]\n', 'odi.config.yaml:1:8: store: one value is expected, not a list.'],
    ['store: true\n', 'odi.config.yaml:1:8: store: a text or a number is expected.'],
    ['audit: 5\n', 'odi.config.yaml:1:8: settings of odi audit are expected, as "audit: {quiet: true}".'],
    ['edition: nope\n', 'odi.config.yaml:1:10: edition: there is no edition nope; known are godi-2013,'],
    ['- store\n', 'odi.config.yaml:1:1: settings are expected, as "store: reviews".'],
    ['store: "\n', 'odi.config.yaml:2:1: Missing closing "quote'],
  ])('%j is answered with file, line and what to do', async (text, sentence) => {
    const { code, err } = await run(['scorecard'], folder(text));
    expect(code).toBe(2);
    expect(err).toContain(`odi: ${sentence}`);
  });

  const withStores = (text: string): string => {
    const made = folder(text);
    cpSync(join(import.meta.dirname, '..', '..', 'fixtures'), join(made, 'fixtures'), { recursive: true });
    return made;
  };

  const storeNamed = async (
    made: string,
    words: readonly string[] = [],
    environment: Surroundings['environment'] = {},
  ) => {
    const { err } = await run(['scorecard', ...words], made, { environment });
    return /odi: (\S+) holds no reviews/.exec(err)?.[1]?.replace(made, '.');
  };

  test('of flags win over variables, these over the file, a command over all', async () => {
    const made = folder('store: from-file\nscorecard:\n  store: from-section\n');
    expect(await storeNamed(made)).toBe('./from-section');
    expect(await storeNamed(folder('store: from-file\n'))).toBe('./from-file');
    expect(await storeNamed(made, [], { ODI_STORE: 'from-variable' })).toBe('from-variable');
    expect(await storeNamed(made, ['--store', 'from-flag'], { ODI_STORE: 'from-variable' })).toBe('from-flag');
  });

  test('are read from the file that is named, its paths from its own folder', async () => {
    const made = folder('store: here\n');
    mkdirSync(join(made, 'deep'));
    writeFileSync(join(made, 'deep', 'other.yaml'), 'store: there\n');
    expect(await storeNamed(made, ['--config', 'deep/other.yaml'])).toBe('./deep/there');
    expect(await storeNamed(made, [], { ODI_CONFIG: 'deep/other.yaml' })).toBe('./deep/there');
    const { code, err } = await run(['scorecard', '--config', 'none.yaml'], made);
    expect([code, err]).toEqual([2, expect.stringContaining('none.yaml cannot be read: there is no such file.')]);
  });

  test('hold lists where a flag may be repeated, and a replay leaves a recording out', async () => {
    const made = withStores('record: x.warc.gz\nurl: [http://a.example/, http://b.example/]\nquiet: true\n');
    const replay = ['--replay', 'fixtures/captures/morocco-2015.warc.gz', '--format', 'json'];
    const { code, out } = await run(['audit', 'ma', 'elections', ...replay], made);
    expect(code).toBe(0);
    expect(JSON.parse(out).request.urls).toEqual(['http://a.example/', 'http://b.example/']);
  });

  test('of variables are told by their names where they are wrong', async () => {
    const { code, err } = await run(['scorecard'], folder(''), { environment: { ODI_YEAR: 'soon' } });
    expect([code, err]).toEqual([2, 'odi: ODI_YEAR: A year of four digits is expected.\n']);
  });

  test('that are wrong do not stop odi validate, which tells all of them', async () => {
    const { code, err } = await run(['validate', '.'], folder('stroe: a\nyaer: 1\n'));
    expect(code).toBe(2);
    expect(err.match(/odi\.config\.yaml:\d+:\d+: there is no setting/g)).toHaveLength(2);
  });

  test('whose values no command takes are told by odi validate, each at its place', async () => {
    const text =
      'max-requests: abc\nquiet: maybe\nedition: nope\naudit: {fail-under: low, concurrency: -1, max-bytes: 5XB}\n';
    const { code, err } = await run(['validate', '.'], folder(text));
    expect(code).toBe(2);
    expect(err.match(/(?<=odi\.config\.yaml:)\d+:\d+: [a-z-]+/g)).toEqual([
      '1:15: max-requests',
      '2:8: quiet',
      '3:10: edition',
      '4:21: fail-under',
      '4:39: concurrency',
      '4:54: max-bytes',
    ]);
  });

  test('that some command takes are valid for all', async () => {
    const { code, err } = await run(
      ['validate', '.'],
      folder('format: html\nexport: {format: parquet}\nfail-under: 50\n'),
    );
    expect([code, err]).toEqual([0, '']);
  });

  test('give what must be given; without them it is asked for', async () => {
    const [bare, made] = [folder(''), folder('export: {to: godi-csv}\n')];
    expect((await run(['export'], bare)).err).toContain("required option '--to <form>' not specified");
    expect((await run(['export'], made)).err).toContain('holds no reviews by the questions of godi-2015');
  });

  test('of empty variables are none, and variables that are called almost as one is are told', async () => {
    const made = folder('store: from-file\n');
    expect(await storeNamed(made, [], { ODI_STORE: '', ODI_FORMAT: '', ODI_CONFIG: '' })).toBe('./from-file');
    // Of others it is not known whose they are.
    const others = {
      ODI_READER_SECONDS: '9',
      ODI_VALIDATORS: '/tmp',
      ODI_NODES: '/tmp',
      ODI_SHARED: '/tmp',
      ODI_FOO: '1',
    };
    const environment = { ODI_FORMT: 'json', ...others };
    const { err } = await run(['categories'], made, { environment });
    expect(err).toBe('odi: the variable ODI_FORMT is no setting and has no effect; the nearest is ODI_FORMAT.\n');
  });

  test('a cache without a name is a mistake', async () => {
    const { code, err } = await run(['check', 'http://127.0.0.1:9/', '--cache', ''], folder(''));
    expect([code, err]).toEqual([2, expect.stringContaining('The name of a folder is expected')]);
  });
});
