// Jamaica: government budget. data.gov.jm (DKAN 2: pages drawn by scripts, data.json of Project Open Data); its record of the Estimates names no file but a page of the Ministry of Finance.
// There: the Estimates of Expenditure 2026/27 as one long PDF (heads, programmes, subprogrammes, activities), all rights reserved. Lures: the estimates of public bodies, a memorandum, a citizens' guide, a parish, revenue as CSV, older years.
import { csvOf, file, page, pdf, plain, rng, site, steady } from '../../lib.mjs';
import { alias, arcgisDirectory, secure } from '../../software/common.mjs';
import { dkan2 } from '../../software/dkan2.mjs';

const O = 'https://data.gov.jm';
const M = 'https://mof.gov.jm';
const MOF = 'Ministry of Finance and the Public Service';
const id = (n) => `5f0d7c1e-9a41-4b2f-8d${String(10 + n)}-6c2a9be1f0${String(10 + n)}`;
const D = (n, title, org, notes, files, o = {}) => ({
  id: id(n),
  title,
  org,
  notes,
  files,
  issued: '2018-04-01',
  modified: '2026-03-20',
  tags: [],
  ...o,
});
const csvFile = (n, title) => [
  { title, format: 'csv', type: 'text/csv', url: `${O}/sites/default/files/uploaded_resources/d${n}.csv` },
];
const datasets = [
  D(
    1,
    'Kingston and St. Andrew Municipal Corporation Budget',
    'Kingston and St. Andrew Municipal Corporation',
    'Approved budget of the municipal corporation by department and activity.',
    csvFile(1, 'KSAMC budget 2026/27'),
    { tags: ['budget'] },
  ),
  D(
    2,
    'Estimates of Expenditure',
    MOF,
    'The Estimates of Expenditure set out the national budget of the Government of Jamaica for the financial year: planned recurrent and capital expenditure by head, programme, subprogramme and activity. Published on the website of the Ministry.',
    [
      {
        title: 'Estimates of Expenditure (Ministry of Finance website)',
        format: 'html',
        page: `${M}/documents/estimates-of-expenditure/`,
      },
    ],
    {
      tags: ['budget', 'estimates', 'expenditure', 'national budget'],
      landing: `${M}/documents/estimates-of-expenditure/`,
      period: 'R/P1Y',
    },
  ),
  D(3, 'Central Government Revenue', MOF, 'Revenue collected by month.', csvFile(3, 'Revenue'), {
    tags: ['revenue', 'budget'],
  }),
  D(
    4,
    'Jamaica Public Bodies Estimates',
    MOF,
    'Estimates of revenue and expenditure of selected public bodies.',
    [{ title: 'Public bodies estimates', format: 'html', page: `${M}/documents/public-bodies/` }],
    { tags: ['public bodies', 'estimates'] },
  ),
  D(
    5,
    'National Parks Operating Budget',
    'Jamaica Conservation and Development Trust',
    'Operating budget of the Blue and John Crow Mountains National Park.',
    csvFile(5, 'Budget'),
    { tags: ['budget', 'national'] },
  ),
  ...[
    'Road accidents',
    'Registered schools',
    'Hotel rooms',
    'Rainfall by station',
    'Crop production',
    'Post offices',
    'Fishing licences',
    'Crime statistics',
    'Bus routes',
  ].map((t, i) =>
    D(
      10 + i,
      t,
      ['Statistical Institute of Jamaica', 'Ministry of Education', 'Jamaica Tourist Board'][i % 3],
      t,
      csvFile(10 + i, t),
    ),
  ),
];
const heads = [
  ['01000', 'His Excellency the Governor General and Staff'],
  ['02000', 'Houses of Parliament'],
  ['03000', 'Office of the Public Defender'],
  ['05000', 'Auditor General'],
  ['15000', 'Office of the Prime Minister'],
  ['16000', 'Office of the Cabinet'],
  ['20000', 'Ministry of Finance and the Public Service'],
  ['26000', 'Ministry of National Security'],
  ['28000', 'Ministry of Justice and Constitutional Affairs'],
  ['30000', 'Ministry of Foreign Affairs and Foreign Trade'],
  ['40000', 'Ministry of Labour and Social Security'],
  ['41000', 'Ministry of Education, Skills, Youth and Information'],
  ['42000', 'Ministry of Health and Wellness'],
  ['46000', 'Ministry of Culture, Gender, Entertainment and Sport'],
  ['50000', 'Ministry of Industry, Investment and Commerce'],
  ['51000', 'Ministry of Agriculture, Fisheries and Mining'],
  ['56000', 'Ministry of Energy, Transport and Telecommunications'],
  ['65000', 'Ministry of Water, Environment and Climate Change'],
  ['72000', 'Ministry of Local Government and Community Development'],
];
const programmes = [
  [
    '001',
    'Executive Direction and Administration',
    [
      [
        '01',
        'Central Administration',
        ['Direction and Management', 'Human Resource Management and Other Support Services'],
      ],
      ['02', 'Policy, Planning and Development', ['Policy Formulation', 'Monitoring and Evaluation']],
    ],
  ],
  [
    '140',
    'Regulatory and Public Services',
    [
      ['20', 'Service Delivery', ['Field Operations', 'Training', 'Grants to Institutions']],
      ['21', 'Inspection', ['Inspection and Enforcement']],
    ],
  ],
];
const money = (n) => n.toLocaleString('en-US');
const estimates = (y) => {
  const r = rng(y);
  const next = String(y + 1).slice(2);
  const out = [
    `${y}/${y + 1} JAMAICA BUDGET`,
    'ESTIMATES OF EXPENDITURE FOR THE YEAR ENDING 31ST MARCH '.concat(y + 1),
    'As presented to the House of Representatives',
    '',
  ];
  for (const [code, head] of heads) {
    out.push(
      '',
      `HEAD ${code}`,
      head,
      'Recurrent                                           $ 000',
      `${'Function / Programme / Subprogramme / Activity'.padEnd(64)}${`Estimates ${y}/${next}`.padStart(20)}${`Approved ${y - 1}/${String(y).slice(2)}`.padStart(20)}`,
    );
    for (const [p, name, subs] of programmes) {
      out.push(`  PROGRAMME ${p} ${name}`);
      for (const [s, sub, acts] of subs) {
        out.push(`    Subprogramme ${s} ${sub}`);
        for (const a of acts)
          out.push(
            `${`      Activity ${10000 + r(900)} ${a}`.padEnd(64)}${money(1000 + r(900000)).padStart(20)}${money(1000 + r(900000)).padStart(20)}`,
          );
      }
      out.push(`  Description: the programme provides for ${name.toLowerCase()} of the ${head}.`);
    }
    out.push(`${`TOTAL HEAD ${code}`.padEnd(64)}${money(9000000 + r(900000)).padStart(20)}`);
  }
  return pdf(`Estimates of Expenditure ${y}/${y + 1}`, out);
};
const nav = [
  ['Home', '/'],
  ['About', '/about/'],
  ['Documents', '/documents/'],
  ['News', '/news/'],
  ['Terms of use', '/terms-of-use/'],
];
const P = (t, main) =>
  page({
    title: t,
    site: MOF,
    nav,
    main: `<h1>${t}</h1>${main}`,
    footer: `<p>Copyright © 2026 ${MOF}, Jamaica. All Rights Reserved.</p><ul><li><a href="/terms-of-use/">Terms of use</a></li></ul>`,
  });
const up = (f) => `/wp-content/uploads/${f}`;
const years = [2026, 2025, 2024, 2023, 2022, 2021];
const short = (title, lines) => () => file(pdf(title, lines), 'application/pdf', '2026-03-12');
const ministry = site(
  {
    '/': P(
      MOF,
      '<ul><li><a href="/documents/">Documents and publications</a></li><li><a href="/news/">News</a></li></ul>',
    ),
    '/about/': P('About us', '<p>30 National Heroes Circle, Kingston 4.</p>'),
    '/news/': P('News', '<p>Opening of the Budget Debate on 10 March.</p>'),
    '/terms-of-use/': P(
      'Terms of use',
      '<p>All content on this website is the property of the Ministry of Finance and the Public Service. No part of it may be reproduced, distributed or used for commercial purposes without prior written permission of the Ministry.</p>',
    ),
    '/documents/': P(
      'Documents',
      `<ul><li><a href="/documents/estimates-of-expenditure/">Estimates of Expenditure</a></li><li><a href="/documents/public-bodies/">Public Bodies Estimates</a></li><li><a href="${up('Memorandum-on-the-Budget-2026-27.pdf')}">Memorandum on the Budget 2026/27</a></li><li><a href="${up('Citizens-Guide-to-the-Budget-2026-27.pdf')}">Citizens’ Guide to the Budget 2026/27</a></li></ul>`,
    ),
    '/documents/public-bodies/': P(
      'Public Bodies Estimates',
      `<ul><li><a href="${up('Public-Bodies-Estimates-2026-27.pdf')}">Jamaica Public Bodies Estimates for the year ending March 2027</a></li></ul>`,
    ),
    '/documents/estimates-of-expenditure/': P(
      'Estimates of Expenditure',
      `<p>The annual Estimates of Expenditure of the Government of Jamaica.</p><ul>${years.map((y) => `<li><a href="${up(`${y}-${y + 1}-Estimates-of-Expenditure.pdf`)}">${y}/${y + 1} Estimates of Expenditure</a> (PDF)</li>`).join('')}</ul>`,
    ),
    [up('Memorandum-on-the-Budget-2026-27.pdf')]: short('Memorandum on the Budget', [
      'MEMORANDUM ON THE BUDGET 2026/27',
      'The economy is projected to grow.',
    ]),
    [up('Citizens-Guide-to-the-Budget-2026-27.pdf')]: short('Citizens Guide', [
      "CITIZENS' GUIDE TO THE BUDGET 2026/27",
      'How each dollar is spent.',
    ]),
    [up('Public-Bodies-Estimates-2026-27.pdf')]: short('Public Bodies', [
      'JAMAICA PUBLIC BODIES',
      'Estimates of Revenue and Expenditure',
      'Airports Authority of Jamaica',
      'Port Authority of Jamaica',
      'National Water Commission',
    ]),
    '*': (q) => {
      const m = /^\/wp-content\/uploads\/(\d{4})-\d{4}-Estimates-of-Expenditure\.pdf$/.exec(q.path);
      return m && years.includes(+m[1]) ? file(estimates(+m[1]), 'application/pdf', `${m[1]}-02-20`) : undefined;
    },
  },
  {
    robots: 'User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n',
    sitemap: [`${M}/`, `${M}/documents/`, `${M}/documents/estimates-of-expenditure/`, `${M}/documents/public-bodies/`],
  },
);
const data = (q) => {
  const m = /^\/sites\/default\/files\/uploaded_resources\/d(\d+)\.csv$/.exec(q.path);
  if (!m) return undefined;
  const rows = {
    1: [
      ['Department', 'Activity', 'Budget 2026/27 (J$)'],
      ['City Engineer', 'Street lights', 90000000],
      ['Markets', 'Cleaning', 20000000],
    ],
    3: [
      ['Month', 'Tax revenue', 'Non-tax revenue'],
      ['2026-09', 61000, 9000],
    ],
    5: [
      ['Item', 'Budget'],
      ['Rangers', 1200000],
    ],
  }[m[1]];
  return file(
    csvOf(
      rows ?? [
        ['Year', 'Parish', 'Value'],
        [2025, 'Portland', 12],
      ],
    ),
    'text/csv',
    '2026-03-20',
  );
};
const portal = dkan2({ origin: O, title: 'Jamaica Open Data Catalog', datasets });
const hosts = steady({
  'data.gov.jm': (q) => data(q) ?? portal(q),
  'mof.gov.jm': ministry,
  'landfolio.nla.gov.jm': arcgisDirectory('/arcgis/rest/services', ['Cadastre', 'Utilities']),
  'opm.gov.jm': plain('Office of the Prime Minister', 'en', ['News of the Office.']),
});
export default {
  place: 'jamaica',
  category: 'government-budget',
  hosts: {
    ...hosts,
    'data.gov.jm': secure(hosts['data.gov.jm']),
    'mof.gov.jm': secure(hosts['mof.gov.jm']),
    'www.mof.gov.jm': alias('mof.gov.jm'),
    'www.data.gov.jm': alias('data.gov.jm'),
  },
};
