// Australia: government budget. data.gov.au: CKAN with pages and API below /data, the root's API redirects there. Each May the Department of Finance adds a record of its own with the Portfolio Budget Statements as one CSV of program expense lines, a ZIP of workbooks and tables of Budget Paper No. 4; CC BY 3.0 Australia.
// What is hard: a dozen editions under nearly the same title, of which the newest counts. Lures: budgets of states that the portal harvests, a city's, final outcomes, tax expenditures, contracts. Amounts in thousands of dollars, one column a year.
import {
  ago,
  ckan,
  csvOf,
  emptyHub,
  file,
  html,
  page,
  pdf,
  pkg,
  plain,
  rng,
  site,
  slug,
  spa,
  steady,
  xlsx,
  zip,
} from '../../lib.mjs';
import { alias, broken, geoserverHome, once, pick, secure } from '../../software/common.mjs';
import { fy, neighbours, newest, statements, verbs, workbooks } from '../../software/portfolio-statements.mjs';

const O = 'https://data.gov.au';
const DOF = 'Department of Finance';
const by3 = {
  license_id: 'cc-by',
  license_title: 'Creative Commons Attribution 3.0 Australia',
  license_url: 'http://creativecommons.org/licenses/by/3.0/au/',
};
const by4 = {
  license_id: 'cc-by-4.0',
  license_title: 'Creative Commons Attribution 4.0 International',
  license_url: 'http://creativecommons.org/licenses/by/4.0',
};
const made = new Map();
const cached = (k, make) => {
  if (!made.has(k)) made.set(k, once(make));
  return made.get(k)();
};
const url = (name, n, f) =>
  `${O}/data/dataset/${name}/resource/${String(n + 1).padStart(8, '0')}-7c1a-4e55-9a0d-3f6b1d2c8e47/download/${f}`;
const P = (name, title, organization, notes, files, o = {}) =>
  pkg({
    name,
    title,
    organization,
    notes,
    author: organization,
    ...by4,
    metadata_modified: `${ago(120)}T04:12:00.000000`,
    ...o,
    resources: files.map(([t, f, description = ''], n) => ({
      name: t,
      description,
      format: f.split('.').pop().toUpperCase(),
      url: url(name, n, f),
      last_modified: (o.metadata_modified ?? `${ago(120)}T00:00:00`).slice(0, 19),
    })),
  });
const edition = (y) =>
  P(
    `budget-${y}-${y + 1}-and-portfolio-budget-statements-pbs-tables-and-data`,
    `Budget ${fy(y)} and Portfolio Budget Statements (PBS) - Tables and Data`,
    DOF,
    `The ${fy(y)} Budget was tabled in Parliament in May ${y}; budget.gov.au remains the authoritative source. Here are data of that Budget for those who wish to analyse it: the planned expenses of every entity of the Australian Government by outcome, program and expense type (Table 2.X.1 of the Portfolio Budget Statements) as one machine-readable file, the statements' own workbooks and selected tables of Budget Paper No. 4. Amounts are in thousands of dollars: the estimated actual of ${fy(y - 1)}, the Budget of ${fy(y)} and the three forward years. Prepared by the Department of Finance.`,
    [
      [
        `${fy(y)} PBS Program Expense Line Items`,
        `${fy(y)}-pbs-program-expense-line-items.csv`,
        'Planned expenses of each program, all portfolios.',
      ],
      [`${fy(y)} PBS Agency Tables`, `${fy(y)}-pbs.zip`, 'Workbooks of the statements.'],
      [`${fy(y)} Budget Paper No. 4 Agency Resourcing`, `${fy(y)}-bp4.xlsx`, 'Appropriations by agency.'],
    ],
    {
      ...by3,
      tags: ['Budget', `Budget ${fy(y)}`, 'PBS', 'Portfolio Budget Statements', 'expenditure'],
      metadata_modified: `${y}-05-14T10:37:02.280402`,
      metadata_created: `${y}-05-12T08:09:39.444851`,
    },
  );
const editions = Array.from({ length: newest - 2013 }, (_, i) => edition(newest - i));
const others = neighbours.map(([t, org, notes, f, tag]) => {
  const title = t.replace('%', fy(newest));
  return P(slug(title), title, org, notes, [[title, f]], { tags: [tag] });
});
const packages = [...editions, ...others];
const generic = (f) => {
  const r = rng(f.length * 17);
  return [
    ['Agency', 'Item', 'Year', 'Amount ($m)'],
    ...Array.from({ length: 240 }, (_, i) => [`Agency ${1 + (i % 24)}`, pick(r, verbs), fy(newest - 1), r(9000)]),
  ];
};
const files = (q) => {
  const f = /\/resource\/[\w-]+\/download\/([\w.-]+)$/.exec(q.path)?.[1];
  if (!f) return undefined;
  const y = Number(/^(20\d\d)-\d\d-(?:pbs|bp4)/.exec(f)?.[1]);
  if (f.includes('line-items'))
    return file(
      cached(f, () => statements(y)),
      'text/csv',
      `${y}-05-14`,
    );
  if (y && f.endsWith('.zip'))
    return file(
      cached(f, () => workbooks(y)),
      'application/zip',
      `${y}-05-14`,
    );
  if (f.endsWith('.xlsx'))
    return file(
      cached(f, () => xlsx({ Table: generic(f) })),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      y ? `${y}-05-14` : ago(120),
    );
  if (f.endsWith('.zip'))
    return file(
      cached(f, () => zip({ 'readme.txt': 'G-NAF' })),
      'application/zip',
      ago(120),
    );
  return file(
    cached(f, () => csvOf(generic(f))),
    'text/csv',
    ago(120),
  );
};
const catalogue = ckan({
  packages,
  apis: ['/data/api/3', '/data/api'],
  base: '/data',
  title: 'data.gov.au',
  lang: 'en',
  robots: 'User-agent: *\nDisallow: /data/user/\nDisallow: /data/revision/\nCrawl-delay: 1\n',
});
const front = html(
  page({
    title: 'Home',
    site: 'data.gov.au',
    nav: [
      ['Datasets', '/data/dataset/'],
      ['Organisations', '/data/organization/'],
      ['About', '/data/about'],
    ],
    main: `<h1>Find, explore and reuse Australia's public data</h1><form action="/data/dataset/" method="get"><input name="q" placeholder="Search for open data"><button>Search</button></form><p>${packages.length} datasets</p>`,
    footer: '<p>Department of Finance</p>',
  }),
);
const portal = Object.assign(
  (q) => {
    if (q.path === '/') return front;
    if (q.path.startsWith('/api/3/'))
      return { status: 302, headers: { location: `${O}/data${q.url.pathname}${q.url.search}` }, body: '' };
    if (q.path.startsWith('/dataset/'))
      return { status: 301, headers: { location: `${O}/data${q.url.pathname}` }, body: '' };
    return files(q) ?? catalogue(q);
  },
  { ckan: true },
);
const S = (t) => plain(t, 'en', [t]);
const record = `${O}/data/dataset/${editions[0].name}`;
const treasury = (t, main) =>
  page({
    title: t,
    site: `Budget ${fy(newest)}`,
    nav: [
      ['Home', '/'],
      ['Budget documents', '/content/documents.htm'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer:
      '<p>© Commonwealth of Australia. With the exception of the Coat of Arms and photographs, budget documents are provided under a Creative Commons Attribution 4.0 International licence.</p>',
  });
const hosts = steady({
  'data.gov.au': portal,
  'budget.gov.au': site({
    '/': treasury(`Budget ${fy(newest)}`, '<p><a href="/content/documents.htm">Budget documents</a></p>'),
    '/content/documents.htm': treasury(
      'Budget documents',
      `<ul><li><a href="/content/bp1/download/bp1_${newest}.pdf">Budget Paper No. 1 (PDF)</a></li><li><a href="https://www.finance.gov.au/budget-data">Portfolio Budget Statements as data</a></li></ul>`,
    ),
    '*': (q) =>
      q.path.endsWith('.pdf')
        ? file(
            pdf('Budget Paper No. 1', [
              `Budget Strategy and Outlook ${fy(newest)}`,
              'Statement 6: Expenses and net capital investment',
            ]),
            'application/pdf',
            `${newest}-05-12`,
          )
        : undefined,
  }),
  'www.finance.gov.au': site({
    '/': page({
      title: 'Home',
      site: DOF,
      nav: [['Budget data', '/budget-data']],
      main: '<h1>Department of Finance</h1><p><a href="/budget-data">Budget data</a></p>',
      footer: '<p>© Commonwealth of Australia</p>',
    }),
    '/budget-data': page({
      title: 'Budget data',
      site: DOF,
      main: `<h1>Budget data</h1><p>Program expenses of the Portfolio Budget Statements are on <a href="${record}">data.gov.au</a>.</p>`,
      footer: '<p>© Commonwealth of Australia</p>',
    }),
  }),
  'treasury.gov.au': S('The Treasury'),
  'dbr.abs.gov.au': spa('Data by region', 'en'),
  'www.abs.gov.au': S('Australian Bureau of Statistics'),
  'www.gen-agedcaredata.gov.au': S('GEN Aged Care Data'),
  'data.datahub.freightaustralia.gov.au': ckan({
    title: 'National Freight Data Hub',
    packages: [
      pkg({
        name: 'freight-performance',
        title: 'Freight vehicle telematics',
        organization: 'Department of Infrastructure',
      }),
    ],
  }),
  'data.gnss.ga.gov.au': spa('GNSS Data Repository', 'en'),
  'data.ndis.gov.au': S('NDIS participant datasets'),
  'explore.data.abs.gov.au': spa('ABS Data Explorer', 'en'),
  'api.data.abs.gov.au': broken(),
  'meteor.aihw.gov.au': S('METEOR'),
  'api.gov.au': S('API Gov AU'),
  'developer.fwc.gov.au': spa('Fair Work Commission API', 'en'),
  'geoserver.dea.ga.gov.au': geoserverHome,
  'digital.atlas.gov.au': emptyHub('Digital Atlas of Australia', 'en'),
});
export default {
  place: 'australia',
  category: 'government-budget',
  hosts: {
    ...hosts,
    'data.gov.au': secure(hosts['data.gov.au']),
    'www.data.gov.au': alias('data.gov.au'),
    'www.budget.gov.au': alias('budget.gov.au'),
    'finance.gov.au': alias('www.finance.gov.au'),
    'data.daff.gov.au:8080': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
