import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.ts';
import type { Review } from '../../src/model/review.ts';
import { openStore, updateReview } from '../../src/reviews/index.ts';
import { withLock } from '../../src/reviews/lock.ts';
import { review } from './builders.ts';

const asWritten = (given: Review): Review => given;
const key = { year: 2015, place: 'ma', category: 'election-results' };
let dir: string;
let file: string;
let lock: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-update-'));
  file = openStore(dir, asWritten).write(review());
  lock = join(dirname(file), '.election-results.json.lock');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const noted = (note: string): Promise<Review> =>
  updateReview(file, asWritten, (now) => ({ ...now, notes: `${now.notes}${note}` }));
const notes = (): string => (JSON.parse(readFileSync(file, 'utf8')) as Review).notes;

test('every one of many changes at once is made on what the one before it wrote', async () => {
  await Promise.all([...'abcdefgh'].map(noted));
  expect([...notes()].sort().join('')).toBe('abcdefgh');
  expect(existsSync(lock)).toBe(false);
});

test('a change that is refused leaves the file and no lock', async () => {
  const before = readFileSync(file, 'utf8');
  const refused = updateReview(file, asWritten, () => {
    throw new UserError('No.');
  });
  await expect(refused).rejects.toThrow('No.');
  expect([readFileSync(file, 'utf8'), existsSync(lock)]).toEqual([before, false]);
});

test('who holds the lock is waited for', async () => {
  writeFileSync(lock, `${hostname()} ${process.pid} other`);
  setTimeout(() => rmSync(lock), 120);
  const begun = Date.now();
  await noted('a');
  expect(Date.now() - begun).toBeGreaterThan(100);
  expect(notes()).toBe('a');
});

test('a lock that a killed process left stops nobody', async () => {
  const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
  writeFileSync(lock, `${hostname()} ${gone} left`);
  await Promise.all([noted('a'), noted('b')]);
  expect([...notes()].sort().join('')).toBe('ab');
});

test('and is cleaned away with what else it left, though nobody writes there again; one that is held is not', () => {
  const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
  const folder = join(dir, '2014', 'fr');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.election-results.json.lock'), `${hostname()} ${gone} left`);
  writeFileSync(join(folder, '.budget.json.lock'), `${hostname()} ${process.pid} other`);
  openStore(dir, asWritten).clean();
  expect(readdirSync(folder)).toEqual(['.budget.json.lock']);
});

test('a folder that cannot be made is told as a file that was not written', async () => {
  symlinkSync(join(dir, 'nowhere', 'at all'), join(dir, '2016'));
  const refused = withLock(join(dir, '2016', 'ma', 'election-results.json'), () => undefined);
  await expect(refused).rejects.toThrow(UserError);
});

test('nor does one of another machine that is older than anything takes', async () => {
  writeFileSync(lock, 'elsewhere 1 left');
  utimesSync(lock, new Date(Date.now() - 120_000), new Date(Date.now() - 120_000));
  expect(await withLock(file, () => 'mine')).toBe('mine');
});

test('what cannot be read as a review is set aside and never written over', async () => {
  writeFileSync(file, '{"half": ');
  const { review: written, aside } = await openStore(dir, asWritten).replace(key, (now) => {
    expect(now).toBeNull();
    return review({ notes: 'fresh' });
  });
  expect([written.notes, readFileSync(aside ?? '', 'utf8')]).toEqual(['fresh', '{"half": ']);
  expect([...openStore(dir, asWritten).stream()]).toHaveLength(1);
  expect(readdirSync(dirname(file)).filter((name) => name.includes('unreadable'))).toHaveLength(1);
});

test('a review is replaced by what is made of it, and begun where there is none', async () => {
  const store = openStore(dir, asWritten);
  const { aside } = await store.replace(key, (now) => ({ ...(now ?? review()), notes: 'changed' }));
  expect([aside, notes()]).toEqual([null, 'changed']);
  mkdirSync(join(dir, '2016'));
  await store.replace({ ...key, year: 2016 }, (now) => ({
    ...review({ year: 2016 }),
    notes: now === null ? 'new' : 'old',
  }));
  expect((JSON.parse(readFileSync(join(dir, '2016/ma/election-results.json'), 'utf8')) as Review).notes).toBe('new');
});
