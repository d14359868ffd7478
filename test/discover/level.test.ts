import { describe, expect, test } from 'vitest';
import { type Imprint, imprintOf, lensOf, levelOf, officialness } from '../../src/discover/index.ts';
import type { Place } from '../../src/model/data.ts';
import { sayLevel } from '../../src/text/levels.ts';
import { criteria, place, portal, tools } from './tools.ts';

/* Countries of nobody: what tells levels apart are words and names, never a list of countries. */

const country = (given: Partial<Place> = {}): Place =>
  place({
    names: { en: 'Nowhere', es: 'Ninguna', fr: 'Nulle-Part', de: 'Nirgendwo' },
    aliases: ['Republic of Nowhere'],
    languages: ['en', 'es', 'fr', 'de'],
    subdivisions: ['Alba Longa', 'Pará', 'North Shire', 'Südmark'],
    domains: [{ value: 'gov.example', source: 'made up' }],
    portals: [portal({ url: 'https://data.gov.example', owner: 'Digital Agency' })],
    addresses: [
      {
        category: 'election-results',
        url: 'https://votes.gov.example/',
        role: 'landing-page',
        why: 'x',
        source: 'made up',
      },
      {
        category: 'election-results',
        url: 'https://shared.gov.example/commission/results/',
        role: 'landing-page',
        why: 'x',
        source: 'made up',
      },
    ],
    responsible: { 'election-results': { value: { en: 'Board of Ballots (BOB)' }, source: 'made up' } },
    ...given,
  });

const levelIn = (home: Place, given: Partial<Imprint>, url = 'https://data.gov.example/dataset/x') => {
  const lens = lensOf(home, criteria.category('election-results'), tools.words);
  const imprint = { ...imprintOf(null, null, null), ...given };
  return levelOf(url, { lens, imprint, official: officialness(url, { lens }) });
};

const verdictOf = (given: Partial<Imprint>, url?: string) => levelIn(country(), given, url).verdict;

describe('a publisher acts for', () => {
  test.each([
    ['the whole country: a ministry', 'Ministry of the Interior', 'national'],
    ['the whole country: a ministry for towns', 'Ministry of Local Government', 'national'],
    [
      'the whole country: a ministry for many things',
      'Ministry of Interior, Regional Development and Municipalities',
      'national',
    ],
    ['the whole country: the responsible body', 'The Board of Ballots', 'national'],
    ['the whole country: the responsible body by its short form', 'BOB', 'national'],
    ['the whole country: its own government', 'Government of Nowhere', 'national'],
    ['the whole country: its own republic', 'Gobierno de la República de Ninguna', 'national'],
    ['the whole country: in another language', 'Bundesamt für Statistik', 'national'],
    [
      'the whole country: a ministry that is also of science and universities',
      'Ministry of Science and Universities',
      'national',
    ],
    ['a part: a county before its name', 'King County, Elections', 'regional'],
    ['a part: a department of a city', 'Department of Finance, City of Springfield', 'local'],
    ['a part: a town hall', 'Ayuntamiento de Villar', 'local'],
    ['a part: a town with a body that is called national elsewhere', 'Stadt Musterburg – Amt für Statistik', 'local'],
    ['a part: a ministry of a region', 'Ministry of Finance, North Shire', 'regional'],
    ['a part: a town whose name begins with a vowel', "Ville d'Auville", 'local'],
    ['a part: towns that act together', 'Auville Métropole', 'local'],
    ['a part: a department whose name begins with a vowel', "Conseil du département d'Auval", 'regional'],
    ['the whole country: a ministry for such towns', 'Ministère des Villes et des Métropoles', 'national'],
    ['a part: a region by its name alone', 'Alba Longa Electoral Service', 'regional'],
    ['a part: a region in capitals', 'GOBERNADOR DE ALBA LONGA', 'regional'],
    ['a part: a state ministry of a federal country', 'Staatsministerium der Finanzen', 'regional'],
    ['a part: a chamber of commerce', 'Cámara de Comercio de Villar', 'local'],
    ['a part: only an adjective tells it', 'Comisión Municipal Electoral', 'local'],
    ['nobody known: another government', 'Government of Elsewhere', 'unknown'],
    ['nobody known: a ministry of another government', 'Ministry of Finance, Government of Elsewhere', 'unknown'],
    ['the whole country: a ministry for each municipality', 'Ministry of Municipality Affairs', 'national'],
    ['nobody known: an embassy', 'Embassy of Nowhere', 'unknown'],
    ['nobody known: a university called national', 'National University of Nowhere', 'unknown'],
    ['nobody known: a university called national, behind', 'Universidad Nacional de Ninguna', 'unknown'],
    ['nobody known: a party', 'Nowhere Party', 'unknown'],
    [
      'the whole country: an adjective of its name before a word for a part',
      'Nowhereische Landesverwaltung',
      'national',
    ],
    ['a part: the same word without one', 'Landesverwaltung Musterburg', 'local'],
    ['the whole country: an authority in the national catalogue', 'Registrar Service', 'national'],
    ['a part: an authority of a region in the national catalogue', 'Registrar Service of Alba Longa', 'regional'],
    ['nobody known: a service of a university in the national catalogue', 'University Library Service', 'unknown'],
    ['nobody known: a name that says nothing', 'Open Springfield', 'unknown'],
    ['nobody known: the country is only mentioned', 'Open Data Nowhere', 'unknown'],
    ['nobody known: a word that only looks like a region without its marks', 'Plataforma para todos', 'unknown'],
  ])('%s', (_, publisher, verdict) => {
    expect(verdictOf({ publisher })).toBe(verdict);
  });

  test('an authority elsewhere is the country’s only where its name says so', () => {
    expect(verdictOf({ publisher: 'Registrar Service' }, 'https://x.gov.example/')).toBe('unknown');
    expect(verdictOf({ publisher: 'Nowhere Registrar Service' }, 'https://x.gov.example/')).toBe('national');
    expect(verdictOf({ publisher: 'Nowhere Registrar Service' }, 'https://x.example/')).toBe('unknown');
  });

  test('the whole country only at an official address: anybody may call themselves national', () => {
    expect(verdictOf({ publisher: 'National Election Observers' }, 'https://observers.example/x')).toBe('unknown');
  });

  test('a part of the country at any address', () => {
    expect(verdictOf({ publisher: 'City of Springfield' }, 'https://springfield.example/x')).toBe('local');
  });
});

describe('a title is of', () => {
  test.each([
    ['a town', 'Budget of the City of Springfield', null, 'local'],
    ['a town, whoever publishes it', 'Registro de empresas, municipio de Villar', 'Ministerio de Comercio', 'local'],
    ['a county beside its name', 'Harris County election returns', null, 'regional'],
    ['a region', 'Election results Alba Longa 2024', 'Ministry of the Interior', 'regional'],
    ['the whole, by county', 'Election results by county', 'Ministry of the Interior', 'national'],
    ['the whole, by town, in French', 'Résultats par commune Nulle-Part', 'Ministère de l’Intérieur', 'national'],
    ['the whole, of every municipality', 'Votes at every Municipality Office', 'Ministry of the Interior', 'national'],
    ['the whole, in title case', 'County Presidential Returns', 'Federal Election Office', 'national'],
    [
      'the whole, by all its parts',
      'Votes in Alba Longa, Pará and North Shire',
      'Ministry of the Interior',
      'national',
    ],
    ['nobody knows what', 'Election results by county', null, 'unknown'],
    ['nobody knows what, at every office', 'Votes at every Municipality Office', null, 'unknown'],
    ['nobody knows what: a preposition is no region', 'Dados para todos', null, 'unknown'],
  ])('%s', (_, title, publisher, verdict) => {
    expect(verdictOf({ title, publisher })).toBe(verdict);
  });
});

describe('where nobody is named', () => {
  test.each([
    ['a site of the place file', 'https://votes.gov.example/2024', {}, 'national'],
    ['below an address of the place file', 'https://shared.gov.example/commission/results/2024', {}, 'national'],
    ['beside an address of the place file', 'https://shared.gov.example/springfield/results', {}, 'unknown'],
    ['the national catalogue', 'https://data.gov.example/dataset/x', {}, 'unknown'],
    [
      'the national catalogue, whatever it calls itself',
      'https://data.gov.example/dataset/x',
      { site: ['National Data'] },
      'unknown',
    ],
    ['a site that names a ministry', 'https://x.gov.example/', { site: ['© 2024 Ministry of Votes'] }, 'national'],
    ['a site that names a town', 'https://x.gov.example/', { site: ['Springfield Town Council'] }, 'local'],
    ['a host named for a county', 'https://data.kingcounty.gov.example/', {}, 'regional'],
    ['a host named for a city', 'https://www.cityofspringfield.example/', {}, 'local'],
    ['a host named for a town, in German', 'https://stadt-musterburg.example/', {}, 'local'],
    ['an area that is the country', 'https://x.gov.example/', { spatial: 'Nowhere' }, 'national'],
    [
      'an area that is the country by its code',
      'https://x.gov.example/',
      { spatial: 'https://places.example/country/zz' },
      'national',
    ],
    ['an area that is a word for the whole', 'https://x.gov.example/', { spatial: 'Nacional' }, 'national'],
    ['an area that mentions the country', 'https://x.gov.example/', { spatial: 'Springfield, Nowhere' }, 'unknown'],
    ['an area said by nobody official', 'https://x.example/', { spatial: 'Nowhere' }, 'unknown'],
  ])('%s: %s', (_, url, given, verdict) => {
    expect(verdictOf(given, url)).toBe(verdict);
  });
});

test('an address of the place file vouches for its category only', () => {
  const lens = lensOf(country(), criteria.category('legislation'), tools.words);
  const url = 'https://votes.gov.example/2024';
  const given = { lens, imprint: imprintOf(null, null, null), official: officialness(url, { lens }) };
  expect(levelOf(url, given).verdict).toBe('unknown');
});

test('a national catalogue that the place file names does not vouch for all it lists', () => {
  const addresses = [
    { category: 'election-results', url: 'https://data.gov.example/', role: 'landing-page', why: 'x', source: 'x' },
  ] as const;
  expect(levelIn(country({ addresses }), {}).verdict).toBe('unknown');
});

test('in a city that is a country, its own name is no part of it', () => {
  const city = country({ names: { en: 'Cityland' }, aliases: [], subdivisions: [] });
  expect(levelIn(city, { publisher: 'Elections Department Cityland' }).verdict).toBe('national');
  expect(levelIn(city, { publisher: 'East Town Council' }).verdict).toBe('local');
});

test('in a country with a region of its name, the word for the region tells', () => {
  const home = country({ names: { en: 'Lux' }, aliases: [], subdivisions: [] });
  expect(levelIn(home, { publisher: 'Government of Lux' }).verdict).toBe('national');
  expect(levelIn(home, { publisher: 'Province of Lux' }).verdict).toBe('regional');
});

test('without a place there is no country to be of', () => {
  const lens = lensOf(null, null, tools.words);
  const official = { verdict: 'official', because: 'x' } as const;
  const imprint = { ...imprintOf(null, null, null), publisher: 'City of Springfield' };
  expect(levelOf('https://x.example/', { lens, imprint, official }).verdict).toBe('unknown');
});

test('every level says why, in the words that told it', () => {
  const { because } = levelIn(country(), { publisher: 'City of Springfield' });
  expect(because).toEqual({ reason: 'body-of-a-part', args: { body: 'City of Springfield', word: 'city of' } });
  expect(sayLevel(because)).toBe('"City of Springfield" is a body of a part of the country ("city of").');
  expect(sayLevel(levelIn(country(), { title: 'Results Alba Longa' }).because)).toContain('"Alba Longa"');
});

describe('a site of the place file that is no catalogue of everybody’s data', () => {
  const register = {
    ...portal({ url: 'https://www.register.example/data', owner: 'Register Centre' }),
    name: 'Registers',
  };
  const domains = ['gov.example', 'register.example', 'gouv.example'].map((value) => ({ value, source: 'made up' }));
  const at = (given: Partial<typeof register>, url: string, of = domains) =>
    levelIn(country({ portals: [{ ...register, software: 'custom', ...given }], domains: of }), {}, url).verdict;

  test.each([
    ['is its owner’s', {}, 'https://www.register.example/list', 'national'],
    ['is its owner’s under its domain, too', {}, 'https://files.register.example/list.csv', 'national'],
    ['tells nothing of other domains', {}, 'https://other.example/list', 'unknown'],
    [
      'tells nothing where it is not of the whole country',
      { national: false },
      'https://www.register.example/list',
      'unknown',
    ],
    ['tells nothing where nobody owns it', { owner: null }, 'https://www.register.example/list', 'unknown'],
    ['tells nothing where a town owns it', { owner: 'City of Alba' }, 'https://www.register.example/list', 'unknown'],
    [
      'tells nothing where a university owns it',
      { owner: 'University of Alba' },
      'https://www.register.example/list',
      'unknown',
    ],
    [
      'tells nothing where it lists everybody’s data',
      { name: 'Open data' },
      'https://www.register.example/list',
      'unknown',
    ],
  ])('%s', (_, given, url, expected) => {
    expect(at(given, url)).toBe(expected);
  });

  test('tells nothing of what is not known to be official', () => {
    expect(at({}, 'https://files.register.example/list.csv', [])).toBe('unknown');
  });

  test('tells nothing of its neighbours under a domain that it shares', () => {
    const own = { ...register, software: 'custom' };
    const other = { ...own, url: 'https://weather.register.example/', owner: 'Weather Service' };
    const of = (portals: readonly (typeof own)[], url: string) =>
      levelIn(country({ portals, domains }), {}, url).verdict;
    expect(of([own, other], 'https://files.register.example/list.csv')).toBe('unknown');
    expect(of([own, other], 'https://register.example/list')).toBe('national');
    const government = { ...own, url: 'https://register.gouv.example/' };
    expect(of([government], 'https://other.gouv.example/list')).toBe('unknown');
    expect(of([government], 'https://register.gouv.example/list')).toBe('national');
  });
});
