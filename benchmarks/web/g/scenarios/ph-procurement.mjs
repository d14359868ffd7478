// Philippines: procurement. The Procurement Service's own open data site: bid notices and awards of all procuring entities as one CSV a quarter, the running quarter's renewed every month; older years as workbooks with three lines above the header. All rights reserved, no licence.
// data.gov.ph (own make) lists agencies' datasets and sends to that site; what it has of its own ends in 2020. Lures: a department's and two cities' awards, annual procurement plans, blacklisted suppliers, a volunteers' portal with a copy under CC0.
import { ago, csvOf, esc, file, finder, html, page, pdf, plain, rng, site, slug, spa, steady } from '../../lib.mjs';
import { alias, arcgisDirectory, broken, geoserverHome, once, pick, secure } from '../../software/common.mjs';
import {
  entities,
  fileOf,
  firms,
  goods,
  lastDay,
  now,
  oldFile,
  quarterFile,
  quarters,
  thisYear,
} from '../../software/philgeps.mjs';

const G = 'https://open.philgeps.gov.ph';
const PS = 'Procurement Service – Philippine Government Electronic Procurement System';
const kept = new Map();
const keep = (k, make) => {
  if (!kept.has(k)) kept.set(k, once(make));
  return kept.get(k)();
};
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const P = (t, main) =>
  page({
    title: t,
    site: 'PhilGEPS Open Data',
    nav: [
      ['Home', '/'],
      ['Datasets', '/datasets'],
      ['Data dictionary', '/data-dictionary'],
      ['About', '/about'],
      ['FAQs', '/faqs'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer: `<p>Copyright © ${thisYear} ${PS}. All Rights Reserved.</p>`,
  });
const list = (l) => `<ul>${l.map(([t, u]) => `<li><a href="${u}">${esc(t)}</a></li>`).join('')}</ul>`;
const portal = site({
  '/': P(
    'Government procurement open data',
    `<p>Bid notices and award notices that government agencies post in PhilGEPS, free to download.</p>${list([
      ['Browse datasets', '/datasets'],
      ['Data dictionary', '/data-dictionary'],
    ])}<div id="dashboard"></div><script src="/js/dashboard.js"></script>`,
  ),
  '/datasets': P(
    'Datasets',
    `<p>Bid notices and awards of all procuring entities of the Philippines: departments, agencies, state universities, government corporations and local government units. One file a quarter; the file of the running quarter is renewed at the beginning of each month. Notices up to ${lastDay} are included.</p><h2>Bid notices and awards, 2021 to date (CSV)</h2>${list(quarters.map((q) => [`Bid Notices and Awards, ${['January to March', 'April to June', 'July to September', 'October to December'][q[1]]} ${q[0]}`, `/downloads/${fileOf(q)}`]))}<h2>Historical data (XLSX)</h2>${list(Array.from({ length: 8 }, (_, i) => [`Bid Notices and Awards, ${2020 - i}`, `/downloads/${2020 - i}-01--${2020 - i}-12.xlsx`]))}`,
  ),
  '/data-dictionary': P(
    'Data dictionary',
    '<table><tr><th>Field</th><th>Meaning</th></tr><tr><td>Notice Title</td><td>Name of the tender</td></tr><tr><td>Item Description</td><td>What is procured; where the line carries an award, what was awarded</td></tr><tr><td>Bid Notice Status</td><td>Active, Closed, Awarded, Failed or Cancelled</td></tr><tr><td>Award Title</td><td>Title of the award notice</td></tr><tr><td>Contract Amount</td><td>Value of the award in Philippine pesos</td></tr><tr><td>Awardee Organization Name</td><td>Supplier</td></tr></table>',
  ),
  '/about': P('About', `<p>This site is kept by the ${PS} under the New Government Procurement Act.</p>`),
  '/faqs': P(
    'FAQs',
    '<p>No registration is needed to download. Opportunities that are open today are on notices.philgeps.gov.ph.</p>',
  ),
  '*': (q) => {
    const f = q.path.split('/').pop();
    const hit = quarters.find((x) => fileOf(x) === f);
    if (hit)
      return file(
        keep(f, () => quarterFile(hit)),
        'text/csv',
        hit === quarters[0]
          ? ago(Math.max(0, now.getUTCDate() - 2))
          : new Date(Date.UTC(hit[0], 3 * hit[1] + 3, 6)).toISOString().slice(0, 10),
        f,
      );
    const y = Number(/^(20[12]\d)-01--\1-12\.xlsx$/.exec(f)?.[1]);
    return y
      ? file(
          keep(f, () => oldFile(y)),
          sheet,
          `${y + 1}-02-01`,
          f,
        )
      : undefined;
  },
});
const sets = [
  [
    'Government procurement: bid notices and awards',
    'PhilGEPS',
    'Bid notices and awards of all agencies of the national government and of local governments, as posted in PhilGEPS. Kept by the Procurement Service on its own open data site.',
    `${G}/datasets`,
  ],
  [
    'PhilGEPS procurement data 2013-2020',
    'Department of Budget and Management',
    'Historical notices and awards until 2020. Superseded.',
    '2020',
  ],
  [
    'DPWH infrastructure contracts awarded',
    'Department of Public Works and Highways',
    'Contracts of one department.',
    'csv',
  ],
  ['Annual procurement plan of the Department of Tourism', 'Department of Tourism', 'Plan for the year.', 'csv'],
  ['Awarded contracts of Quezon City', 'Quezon City Government', 'Awards of the city.', 'csv'],
  ['Bids and awards of Naga City', 'Naga City Government', 'Bid notices, awards and contracts of the city.', 'csv'],
  ['Consolidated blacklisting report', 'Government Procurement Policy Board', 'Suppliers barred from bidding.', 'csv'],
  ...[
    'Public elementary schools',
    'Licensed hospitals',
    'Metallic mines directory',
    'Rice production by province',
    'Road network',
    'TESDA centers',
    'Dengue cases',
    'Tourist arrivals',
    'Registered cooperatives',
    'Light rail ridership',
    'General Appropriations Act',
    'Protected areas',
    'Overseas workers',
    'Weather stations',
    'Barangay list',
    'Election precincts',
    'Fire stations',
    'Fish ports',
  ].map((t, i) => [
    t,
    ['Department of Education', 'Department of Health', 'Department of Agriculture'][i % 3],
    `${t} of the Philippines.`,
    'csv',
  ]),
].map(([title, org, notes, kind]) => ({ title, org, notes, kind, id: slug(title) }));
const find = finder(
  sets,
  (s) => s.title,
  (s) => `${s.notes} ${s.org}`,
);
const Q = (t, main) =>
  page({
    title: t,
    site: 'Open Data Philippines',
    nav: [
      ['Home', '/'],
      ['Datasets', '/index/public/dataset'],
      ['About', '/index/about-us'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer: '<p>Republic of the Philippines, Department of Information and Communications Technology</p>',
  });
const national = (q) => {
  if (q.path === '/robots.txt')
    return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /admin\n' };
  if (q.path === '/')
    return html(
      Q(
        'Open Data Philippines',
        `<form action="/index/public/dataset"><input name="q" placeholder="Search datasets"><button>Search</button></form>${list(
          [
            ['All datasets', '/index/public/dataset'],
            ['Procurement and spending', '/index/public/dataset?q=procurement'],
            ['Health', '/index/public/dataset?q=health'],
          ],
        )}`,
      ),
    );
  if (q.path === '/index/about-us')
    return html(Q('About us', '<p>Run by the Department of Information and Communications Technology.</p>'));
  if (q.path === '/index/public/dataset')
    return html(
      Q(
        'Datasets',
        list(find(q.q.get('q') ?? '').map((s) => [`${s.title} – ${s.org}`, `/index/public/dataset/${s.id}`])),
      ),
    );
  const s = sets.find((x) => q.path === `/index/public/dataset/${x.id}`);
  if (s)
    return html(
      Q(
        s.title,
        `<p>${s.notes}</p><p>Publisher: ${s.org}</p>${list([s.kind.startsWith('http') ? ['Open the publisher’s site', s.kind] : s.kind === '2020' ? ['Notices and awards 2020 (XLSX)', '/files/philgeps-2020.xlsx'] : [`${s.title} (CSV)`, `/files/${s.id}.csv`]])}`,
      ),
    );
  if (q.path === '/files/philgeps-2020.xlsx')
    return file(
      keep('ph20', () => oldFile(2020)),
      sheet,
      '2021-03-02',
    );
  const f = /^\/files\/([\w-]+)\.csv$/.exec(q.path);
  if (!f) return undefined;
  const r = rng(f[1].length * 19);
  const local = /contracts|bids|awards/.test(f[1]);
  return file(
    csvOf([
      local
        ? ['Project', 'Approved budget', 'Winning bidder', 'Contract amount', 'Date']
        : ['Code', 'Province', 'Year', 'Value'],
      ...Array.from({ length: 300 }, (_, i) =>
        local
          ? [`${pick(r, goods)[0]} ${i}`, 90000 + r(900000), pick(r, firms), 80000 + r(900000), ago(200 + r(900))]
          : [i, pick(r, entities)[2], 2018 + (i % 7), r(9000)],
      ),
    ]),
    'text/csv',
    ago(300),
  );
};
const S = (t) => plain(t, 'en', [t]);
const hosts = steady({
  'open.philgeps.gov.ph': portal,
  'data.gov.ph': national,
  'www.philgeps.gov.ph': site({
    '/': page({
      title: 'PhilGEPS',
      site: 'PhilGEPS',
      nav: [
        ['Opportunities', 'https://notices.philgeps.gov.ph/'],
        ['Open data', `${G}/`],
      ],
      main: '<h1>Philippine Government Electronic Procurement System</h1><p>Log in for merchants and agencies.</p>',
      footer: '<p>© PhilGEPS</p>',
    }),
  }),
  'notices.philgeps.gov.ph': spa('PhilGEPS notices', 'en'),
  'ps-philgeps.gov.ph': site({
    '/': page({
      title: 'PS-PhilGEPS',
      site: 'PS-PhilGEPS',
      nav: [['PhilGEPS open data', `${G}/`]],
      main: `<h1>${PS}</h1>`,
      footer: '<p>© PS-PhilGEPS</p>',
    }),
  }),
  'data.bettergov.ph': site({
    '/': page({
      title: 'Open data by volunteers',
      site: 'BetterGov',
      main: '<h1>Datasets</h1><p>Volunteers’ copies of public data; not a government site.</p><ul><li><a href="/datasets/philgeps-awards">Awards, copied from PhilGEPS (CC0)</a></li></ul>',
    }),
    '/datasets/philgeps-awards': page({
      title: 'Awards copied from PhilGEPS',
      site: 'BetterGov',
      main: '<h1>Awards copied from PhilGEPS</h1><p>CC0. Parquet only, until September 2025.</p><p><a href="/files/awards.parquet">awards.parquet</a></p>',
    }),
    '/files/awards.parquet': () =>
      file(
        Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(4000, 7), Buffer.from('PAR1')]),
        'application/octet-stream',
        '2025-09-30',
      ),
  }),
  'www.gppb.gov.ph': site({
    '/': page({
      title: 'GPPB',
      site: 'Government Procurement Policy Board',
      main: '<h1>Government Procurement Policy Board</h1><p><a href="/plan.pdf">Procurement manual (PDF)</a></p>',
    }),
    '/plan.pdf': () =>
      file(pdf('Manual', ['Manual of procedures for the procurement of goods']), 'application/pdf', '2025-08-01'),
  }),
  'www.dbm.gov.ph': S('Department of Budget and Management'),
  'data.pssc.org.ph': S('Philippine Social Science Data Portal'),
  'www.bsp.gov.ph': S('Bangko Sentral ng Pilipinas'),
  'openstat.psa.gov.ph': spa('OpenSTAT', 'en'),
  'crisp.r10.denr.gov.ph': broken(),
  'api.catalog.data.philsa.gov.ph': broken(),
  'app.georisk.gov.ph': arcgisDirectory('/arcgis/rest/services', ['Hazards']),
  'controlmap.mgb.gov.ph': arcgisDirectory('/arcgis/rest/services', ['MGBPublic']),
  'geoportal.gov.ph': spa('Geoportal Philippines', 'en'),
  'geoserver.geoportal.gov.ph': geoserverHome,
  'gisweb.phivolcs.dost.gov.ph': broken(),
});
export default {
  place: 'philippines',
  category: 'procurement',
  hosts: {
    ...hosts,
    'open.philgeps.gov.ph': secure(hosts['open.philgeps.gov.ph']),
    'data.gov.ph': secure(hosts['data.gov.ph']),
    'www.data.gov.ph': alias('data.gov.ph'),
    'philgeps.gov.ph': alias('www.philgeps.gov.ph'),
    'www.ps-philgeps.gov.ph': alias('ps-philgeps.gov.ph'),
  },
};
