// Bahrain: government budget. data.gov.bh (OpenDataSoft, English and Arabic) and the Ministry of Finance: the budget law and its schedule give expenditure by ministry and body, no programmes or departments below, and the ministry says so.
// By the ruling of 2015 department level only is rejected: a true No. Lures: the university's budget by college and department, final accounts (actual), a municipal council, revenue.
import { ago, file, ods, page, pdf, plain, rng, site, spa, steady } from '../../lib.mjs';
import { alias, arcgisDirectory, secure } from '../../software/common.mjs';

const O = 'https://data.gov.bh';
const M = 'https://www.mofne.gov.bh';
const MOF = 'Ministry of Finance and National Economy';
const by = ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'];
const bodies = [
  ['Ministry of Interior', 'وزارة الداخلية'],
  ['Ministry of Education', 'وزارة التربية والتعليم'],
  ['Ministry of Health', 'وزارة الصحة'],
  ['Ministry of Works', 'وزارة الأشغال'],
  ['Ministry of Municipalities Affairs and Agriculture', 'وزارة شؤون البلديات والزراعة'],
  ['Ministry of Finance and National Economy', 'وزارة المالية والاقتصاد الوطني'],
  ['Ministry of Foreign Affairs', 'وزارة الخارجية'],
  ['Ministry of Justice, Islamic Affairs and Waqf', 'وزارة العدل والشؤون الإسلامية والأوقاف'],
  ['Ministry of Social Development', 'وزارة التنمية الاجتماعية'],
  ['Ministry of Labour', 'وزارة العمل'],
  ['Ministry of Housing and Urban Planning', 'وزارة الإسكان والتخطيط العمراني'],
  ['Ministry of Industry and Commerce', 'وزارة الصناعة والتجارة'],
  ['Ministry of Information', 'وزارة الإعلام'],
  ['Ministry of Transportation and Telecommunications', 'وزارة المواصلات والاتصالات'],
  ['Information & eGovernment Authority', 'هيئة المعلومات والحكومة الإلكترونية'],
  ['Civil Service Bureau', 'جهاز الخدمة المدنية'],
  ['Survey and Land Registration Bureau', 'جهاز المساحة والتسجيل العقاري'],
  ['National Audit Office', 'ديوان الرقابة المالية والإدارية'],
];
const D = (id, title, org, notes, rows, o = {}) => ({
  id,
  title,
  org,
  notes,
  rows,
  licence: by,
  modified: ago(60),
  theme: 'Finance',
  keywords: [],
  ...o,
});
const planned = (kind) => () => {
  const r = rng(kind.length);
  return [
    ['Ministry', 'الوزارة', 'Estimated Budget 2025 (BD 000)', 'Estimated Budget 2026 (BD 000)'],
    ...bodies.map(([e, a]) => [e, a, 4000 + r(300000), 4000 + r(300000)]),
  ];
};
const datasets = [
  D(
    '01-uob-budget',
    'University of Bahrain budget by college and department',
    'University of Bahrain',
    'Planned budget of the university for 2026 by college, department and item.',
    () => [
      ['College', 'Department', 'Item', 'Planned budget 2026 (BD)'],
      ...['Engineering', 'Science', 'Arts', 'Law', 'IT'].flatMap((c) =>
        ['Dean', 'Laboratories', 'Library', 'Student affairs'].map((d, i) => [c, d, 'Salaries', 90000 + i]),
      ),
    ],
    { modified: ago(5), keywords: ['budget'] },
  ),
  D(
    '02-final-accounts-expenditure',
    'Final accounts: actual expenditure by ministry',
    MOF,
    'Actual recurrent expenditure by ministry, final accounts of the state.',
    () => [
      ['Year', 'Ministry', 'Actual expenditure (BD 000)'],
      ...bodies.flatMap(([e], i) => [2023, 2024, 2025].map((y) => [y, e, 5000 + i * y])),
    ],
    { keywords: ['final accounts', 'expenditure'] },
  ),
  D(
    '03-recurrent-expenditure-estimates',
    'State budget: recurrent expenditure estimates by ministry 2025-2026',
    MOF,
    'Estimates of recurrent expenditure in the state budget for the fiscal years 2025 and 2026, by ministry and government body. الميزانية العامة للدولة: تقديرات المصروفات المتكررة حسب الوزارات والجهات الحكومية.',
    planned('recurrent'),
    { keywords: ['budget', 'state budget', 'الميزانية العامة للدولة'], source: `${M}/en/budget`, period: 'Biennial' },
  ),
  D(
    '04-project-expenditure-estimates',
    'State budget: project expenditure estimates by ministry 2025-2026',
    MOF,
    'Estimates of project expenditure in the state budget for the fiscal years 2025 and 2026, by ministry and government body. تقديرات مصروفات المشاريع حسب الوزارات.',
    planned('projects!'),
    {
      keywords: ['budget', 'state budget', 'projects', 'الميزانية العامة للدولة'],
      source: `${M}/en/budget`,
      period: 'Biennial',
    },
  ),
  D(
    '05-state-revenue-estimates',
    'State budget: revenue estimates 2025-2026',
    MOF,
    'Estimates of oil and non-oil revenue.',
    () => [
      ['Source', '2025', '2026'],
      ['Oil and gas', 1900000, 1950000],
      ['Taxes and fees', 700000, 760000],
      ['Grants', 30000, 30000],
    ],
    { keywords: ['budget', 'revenue'] },
  ),
  D(
    '06-capital-trustees-board',
    'Capital Trustees Board: approved budget',
    'Capital Trustees Board',
    'Approved budget of the municipal board by section and programme.',
    () => [
      ['Section', 'Programme', 'Approved 2026 (BD)'],
      ...['Cleaning', 'Parks', 'Permits'].flatMap((s) => ['Staff', 'Services'].map((p, i) => [s, p, 30000 + i])),
    ],
    { modified: ago(3), keywords: ['budget'] },
  ),
  ...[
    'Population by nationality',
    'GDP at constant prices by quarter',
    'Hospital beds',
    'Bus ridership',
    'Air quality by station',
    'Commercial registrations',
    'Students by school',
    'Consumer price index',
    'Registered vehicles',
  ].map((t, i) =>
    D(
      `10-other-${i}`,
      t,
      ['Information & eGovernment Authority', 'Ministry of Health', 'Supreme Council for Environment'][i % 3],
      t,
      () => [
        ['Year', 'Value'],
        [2024, 10],
        [2025, 11],
      ],
      { theme: 'Statistics' },
    ),
  ),
];
const law = pdf('Law on the State Budget 2025-2026', [
  'LAW ON THE ADOPTION OF THE STATE GENERAL BUDGET FOR THE FISCAL YEARS 2025 AND 2026',
  'Schedule 2: Recurrent expenditure by ministry and government body (BD thousand)',
  '',
  ...bodies.map(
    ([e], i) => `${e.padEnd(60)}${String(5000 + i * 9000).padStart(10)}${String(5200 + i * 9100).padStart(10)}`,
  ),
]);
const nav = [
  ['الرئيسية', '/ar/'],
  ['الميزانية العامة', '/ar/budget'],
  ['English', '/en/'],
];
const A = (t, m) =>
  page({
    lang: 'ar',
    title: t,
    site: 'وزارة المالية والاقتصاد الوطني',
    nav,
    main: `<h1>${t}</h1>${m}`,
    footer: '<p>جميع الحقوق محفوظة © وزارة المالية والاقتصاد الوطني</p>',
  });
const E = (t, m) =>
  page({
    lang: 'en',
    title: t,
    site: MOF,
    nav: [
      ['Home', '/en/'],
      ['State Budget', '/en/budget'],
      ['العربية', '/ar/'],
    ],
    main: `<h1>${t}</h1>${m}`,
    footer: `<p>All rights reserved © ${MOF}</p>`,
  });
const finance = site(
  {
    '/': () => ({ status: 302, headers: { location: `${M}/ar/` }, body: '' }),
    '/ar/': A('وزارة المالية والاقتصاد الوطني', '<ul><li><a href="/ar/budget">الميزانية العامة للدولة</a></li></ul>'),
    '/en/': E(MOF, '<ul><li><a href="/en/budget">State Budget</a></li></ul>'),
    '/ar/budget': A(
      'الميزانية العامة للدولة للسنتين الماليتين 2025 و2026',
      `<p>تُنشر تقديرات المصروفات المتكررة ومصروفات المشاريع على مستوى الوزارات والجهات الحكومية. أما التقديرات التفصيلية للبرامج والإدارات داخل كل وزارة فلا تُنشر.</p><ul><li><a href="/files/state-budget-law-2025-2026.pdf">قانون اعتماد الميزانية العامة (PDF)</a></li><li><a href="${O}/explore/dataset/03-recurrent-expenditure-estimates/">البيانات المفتوحة</a></li></ul>`,
    ),
    '/en/budget': E(
      'State Budget 2025-2026',
      `<p>Estimates of recurrent and project expenditure are published by ministry and government body. Detailed estimates by programme and directorate within each ministry are not published.</p><ul><li><a href="/files/state-budget-law-2025-2026.pdf">State budget law and schedules (PDF)</a></li><li><a href="${O}/explore/dataset/03-recurrent-expenditure-estimates/">Open data: recurrent expenditure</a></li><li><a href="${O}/explore/dataset/04-project-expenditure-estimates/">Open data: project expenditure</a></li></ul>`,
    ),
    '/files/state-budget-law-2025-2026.pdf': () => file(law, 'application/pdf', '2025-04-10'),
  },
  { robots: 'User-agent: *\nDisallow: /Umbraco/\n' },
);
const hosts = steady({
  'data.gov.bh': ods({ origin: O, title: 'Bahrain Open Data Portal', lang: 'en', datasets }),
  'www.mofne.gov.bh': finance,
  'www.sdgs.gov.bh': plain(
    'Sustainable Development Goals',
    'en',
    ['Kingdom of Bahrain portal for the Sustainable Development Goals.'],
    [['Goals', '/goals']],
  ),
  'www.ma-investment.gov.bh': arcgisDirectory('/arcgis/rest/services', ['Investment', 'Utilities']),
  'www.bahrain.bh': spa('Bahrain.bh', 'ar'),
});
export default {
  place: 'bahrain',
  category: 'government-budget',
  hosts: {
    ...hosts,
    'data.gov.bh': secure(hosts['data.gov.bh']),
    'www.data.gov.bh': alias('data.gov.bh'),
    'mofne.gov.bh': alias('www.mofne.gov.bh'),
  },
};
