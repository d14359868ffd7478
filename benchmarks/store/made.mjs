/**
 * Makes stores of any size: reviews of made-up places in all categories, in the shape that an audit writes. They are as small
 * as sound reviews can be (about 3.5 KB), so that a million of them fit on a disk; what is measured is the work per review.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const categories = [
  ...['company-register', 'election-results', 'government-budget', 'government-spending', 'health-performance'],
  ...['land-ownership', 'legislation', 'location-datasets', 'national-map', 'national-statistics'],
  ...['pollutant-emissions', 'procurement', 'transport-timetables', 'water-quality', 'weather-forecast'],
];

const weights = {
  ...{ exists: 5, digital: 5, public: 5, online: 5, free: 15 },
  ...{ machinereadable: 15, bulk: 10, openlicense: 30, uptodate: 10 },
};

/** Five states of one dataset, from unseen to open: the questions that are answered Yes, and the answer to the others. */
const states = [
  { yes: [], others: 'Unsure' },
  { yes: [], others: 'No' },
  { yes: ['exists', 'digital', 'public', 'online', 'free'], others: 'No' },
  { yes: ['exists', 'digital', 'public', 'online', 'free', 'machinereadable', 'bulk', 'uptodate'], others: 'No' },
  { yes: Object.keys(weights), others: 'No' },
];

/** Mixes numbers into one below 2^32, the same on every machine. */
const mixed = (...numbers) =>
  numbers.reduce((hash, number) => Math.imul(hash ^ number, 2_654_435_761) ^ (hash >>> 15), 97) >>> 0;

/** The state of a dataset in a year: one in five is another one than the year before. */
const stateOf = (place, category, at) => {
  let state = mixed(place, category) % states.length;
  for (let year = 1; year <= at; year += 1) {
    if (mixed(place, category, year) % 5 === 0) state = (state + 1 + (mixed(year, place) % 4)) % states.length;
  }
  return state;
};

/** The text of a review with `@` and a letter where place, category, name and year stand. */
const templateOf = ({ yes, others }) => {
  const answers = Object.fromEntries(
    Object.entries(weights).map(([id, weight]) => {
      const answer = yes.includes(id) ? 'Yes' : others;
      const rule = { id, version: 1 };
      const points = answer === 'Yes' ? weight : 0;
      return [
        id,
        {
          question: id,
          answer,
          reason: 'made',
          says: 'Made up.',
          evidence: ['ev-1'],
          rule,
          weight,
          points,
          improve: null,
          override: null,
        },
      ];
    }),
  );
  const points = yes.reduce((sum, id) => sum + weights[id], 0);
  const url = 'https://@P.example/@C.csv';
  return JSON.stringify(
    {
      format: 'odi-review/1',
      tool: { name: 'odi', version: '0.0.0' },
      edition: 'godi-2015',
      place: { id: '@P', name: 'Place @N' },
      category: { id: '@C', title: '@C' },
      year: '@Y',
      asOf: '@D-06-30',
      score: { points, ceiling: others === 'Unsure' ? 100 : points, outOf: 100 },
      isOpen: points === 100,
      answers,
      criteria: [],
      coverage: [],
      candidates: [{ url, why: 'Made up.', role: 'data-file', chosen: true }],
      evidence: [
        {
          ...{ id: 'ev-1', url, finalUrl: url, fetchedAt: '@D-06-30T00:00:00Z', outcome: 'arrived', because: null },
          ...{ kind: 'data', status: 200, mediaType: 'text/csv', format: 'csv', bytes: 1234 },
          ...{ sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', quote: null, record: null },
        },
      ],
      contradictions: [],
      notes: 'A made-up review of @N in @D.',
      previous: null,
      people: { submitter: 'odi', reviewers: [], comments: '' },
      request: { kind: 'audit', urls: [] },
    },
    null,
    2,
  ).split(/(@[PCNYD]|"@Y")/);
};

/**
 * Writes `rows` reviews, rounded up to whole places, over some years.
 *
 * @returns how many reviews and places there are, and the years
 */
export const makeStore = (store, rows, yearCount = 10) => {
  const templates = states.map(templateOf);
  const years = Array.from({ length: yearCount }, (_, at) => 2016 + at);
  const places = Math.ceil(rows / yearCount / categories.length);
  for (const [at, year] of years.entries()) {
    for (let place = 0; place < places; place += 1) {
      const id = `p${String(place).padStart(6, '0')}`;
      const folder = join(store, String(year), id);
      mkdirSync(folder, { recursive: true });
      for (const [which, category] of categories.entries()) {
        const words = { '@P': id, '@C': category, '@N': String(place), '"@Y"': String(year), '@D': String(year) };
        const text = templates[stateOf(place, which, at)].map((part) => words[part] ?? part).join('');
        writeFileSync(join(folder, `${category}.json`), `${text}\n`);
      }
    }
  }
  return { reviews: places * categories.length * years.length, places, years };
};

if (process.argv[1] === import.meta.filename) {
  const [store, rows, years = '10'] = process.argv.slice(2);
  console.log(JSON.stringify(makeStore(store, Number(rows), Number(years))));
}
