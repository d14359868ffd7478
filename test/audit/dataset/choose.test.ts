import { describe, expect, test } from 'vitest';
import { choose, type Group, observationsOf } from '../../../src/audit/dataset/index.ts';
import type { CriteriaVerdict } from '../../../src/model/check.ts';
import type { Observation } from '../../../src/model/observation.ts';
import type { Level, Officialness, Provenance } from '../../../src/model/records.ts';
import { arrived, finding, observation, provenance } from '../../builders.ts';

const official: Officialness = { verdict: 'official', because: 'test' };
const thirdParty: Officialness = { verdict: 'third-party', because: 'test' };

const group = (number: number, url: string, by: Officialness = official): Group => ({
  root: observation(number, { url, official: by }),
  members: [],
});

/** A rule over which addresses show which criterion: it is met by those that show both. */
const verdictOf =
  (shows: Readonly<Record<string, readonly string[]>>) =>
  (groups: readonly Group[]): CriteriaVerdict => {
    const shown = new Set(groups.flatMap(observationsOf).flatMap(({ url }) => shows[url] ?? []));
    const findings = ['votes', 'voters'].map((id) => finding(id, { answer: shown.has(id) ? 'Yes' : 'Unsure' }));
    return { findings, rule: shown.size === 2 ? 'met' : 'unknown', extent: null };
  };

const urlsOf = (groups: readonly Group[]): readonly string[] => groups.map(({ root }) => root.url);

const [a, b] = ['https://data.gov.example/a', 'https://data.gov.example/b'];
const elsewhere = 'https://blog.example/c';

test('the official dataset that meets the criteria is chosen', () => {
  const { groups, criteria } = choose([group(1, a), group(2, b)], verdictOf({ [b]: ['votes', 'voters'] }));
  expect([urlsOf(groups), criteria.rule]).toEqual([[b], 'met']);
});

test('a third party that has everything does not go before an official source', () => {
  const given = [group(1, elsewhere, thirdParty), group(2, a)];
  expect(urlsOf(choose(given, verdictOf({ [elsewhere]: ['votes', 'voters'] })).groups)).toEqual([a]);
});

/** A group with who published it and what it is called. */
const published = (
  number: number,
  url: string,
  given: Partial<Provenance>,
  root: Partial<Observation> = {},
): Group => ({
  root: observation(number, { url, official, provenance: provenance(given), ...root }),
  members: [],
});

const local: Level = { verdict: 'local', because: { reason: 'test', args: {} } };
const unknown: Level = { verdict: 'unknown', because: { reason: 'test', args: {} } };

describe('what is of a part of the country', () => {
  test('comes after what may be the whole country’s, however much it shows', () => {
    const given = [published(1, a, { level: local }), published(2, b, { level: unknown })];
    expect(urlsOf(choose(given, verdictOf({ [a]: ['votes', 'voters'] })).groups)).toEqual([b]);
  });

  test('comes after it even where it is the only official one', () => {
    const other = published(2, elsewhere, { level: unknown }, { official: thirdParty });
    expect(urlsOf(choose([published(1, a, { level: local }), other], verdictOf({ [a]: ['votes'] })).groups)).toEqual([
      elsewhere,
    ]);
  });

  test('is not taken together with what is not', () => {
    const given = [
      published(1, a, { title: 'Results of votes 2023' }),
      published(2, b, { title: 'Results of votes 2024', level: local }),
    ];
    expect(urlsOf(choose(given, verdictOf({ [a]: ['votes'], [b]: ['voters'] })).groups)).toEqual([a]);
  });

  test('is the whole country’s where its own rows show that', () => {
    const given = [published(1, a, { level: unknown }), published(2, b, { level: local })];
    const grounds = [{ evidence: 'ev-2' }] as const;
    const verdict = (groups: readonly Group[]): CriteriaVerdict => ({
      ...verdictOf({ [b]: ['votes', 'voters'] })(groups),
      extent: groups.some(({ root }) => root.url === b) ? grounds : null,
    });
    expect(urlsOf(choose(given, verdict).groups)).toEqual([b]);
  });
});

describe('the whole country’s', () => {
  const national: Level = { verdict: 'national', because: { reason: 'test', args: {} } };

  test('goes before what shows one criterion more', () => {
    const given = [published(1, a, { level: unknown }), published(2, b, { level: national })];
    expect(urlsOf(choose(given, verdictOf({ [a]: ['votes', 'voters'], [b]: ['votes'] })).groups)).toEqual([b]);
  });

  test('does not go before what shows much more', () => {
    const given = [published(1, b, { level: national }), published(2, a, { level: unknown })];
    expect(urlsOf(choose(given, verdictOf({ [a]: ['votes', 'voters'] })).groups)).toEqual([a]);
  });

  test('is nothing where it did not arrive', () => {
    const gone = published(1, b, { level: national }, { outcome: arrived({ status: 404 }), kind: 'error' });
    expect(urlsOf(choose([gone, published(2, a, { level: unknown })], verdictOf({ [a]: ['votes'] })).groups)).toEqual([
      a,
    ]);
  });
});

test('a dataset whose page is gone is there where its catalogue’s own files are', () => {
  const national: Level = { verdict: 'national', because: { reason: 'test', args: {} } };
  const gone = published(1, b, { level: national }, { outcome: arrived({ status: 404 }), kind: 'error' });
  const withFile = (via: 'ev-1' | null): Group => ({ ...gone, members: [observation(3, { via })] });
  const other = published(2, a, { level: national });
  const verdict = verdictOf({ [b]: ['votes', 'voters'], [a]: ['votes'] });
  expect(urlsOf(choose([withFile(null), other], verdict).groups)).toEqual([b]);
  expect(urlsOf(choose([withFile('ev-1'), other], verdict).groups)).toEqual([a]);
});

describe('groups are one dataset where', () => {
  const shows = verdictOf({ [a]: ['votes'], [b]: ['voters'] });
  const together = (one: Group, other: Group): readonly string[] =>
    urlsOf(choose([one, other], shows).groups).toSorted();
  const title = (text: string, publisher: string | null = 'Ministry'): Partial<Provenance> => ({
    title: text,
    publisher,
  });

  test.each([
    ['their titles differ by the year', title('Election results 2020'), title('Election results 2024')],
    [
      'their titles differ by the part',
      title('Election results – First round'),
      title('Election results – Second round'),
    ],
    ['their titles differ by date and marks', title('Résultats du 12/06/2022'), title('Resultats du 19/06/2022')],
  ])('%s', (_, one, other) => {
    expect(together(published(1, a, one), published(2, b, other))).toEqual([a, b]);
  });

  test.each([
    ['they only share a host', title('Election results 2024'), title('Voter register 2024')],
    ['somebody else publishes the other', title('Election results 2020'), title('Election results 2024', 'Agency')],
    ['they have no title', { publisher: 'Ministry' }, { publisher: 'Ministry' }],
    ['a year is all that they share', title('2024 Turnout'), title('2024 Results')],
  ])('and not where %s', (_, one, other) => {
    expect(together(published(1, a, one), published(2, b, other))).toEqual([a]);
  });

  test('one page of a site leads to the other', () => {
    expect(together(published(1, a, {}), published(2, b, {}, { via: 'ev-1' }))).toEqual([a, b]);
  });

  test('and not where a catalogue records them apart', () => {
    expect(together(published(1, a, title('Votes')), published(2, b, title('Voters'), { via: 'ev-1' }))).toEqual([a]);
  });

  test('and not where they are on two hosts', () => {
    const other = 'https://files.gov.example/b';
    const choice = choose(
      [published(1, a, title('Election results 2020')), published(2, other, title('Election results 2024'))],
      verdictOf({ [a]: ['votes'], [other]: ['voters'] }),
    );
    expect(urlsOf(choice.groups)).toEqual([a]);
  });
});

describe('of the editions of a series', () => {
  const edition = (number: number, url: string, year: number): Group =>
    published(number, url, { title: `Election results ${year}`, publisher: 'Ministry' });

  test('the newest that shows as much is chosen', () => {
    const given = [edition(1, a, 2019), edition(2, b, 2024)];
    const shows = verdictOf({ [a]: ['votes', 'voters'], [b]: ['votes', 'voters'] });
    expect(urlsOf(choose(given, shows).groups)).toEqual([b]);
  });

  test('a newer one that shows less stays part of the dataset', () => {
    const given = [edition(1, a, 2019), edition(2, b, 2024)];
    const { groups, criteria } = choose(given, verdictOf({ [a]: ['votes', 'voters'], [b]: ['votes'] }));
    expect([urlsOf(groups), criteria.rule]).toEqual([[a, b], 'met']);
  });

  test('an older one does not', () => {
    const given = [edition(1, a, 2024), edition(2, b, 2019)];
    expect(urlsOf(choose(given, verdictOf({ [a]: ['votes', 'voters'], [b]: ['votes'] })).groups)).toEqual([a]);
  });

  test('a newer dataset of another series changes nothing', () => {
    const given = [edition(1, a, 2019), published(2, b, { title: 'Voter register 2024', publisher: 'Ministry' })];
    const shows = verdictOf({ [a]: ['votes', 'voters'], [b]: ['votes', 'voters'] });
    expect(urlsOf(choose(given, shows).groups)).toEqual([a]);
  });
});

test('criteria about timeliness do not count for the choice', () => {
  const rhythm = (groups: readonly Group[]): CriteriaVerdict => {
    const at = groups[0]?.root.url;
    const findings = [
      finding('votes', { answer: at === b ? 'Yes' : 'Unsure' }),
      finding('monthly', { answer: at === a ? 'Yes' : 'Unsure', timely: true }),
      finding('yearly', { answer: at === a ? 'Yes' : 'Unsure', timely: true }),
    ];
    return { findings, rule: 'unknown', extent: null };
  };
  expect(urlsOf(choose([group(1, a), group(2, b)], rhythm).groups)).toEqual([b]);
});

test('between equals the order of the candidates decides', () => {
  expect(urlsOf(choose([group(1, b), group(2, a)], verdictOf({})).groups)).toEqual([b]);
});

test('without candidates nothing is chosen', () => {
  expect(choose([], verdictOf({}))).toMatchObject({ groups: [], criteria: { rule: 'unknown' } });
});

describe('halves that one publisher keeps in datasets of their own', () => {
  const national: Level = { verdict: 'national', because: { reason: 'test', args: {} } };
  const half = (number: number, url: string, title: string, given: Partial<Provenance> = {}): Group =>
    published(number, url, { title, publisher: 'Ministry of Health', level: national, ...given });
  const chosen = (other: Group, shows: Parameters<typeof verdictOf>[0]): readonly string[] =>
    urlsOf(choose([half(1, a, 'Hospitals'), other], verdictOf(shows), halves).groups);
  const both = { [a]: ['votes'], [b]: ['voters'] };
  const halves = [['votes'], ['voters']];

  test('are judged together where together they show all', () => {
    expect(chosen(half(2, b, 'Diseases'), both)).toEqual([a, b]);
  });

  test.each([
    ['another publisher', { publisher: 'Ministry of Sport' }],
    ['a publisher that is not named', { publisher: null }],
    ['a part of the country', { level: local }],
    ['nobody knows which part', { level: unknown }],
  ])('are not where one is of %s', (_, given) => {
    expect(chosen(half(2, b, 'Diseases', given), both)).toEqual([a]);
  });

  test('are not in a category that has none', () => {
    const given = [half(1, a, 'Hospitals'), half(2, b, 'Diseases')];
    expect(urlsOf(choose(given, verdictOf(both)).groups)).toEqual([a]);
  });

  test('are not where the other shows nothing more', () => {
    expect(chosen(half(2, b, 'Diseases'), { [a]: ['votes'], [b]: ['votes'] })).toEqual([a]);
  });

  test('are not where together they show no more than a part', () => {
    const more = (groups: readonly Group[]): CriteriaVerdict => ({ ...verdictOf(both)(groups), rule: 'unknown' });
    expect(urlsOf(choose([half(1, a, 'Hospitals'), half(2, b, 'Diseases')], more, halves).groups)).toEqual([a]);
  });
});

describe('of the editions of a series whose titles name the month in words', () => {
  const edition = (number: number, url: string, title: string, at: number, series = 'firms up to') =>
    published(number, url, { title, edition: { at, series } });
  const both = verdictOf({ [a]: ['votes', 'voters'], [b]: ['votes', 'voters'] });

  test('the newest is chosen', () => {
    const given = [
      edition(1, a, 'Firms up to 7 April 2026', 202604),
      edition(2, b, 'Firms up to 7 October 2026', 202610),
    ];
    expect(urlsOf(choose(given, both).groups)).toEqual([b]);
    expect(urlsOf(choose([...given].reverse(), both).groups)).toEqual([b]);
  });

  test('what is called otherwise without its date is no edition of it', () => {
    const given = [
      edition(1, a, 'Firms up to 7 April 2026', 202604),
      edition(2, b, 'Firms struck off to 7 October 2026', 202610, 'firms struck off to'),
    ];
    expect(urlsOf(choose(given, both).groups)).toEqual([a]);
  });
});
