import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Review } from '../../../src/model/review.ts';
import { glanceOf, openStore, serialise } from '../../../src/reviews/index.ts';
import type { Glanced } from '../../../src/reviews/stored.ts';
import { review } from '../builders.ts';

/** An index is kept here from six reviews on, of files that were not changed for thirty milliseconds. */
const terms = { fewest: 6, coarse: 30 };
const places = ['p001', 'p003', 'p007', 'p070'];
const categories = ['category-00', 'category-01', 'category-03'];
const words = ['YYYYYNNNY', 'NNNNNNNNN', 'UUUUUUUUU', 'YYYYYYYYY'];

const made = (place: string, category: string, at: number): Review =>
  review({ in: place, of: category, word: words[at % words.length] ?? '' });

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-index-'));
  for (const [at, place] of places.entries()) {
    mkdirSync(join(dir, '2015', place), { recursive: true });
    for (const [which, category] of categories.entries())
      writeFileSync(join(dir, '2015', place, `${category}.json`), serialise(made(place, category, at + which)));
  }
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const asWritten = (given: Review): Review => given;
const fileOf = (place: string, category: string): string => join(dir, '2015', place, `${category}.json`);
const index = (): string => join(dir, '.index', '2015');

/** Time enough for files to count as unchanged. */
const settle = (): Promise<void> => new Promise((next) => setTimeout(next, 60));

/** Looks at the year; reads of whole files are counted. */
const look = (
  counting = asWritten,
): { readonly seen: readonly Glanced[]; readonly read: number; readonly told: readonly string[] } => {
  let read = 0;
  const told: string[] = [];
  const counted = (given: Review): Review => {
    read += 1;
    return counting(given);
  };
  const seen = [...openStore(dir, counted, terms).glances(2015, (reason) => told.push(reason))];
  return { seen, read, told };
};

/** What a person would see of them: the glance, or the fault. */
const inShort = (seen: readonly Glanced[]) =>
  seen.map((one) => [one.file, 'fault' in one ? one.fault : JSON.stringify(one.glance)]);

const truth = (counting = asWritten) =>
  [...openStore(dir, counting).stream({ year: 2015 })].map((one) => [
    one.file,
    'fault' in one ? one.fault : JSON.stringify(glanceOf(one.review)),
  ]);

const all = places.length * categories.length;

const learn = async (): Promise<void> => {
  await settle();
  expect(look()).toMatchObject({ read: all, told: [] });
};

describe('an index', () => {
  beforeEach(learn);

  test('tells of every file what the file says, in the same order, without reading one', () => {
    const { seen, read } = look();
    expect(read).toBe(0);
    expect(inShort(seen)).toEqual(truth());
    const [first] = seen;
    expect(first !== undefined && 'whole' in first ? first.whole() : null).toMatchObject({
      review: JSON.parse(readFileSync(first?.file ?? '', 'utf8')),
    });
    expect(readFileSync(join(dir, '.index', '.gitignore'), 'utf8')).toBe('*\n');
    expect(readdirSync(join(dir, '.index')).sort()).toEqual(['.gitignore', '2015']);
  });

  test.each<readonly [string, () => void]>([
    [
      'written anew by a store',
      () => void openStore(dir, asWritten).write(review({ in: 'p007', of: 'category-03', word: 'YNYNYNYNY' })),
    ],
    [
      'written over in place, of the same length and set back to the same time',
      () => {
        const file = fileOf('p007', 'category-03');
        const timed = execFileSync('stat', ['-c', '%y', file], { encoding: 'utf8' }).trim();
        writeFileSync(file, readFileSync(file, 'utf8').replace('"name": "P007"', '"name": "Q007"'));
        execFileSync('touch', ['-d', timed, file]);
      },
    ],
    [
      'put in its place by another of the same length and time',
      () => {
        const file = fileOf('p007', 'category-03');
        writeFileSync(`${file}.other`, readFileSync(file, 'utf8').replace('"name": "P007"', '"name": "Q007"'));
        execFileSync('touch', ['-r', file, `${file}.other`]);
        renameSync(`${file}.other`, file);
      },
    ],
    ['spoilt', () => writeFileSync(fileOf('p007', 'category-03'), 'no review')],
    ['removed', () => rmSync(fileOf('p007', 'category-03'))],
    ['of a place that is gone', () => rmSync(join(dir, '2015', 'p007'), { recursive: true })],
    [
      'of a place that is new',
      () => void openStore(dir, asWritten).write(review({ in: 'p007-b', of: 'category-03', word: 'YNYNYNYNY' })),
    ],
    [
      'a link now',
      () => {
        const file = fileOf('p007', 'category-03');
        renameSync(file, join(dir, '2015', 'p007', 'elsewhere.txt'));
        symlinkSync('elsewhere.txt', file);
        writeFileSync(join(dir, '2015', 'p007', 'elsewhere.txt'), serialise(made('p007', 'category-03', 1)));
      },
    ],
  ])('is not believed over a file that was %s', async (_, change) => {
    change();
    const { seen, read } = look();
    expect(inShort(seen)).toEqual(truth());
    expect(read).toBeLessThanOrEqual(1);
    await settle();
    expect(inShort(look().seen)).toEqual(truth());
    expect(inShort(look().seen)).toEqual(truth());
  });

  test('is written on where a file has changed, and holds the new state', async () => {
    openStore(dir, asWritten).write(review({ in: 'p070', of: 'category-03', word: 'YNYNYNYNY' }));
    openStore(dir, asWritten).write({ ...review({ in: 'p007', of: 'category-03' }), edition: 'godi-2013' });
    await settle();
    expect(look().read).toBe(2);
    const { seen, read } = look();
    expect(read).toBe(0);
    expect(inShort(seen)).toEqual(truth());
  });

  test('never learns a file that was changed just before it was read: it may be changed again unseen', () => {
    openStore(dir, asWritten).write(review({ in: 'p007', of: 'category-03', word: 'YNYNYNYNY' }));
    expect(look().read).toBe(1);
    expect(look().read).toBe(1);
  });

  test('never learns a link: it stays as it is while what it leads to changes', async () => {
    const [file, target] = [fileOf('p007', 'category-03'), join(dir, '2015', 'p007', 'elsewhere.txt')];
    renameSync(file, target);
    symlinkSync('elsewhere.txt', file);
    await settle();
    look();
    writeFileSync(target, readFileSync(target, 'utf8').replace('"name": "P007"', '"name": "Q007"'));
    expect(inShort(look().seen)).toEqual(truth());
  });

  test('leaves out what people decided, which counts by the criteria of the day', () => {
    const decided = (given: Review): Review =>
      given.place?.id === 'p007' ? { ...given, isOpen: !given.isOpen, score: { ...given.score, points: 1 } } : given;
    rmSync(join(dir, '.index'), { recursive: true });
    expect(look(decided).read).toBe(all);
    expect(look(decided)).toMatchObject({ read: categories.length });
    expect(inShort(look(decided).seen)).toEqual(truth(decided));
    expect(inShort(look().seen)).toEqual(truth());
  });

  test.each<readonly [string, (text: string) => string]>([
    ['of another version', (text) => text.replace('odi-index/1', 'odi-index/0')],
    ['empty', () => ''],
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['no text', () => '\u0000\uffff'.repeat(5000)],
    ['one endless line', (text) => text.replaceAll('\n', ' ')],
    ['of a changed score', (text) => text.replace(/,45,45,/g, ',46,46,')],
    ['of another answer', (text) => text.replaceAll('YYYYYNNNY', 'YYYYYYYYY')],
    ['in another order', (text) => text.split('\n').reverse().join('\n')],
  ])('that is %s is not believed, and is written anew', (_, spoil) => {
    const before = readFileSync(index(), 'utf8');
    expect(spoil(before)).not.toBe(before);
    writeFileSync(index(), spoil(before));
    const { seen, read, told } = look();
    expect([inShort(seen), told]).toEqual([truth(), []]);
    expect(read).toBeGreaterThan(0);
    expect(readFileSync(index(), 'utf8')).toBe(before);
  });

  test('that is a folder, a pipe or a link is not opened, and keeps nobody waiting', () => {
    for (const put of [
      () => mkdirSync(index()),
      () => execFileSync('mkfifo', [index()]),
      () => symlinkSync('/dev/zero', index()),
    ]) {
      rmSync(index(), { recursive: true, force: true });
      put();
      expect(inShort(look().seen)).toEqual(truth());
    }
    expect(statSync('/dev/zero').isCharacterDevice()).toBe(true);
  });

  test('is written nowhere else by a link in its place, and the reason is told', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'odi-elsewhere-'));
    rmSync(join(dir, '.index'), { recursive: true });
    symlinkSync(elsewhere, join(dir, '.index'));
    expect(look().told).toEqual(['its folder is a link that leads out of the store']);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  test('writes over no file that a link beside it leads to', () => {
    const other = join(dir, 'precious');
    writeFileSync(other, 'precious');
    rmSync(join(dir, '.index'), { recursive: true });
    mkdirSync(join(dir, '.index'));
    symlinkSync(other, join(dir, '.index', '.gitignore'));
    look();
    expect(readFileSync(other, 'utf8')).toBe('precious');
  });

  test('of two that write at once one is there whole', () => {
    rmSync(join(dir, '.index'), { recursive: true });
    const looks = [1, 2].map(() => openStore(dir, asWritten, terms).glances(2015));
    const seen = [0, 0];
    for (let isOver = false; !isOver; ) {
      isOver = true;
      for (const [at, one] of looks.entries()) {
        if (one.next().done === true) continue;
        isOver = false;
        seen[at] = (seen[at] ?? 0) + 1;
      }
    }
    expect(seen).toEqual([all, all]);
    expect(look().read).toBe(0);
    expect(readdirSync(join(dir, '.index')).sort()).toEqual(['.gitignore', '2015']);
  });

  test('is left as it was, and nothing beside it, by a look that ends early', () => {
    const before = readFileSync(index(), 'utf8');
    for (const place of places) writeFileSync(fileOf(place, 'category-00'), serialise(made(place, 'category-00', 2)));
    const looking = openStore(dir, asWritten, terms).glances(2015);
    for (let count = 0; count < all - 1; count += 1) looking.next();
    looking.return(undefined);
    expect(readFileSync(index(), 'utf8')).toBe(before);
    expect(readdirSync(join(dir, '.index')).sort()).toEqual(['.gitignore', '2015']);
  });
});

test('few reviews get none', async () => {
  await settle();
  expect([...openStore(dir, asWritten).glances(2015)]).toHaveLength(all);
  for (const place of places.slice(0, 3)) rmSync(join(dir, '2015', place), { recursive: true });
  expect(look().read).toBe(categories.length);
  expect(existsSync(join(dir, '.index'))).toBe(false);
});

test('a store that cannot be written to is read all the same, and the reason is told once', () => {
  writeFileSync(join(dir, '.index'), 'no folder');
  const { seen, told } = look();
  expect(inShort(seen)).toEqual(truth());
  expect(told).toHaveLength(1);
});

test('names, texts and points of any kind come back as they are', async () => {
  const odd: Partial<Review> = {
    place: { id: 'p001', name: 'Zürich "10,\u2028"\n\ud800' },
    category: { id: 'category-00', title: 'جدول \\' },
    score: { points: 12.5, ceiling: 33.3, outOf: 150 },
    published: { year: '2014' },
    answers: {},
  };
  writeFileSync(fileOf('p001', 'category-00'), serialise({ ...made('p001', 'category-00', 0), ...odd } as Review));
  const numbered = made('p001', 'category-01', 0);
  writeFileSync(
    fileOf('p001', 'category-01'),
    serialise({ ...numbered, answers: { exists: numbered.answers['exists'], 7: numbered.answers['bulk'] } } as Review),
  );
  await learn();
  const { seen, read } = look();
  expect(read).toBeLessThanOrEqual(1);
  expect(inShort(seen)).toEqual(truth());
});
