// Hong Kong: health performance. data.gov.hk (CKAN below /en-data and /tc-data, without licence fields; terms on a page of their own) sends to files of the bodies: the Hospital Authority's hospitals and clinics (JSON, XLSX, coordinates, no hours), the Department of Health's clinics (CSV, coordinates and service hours) and the Centre for Health Protection's notifiable infectious diseases by month (a CSV a year).
// What is hard: three datasets of two bodies make the category; records name no licence; English and Chinese copies of everything. Lures: waiting times, beds, attendances, private hospitals, a district's list, one disease's weekly admissions, COVID files that ended in 2023, drugs, nutrition.
// Paths of the API, names of records of the Authority and of the Department, files below ha.org.hk/opendata with their keys, monthly table of diseases: public code and the bodies' pages. Names of the Department's clinic file and of the yearly files, the portal's robots.txt, rows and texts are made up.
import {
  ago,
  ckan,
  csvOf,
  emptyHub,
  file,
  html,
  page,
  pkg,
  plain,
  rng,
  site,
  spa,
  steady,
  text,
  xlsx,
} from '../../lib.mjs';
import { alias, arcgisDirectory, months, once, pick } from '../../software/common.mjs';

const HA = ['Hospital Authority', '醫院管理局'];
const DH = ['Department of Health', '衞生署'];
const ha = (f) => `https://www.ha.org.hk/opendata/${f}`;
const dh = (f) => `https://www.dh.gov.hk/datagovhk/${f}`;
const chp = (f) => `https://www.chp.gov.hk/files/misc/${f}`;
const last = months(1, 2)[0];
const thisYear = Number(last.slice(0, 4));
const years = Array.from({ length: 9 }, (_, i) => thisYear - i);
/** name, body, titles, notes, how often, files: [titles, format, url] */
const sets = [
  [
    'hospital-hadata-ae-waiting-time',
    HA,
    ['Accident and Emergency Waiting Time by Hospital', '急症室等候時間'],
    [
      'Estimated waiting time of accident and emergency departments, every 15 minutes.',
      '各急症室的預計等候時間，每15分鐘更新。',
    ],
    ['Every 15 minutes', '每15分鐘'],
    [[['Waiting time', '等候時間'], 'JSON', ha('aed/aedwtdata-{l}.json')]],
  ],
  [
    'hospital-hadata-key-statistics',
    HA,
    ['Key Statistics during Service Demand Surge', '服務需求高峰期重點數據'],
    ['Attendances and admissions of public hospitals during the winter surge.', '冬季高峰期公立醫院的求診及入院人次。'],
    ['Daily', '每日'],
    [[['Key statistics', '重點數據'], 'JSON', ha('surge-{l}.json')]],
  ],
  [
    'hospital-hadata-service-ipdp',
    HA,
    ['Number of Hospital Beds by Specialty and Cluster', '按專科及聯網劃分的病床數目'],
    ['Beds as at 31 March.', '截至3月31日的病床數目。'],
    ['Yearly', '每年'],
    [[['Beds', '病床'], 'JSON', ha('hosp-bed-{l}.json')]],
  ],
  [
    'hospital-hadata-service-dcs',
    HA,
    ['Attendances of Outpatient and Community Services', '門診及社康服務人次'],
    ['Attendances by cluster.', '按聯網劃分的人次。'],
    ['Yearly', '每年'],
    [[['Attendances', '人次'], 'JSON', ha('ae-attnd-{l}.json')]],
  ],
  [
    'hk-dh-dh_hq-dh-orphf-phl',
    DH,
    ['List of Licensed Private Hospitals', '持牌私家醫院名單'],
    ['Private hospitals with a licence.', '持牌的私家醫院。'],
    ['As necessary', '按需要'],
    [[['Private hospitals', '私家醫院'], 'CSV', dh('phl_{l}.csv')]],
  ],
  [
    'hk-dh-chpsebcddr-novel-infectious-agent',
    DH,
    ['Data in Coronavirus Disease (COVID-19)', '2019冠狀病毒病資料'],
    ['Cases until January 2023. No longer updated.', '截至2023年1月的個案，已停止更新。'],
    ['Ended', '已停止'],
    [[['Details of cases', '個案詳情'], 'CSV', chp('enhanced_sur_covid_19_{l}.csv')]],
    '2023-02-01',
  ],
  [
    'hk-dh-chpsebcdde-ha-hfm',
    DH,
    [
      'Weekly admissions of hand, foot and mouth disease reported by the Hospital Authority',
      '醫院管理局呈報的每周手足口病住院病人人次',
    ],
    ['One disease, weekly.', '單一疾病，每周更新。'],
    ['Weekly', '每周'],
    [[['Weekly admissions', '每周人次'], 'CSV', chp('ha_hfm_{l}.csv')]],
  ],
  [
    'hk-dh-chpsebcddr-flu-express',
    DH,
    ['Influenza surveillance: Flu Express', '流感速遞'],
    ['Weekly surveillance of influenza.', '每周流感監測數據。'],
    ['Weekly', '每周'],
    [[['Flu data', '流感數據'], 'CSV', chp('flux_data.csv')]],
  ],
  [
    'hk-dh-dh_do-hk-dh-do-pharmaceutical-product',
    DH,
    ['Registered pharmaceutical products', '註冊藥劑製品'],
    ['Drug list.', '藥物名單。'],
    ['Weekly', '每周'],
    [[['Drug list', '藥物名單'], 'XML', 'https://www.drugoffice.gov.hk/eps/psi/DrugList.xml']],
  ],
  [
    'hospital-hadata-health-care-facilities',
    HA,
    ['List of Hospitals, Institutions and Clinics of the Hospital Authority', '醫院管理局醫院、機構及診所名單'],
    [
      'Public hospitals, institutions, specialist and general out-patient clinics by cluster with address and coordinates.',
      '按聯網劃分的公立醫院、機構、專科及普通科門診診所，附地址及坐標。',
    ],
    ['As necessary', '按需要'],
    [
      [['Hospitals and institutions', '醫院及機構'], 'JSON', ha('facility-hosp.json')],
      [['Hospitals and institutions', '醫院及機構'], 'XLSX', ha('facility-hosp.xlsx')],
      [['Specialist out-patient clinics', '專科門診診所'], 'JSON', ha('facility-sop.json')],
      [['General out-patient clinics', '普通科門診診所'], 'JSON', ha('facility-gop.json')],
    ],
  ],
  [
    'hk-dh-dh_hq-clinics-and-health-centres',
    DH,
    ['Clinics and Health Centres of the Department of Health', '衞生署診所及健康中心'],
    [
      'Location and service hours of the public clinics and health centres of the Department: maternal and child health, student health, elderly health, chest, social hygiene, methadone.',
      '衞生署轄下公營診所及健康中心的位置及服務時間：母嬰健康、學生健康、長者健康、胸肺科、社會衞生科、美沙酮。',
    ],
    ['Monthly', '每月'],
    [
      [['Clinics and health centres', '診所及健康中心'], 'CSV', dh('dh_clinics_{l}.csv')],
      [['Clinics and health centres', '診所及健康中心'], 'XLSX', dh('dh_clinics_{l}.xlsx')],
    ],
  ],
  [
    'hk-dh-chpsebcddr-notifiable-infectious-diseases',
    DH,
    ['Number of notifiable infectious diseases by month', '須呈報的傳染病按月統計數字'],
    [
      'Notified cases of each notifiable infectious disease in Hong Kong, by month, a file a year.',
      '香港每種須呈報傳染病的按月呈報個案數目，每年一個檔案。',
    ],
    ['Monthly', '每月'],
    years.map((y) => [[`Notifiable infectious diseases ${y}`, `${y}年須呈報的傳染病`], 'CSV', chp(`nid_${y}_{l}.csv`)]),
  ],
  [
    'hk-had-json1-elderly-clinics-sham-shui-po',
    ['Home Affairs Department', '民政事務總署'],
    ['Clinics in Sham Shui Po District', '深水埗區診所'],
    ['List of one district.', '單一地區的名單。'],
    ['Yearly', '每年'],
    [[['Clinics', '診所'], 'CSV', 'https://www.had.gov.hk/psi/ssp_clinics_{l}.csv']],
  ],
  [
    'hk-censtatd-tablechart-life-tables',
    ['Census and Statistics Department', '政府統計處'],
    ['Hong Kong Life Tables', '香港生命表'],
    ['Life tables.', '生命表。'],
    ['Yearly', '每年'],
    [[['Life tables', '生命表'], 'CSV', 'https://www.censtatd.gov.hk/life_{l}.csv']],
  ],
  [
    'hk-fehd-fehdlmis-cooked-food-markets',
    ['Food and Environmental Hygiene Department', '食物環境衞生署'],
    ['Markets and cooked food centres', '街市及熟食中心'],
    ['Markets.', '街市。'],
    ['Yearly', '每年'],
    [[['Markets', '街市'], 'CSV', 'https://www.fehd.gov.hk/markets_{l}.csv']],
  ],
  [
    'hk-td-tis_37-taxi-stands',
    ['Transport Department', '運輸署'],
    ['Taxi stands', '的士站'],
    ['Taxi stands.', '的士站。'],
    ['Half-yearly', '每半年'],
    [[['Taxi stands', '的士站'], 'CSV', 'https://static.data.gov.hk/td/taxi_{l}.csv']],
  ],
  [
    'hk-had-json1-hong-kong-administrative-boundaries',
    ['Home Affairs Department', '民政事務總署'],
    ['Hong Kong Administrative Boundaries', '香港行政區分界'],
    ['Districts.', '地區。'],
    ['As necessary', '按需要'],
    [[['District boundary', '地區分界'], 'JSON', 'https://www.had.gov.hk/psi/boundary_{l}.json']],
  ],
  [
    'hk-epd-airteam-past24hr',
    ['Environmental Protection Department', '環境保護署'],
    ['Air quality health index of the past 24 hours', '過去24小時空氣質素健康指數'],
    ['Index.', '指數。'],
    ['Hourly', '每小時'],
    [[['Index', '指數'], 'XML', 'https://www.aqhi.gov.hk/24aqhi_{l}.xml']],
  ],
  [
    'hk-cr-crdata-list-newly-registered-companies',
    ['Companies Registry', '公司註冊處'],
    ['List of newly registered companies', '新成立公司名單'],
    ['Weekly list.', '每周名單。'],
    ['Weekly', '每周'],
    [[['List', '名單'], 'XLSX', 'https://www.cr.gov.hk/list_{l}.xlsx']],
  ],
];
const packagesIn = (k) =>
  sets.map(([name, body, title, notes, period, files, day]) =>
    pkg({
      name,
      title: title[k],
      notes: notes[k],
      organization: {
        id: name.slice(0, 8),
        name: name.split('-').slice(0, 2).join('-'),
        title: body[k],
        type: 'organization',
        is_organization: true,
        state: 'active',
      },
      groups: /^(hospital|hk-dh)-/.test(name)
        ? [{ name: 'health', title: k ? '衞生' : 'Health', display_name: k ? '衞生' : 'Health' }]
        : [],
      update_frequency: period[k],
      data_dictionary: `https://data.gov.hk/filestore/${name}-spec.pdf`,
      url: null,
      metadata_modified: `${day ?? ago(24)}T16:30:00.000000`,
      resources: files.map(([t, format, url]) => ({
        name: `${t[k]} (${k ? '繁體中文' : 'English'})`,
        format,
        url: url.replace('{l}', k ? 'tc' : 'en'),
        last_modified: `${day ?? ago(24)}T08:00:00`,
      })),
    }),
  );
const english = ckan({
  packages: packagesIn(0),
  apis: ['/en-data/api/3'],
  base: '/en-data',
  title: 'DATA.GOV.HK',
  lang: 'en',
  robots: null,
  footer: '<p><a href="/en/terms-and-conditions">Terms and Conditions of Use</a></p>',
});
const chinese = ckan({
  packages: packagesIn(1),
  apis: ['/tc-data/api/3'],
  base: '/tc-data',
  title: '資料一線通',
  lang: 'zh-HK',
  robots: null,
  words: {
    data: '資料及資源',
    licence: '使用條款',
    download: '下載',
    more: '更多資料',
    org: '機構',
    datasets: '數據集',
    modified: '最後更新',
  },
  footer: '<p><a href="/tc/terms-and-conditions">使用條款及條件</a></p>',
});
const termsPage = (lang, t, paras) =>
  html(
    page({
      lang,
      title: t,
      site: 'DATA.GOV.HK',
      nav: [['Datasets', '/en-data/']],
      main: `<h1>${t}</h1>${paras.map((p) => `<p>${p}</p>`).join('')}`,
    }),
  );
const portal = (r) => {
  if (r.path === '/robots.txt') return text('User-agent: *\nDisallow: /filestore/\n');
  if (r.path === '/' || r.path === '/en' || r.path === '/en/')
    return { status: 302, headers: { location: 'https://data.gov.hk/en-data/' }, body: '' };
  if (r.path === '/en/terms-and-conditions')
    return termsPage('en', 'Terms and Conditions of Use', [
      'Everyone may browse, download, reproduce, distribute and pass on the data of this portal free of charge, for commercial and non-commercial purposes alike.',
      'The source and the Government’s ownership of the intellectual property must be named in every copy.',
      'The Government gives no warranty and is not liable for loss that comes of the use.',
    ]);
  if (r.path === '/tc/terms-and-conditions')
    return termsPage('zh-HK', '使用條款及條件', [
      '任何人均可免費瀏覽、下載、複製、分發本網站的數據，不論作商業或非商業用途。',
      '每份複本須註明資料來源及政府擁有的知識產權。',
    ]);
  return r.path.startsWith('/tc-data') ? chinese(r) : r.path.startsWith('/en-data') ? english(r) : undefined;
};
const clusters = [
  ['Hong Kong East Cluster', '港島東醫院聯網'],
  ['Hong Kong West Cluster', '港島西醫院聯網'],
  ['Kowloon Central Cluster', '九龍中醫院聯網'],
  ['Kowloon East Cluster', '九龍東醫院聯網'],
  ['Kowloon West Cluster', '九龍西醫院聯網'],
  ['New Territories East Cluster', '新界東醫院聯網'],
  ['New Territories West Cluster', '新界西醫院聯網'],
];
const hospitals = [
  ['Pamela Youde Nethersole Eastern Hospital', '東區尤德夫人那打素醫院', 0, 1, 22.2694, 114.2364],
  ['Ruttonjee Hospital', '律敦治醫院', 0, 1, 22.2759, 114.1753],
  ['Queen Mary Hospital', '瑪麗醫院', 1, 1, 22.27, 114.1314],
  ['Grantham Hospital', '葛量洪醫院', 1, 0, 22.2487, 114.1723],
  ['Queen Elizabeth Hospital', '伊利沙伯醫院', 2, 1, 22.309, 114.1751],
  ['Kwong Wah Hospital', '廣華醫院', 2, 1, 22.315, 114.1724],
  ['Hong Kong Buddhist Hospital', '香港佛教醫院', 2, 0, 22.3404, 114.1862],
  ['United Christian Hospital', '基督教聯合醫院', 3, 1, 22.3222, 114.2278],
  ['Tseung Kwan O Hospital', '將軍澳醫院', 3, 1, 22.3179, 114.2701],
  ['Haven of Hope Hospital', '靈實醫院', 3, 0, 22.3264, 114.2524],
  ['Princess Margaret Hospital', '瑪嘉烈醫院', 4, 1, 22.3418, 114.1348],
  ['Caritas Medical Centre', '明愛醫院', 4, 1, 22.3411, 114.1523],
  ['Yan Chai Hospital', '仁濟醫院', 4, 1, 22.3695, 114.1197],
  ['North Lantau Hospital', '北大嶼山醫院', 4, 1, 22.2824, 113.9391],
  ['Prince of Wales Hospital', '威爾斯親王醫院', 5, 1, 22.3798, 114.2016],
  ['Alice Ho Miu Ling Nethersole Hospital', '雅麗氏何妙齡那打素醫院', 5, 1, 22.4588, 114.1747],
  ['North District Hospital', '北區醫院', 5, 1, 22.4967, 114.1243],
  ['Tuen Mun Hospital', '屯門醫院', 6, 1, 22.4069, 113.976],
  ['Pok Oi Hospital', '博愛醫院', 6, 1, 22.4452, 114.0415],
  ['Tin Shui Wai Hospital', '天水圍醫院', 6, 1, 22.4583, 113.9958],
];
const places = [
  ['Wan Chai', '灣仔'],
  ['Shau Kei Wan', '筲箕灣'],
  ['Aberdeen', '香港仔'],
  ['Sai Ying Pun', '西營盤'],
  ['Yau Ma Tei', '油麻地'],
  ['Kowloon City', '九龍城'],
  ['Wong Tai Sin', '黃大仙'],
  ['Kwun Tong', '觀塘'],
  ['Ngau Tau Kok', '牛頭角'],
  ['Sai Kung', '西貢'],
  ['Cheung Sha Wan', '長沙灣'],
  ['Shek Kip Mei', '石硤尾'],
  ['Tsuen Wan', '荃灣'],
  ['Tsing Yi', '青衣'],
  ['Tung Chung', '東涌'],
  ['Sha Tin', '沙田'],
  ['Ma On Shan', '馬鞍山'],
  ['Tai Po', '大埔'],
  ['Fanling', '粉嶺'],
  ['Yuen Long', '元朗'],
  ['Tin Shui Wai', '天水圍'],
  ['Tuen Mun', '屯門'],
];
const facility = (c, en, tc, a, lat, lon, extra) => ({
  cluster_eng: clusters[c][0],
  institution_eng: en,
  ...(extra === undefined ? {} : { with_AE_service_eng: extra ? 'Yes' : 'No' }),
  address_eng: `${a} Hospital Road, ${places[a % places.length][0]}`,
  cluster_tc: clusters[c][1],
  institution_tc: tc,
  ...(extra === undefined ? {} : { with_AE_service_tc: extra ? '有' : '沒有' }),
  address_tc: `${places[a % places.length][1]}醫院道${a}號`,
  latitude: lat,
  longitude: lon,
});
const lists = once(() => {
  const g = rng(43);
  const spot = () => [+(22.25 + g(250) / 1000).toFixed(4), +(113.95 + g(320) / 1000).toFixed(4)];
  const clinic = (kind, kindTc) =>
    places.flatMap(([e, t], i) =>
      [0, 1, 2].map((k) =>
        facility(
          i % 7,
          `${e} ${['', 'Jockey Club ', 'Families '][k]}${kind}`,
          `${t}${['', '賽馬會', '家庭'][k]}${kindTc}`,
          1 + i * 3 + k,
          ...spot(),
        ),
      ),
    );
  return {
    hosp: hospitals.map(([e, t, c, ae, lat, lon], i) => facility(c, e, t, i + 1, lat, lon, ae)),
    gop: clinic('General Out-patient Clinic', '普通科門診診所'),
    sop: clinic('Specialist Out-patient Clinic', '專科門診診所').filter((_, i) => i % 2),
  };
});
const services = [
  [
    'Maternal and Child Health Centre',
    '母嬰健康院',
    'Mon-Fri 09:00-13:00, 14:00-17:30',
    '星期一至五 09:00-13:00、14:00-17:30',
  ],
  [
    'Student Health Service Centre',
    '學生健康服務中心',
    'Mon-Fri 08:30-12:30, 13:30-17:30',
    '星期一至五 08:30-12:30、13:30-17:30',
  ],
  ['Elderly Health Centre', '長者健康中心', 'Mon-Fri 08:30-12:30, 13:30-17:18', '星期一至五 08:30-12:30、13:30-17:18'],
  [
    'Chest Clinic',
    '胸肺科診所',
    'Mon-Fri 08:45-12:45, 14:00-17:00; Sat 09:00-13:00',
    '星期一至五 08:45-12:45、14:00-17:00；星期六 09:00-13:00',
  ],
  ['Methadone Clinic', '美沙酮診所', 'Daily 07:00-22:00', '每日 07:00-22:00'],
];
const clinics = (tc) => {
  const g = rng(1872);
  return [
    tc
      ? ['服務', '名稱', '地址', '地區', '電話', '服務時間', '緯度', '經度']
      : ['Service', 'Name', 'Address', 'District', 'Telephone', 'Service Hours', 'Latitude', 'Longitude'],
    ...places.flatMap(([e, t], i) =>
      services.map((s) => [
        s[tc ? 1 : 0],
        tc ? `${t}${s[1]}` : `${e} ${s[0]}`,
        tc ? `${t}健康中心${1 + (i % 3)}樓` : `${1 + (i % 3)}/F, ${e} Health Centre`,
        tc ? t : e,
        `2${1000000 + g(8999999)}`,
        s[tc ? 3 : 2],
        +(22.25 + g(250) / 1000).toFixed(5),
        +(113.95 + g(320) / 1000).toFixed(5),
      ]),
    ),
  ];
};
const diseases = [
  ['Acute poliomyelitis', '急性脊髓灰質炎', 0],
  ['Amoebic dysentery', '阿米巴痢疾', 2],
  ['Bacillary dysentery', '桿菌痢疾', 4],
  ['Chickenpox', '水痘', 400],
  ['Cholera', '霍亂', 1],
  ['Dengue fever', '登革熱', 12],
  ['Enterovirus 71 infection', '腸病毒71型感染', 3],
  ['Food poisoning: outbreaks', '食物中毒：宗數', 24],
  ['Invasive pneumococcal disease', '侵入性肺炎球菌病', 18],
  ['Japanese encephalitis', '日本腦炎', 1],
  ['Legionnaires’ disease', '退伍軍人病', 11],
  ['Leprosy', '麻風', 1],
  ['Listeriosis', '李斯特菌病', 3],
  ['Malaria', '瘧疾', 2],
  ['Measles', '麻疹', 3],
  ['Mumps', '流行性腮腺炎', 6],
  ['Scarlet fever', '猩紅熱', 120],
  ['Tuberculosis', '結核病', 340],
  ['Typhoid fever', '傷寒', 2],
  ['Viral hepatitis', '病毒性肝炎', 22],
  ['Whooping cough', '百日咳', 7],
];
const notified = (y, tc) => {
  const g = rng(y);
  const upTo = y === thisYear ? Number(last.slice(5)) : 12;
  const head = tc
    ? ['疾病', ...Array.from({ length: 12 }, (_, i) => `${i + 1}月`), '總數']
    : ['Disease', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Total'];
  return [
    head,
    ...diseases.map(([e, t, n]) => {
      const m = Array.from({ length: 12 }, (_, i) => (i < upTo ? Math.round((n * (60 + g(80))) / 100) : ''));
      return [tc ? t : e, ...m, m.reduce((a, b) => a + (b || 0), 0)];
    }),
  ];
};
const other = (name) => {
  const g = rng(name.length * 3);
  return [
    ['Date', 'Item', 'Value'],
    ...Array.from({ length: 140 }, (_, i) => [ago(7 * i), pick(g, ['A', 'B', 'C']), g(400)]),
  ];
};
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const haFile = (r) => {
  const f = /^\/opendata\/facility-(hosp|gop|sop)\.(json|xlsx)$/.exec(r.path);
  if (f) {
    const l = lists()[f[1]];
    return f[2] === 'json'
      ? file(JSON.stringify(l), 'application/json', ago(26))
      : file(xlsx({ Sheet1: [Object.keys(l[0]), ...l.map((x) => Object.values(x))] }), sheet, ago(26));
  }
  if (r.path.startsWith('/opendata/') && r.path.endsWith('.json'))
    return file(
      JSON.stringify({ data: hospitals.map((h) => ({ hospName: h[0], topWait: 'Around 3 hours', value: h[2] })) }),
      'application/json',
      ago(0),
    );
  return r.path === '/'
    ? html(
        page({
          title: 'Hospital Authority',
          site: 'Hospital Authority',
          main: '<h1>Hospital Authority</h1><p>Open data of the Authority is on <a href="https://data.gov.hk/en-data/">DATA.GOV.HK</a>.</p>',
        }),
      )
    : undefined;
};
const dhFile = (r) => {
  const c = /^\/datagovhk\/dh_clinics_(en|tc)\.(csv|xlsx)$/.exec(r.path);
  if (c)
    return c[2] === 'csv'
      ? file(csvOf(clinics(c[1] === 'tc')), 'text/csv', ago(24))
      : file(xlsx({ Clinics: clinics(c[1] === 'tc') }), sheet, ago(24));
  if (/^\/datagovhk\/phl_/.test(r.path))
    return file(
      csvOf([
        ['Name', 'Address', 'Licence no.'],
        ...Array.from({ length: 14 }, (_, i) => [`Private Hospital ${i + 1}`, `${i + 1} Peak Road`, `PH00${i}`]),
      ]),
      'text/csv',
      ago(200),
    );
  return r.path === '/'
    ? html(
        page({
          title: 'Department of Health',
          site: 'Department of Health',
          main: '<h1>Department of Health</h1><p><a href="https://www.chp.gov.hk/">Centre for Health Protection</a></p>',
        }),
      )
    : undefined;
};
const chpFile = (r) => {
  const n = /^\/files\/misc\/nid_(\d{4})_(en|tc)\.csv$/.exec(r.path);
  if (n)
    return years.includes(Number(n[1]))
      ? file(
          csvOf(notified(Number(n[1]), n[2] === 'tc')),
          'text/csv',
          n[1] === String(thisYear) ? ago(16) : `${Number(n[1]) + 1}-02-14`,
        )
      : undefined;
  if (r.path.startsWith('/files/misc/'))
    return file(csvOf(other(r.path)), 'text/csv', /covid/.test(r.path) ? '2023-01-31' : ago(6));
  if (r.path === '/en/statistics/data/10/26/43.html' || r.path === '/')
    return html(
      page({
        title: 'Statistics on communicable diseases',
        site: 'Centre for Health Protection',
        main: `<h1>Number of notifiable infectious diseases by month</h1><ul>${years.map((y) => `<li><a href="/files/misc/nid_${y}_en.csv">${y}</a></li>`).join('')}</ul>`,
      }),
    );
  return undefined;
};
const anyFile = (r) =>
  /\.(csv|json|xml|xlsx)$/.test(r.path)
    ? r.path.endsWith('.csv')
      ? file(csvOf(other(r.path)), 'text/csv', ago(90))
      : r.path.endsWith('.json')
        ? file('{"type":"FeatureCollection","features":[]}', 'application/json')
        : undefined
    : undefined;
/** a catalogue service that holds nothing of health */
const csw = (r) => {
  if (r.path === '/robots.txt') return text('User-agent: *\nDisallow:\n');
  if (r.path === '/geoportal/csw') {
    const get = /getrecords/i.test(r.url.search + r.body);
    return text(
      `<?xml version="1.0" encoding="UTF-8"?>${get ? '<csw:GetRecordsResponse xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"><csw:SearchStatus/><csw:SearchResults numberOfRecordsMatched="0" numberOfRecordsReturned="0" nextRecord="0" elementSet="full"/></csw:GetRecordsResponse>' : '<csw:Capabilities xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ows="http://www.opengis.net/ows" version="2.0.2"><ows:ServiceIdentification><ows:Title>CSDI</ows:Title><ows:ServiceType>CSW</ows:ServiceType></ows:ServiceIdentification></csw:Capabilities>'}`,
      'application/xml',
    );
  }
  return r.path === '/' || r.path === '/geoportal/'
    ? html(
        '<!doctype html><html lang="en"><head><title>CSDI Portal</title></head><body><div id="app"></div><script src="/js/app.js"></script></body></html>',
      )
    : undefined;
};
const hosts = steady({
  'data.gov.hk': Object.assign(portal, { ckan: true }),
  'www.ha.org.hk': haFile,
  'www.dh.gov.hk': dhFile,
  'www.chp.gov.hk': chpFile,
  'www.healthbureau.gov.hk': plain(
    'Health Bureau',
    'en',
    ['Health policy of the Hong Kong Special Administrative Region.'],
    [
      ['Department of Health', 'https://www.dh.gov.hk/'],
      ['Hospital Authority', 'https://www.ha.org.hk/'],
    ],
  ),
  'www.had.gov.hk': anyFile,
  'www.censtatd.gov.hk': anyFile,
  'www.fehd.gov.hk': anyFile,
  'static.data.gov.hk': anyFile,
  'www.cr.gov.hk': anyFile,
  'www.drugoffice.gov.hk': (r) =>
    r.path.endsWith('DrugList.xml')
      ? text('<?xml version="1.0"?><DrugList><Drug><Name>TABLET 500MG</Name></Drug></DrugList>', 'application/xml')
      : undefined,
  'www1.map.gov.hk': arcgisDirectory('/arcgis/rest/services', ['gih3', 'geolabs']),
  'geodata.gov.hk': spa('Hong Kong Geodata Store'),
  'portal.csdi.gov.hk': csw,
  'www.geomap.cedd.gov.hk': site({
    '/GEOOpenData/eng/Default.aspx': page({
      title: 'GEO Data for Public Use',
      main: '<h1>GEO Data for Public Use</h1><p>Geological maps and boreholes.</p>',
    }),
  }),
  'data-download-page-liber.hub.arcgis.com': emptyHub('Hong Kong Geoportal', 'en'),
});
export default {
  place: 'hong-kong',
  category: 'health-performance',
  hosts: {
    ...hosts,
    'www.data.gov.hk': alias('data.gov.hk'),
    'ha.org.hk': alias('www.ha.org.hk'),
    'dh.gov.hk': alias('www.dh.gov.hk'),
    'chp.gov.hk': alias('www.chp.gov.hk'),
  },
};
