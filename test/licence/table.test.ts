import { expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import { plainPart } from '../../src/licence/addresses.ts';
import type { LicenceEntry } from '../../src/licence/data.ts';
import { openLicences, readLicenceData } from '../../src/licence/index.ts';
import type { LicenceVerdict } from '../../src/model/licence.ts';
import { samplesOf } from './address-samples.ts';

const data = readLicenceData(openCriteria());
const licences = openLicences(data);

const isOf = (entry: LicenceEntry, verdict: LicenceVerdict): boolean =>
  verdict.id === (entry.generic === true ? null : (entry.sameAs ?? entry.id)) &&
  (entry.generic !== true || verdict.title === entry.title);

const misses = (read: (entry: LicenceEntry) => readonly (readonly [string, LicenceVerdict])[]): readonly string[] =>
  data.table.flatMap((entry) =>
    read(entry).flatMap(([given, verdict]) =>
      isOf(entry, verdict) ? [] : [`${entry.id}: ${given} is taken for ${verdict.id ?? verdict.title}`],
    ),
  );

test('every licence is recognised by each of its names', () => {
  expect(
    misses((entry) => [entry.title, ...(entry.names ?? [])].map((name) => [name, licences.ofTitle(name)])),
  ).toEqual([]);
});

test('every licence is recognised by each of its identifiers', () => {
  expect(misses((entry) => [entry.id, ...(entry.ids ?? [])].map((id) => [id, licences.ofId(id)]))).toEqual([]);
});

test('every address of a licence leads to that licence and to no other', () => {
  expect(
    misses((entry) =>
      (entry.addresses ?? []).flatMap(samplesOf).map((address) => [address, licences.ofUrl(`https://${address}`)]),
    ),
  ).toEqual([]);
});

test('every expression has an address that shows it', () => {
  const mute = data.table.flatMap(({ addresses = [] }) => addresses.filter((each) => samplesOf(each).length === 0));
  expect(mute).toEqual([]);
});

test('the plain part of an expression is in every address that it matches', () => {
  for (const source of data.table.flatMap(({ addresses = [] }) => addresses)) {
    for (const sample of samplesOf(source)) expect(sample).toContain(plainPart(source));
  }
});

test('ids are unique, and a licence that stands for another names one of the table', () => {
  const ids = data.table.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { sameAs } of data.table) if (sameAs !== undefined) expect(ids).toContain(sameAs);
});

test('a licence that was superseded names one that is offered', () => {
  const byId = new Map(data.table.map((entry) => [entry.id, entry]));
  for (const { id, status, successor } of data.table) {
    if (successor !== undefined) expect([id, byId.get(successor)?.status]).toEqual([id, undefined]);
    if (successor !== undefined) expect(byId.has(successor)).toBe(true);
    if (status === 'withdrawn') expect(successor).toBeUndefined();
  }
});

test.each([
  ['OGL-UK-2.0', 'Yes', 'approved', 'superseded by OGL-UK-3.0'],
  ['https://creativecommons.org/licenses/by-nc/3.0/', 'No', 'non-commercial', 'superseded by CC-BY-NC-4.0'],
  ['http://creativecommons.org/licenses/sampling+/1.0/', 'No', 'non-commercial', 'withdrawn, and'],
])('%s is judged by its terms, and said to be no longer offered', (given, open, reason, standing) => {
  const verdict = licences.any(given);
  expect(verdict).toMatchObject({ open, reason });
  expect(verdict.says).toContain(standing);
});

test('a licence that is offered is said to be nothing else', () => {
  expect(licences.any('CC-BY-4.0').says).not.toMatch(/superseded|withdrawn/);
});
