/**
 * The contests of each place from two tables of public facts (CIA World Factbook, final edition of February 2026, public
 * domain): chambers of parliaments, and presidents whom voters elect. Both are CSV with a header; every row names its source,
 * and what is doubted about it.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const rowsOf = (file) => parse(readFileSync(file, 'utf8'), { columns: true });

const numberOf = (cell) => (cell === '' ? null : Number(cell));

/** A year, a month or a day. */
const dated = (cell) => (/^\d{4}(?:-\d{2}){0,2}$/.test(cell) ? cell : null);

const isDay = (cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell);

/** `House of the People (Lok Sabha)` in English, and as those who elect it call it: several names where it has several. */
const namesOf = (cell) => {
  const [, english, inner] = cell.match(/^(.+?) \((.+)\)$/) ?? [null, cell, ''];
  const native = inner.split(/ - |\//).map((name) => name.replace(/\s*\([^)]*\)?$/, '').trim());
  return {
    names: { en: english.trim() },
    native: [...new Set(native)].filter((name) => name !== '' && name !== english.trim()),
  };
};

const sourceOf = ({ source, valid_on: on }) => {
  const page = source.match(/[a-z-]+\/[a-z]+\.json/g)?.at(-1);
  return `CIA World Factbook, ${page}, edition of ${on}`;
};

const termOf = (cell) => {
  const [, years] = cell.match(/^([1-9]) years?$/) ?? [];
  return years === undefined ? {} : { term: `P${years}Y` };
};

const single = (units, basis) => ({ kind: 'single-member', units, seats: units, basis });
const nationwide = (seats, basis) => ({ kind: 'nationwide', units: 1, seats, basis });

/** Kinds of unit, by the words of the table: `50 multi-seat + 2 single-seat`, `8 two-seat + 1 at large`. */
const kinds = { 'multi-seat': 'multi-member', 'two-seat': 'multi-member', 'single-seat': 'single-member' };
const seatsEach = { 'two-seat': 2, 'single-seat': 1 };

const statedTiers = (words, direct) => {
  const parts = words.split('+').map((part) => part.match(/(\d+) (\S+-seat|at large)/));
  if (parts.some((part) => part === null)) return null;
  const tiers = parts.map(([, count, word]) => ({
    kind: kinds[word] ?? 'nationwide',
    units: Number(count),
    seats: seatsEach[word] === undefined ? null : Number(count) * seatsEach[word],
    basis: 'stated',
  }));
  const left = direct - tiers.reduce((sum, { seats }) => sum + (seats ?? 0), 0);
  const open = tiers.filter(({ seats }) => seats === null);
  return tiers.map((tier) => (open.length === 1 && tier === open[0] ? { ...tier, seats: left } : tier));
};

/**
 * The units a chamber is elected in, as far as the table tells. A number it only derives from the seats is marked so; where it
 * tells of one tier, what the others are is left open.
 */
const tiersOf = ({ constituencies, constituencies_basis: words, nationwide_list: list }, direct) => {
  const units = numberOf(constituencies);
  const basis = words.startsWith('derived') || words.includes('+ derived') ? 'derived' : 'stated';
  if (units === null) return list === 'yes' ? [nationwide(null, 'stated')] : [];
  if (words.startsWith('stated: one nationwide')) return [nationwide(direct, basis)];
  if (/single-seat tier \+ 1 nationwide/.test(words))
    return [single(units - 1, basis), nationwide(direct - units + 1, basis)];
  if (words.startsWith('derived')) return [single(units, basis)];
  const stated = words.startsWith('stated:') ? statedTiers(words, direct) : null;
  return stated ?? [{ kind: 'multi-member', units, seats: list === 'yes' ? null : direct, basis }];
};

/** Days of one election: of the last vote, and of the first where it took several. */
const electionOf = ({ last_election: day, last_election_start: from }) =>
  isDay(day) ? [{ day, ...(isDay(from) && from < day ? { from } : {}) }] : [];

const lawOf = (row, direct, seats, tiers) => {
  const [election] = electionOf(row);
  return { from: election?.from ?? election?.day ?? null, to: null, seats, direct, tiers };
};

const told = ({ doubt }) => (doubt === '' ? {} : { doubt });
/** When the next election is due; the table names some that were held since. */
const nextOf = ({ next_election: next, last_election: last }) => (dated(next) === null || next <= last ? {} : { next });

const renewalOf = (cell) => (cell === 'partial renewal' ? { renewal: 'partial' } : {});

const chamberOf = (row) => {
  const direct = numberOf(row.directly_elected);
  return {
    id: row.chamber_kind === 'unicameral' ? 'parliament' : row.chamber_kind,
    kind: row.chamber_kind === 'unicameral' ? 'parliament' : row.chamber_kind,
    ...namesOf(row.chamber),
    laws: [lawOf(row, direct, numberOf(row.seats), direct === 0 ? [] : tiersOf(row, direct))],
    elections: electionOf(row),
    ...nextOf(row),
    ...termOf(row.term),
    ...renewalOf(row.scope),
    source: sourceOf(row),
    ...told(row),
  };
};

/** Rounds of a president's election, by the words of the table: `2 October 2022, with runoff on 30 October 2022`. */
const firstRound = ({ last_election_raw: words, last_election: day }) => {
  const days = words.match(/\d{1,2} [A-Z][a-z]+ \d{4}/g) ?? [];
  const read = days.map((text) => new Date(`${text} UTC`)).filter((date) => !Number.isNaN(date.getTime()));
  const earliest = read.map((date) => date.toISOString().slice(0, 10)).sort()[0] ?? day;
  return isDay(day) && /run-?off|second round|rounds/i.test(words) && earliest < day ? earliest : '';
};

const presidentOf = (row) => {
  const dates = { ...row, last_election_start: firstRound(row) };
  return {
    id: 'president',
    kind: 'president',
    names: { en: 'President' },
    native: [],
    laws: [lawOf(dates, 1, 1, [])],
    elections: electionOf(dates),
    ...nextOf(row),
    source: sourceOf(row),
    ...told(row),
  };
};

/** Opens both tables: gives the contests of a place by its code, those of chambers first. */
export const contestsFrom = (chambersFile, presidentsFile) => {
  const isOfTheEdition = ({ source }) => source.startsWith('CIA World Factbook');
  const chambers = rowsOf(chambersFile).filter(isOfTheEdition);
  const presidents = rowsOf(presidentsFile).filter(({ directly_elected: direct }) => direct === 'yes');
  return (code) => [
    ...chambers.filter(({ iso2 }) => iso2 === code).map(chamberOf),
    ...presidents.filter(({ iso2 }) => iso2 === code).map(presidentOf),
  ];
};
