// Qatar: www.data.gov.qa (OpenDataSoft), Arabic titles. The Ministry of Finance publishes spending by chapter and quarter and awarded contracts; its page says that payments and suppliers' names are not published: a true No.
// Lures: one municipality's and the university's payments with every column, contracts with vendor and amount, "actual expenditure" by ministry, a newspaper.
import { ago, html, ods, page, plain, rng, site, steady } from '../../lib.mjs';

const r = rng(71);
const by = ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'];
const MOF = 'وزارة المالية - Ministry of Finance';
const min = [
  'وزارة الصحة العامة',
  'وزارة التربية والتعليم والتعليم العالي',
  'وزارة الداخلية',
  'وزارة البلدية',
  'وزارة المواصلات',
  'هيئة الأشغال العامة',
];
const pay = (o) => () => [
  ['رقم_المعاملة', 'تاريخ_الدفع', 'الجهة', 'اسم_المورد', 'المبلغ', 'البيان'],
  ...Array.from({ length: 160 }, (_, i) => [
    `PV-${10000 + i}`,
    ago(20 + (i % 90)),
    o,
    `شركة ${['الخليج', 'الدوحة', 'الريان', 'لوسيل'][i % 4]} للتجارة ${i}`,
    1000 + r(900000),
    ['قرطاسية', 'صيانة', 'خدمات نظافة'][i % 3],
  ]),
];
const D = (id, title, org, notes, rows, o = {}) => ({
  id,
  title,
  org,
  notes,
  licence: by,
  modified: ago(15),
  theme: 'المالية العامة - Public Finance',
  keywords: ['الإنفاق الحكومي', 'government spending'],
  rows,
  ...o,
});
const Q = ['الربع الأول', 'الربع الثاني', 'الربع الثالث'];
const datasets = [
  D(
    'qatar-municipality-payments',
    'مدفوعات الموردين في قطر - بلدية الريان (Supplier payments)',
    'بلدية الريان - Al Rayyan Municipality',
    'الإنفاق الفعلي: سندات الصرف حسب المورد والتاريخ والمبلغ.',
    pay('بلدية الريان'),
  ),
  D(
    'qu-payments',
    'الإنفاق الفعلي لجامعة قطر: المدفوعات (Payments)',
    'جامعة قطر - Qatar University',
    'مدفوعات الجامعة للموردين.',
    pay('جامعة قطر'),
  ),
  D(
    'government-expenditure-by-chapter',
    'الإنفاق الحكومي الفعلي حسب الباب والربع (Actual government expenditure by chapter)',
    MOF,
    'إجمالي الإنفاق الحكومي الفعلي لدولة قطر حسب الباب والربع، بيانات مجمعة.',
    () => [
      ['السنة', 'الربع', 'الباب', 'الإنفاق_الفعلي_مليون_ريال'],
      ...[2024, 2025, 2026].flatMap((y) =>
        Q.flatMap((q) =>
          ['الرواتب والأجور', 'المصروفات الجارية', 'المصروفات الرأسمالية الثانوية', 'المشاريع الرئيسية'].map((c) => [
            y,
            q,
            c,
            3000 + r(15000),
          ]),
        ),
      ),
    ],
    { source: 'https://www.mof.gov.qa/ar/spending' },
  ),
  D(
    'government-expenditure-by-ministry',
    'الإنفاق الفعلي حسب الوزارة (Actual expenditure by ministry)',
    MOF,
    'إجمالي سنوي حسب الوزارة، بيانات مجمعة.',
    () => [
      ['السنة', 'الوزارة', 'الإنفاق_الفعلي_مليون_ريال'],
      ...[2023, 2024, 2025].flatMap((y) => min.map((m) => [y, m, 900 + r(9000)])),
    ],
    { source: 'https://www.mof.gov.qa/ar/spending' },
  ),
  D(
    'awarded-contracts',
    'العقود والمناقصات الحكومية المرساة (Awarded government contracts)',
    MOF,
    'المناقصات المرساة حسب الجهة والمورد وقيمة العقد؛ لا تتضمن المدفوعات.',
    () => [
      ['رقم_المناقصة', 'عنوان_المناقصة', 'الجهة', 'اسم_المورد_الفائز', 'قيمة_العقد', 'تاريخ_الترسية'],
      ...Array.from({ length: 120 }, (_, i) => [
        `T-${2026000 + i}`,
        `توريد وتركيب ${['معدات', 'أجهزة', 'أثاث'][i % 3]}`,
        min[i % 6],
        `مجموعة ${i} القابضة`,
        100000 + r(9000000),
        ago(10 + i),
      ]),
    ],
    { keywords: ['مناقصات', 'عقود', 'الإنفاق الحكومي', 'procurement'] },
  ),
  ...[
    'الناتج المحلي الإجمالي - GDP',
    'السكان - Population',
    'حركة المطار - Airport traffic',
    'الأرقام القياسية لأسعار المستهلك - CPI',
    'المستشفيات - Hospitals',
    'جودة الهواء - Air quality',
    'المواليد - Births',
    'رخص البناء - Building permits',
    'المدارس - Schools',
    'استهلاك المياه - Water consumption',
  ].map((t, i) =>
    D(
      `ds-${i}`,
      t,
      'جهاز التخطيط والإحصاء',
      t,
      () => [
        ['السنة', 'القيمة'],
        [2024, 5],
        [2025, 7],
      ],
      { theme: 'إحصاءات', keywords: [] },
    ),
  ),
];
const nav = [
  ['الرئيسية', '/ar'],
  ['الموازنة', '/ar/budget'],
  ['الإنفاق الحكومي', '/ar/spending'],
];
const P = (t, m) =>
  page({
    lang: 'ar',
    title: t,
    site: 'وزارة المالية',
    nav,
    main: `<h1>${t}</h1>${m}`,
    footer: '<p>© وزارة المالية، دولة قطر</p>',
  });
const mof = site(
  {
    '/': P(
      'وزارة المالية',
      '<ul><li><a href="/ar/spending">الإنفاق الحكومي</a></li><li><a href="/ar/budget">الموازنة العامة</a></li></ul>',
    ),
    '/ar': P('وزارة المالية', '<ul><li><a href="/ar/spending">الإنفاق الحكومي</a></li></ul>'),
    '/ar/budget': P('الموازنة العامة', '<p>بيان الموازنة العامة للدولة لسنة 2026</p>'),
    '/ar/spending': P(
      'الإنفاق الحكومي',
      '<ul><li><a href="https://www.data.gov.qa/explore/dataset/government-expenditure-by-chapter/">الإنفاق الفعلي حسب الباب والربع</a></li><li><a href="https://www.data.gov.qa/explore/dataset/government-expenditure-by-ministry/">الإنفاق الفعلي حسب الوزارة</a></li><li><a href="https://www.data.gov.qa/explore/dataset/awarded-contracts/">العقود المرساة</a></li></ul><p>تنشر الوزارة بيانات مجمعة فقط. لا تُنشر المدفوعات الفردية ولا أسماء الموردين الذين صُرفت لهم المبالغ.</p>',
    ),
  },
  { robots: 'User-agent: *\nDisallow: /sitecore/\n' },
);
const portal = ods({ origin: 'https://www.data.gov.qa', title: 'بوابة قطر للبيانات المفتوحة', lang: 'ar', datasets });
export default {
  place: 'qatar',
  category: 'government-spending',
  hosts: steady({
    'www.data.gov.qa': portal,
    'data.gov.qa': (q) => ({
      status: 301,
      headers: { location: `https://www.data.gov.qa${q.path}${q.url.search}` },
      body: '',
    }),
    'www.mof.gov.qa': mof,
    'www.psa.gov.qa': site({
      '*': () =>
        html(
          page({
            lang: 'en',
            title: 'Statistics',
            site: 'PSA',
            nav: [
              ['Population', '/en/statistics1/pop'],
              ['Economy', '/en/statistics1/eco'],
            ],
            main: '<h1>Statistics</h1><p>Population, economy, society.</p>',
          }),
        ),
    }),
    'geoportal.gisqatar.org.qa': plain('CGIS', 'en', ['Map viewer']),
  }),
};
