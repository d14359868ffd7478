// United Kingdom: election results. The Electoral Commission has the general election of 2024 as a workbook (administrative data and rejected ballots by reason, a line a constituency), the House of Commons Library the same by constituency and by candidate as CSV, and Parliament's results site as CSV. Nobody records votes below the constituency, because boxes are mixed before the count, which the Commission says: by the ruling of 2015, made on this very country, a true No.
// data.gov.uk (CKAN behind pages of an own make) holds none of it. What is hard: everything but the stations is there, under open licences. Lures: thirty councils' ward results, polling places and registers, a capital's mayor, police commissioners, a referendum, boundaries.
// Addresses of the Library's files and their columns: public code that reads them; mixing of ballot papers and the Commission's electoral data: pages of the two bodies. Names of most constituencies, data.gov.uk's robots.txt, figures and sentences are made up.
import {
  ago,
  ckan,
  csvOf,
  esc,
  file,
  finder,
  html,
  json,
  page,
  pkg,
  plain,
  rng,
  site,
  slug,
  spa,
  steady,
  text,
  xlsx,
} from '../../lib.mjs';
import { alias, once, pick } from '../../software/common.mjs';

const O = 'https://www.data.gov.uk';
const CBP = 'https://researchbriefings.files.parliament.uk/documents/CBP-10009';
const ogl = {
  license_id: 'uk-ogl',
  license_title: 'UK Open Government Licence (OGL)',
  license_url: 'http://reference.data.gov.uk/id/open-government-licence',
  isopen: true,
};
const P = (title, organization, files, o = {}) =>
  pkg({
    name: slug(title),
    title,
    organization,
    notes: `${title}.`,
    ...ogl,
    metadata_modified: `${ago(200)}T09:00:00.000000`,
    ...o,
    resources: files.map(([name, f]) => ({
      name,
      format: f.split('.').pop().toUpperCase(),
      url: `https://www.datamillnorth.org/${f}`,
    })),
  });
const councils = [
  'Leeds City Council',
  'Calderdale Council',
  'Bristol City Council',
  'London Borough of Barnet',
  'Trafford Council',
  'Salford City Council',
  'Lichfield District Council',
  'Redcar and Cleveland Council',
  'York City Council',
  'Camden Council',
  'Plymouth City Council',
  'Glasgow City Council',
  'Belfast City Council',
  'Cambridge City Council',
];
const short = (c) => c.replace(/ (City |District )?Council$|^London Borough of /g, '');
const packages = [
  ...councils.flatMap((c, i) => [
    P(`Polling stations in ${short(c)}`, c, [['Polling stations', `polling-stations-${slug(short(c))}.csv`]], {
      tags: ['elections', 'polling stations'],
    }),
    P(
      `${['Local election results by ward', 'Council election results 2023', 'Election results May 2024'][i % 3]}: ${short(c)}`,
      c,
      [['Results', `election-results-${slug(short(c))}.csv`]],
      {
        tags: ['elections', 'results', 'wards'],
        notes: `Results of the council elections in ${short(c)} by ward and candidate.`,
      },
    ),
  ]),
  P(
    'General election 2024 declaration of results: Camden',
    'Camden Council',
    [['Holborn and St Pancras; Hampstead and Highgate', 'general-election-2024-camden.csv']],
    { tags: ['elections', 'general election'] },
  ),
  P(
    'Turnout by polling district, UK parliamentary election 2024: Redcar',
    'Redcar and Cleveland Council',
    [['Turnout by polling district', 'turnout-polling-district-redcar.csv']],
    {
      tags: ['elections', 'turnout'],
      notes:
        'Electorate and ballot papers issued by polling district. Votes for candidates are not recorded by polling district.',
    },
  ),
  P('Mayor of London election results 2024', 'Greater London Authority', [['By ward', 'mayor-of-london-2024.xlsx']], {
    tags: ['elections', 'london'],
  }),
  P(
    'EU referendum results by counting area',
    'Greater London Authority',
    [['EU referendum', 'eu-referendum-results.csv']],
    { tags: ['referendum'] },
  ),
  P('Police and Crime Commissioner election results', 'Home Office', [['Results', 'pcc-2021.csv']], {
    tags: ['elections'],
    metadata_modified: '2021-06-01T09:00:00.000000',
  }),
  P(
    'Electoral statistics for the UK: registers by constituency',
    'Office for National Statistics',
    [['Electoral statistics', 'electoral-statistics.xlsx']],
    { tags: ['electors'] },
  ),
  P(
    'Westminster Parliamentary Constituencies (July 2024) Boundaries UK BGC',
    'Office for National Statistics',
    [['GeoJSON', 'constituencies.geojson']],
    { tags: ['boundaries'] },
  ),
  P('Wards (May 2024) names and codes', 'Office for National Statistics', [['CSV', 'wards.csv']]),
  P(
    'General election 2010 results by constituency',
    'Office for National Statistics',
    [['Results 2010', 'ge2010.csv']],
    {
      metadata_modified: '2010-06-01T09:00:00.000000',
      tags: ['elections'],
      notes: 'Archived spreadsheet of the 2010 general election by constituency.',
    },
  ),
  ...[
    'Road safety data',
    'Price paid data',
    'English indices of deprivation',
    'Organogram of staff roles',
    'Spend over £25,000',
    'Contracts finder notices',
    'Air quality monitoring stations',
    'Food hygiene ratings',
    'National Statistics Postcode Lookup',
    'Planning applications',
    'Bus stops (NaPTAN)',
    'Flood warning areas',
  ].map((t) => P(t, 'UK Government', [[t, `${slug(t)}.csv`]])),
];
const find = finder(
  packages,
  (p) => p.title,
  (p) => `${p.notes} ${p.organization.title} ${p.tags.map((t) => t.name).join(' ')}`,
);
const api = ckan({ packages, title: 'data.gov.uk', robots: null });
const frame = (t, main) =>
  html(
    page({
      title: `${t} - data.gov.uk`,
      site: 'data.gov.uk',
      nav: [
        ['Publish your data', '/publishers'],
        ['Documentation', 'https://guidance.data.gov.uk'],
        ['Support', '/support'],
      ],
      main,
      footer:
        '<p>All content is available under the <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>, except where otherwise stated</p>',
    }),
  );
const front = (r) => {
  if (r.path === '/robots.txt')
    return text(
      'User-agent: *\nDisallow: /search?*page=\nDisallow: /dataset/*/datafile/\nSitemap: https://www.data.gov.uk/sitemap.xml\n',
    );
  if (r.path.startsWith('/api/')) return api(r);
  if (r.path === '/')
    return frame(
      'Find open data',
      '<h1>Find open data</h1><p>Find data published by central government, local authorities and public bodies</p><form action="/search"><input name="q"></form>',
    );
  if (r.path === '/search') {
    const l = find(r.q.get('q') ?? '');
    return frame(
      'Search results',
      `<h1>Search results</h1><p>${l.length} results found</p>${l
        .slice(0, 20)
        .map(
          (p) =>
            `<div class="dgu-results__result"><h2><a class="govuk-link" href="/dataset/${p.id}/${p.name}">${esc(p.title)}</a></h2><p>Published by: ${esc(p.organization.title)}</p></div>`,
        )
        .join('')}`,
    );
  }
  const p = packages.find((k) => r.path.startsWith(`/dataset/${k.id}`));
  return (
    p &&
    frame(
      p.title,
      `<h1>${esc(p.title)}</h1><dl><dt>Published by:</dt><dd>${esc(p.organization.title)}</dd><dt>Last updated:</dt><dd>${p.metadata_modified.slice(0, 10)}</dd><dt>Licence:</dt><dd><a rel="license" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence</a></dd></dl><p>${esc(p.notes)}</p><h2>Data links</h2><ul>${p.resources.map((s) => `<li><a href="${esc(s.url)}">${esc(s.name)}</a> ${s.format}</li>`).join('')}</ul>`,
    )
  );
};
const local = (r) => {
  const m = /^\/([\w-]+)\.(csv|xlsx|geojson)$/.exec(r.path);
  if (!m) return undefined;
  const g = rng(m[1].length * 17);
  const rows = /polling-stations/.test(m[1])
    ? [
        ['Polling district', 'Station', 'Address', 'Postcode', 'Ward'],
        ...Array.from({ length: 120 }, (_, i) => [
          `${'ABCDEFGH'[i % 8]}${i}`,
          `Station ${i + 1}`,
          `${1 + g(90)} ${pick(g, ['High Street', 'Church Lane', 'School Road'])}`,
          `XX${1 + g(20)} ${g(9)}AB`,
          `Ward ${1 + (i % 20)}`,
        ]),
      ]
    : /turnout/.test(m[1])
      ? [
          ['Polling district', 'Electorate', 'Ballot papers issued'],
          ...Array.from({ length: 90 }, (_, i) => [`R${i + 1}`, 700 + g(900), 300 + g(400)]),
        ]
      : [
          ['Ward', 'Candidate', 'Party', 'Votes', 'Electorate', 'Rejected'],
          ...Array.from({ length: 160 }, (_, i) => [
            `Ward ${1 + (i >> 3)}`,
            `${pick(g, ['SMITH', 'JONES', 'PATEL', 'KHAN', 'EVANS'])} ${pick(g, ['Anne', 'John', 'Priya', 'Omar'])}`,
            pick(g, ['Labour', 'Conservative', 'Liberal Democrats', 'Green', 'Reform UK']),
            90 + g(2400),
            6000 + g(4000),
            g(60),
          ]),
        ];
  if (m[2] === 'xlsx')
    return file(xlsx({ Results: rows }), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ago(300));
  return m[2] === 'csv' ? file(csvOf(rows), 'text/csv', ago(300)) : json({ type: 'FeatureCollection', features: [] });
};
const towns = [
  'Aberafan Maesteg',
  'Aberdeen',
  'Aldershot',
  'Altrincham and Sale',
  'Ashford',
  'Aylesbury',
  'Banbury',
  'Barking',
  'Barnsley',
  'Basildon',
  'Bath',
  'Battersea',
  'Belfast',
  'Bermondsey and Old Southwark',
  'Birmingham',
  'Blackburn',
  'Bolton',
  'Bournemouth',
  'Bradford',
  'Brighton',
  'Bristol',
  'Bury',
  'Cambridge',
  'Cardiff',
  'Carlisle',
  'Chelmsford',
  'Cheltenham',
  'Chester',
  'Chorley',
  'Colchester',
  'Coventry',
  'Crawley',
  'Croydon',
  'Darlington',
  'Derby',
  'Doncaster',
  'Dover and Deal',
  'Dudley',
  'Dundee',
  'Durham',
  'Edinburgh',
  'Exeter',
  'Foyle',
  'Glasgow',
  'Gloucester',
  'Halifax',
  'Harrow',
  'Hull',
  'Ipswich',
  'Islington',
  'Leeds',
  'Leicester',
  'Lewisham',
  'Lincoln',
  'Liverpool',
  'Luton',
  'Maidstone',
  'Manchester',
  'Milton Keynes',
  'Newcastle',
  'Newport',
  'Northampton',
  'Norwich',
  'Nottingham',
  'Oxford',
  'Plymouth',
  'Portsmouth',
  'Preston',
  'Reading',
  'Rochdale',
  'Salford',
  'Sheffield',
  'Southampton',
  'Stevenage',
  'Stockport',
  'Sunderland',
  'Swansea',
  'Swindon',
  'Torbay',
  'Wakefield',
  'Walsall',
  'Wigan',
  'Wolverhampton',
  'Worcester',
  'Wrexham',
  'York',
];
const parties = [
  ['Labour', 'Lab'],
  ['Conservative', 'Con'],
  ['Reform UK', 'RUK'],
  ['Liberal Democrat', 'LD'],
  ['Green', 'Green'],
  ['Scottish National Party', 'SNP'],
  ['Independent', 'Ind'],
];
const seats = once(() => {
  const g = rng(650);
  const sides = ['', ' Central', ' East', ' North', ' South', ' West', ' North East', ' South West'];
  return Array.from({ length: 650 }, (_, i) => {
    const electorate = 68000 + g(11000);
    const votes = parties
      .slice(0, 5 + g(3))
      .map(([p, a]) => ({ p, a, n: 800 + g(11000) + (p === 'Labour' ? 5000 : 0) }));
    const valid = votes.reduce((k, v) => k + v.n, 0);
    const why = [g(3), 20 + g(40), g(8), 60 + g(150)];
    const region = pick(g, [
      'South East',
      'North West',
      'London',
      'Scotland',
      'Wales',
      'Yorkshire and The Humber',
      'Northern Ireland',
      'East of England',
    ]);
    return {
      code: `E14${String(1063 + i).padStart(6, '0')}`,
      name: `${towns[i % towns.length]}${sides[Math.floor(i / towns.length)]}`,
      region,
      electorate,
      votes: votes.sort((a, b) => b.n - a.n),
      valid,
      why,
      invalid: why.reduce((a, b) => a + b, 0),
    };
  });
});
const country = (s) => (/Scotland|Wales|Northern Ireland/.test(s.region) ? s.region : 'England');
const byConstituency = once(() =>
  csvOf([
    [
      'ONS ID',
      'ONS region ID',
      'Constituency name',
      'County name',
      'Region name',
      'Country name',
      'Constituency type',
      'Declaration time',
      'Result',
      'First party',
      'Second party',
      'Electorate',
      'Valid votes',
      'Invalid votes',
      'Majority',
      ...parties.map((p) => p[1]),
    ],
    ...seats().map((s) => [
      s.code,
      'E12000008',
      s.name,
      '',
      s.region,
      country(s),
      'Borough',
      '05/07/2024 03:12',
      `${s.votes[0].a} hold`,
      s.votes[0].a,
      s.votes[1].a,
      s.electorate,
      s.valid,
      s.invalid,
      s.votes[0].n - s.votes[1].n,
      ...parties.map(([, a]) => s.votes.find((v) => v.a === a)?.n ?? 0),
    ]),
  ]),
);
const byCandidate = once(() => {
  const g = rng(4515);
  return csvOf([
    [
      'ONS ID',
      'Constituency name',
      'Region name',
      'Country name',
      'Party name',
      'Party abbreviation',
      'Candidate first name',
      'Candidate surname',
      'Candidate gender',
      'Votes',
      'Share',
    ],
    ...seats().flatMap((s) =>
      s.votes.map((v) => [
        s.code,
        s.name,
        s.region,
        country(s),
        v.p,
        v.a,
        pick(g, ['Anna', 'James', 'Mary', 'David', 'Priya', 'Omar', 'Sian']),
        pick(g, ['Smith', 'Jones', 'Evans', 'Patel', 'Brown', 'Campbell', 'Khan']),
        pick(g, ['Female', 'Male']),
        v.n,
        (v.n / s.valid).toFixed(6),
      ]),
    ),
  ]);
});
const workbook = once(() =>
  xlsx({
    'Administrative data': [
      ['2024 UK Parliamentary general election: administrative data'],
      [
        'ONS Code',
        'Constituency',
        'Region',
        'Electorate',
        'Total verified ballot papers',
        'Valid votes',
        'Rejected: want of an official mark',
        'Rejected: voting for more than one candidate',
        'Rejected: writing or mark by which voter could be identified',
        'Rejected: unmarked or void for uncertainty',
        'Total rejected at the count',
      ],
      ...seats().map((s) => [
        s.code,
        s.name,
        s.region,
        s.electorate,
        s.valid + s.invalid,
        s.valid,
        ...s.why,
        s.invalid,
      ]),
    ],
    Results: [
      ['ONS Code', 'Constituency', 'Party', 'Votes'],
      ...seats().flatMap((s) => s.votes.map((v) => [s.code, s.name, v.p, v.n])),
    ],
  }),
);
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const past = '/research-reports-and-data/our-reports-and-data-past-elections-and-referendums';
const ec = (t, main) =>
  page({
    title: t,
    site: 'Electoral Commission',
    nav: [
      ['I am a voter', '/i-am-a/voter'],
      ['Research, reports and data', '/research-reports-and-data'],
      ['Elections and referendums', `${past}`],
      ['About us', '/about-us'],
    ],
    head: '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />',
    main: `<h1>${t}</h1>${main}`,
    footer: '<p><a href="/copyright">Copyright</a> · <a href="/accessibility">Accessibility</a></p>',
  });
const list = (l) => `<ul>${l.map(([t, u]) => `<li><a href="${u}">${t}</a></li>`).join('')}</ul>`;
const commission = site(
  {
    '/': ec(
      'Electoral Commission',
      `<p>The independent body which oversees elections and regulates political finance in the UK.</p>${list([
        ['Research, reports and data', '/research-reports-and-data'],
        ['Results of past elections', past],
      ])}`,
    ),
    '/research-reports-and-data': ec(
      'Research, reports and data',
      list([
        ['Electoral data', '/research-reports-and-data/electoral-data'],
        ['Reports and data on past elections and referendums', past],
        [
          'Electoral registration statistics',
          '/research-reports-and-data/electoral-data/electoral-registration-statistics',
        ],
      ]),
    ),
    '/research-reports-and-data/electoral-data': ec(
      'Electoral data',
      `<p>After each poll we collect figures from returning officers: electorates, turnout, rejected ballot papers, postal voting.</p>${list(
        [
          [
            'UK general election 2024: results, turnout and administrative data',
            `${past}/uk-general-elections/2024-electoral-data`,
          ],
          ['UK general election 2019 (XLSX)', '/sites/default/files/2020-04/2019-UKPGE-Electoral-Data.xlsx'],
          ['May 2023 local elections (XLSX)', '/sites/default/files/2023-09/2023-local-elections.xlsx'],
        ],
      )}`,
    ),
    '/research-reports-and-data/electoral-data/electoral-registration-statistics': ec(
      'Electoral registration statistics',
      '<p>Registers are published by the statistics offices of the four nations.</p>',
    ),
    [past]: ec(
      'Reports and data on past elections and referendums',
      list([
        ['UK general election 2024', `${past}/uk-general-elections/2024-electoral-data`],
        ['EU referendum 2016', `${past}/eu-referendum`],
        ['Scottish Parliament election 2021', `${past}/scottish-parliament`],
      ]),
    ),
    [`${past}/uk-general-elections/2024-electoral-data`]: ec(
      'UK general election 2024: electoral data',
      `<p>Polling day was 4 July 2024. The workbook has a line for each of the 650 constituencies.</p>${list([
        [
          '2024 UK general election electoral data (XLSX)',
          '/sites/default/files/2025-01/2024-UKPGE-Electoral-Data.xlsx',
        ],
        [
          'Votes by candidate: House of Commons Library',
          'https://commonslibrary.parliament.uk/research-briefings/cbp-10009/',
        ],
      ])}<h2>Are results published for wards or polling stations?</h2><p>No. The law has papers from different ballot boxes and postal votes mixed before they are counted, so votes are known for the constituency as a whole only. No figures below the constituency are recorded or published.</p>`,
    ),
    [`${past}/eu-referendum`]: ec('EU referendum 2016', '<p>Results by counting area.</p>'),
    [`${past}/scottish-parliament`]: ec(
      'Scottish Parliament election 2021',
      '<p>Results by constituency and region.</p>',
    ),
    '/copyright': ec(
      'Copyright',
      '<p>Information on this site may be re-used under the <a rel="license" href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>.</p>',
    ),
    '/i-am-a/voter': ec('Voter', '<p>How to register and how to vote.</p>'),
    '/accessibility': ec('Accessibility', '<p>Our website meets the standard in part.</p>'),
    '/about-us': ec('About us', '<p>We work to promote public confidence in the democratic process.</p>'),
    '/sites/default/files/2025-01/2024-UKPGE-Electoral-Data.xlsx': () => file(workbook(), sheet, '2025-01-21'),
    '/sites/default/files/2020-04/2019-UKPGE-Electoral-Data.xlsx': () =>
      file(
        xlsx({
          Data: [
            ['Constituency', 'Electorate', 'Valid votes', 'Rejected'],
            ...seats()
              .slice(0, 630)
              .map((s) => [s.name, s.electorate - 2000, s.valid + 900, s.invalid - 4]),
          ],
        }),
        sheet,
        '2020-04-20',
      ),
    '/sites/default/files/2023-09/2023-local-elections.xlsx': () =>
      file(
        xlsx({
          Data: [['Local authority', 'Electorate', 'Ballots'], ...councils.map((c, i) => [c, 90000 + i, 30000 + i])],
        }),
        sheet,
        '2023-09-10',
      ),
  },
  {
    robots:
      'User-agent: *\nAllow: /core/*.css$\nDisallow: /core/\nDisallow: /profiles/\nDisallow: /README.txt\nDisallow: /admin/\nDisallow: /search/\nDisallow: /user/login\n',
  },
);
const lib = (t, main) =>
  page({
    title: t,
    site: 'House of Commons Library',
    nav: [
      ['Research', '/research'],
      ['Data dashboards', '/data-dashboards'],
    ],
    head: '<meta name="generator" content="WordPress 6.8" />',
    main: `<h1>${t}</h1>${main}`,
    footer:
      '<p>Parliamentary copyright. Re-use under the <a href="https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/">Open Parliament Licence v3.0</a></p>',
  });
const results = (t, main) =>
  page({
    title: t,
    site: 'UK Parliament election results',
    nav: [
      ['General elections', '/general-elections'],
      ['By-elections', '/by-elections'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer:
      '<p><a href="https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/">Open Parliament Licence</a></p>',
  });
const S = (t, links = []) => plain(t, 'en', [t], links);
const hosts = steady({
  'www.data.gov.uk': front,
  'data.gov.uk': (r) =>
    r.path.startsWith('/api/')
      ? api(r)
      : { status: 301, headers: { location: `${O}${r.url.pathname}${r.url.search}` }, body: '' },
  'ckan.publishing.service.gov.uk': api,
  'www.datamillnorth.org': local,
  'www.electoralcommission.org.uk': commission,
  'commonslibrary.parliament.uk': site({
    '/': lib('House of Commons Library', list([['General election 2024 results', '/research-briefings/cbp-10009/']])),
    '/research-briefings/cbp-10009': lib(
      'General election 2024 results',
      `<p>Results of the general election of 4 July 2024, votes by party in each constituency.</p>${list([
        ['Results by constituency (CSV)', `${CBP}/HoC-GE2024-results-by-constituency.csv`],
        ['Results by candidate (CSV)', `${CBP}/HoC-GE2024-results-by-candidate.csv`],
      ])}`,
    ),
    '/research': lib('Research', list([['General election 2024 results', '/research-briefings/cbp-10009/']])),
  }),
  'researchbriefings.files.parliament.uk': (r) =>
    r.path.endsWith('results-by-constituency.csv')
      ? file(byConstituency(), 'text/csv', '2025-01-05')
      : r.path.endsWith('results-by-candidate.csv')
        ? file(byCandidate(), 'text/csv', '2025-01-05')
        : undefined,
  'electionresults.parliament.uk': site({
    '/': results('Election results', list([['General elections', '/general-elections']])),
    '/general-elections': results(
      'General elections',
      list([
        ['4 July 2024', '/general-elections/6'],
        ['12 December 2019', '/general-elections/5'],
      ]),
    ),
    '/general-elections/6': results(
      'General election, 4 July 2024',
      list([
        ['Candidacies (CSV)', '/general-elections/6/candidacies.csv'],
        ['Constituency areas', '/general-elections/6/constituency-areas'],
      ]),
    ),
    '/general-elections/6/candidacies.csv': () => file(byCandidate(), 'text/csv', '2025-01-05'),
  }),
  'www.parliament.uk': site({
    '/site-information/copyright-parliament/open-parliament-licence': page({
      title: 'Open Parliament Licence',
      site: 'UK Parliament',
      main: '<h1>Open Parliament Licence</h1><p>You may copy, publish, adapt and exploit Parliamentary information commercially and otherwise, if you name the source.</p>',
    }),
    '/': page({
      title: 'UK Parliament',
      site: 'UK Parliament',
      main: `<h1>UK Parliament</h1>${list([
        ['Election results', 'https://electionresults.parliament.uk/'],
        ['Library', 'https://commonslibrary.parliament.uk/'],
      ])}`,
    }),
  }),
  'reference.data.gov.uk': (r) =>
    r.path === '/id/open-government-licence'
      ? {
          status: 303,
          headers: { location: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/' },
          body: '',
        }
      : undefined,
  'guidance.data.gov.uk': S('data.gov.uk guidance'),
  'www.nationalarchives.gov.uk': site({
    '/doc/open-government-licence/version/3': page({
      title: 'Open Government Licence',
      main: '<h1>Open Government Licence for public sector information</h1><p>You are free to copy, publish, distribute and adapt the information, commercially and otherwise, if you name the source.</p>',
    }),
  }),
  'www.gov.uk': site({
    '/': page({ title: 'Welcome to GOV.UK', main: '<h1>GOV.UK</h1>' }),
    '/search/research-and-statistics': page({
      title: 'Research and statistics',
      site: 'GOV.UK',
      main: '<h1>Research and statistics</h1><form><input name="keywords"></form><p>0 results</p>',
    }),
  }),
  'data.geods.ac.uk': ckan({
    packages: ['Retail centres', 'Index of multiple deprivation map', 'Residential mobility index'].map((t) =>
      P(t, 'Geographic Data Service', [[t, `${slug(t)}.csv`]]),
    ),
    title: 'Geographic Data Service',
  }),
  'ukhsa-dashboard.data.gov.uk': spa('UKHSA data dashboard'),
  'fingertips.phe.org.uk': spa('Fingertips'),
  'www.nomisweb.co.uk': S('Nomis: census and labour market statistics'),
  'osdatahub.os.uk': spa('OS Data Hub'),
  'www.ons.gov.uk': S('Office for National Statistics'),
  'www.legislation.gov.uk': S('legislation.gov.uk'),
  'data.food.gov.uk': S('Food Standards Agency data'),
  'data.jncc.gov.uk': S('JNCC open data'),
  'environment.data.gov.uk': spa('Defra Data Services Platform'),
  'get-energy-performance-data.communities.gov.uk': S('Energy performance of buildings data'),
  'www.planning.data.gov.uk': S('Planning data'),
});
export default {
  place: 'united-kingdom',
  category: 'election-results',
  hosts: {
    ...hosts,
    'electoralcommission.org.uk': alias('www.electoralcommission.org.uk'),
    'gov.uk': alias('www.gov.uk'),
  },
};
