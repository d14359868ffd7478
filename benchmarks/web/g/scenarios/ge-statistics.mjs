// Georgia: national statistics. The National Statistics Office's own site in Georgian and English: topics, under each a list of workbooks below /media. Gross domestic product by quarter, unemployment by quarter (not by month), population by year; a terms page lets everyone use, copy and pass on for any purpose with the source named.
// What is hard: three topics make the category, the workbooks are wide, with years and quarters as two header rows. Lures: figures by region, a bank's forecast, a city's population, a series of the old method that ended in 2019, wages, microdata.
import { ago, csvOf, emptyHub, esc, file, page, plain, rng, site, spa, steady } from '../../lib.mjs';
import { alias, arcgisDirectory, broken, geoserverHome, once, secure } from '../../software/common.mjs';
import { censusYear, gdp, gdpTo, labour, labourTo, other, people, published } from '../../software/geostat.mjs';

const G = 'https://www.geostat.ge';
const OFFICE = 'National Statistics Office of Georgia';
const KA = 'საქართველოს სტატისტიკის ეროვნული სამსახური';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** topics of the site: id, slugs, titles; workbooks: [media number, file, English title, Georgian title, made by, date] */
const topics = {
  23: [
    'gross-domestic-product-gdp',
    'Gross Domestic Product (GDP)',
    'mtliani-shida-produkti-mshp',
    'მთლიანი შიდა პროდუქტი (მშპ)',
    [
      [
        81050,
        '01_GDP-at-current-prices-quarterly.xlsx',
        'Gross domestic product at current prices, quarterly',
        'მშპ მიმდინარე ფასებში, კვარტალური',
        gdp(23, 'Gross domestic product of Georgia at current prices by economic activity', 'mln. GEL'),
        published(gdpTo, 78),
      ],
      [
        81052,
        '02_GDP-at-constant-prices-quarterly.xlsx',
        'Gross domestic product at constant 2019 prices, quarterly',
        'მშპ მუდმივ ფასებში, კვარტალური',
        gdp(24, 'Gross domestic product of Georgia at constant 2019 prices by economic activity', 'mln. GEL'),
        published(gdpTo, 78),
      ],
      [
        79011,
        '05_Regional-GDP.xlsx',
        'Distribution of GDP by regions, annual',
        'მშპ რეგიონების მიხედვით',
        other('Distribution of GDP by regions'),
        ago(300),
      ],
      [
        20740,
        'GDP-SNA-1993.xlsx',
        'GDP by the methodology of SNA 1993 (1996-2018)',
        'მშპ, 1993 წლის მეთოდოლოგია',
        other('GDP, SNA 1993'),
        '2019-11-15',
      ],
    ],
  ],
  683: [
    'Employment-Unemployment',
    'Employment and Unemployment',
    'dasakmeba-umushevroba',
    'დასაქმება და უმუშევრობა',
    [
      [
        83120,
        '01-Labour-Force-Indicators-quarterly.xlsx',
        'Labour force indicators (unemployment rate), quarterly',
        'სამუშაო ძალის მაჩვენებლები, კვარტალური',
        labour('Labour force indicators of Georgia'),
        published(labourTo, 46),
      ],
      [
        78739,
        '05-Labour-Force-Indicators-by-regions.xlsx',
        'Labour force indicators by regions, annual',
        'სამუშაო ძალა რეგიონების მიხედვით',
        other('Labour force indicators by regions'),
        ago(250),
      ],
      [
        78747,
        '13-Labour-force-indicators-by-education.xlsx',
        'Labour force indicators by educational attainment, annual',
        'სამუშაო ძალა განათლების მიხედვით',
        other('Labour force by education'),
        ago(250),
      ],
    ],
  ],
  41: [
    'population',
    'Population',
    'mosakhleoba',
    'მოსახლეობა',
    [
      [
        78356,
        '01-population-by-self-governed-unit.xlsx',
        'Population by regions and self-governed units, as of 1 January',
        'მოსახლეობა რეგიონებისა და თვითმმართველი ერთეულების მიხედვით',
        people('Population of Georgia by regions and self-governed units', true),
        `${censusYear}-05-02`,
      ],
      [
        78360,
        '04-population-by-age-and-sex.xlsx',
        'Population by age and sex, as of 1 January',
        'მოსახლეობა ასაკისა და სქესის მიხედვით',
        other('Population by age'),
        `${censusYear}-05-02`,
      ],
    ],
  ],
  39: [
    'wages',
    'Wages',
    'khelfasebi',
    'ხელფასები',
    [
      [
        83304,
        '01_Earnings_annual.xlsx',
        'Average monthly nominal earnings',
        'საშუალო თვიური ხელფასი',
        other('Earnings'),
        ago(60),
      ],
    ],
  ],
  26: [
    'inflation-consumer-price-index',
    'Consumer Price Index (Inflation)',
    'samomkhmareblo-fasebis-indeksi-inflatsia',
    'ინფლაცია',
    [
      [
        83210,
        '01-CPI-monthly.xlsx',
        'Consumer price index, monthly',
        'სამომხმარებლო ფასების ინდექსი',
        other('CPI'),
        ago(25),
      ],
    ],
  ],
  130: [
    'labour-force-survey-databases',
    'Labour Force Survey Databases',
    'samushao-dzalis-gamokvlevis-bazebi',
    'სამუშაო ძალის კვლევის ბაზები',
    [
      [
        63553,
        'Labour-Force-Survey-2023-eng.xlsx',
        'Labour Force Survey 2023, variables',
        'კვლევის ცვლადები',
        other('LFS variables'),
        '2024-05-10',
      ],
    ],
  ],
};
const urlOf = (lang, id) => `/${lang}/modules/categories/${id}/${topics[id][lang === 'en' ? 0 : 2]}`;
const terms = 'monacemta-gamoyenebis-pirobebi';
const P = (lang, t, main) => {
  const en = lang === 'en';
  return page({
    lang,
    title: t,
    site: en ? OFFICE : KA,
    nav: [
      [en ? 'Home' : 'მთავარი', `/${lang}`],
      ...[23, 683, 41, 26].map((id) => [topics[id][en ? 1 : 3], urlOf(lang, id)]),
      [en ? 'All statistics' : 'სტატისტიკა', `/${lang}/statistics`],
      [en ? 'ქართული' : 'English', en ? '/ka' : '/en'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer: `<p><a href="/${lang}/page/${terms}">${en ? 'Terms of data use' : 'მონაცემთა გამოყენების პირობები'}</a></p><p>© ${en ? 'Geostat' : 'საქსტატი'}</p>`,
  });
};
const links = (l) => `<ul>${l.map(([t, u]) => `<li><a href="${u}">${esc(t)}</a></li>`).join('')}</ul>`;
const routes = { '/': () => ({ status: 302, headers: { location: `${G}/ka` }, body: '' }) };
for (const lang of ['en', 'ka']) {
  const en = lang === 'en';
  const all = links(Object.keys(topics).map((id) => [topics[id][en ? 1 : 3], urlOf(lang, id)]));
  routes[`/${lang}`] = P(lang, en ? OFFICE : KA, `<p>${en ? 'Key indicators' : 'ძირითადი მაჩვენებლები'}</p>${all}`);
  routes[`/${lang}/statistics`] = P(lang, en ? 'Statistics' : 'სტატისტიკა', all);
  routes[`/${lang}/page/${terms}`] = P(
    lang,
    en ? 'Terms of data use' : 'მონაცემთა გამოყენების პირობები',
    en
      ? '<p>Anyone may download, use, copy, disseminate and pass on to third parties the statistical data, metadata and publications of this website, for commercial and non-commercial purposes, without asking for permission. Geostat is to be named as the source. Photographs and illustrations of third parties and the logo are excepted.</p>'
      : '<p>ნებისმიერ პირს შეუძლია ვებგვერდზე განთავსებული სტატისტიკური მონაცემების ჩამოტვირთვა, გამოყენება, კოპირება და გავრცელება კომერციული და არაკომერციული მიზნით, წინასწარი ნებართვის გარეშე. საჭიროა წყაროს (საქსტატი) მითითება.</p>',
  );
  for (const [id, [s, t, sk, tk, books]] of Object.entries(topics)) {
    const note =
      id === '683'
        ? `<p>${en ? 'The labour force survey gives results by quarter and year; there are no monthly results.' : 'სამუშაო ძალის კვლევის შედეგები ქვეყნდება კვარტალურად და წლიურად; თვიური შედეგები არ ქვეყნდება.'}</p>`
        : '';
    routes[`/${lang}/modules/categories/${id}/${en ? s : sk}`] = P(
      lang,
      en ? t : tk,
      `${note}${links(books.map(([n, f, e, k]) => (en ? [e, `/media/${n}/${f}`] : [k, `/media/${n + 1000}/geo-${f}`])))}`,
    );
  }
}
const made = new Map();
routes['*'] = (q) => {
  const m = /^\/media\/(\d+)\/(geo-)?/.exec(q.path);
  const n = m && Number(m[1]) - (m[2] ? 1000 : 0);
  const book =
    m &&
    Object.values(topics)
      .flatMap((t) => t[4])
      .find((b) => b[0] === n);
  if (!book) return undefined;
  if (!made.has(m[1]))
    made.set(
      m[1],
      once(() => book[4](m[2] && book[3])),
    );
  return file(made.get(m[1])(), sheetType, book[5]);
};
const S = (t, lang = 'ka') => plain(t, lang, [t]);
const sets = [
  ['population-of-tbilisi-districts', 'Population of Tbilisi districts', 'Tbilisi City Hall'],
  ['gdp-forecast', 'GDP forecast', 'National Bank of Georgia'],
  ['registered-job-seekers', 'Registered job seekers', 'State Employment Support Agency'],
  ['schools', 'Public schools', 'Ministry of Education'],
  ['tenders', 'Tenders', 'State Procurement Agency'],
  ['hospitals', 'Hospitals', 'Ministry of Health'],
  ['air-quality', 'Air quality', 'National Environmental Agency'],
  ['visitors', 'International visitors', 'National Tourism Administration'],
];
const opendata = site({
  '/': page({
    title: 'Open data portal',
    site: 'data.gov.ge',
    nav: [['Datasets', '/en/dataset']],
    main: '<h1>Open data portal of Georgia</h1><p><a href="/en/dataset">Datasets</a></p>',
    footer: '<p>Digital Governance Agency</p>',
  }),
  '/en/dataset': page({
    title: 'Datasets',
    site: 'data.gov.ge',
    main: `<h1>Datasets</h1>${links(sets.map(([s, t, o]) => [`${t} – ${o}`, `/en/dataset/${s}`]))}`,
  }),
  ...Object.fromEntries(
    sets.map(([s, t, o]) => [
      `/en/dataset/${s}`,
      page({
        title: t,
        site: 'data.gov.ge',
        main: `<h1>${t}</h1><p>Publisher: ${o}</p><p><a href="/files/${s}.csv">${t} (CSV)</a></p>`,
      }),
    ]),
  ),
  '*': (q) => {
    const f = /^\/files\/([\w-]+)\.csv$/.exec(q.path);
    const r = rng(q.path.length);
    return f
      ? file(
          csvOf([
            ['name', 'year', 'value'],
            ...Array.from({ length: 120 }, (_, i) => [`District ${1 + (i % 10)}`, 2015 + (i % 10), r(90000)]),
          ]),
          'text/csv',
          ago(400),
        )
      : undefined;
  },
});
const hosts = steady({
  'www.geostat.ge': site(routes, { robots: 'User-agent: *\nDisallow: /admin\n' }),
  'pc-axis.geostat.ge': broken(),
  'data.gov.ge': opendata,
  'opendata.spa.ge': spa('Public procurement open data', 'ka'),
  'sdg.gov.ge': spa('SDG monitoring', 'en'),
  'nsdi.gov.ge': spa('NSDI', 'en'),
  'budgetmonitor.ge': spa('Budget Monitor', 'en'),
  'wis.mepa.gov.ge': S('Water information system', 'en'),
  'geonetwork.napr.gov.ge': broken(),
  'gisappsn.reestri.gov.ge': arcgisDirectory('/ArcGIS/rest/services', ['Base']),
  'data.mepa.gov.ge': emptyHub('MEPA', 'ka'),
  'gis.mepa.gov.ge': arcgisDirectory('/server/rest/services', ['Hosted']),
  'gpv0.napr.gov.ge': geoserverHome,
  'nv.napr.gov.ge': geoserverHome,
  'www.gov.ge': S('საქართველოს მთავრობა'),
});
export default {
  place: 'georgia',
  category: 'national-statistics',
  hosts: {
    ...hosts,
    'www.geostat.ge': secure(hosts['www.geostat.ge']),
    'geostat.ge': alias('www.geostat.ge'),
    'data.gov.ge': secure(hosts['data.gov.ge']),
    'www.data.gov.ge': alias('data.gov.ge'),
  },
};
