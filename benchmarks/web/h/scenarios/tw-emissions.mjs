// Taiwan: pollutant emissions. The Ministry of Environment's monitoring stations in all counties: the index of every station each hour (PM10, PM2.5, SO2, NOx, CO) and hourly values by item, with NMHC too, on its own platform, listed by data.gov.tw (an own make: pages drawn by scripts, search by POST, a record by id, the whole list as CSV). CSV, JSON and XML by links that hold a key; open government licence, version 1.
// What is hard: everything is in Chinese, the portal's search is no GET, volatile compounds are in another record than the rest, an item a line. Lures: forecasts, warnings, cities' sensors, chimneys of factories, an inventory every three years, greenhouse gases, a university.
// Ids aqx_p_432 and aqx_p_136 with their columns, dataset 40448, ways of the portal's API and its list: public code and notes that use them; the licence's compatibility: the portal. Number 136004 and those of most other records, the key, robots.txt, values and texts are made up.
import { ago, ckan, csvOf, file, html, page, pkg, plain, rng, site, spa, steady, zip } from '../../lib.mjs';
import { alias, arcgisDirectory, broken, once, pick, secure } from '../../software/common.mjs';
import { dataGovTw, platform } from '../software/data-gov-tw.mjs';

const M = 'https://data.moenv.gov.tw';
const key = '3f6b1c0e-52d7-4a19-9c44-7be01d2a8f63';
const MOENV = '環境部';
const link = (id, f) => `${M}/api/v2/${id}?api_key=${key}&limit=1000&sort=ImportDate%20desc&format=${f}`;
const taipei = (h = 0) => new Date(Date.now() + 8 * 36e5 - h * 36e5).toISOString();
const stations = [
  ['基隆市', '基隆'],
  ['新北市', '汐止'],
  ['新北市', '萬里'],
  ['新北市', '新店'],
  ['新北市', '土城'],
  ['新北市', '板橋'],
  ['新北市', '新莊'],
  ['新北市', '菜寮'],
  ['新北市', '林口'],
  ['新北市', '淡水'],
  ['臺北市', '士林'],
  ['臺北市', '中山'],
  ['臺北市', '萬華'],
  ['臺北市', '古亭'],
  ['臺北市', '松山'],
  ['臺北市', '大同'],
  ['臺北市', '陽明'],
  ['桃園市', '桃園'],
  ['桃園市', '大園'],
  ['桃園市', '觀音'],
  ['桃園市', '平鎮'],
  ['桃園市', '中壢'],
  ['新竹縣', '湖口'],
  ['新竹縣', '竹東'],
  ['新竹市', '新竹'],
  ['苗栗縣', '頭份'],
  ['苗栗縣', '苗栗'],
  ['苗栗縣', '三義'],
  ['臺中市', '豐原'],
  ['臺中市', '沙鹿'],
  ['臺中市', '大里'],
  ['臺中市', '忠明'],
  ['臺中市', '西屯'],
  ['彰化縣', '彰化'],
  ['彰化縣', '線西'],
  ['彰化縣', '二林'],
  ['南投縣', '南投'],
  ['南投縣', '埔里'],
  ['雲林縣', '斗六'],
  ['雲林縣', '崙背'],
  ['雲林縣', '麥寮'],
  ['嘉義縣', '新港'],
  ['嘉義縣', '朴子'],
  ['嘉義市', '嘉義'],
  ['臺南市', '新營'],
  ['臺南市', '善化'],
  ['臺南市', '安南'],
  ['臺南市', '臺南'],
  ['高雄市', '美濃'],
  ['高雄市', '橋頭'],
  ['高雄市', '仁武'],
  ['高雄市', '鳳山'],
  ['高雄市', '大寮'],
  ['高雄市', '林園'],
  ['高雄市', '楠梓'],
  ['高雄市', '左營'],
  ['高雄市', '前金'],
  ['高雄市', '前鎮'],
  ['高雄市', '小港'],
  ['屏東縣', '屏東'],
  ['屏東縣', '潮州'],
  ['屏東縣', '恆春'],
  ['臺東縣', '臺東'],
  ['花蓮縣', '花蓮'],
  ['宜蘭縣', '宜蘭'],
  ['宜蘭縣', '冬山'],
  ['澎湖縣', '馬公'],
  ['金門縣', '金門'],
  ['連江縣', '馬祖'],
];
const at = stations.map((_, i) => [(121.7 - (i % 13) * 0.1).toFixed(4), (25.1 - i * 0.042).toFixed(4)]);
const items = [
  [1, '二氧化硫', 'SO2', 'ppb', 4],
  [2, '一氧化碳', 'CO', 'ppm', 1],
  [3, '臭氧', 'O3', 'ppb', 60],
  [4, '懸浮微粒', 'PM10', 'μg/m3', 70],
  [5, '氮氧化物', 'NOx', 'ppb', 30],
  [6, '一氧化氮', 'NO', 'ppb', 8],
  [7, '二氧化氮', 'NO2', 'ppb', 25],
  [8, '總碳氫化合物', 'THC', 'ppm', 3],
  [9, '非甲烷碳氫化合物', 'NMHC', 'ppm', 1],
  [10, '風速', 'WIND_SPEED', 'm/sec', 6],
  [11, '風向', 'WIND_DIREC', 'degrees', 360],
  [14, '溫度', 'AMB_TEMP', '℃', 30],
  [31, '甲烷', 'CH4', 'ppm', 2],
  [33, '細懸浮微粒', 'PM2.5', 'μg/m3', 40],
  [38, '相對濕度', 'RH', '%', 90],
];
const hour = `${taipei(1).slice(0, 10).replaceAll('-', '/')} ${taipei(1).slice(11, 13)}:00:00`;
const aqi = once(() => {
  const g = rng(432);
  return stations.map(([c, n], i) => {
    const a = 20 + g(110);
    return [
      n,
      c,
      a,
      a > 100 ? '細懸浮微粒' : '',
      a > 100 ? '對敏感族群不健康' : a > 50 ? '普通' : '良好',
      (g(40) / 10).toFixed(1),
      (g(9) / 10).toFixed(2),
      g(60),
      g(60),
      10 + g(70),
      5 + g(40),
      g(30),
      g(40),
      g(10),
      (g(60) / 10).toFixed(1),
      g(360),
      hour,
      (g(9) / 10).toFixed(1),
      5 + g(40),
      10 + g(70),
      g(4),
      at[i][0],
      at[i][1],
      i + 1,
    ];
  });
});
const hourly = once(() => {
  const g = rng(136);
  return Array.from(
    { length: 24 },
    (_, h) => `${taipei(24 + h).slice(0, 10)} ${taipei(24 + h).slice(11, 13)}:00`,
  ).flatMap((t) =>
    stations.flatMap(([c, n], i) =>
      items.map(([id, name, en, unit, top]) => [
        i + 1,
        n,
        c,
        id,
        name,
        en,
        unit,
        t,
        top < 10 ? ((top * g(100)) / 100).toFixed(2) : g(top),
      ]),
    ),
  );
});
const plainRows = (seed, n, make) =>
  once(() => {
    const g = rng(seed);
    return Array.from({ length: n }, (_, i) => make(g, i));
  });
const L = (s) => s.split(' ').map((x) => x.split('='));
const sets = {
  aqx_p_432: {
    title: '空氣品質指標(AQI)',
    notes:
      '提供各縣市環境部空氣品質監測站每小時的空氣品質指標與污染物濃度：二氧化硫、一氧化碳、臭氧、懸浮微粒、細懸浮微粒、二氧化氮、氮氧化物、一氧化氮。',
    period: '每1時',
    modified: ago(0),
    fields: L(
      'sitename=測站名稱 county=縣市 aqi=空氣品質指標 pollutant=空氣污染指標物 status=狀態 so2=二氧化硫 co=一氧化碳 o3=臭氧 o3_8hr=臭氧8小時移動平均 pm10=懸浮微粒 pm2.5=細懸浮微粒 no2=二氧化氮 nox=氮氧化物 no=一氧化氮 wind_speed=風速 wind_direc=風向 publishtime=資料發布時間 co_8hr=一氧化碳8小時移動平均 pm2.5_avg=細懸浮微粒移動平均值 pm10_avg=懸浮微粒移動平均值 so2_avg=二氧化硫移動平均值 longitude=經度 latitude=緯度 siteid=測站編號',
    ),
    rows: aqi,
  },
  aqx_p_136: {
    title: '空氣品質監測小時值資料(一般污染物,每日更新)',
    notes:
      '環境部全國空氣品質監測站的小時值，每日更新，測項包括二氧化硫、一氧化碳、臭氧、懸浮微粒、細懸浮微粒、氮氧化物、總碳氫化合物、非甲烷碳氫化合物及氣象。',
    period: '每1日',
    modified: ago(0),
    fields: L(
      'siteid=測站代碼 sitename=測站名稱 county=縣市 itemid=測項代碼 itemname=測項名稱 itemengname=測項英文名稱 itemunit=測項單位 monitordate=監測日期 concentration=數值',
    ),
    rows: hourly,
  },
  aqf_p_01: {
    title: '空氣品質預報資料',
    notes: '各空品區未來三日的空氣品質指標預報。',
    period: '每1日',
    modified: ago(0),
    fields: L('content=內容 publishtime=發布時間 area=空品區 forecastdate=預報日期 aqi=指標'),
    rows: plainRows(1, 30, (g, i) => [
      '預報',
      ago(0),
      pick(g, ['北部', '中部', '雲嘉南', '高屏']),
      ago(-(i % 3)),
      40 + g(90),
    ]),
  },
  aqx_p_07: {
    title: '空氣品質監測站基本資料',
    notes: '測站名稱、地址、經緯度及類型。',
    period: '不定期',
    modified: ago(400),
    fields: L('siteid=編號 sitename=測站 county=縣市 twd97lon=經度 twd97lat=緯度'),
    rows: once(() => stations.map(([c, n], i) => [i + 1, n, c, ...at[i]])),
  },
  ems_s_03: {
    title: '固定污染源空氣污染物排放量(TEDS)',
    notes: '空氣污染物排放清冊，每三年更新。',
    period: '每3年',
    modified: ago(900),
    fields: L(
      'county=縣市 source=污染源 tsp=粒狀物 pm10=懸浮微粒 sox=硫氧化物 nox=氮氧化物 nmhc=非甲烷碳氫化合物 co=一氧化碳',
    ),
    rows: plainRows(3, 420, (g, i) => [
      stations[i % stations.length][0],
      pick(g, ['工業', '車輛', '營建', '商業']),
      g(900),
      g(500),
      g(700),
      g(900),
      g(900),
      g(900),
    ]),
  },
  cems_p_01: {
    title: '固定污染源連續自動監測資料(CEMS)',
    notes: '列管工廠煙囪的監測數據。',
    period: '每1日',
    modified: ago(1),
    fields: L('cno=管制編號 name=工廠 polno=排放管道 item=測項 m_time=時間 m_val=數值'),
    rows: plainRows(4, 1500, (g, i) => [
      `E${5600000 + (i % 40)}`,
      `工廠${i % 40}`,
      `P0${1 + (i % 4)}`,
      pick(g, ['SO2', 'NOx', 'OP']),
      ago(1),
      g(90),
    ]),
  },
  ghg_p_01: {
    title: '溫室氣體排放量統計',
    notes: '國家溫室氣體排放清冊。',
    period: '每1年',
    modified: ago(300),
    fields: L('year=年 co2=二氧化碳 ch4=甲烷 n2o=氧化亞氮'),
    rows: plainRows(5, 34, (g, i) => [1990 + i, 200000 + g(90000), g(9000), g(5000)]),
  },
  wqx_p_01: {
    title: '河川水質監測資料',
    notes: '全國河川水質。',
    period: '每1月',
    modified: ago(20),
    fields: L('siteid=編號 river=河川 item=測項 value=數值'),
    rows: plainRows(6, 900, (g, i) => [
      i % 300,
      pick(g, ['淡水河', '濁水溪', '高屏溪']),
      pick(g, ['BOD', 'DO', 'SS']),
      g(90),
    ]),
  },
};
const col = (s) => s.fields.map((f) => f[1]).join('、');
const from = (nid, id, keywords) => ({
  id: nid,
  title: sets[id].title,
  notes: sets[id].notes,
  org: MOENV,
  period: sets[id].period,
  modified: sets[id].modified,
  keywords,
  files: ['CSV', 'JSON', 'XML'].map((f) => [sets[id].title, f, link(id, f), col(sets[id])]),
});
const X = (id, title, org, notes, url, keywords, days = 100) => ({
  id,
  title,
  org,
  notes,
  period: '不定期更新',
  modified: ago(days),
  keywords,
  files: [[title, url.split('.').pop().toUpperCase(), url]],
});
const city = (c, n) => `https://data.${c}.gov.tw/opendata/${n}.csv`;
const catalogue = [
  X(
    122001,
    '臺北市空氣品質微型感測器資料',
    '臺北市政府環境保護局',
    '臺北市微型感測器的細懸浮微粒。',
    city('taipei', 'sensor'),
    ['空氣品質', 'PM2.5'],
    1,
  ),
  X(
    122002,
    '新北市空氣品質監測車資料',
    '新北市政府環境保護局',
    '監測車於各區的空氣品質監測結果。',
    city('ntpc', 'car'),
    ['空氣品質'],
  ),
  X(122003, '桃園市空氣品質感測物聯網', '桃園市政府環境保護局', '感測器資料。', city('tycg', 'iot'), ['空氣品質'], 2),
  X(122004, '高雄市固定污染源排放量', '高雄市政府環境保護局', '轄內工廠空氣污染物排放量。', city('kcg', 'stack'), [
    '空氣污染',
    '排放量',
  ]),
  X(122005, '臺中市空氣品質人工測站', '臺中市政府環境保護局', '人工測站總懸浮微粒。', city('taichung', 'manual'), [
    '空氣品質',
  ]),
  X(122006, '雲林縣六輕工業區空氣品質', '雲林縣政府環境保護局', '工業區周邊測站。', city('yunlin', 'mailiao'), [
    '空氣品質',
  ]),
  from(5960, 'aqf_p_01', ['空氣品質', '預報']),
  from(6075, 'aqx_p_07', ['空氣品質', '測站']),
  from(32943, 'ems_s_03', ['空氣污染', '排放量', 'TEDS']),
  from(136003, 'cems_p_01', ['固定污染源', '排放']),
  from(40448, 'aqx_p_432', ['空氣品質', 'AQI', 'PM2.5', '空氣污染']),
  from(136004, 'aqx_p_136', ['空氣品質', '小時值', '空氣污染']),
  from(9570, 'ghg_p_01', ['溫室氣體', '排放']),
  from(6078, 'wqx_p_01', ['水質']),
  X(130001, '機車排放空氣污染物定期檢驗站', MOENV, '檢驗站名單。', 'https://mobile.moenv.gov.tw/opendata/station.csv', [
    '機車',
    '排放',
  ]),
  X(
    130002,
    '大學校園空氣品質觀測',
    '國立中央大學',
    '校園空氣品質觀測站。',
    'https://data.ncu.edu.tw/opendata/air.csv',
    ['空氣品質'],
  ),
  X(
    6564,
    '政府資料開放平臺資料集清單',
    '數位發展部',
    '本平臺全部資料集清單。',
    'https://data.gov.tw/datasets/export/csv',
    ['資料集'],
    1,
  ),
  ...[
    ['中華民國政府行政機關辦公日曆表', '行政院人事行政總處'],
    ['公司登記資料', '經濟部商業發展署'],
    ['全國藥局基本資料', '衛生福利部'],
    ['自動氣象站觀測資料', '中央氣象署'],
    ['縣市界線(TWD97經緯度)', '內政部國土測繪中心'],
    ['不動產買賣實價登錄', '內政部'],
    ['水庫水情資料', '經濟部水利署'],
    ['國道即時路況', '交通部高速公路局'],
    ['歷次公職人員選舉資料', '中央選舉委員會'],
    ['消費者物價指數', '行政院主計總處'],
    ['健保特約醫療院所', '衛生福利部'],
    ['臺鐵時刻表', '交通部臺灣鐵路管理局'],
    ['農產品交易行情', '農業部'],
    ['政府電子採購網招標資料', '行政院公共工程委員會'],
    ['法務部法規資料庫', '法務部'],
  ].map(([t, o], i) =>
    X(
      7000 + i * 31,
      t,
      o,
      `${t}。`,
      `https://opendata.example-${i}.gov.tw/data.csv`.replace(
        `example-${i}`,
        [
          'dgpa',
          'gcis',
          'mohw',
          'cwa',
          'nlsc',
          'moi',
          'wra',
          'freeway',
          'cec',
          'dgbas',
          'nhi',
          'railway',
          'moa',
          'pcc',
          'moj',
        ][i],
      ),
      ['政府'],
    ),
  ),
];
const anyCsv = (name) => (r) => {
  if (!r.path.endsWith('.csv')) return undefined;
  const g = rng(r.path.length * 13 + name.length);
  return file(
    csvOf([
      ['編號', '名稱', '時間', '測項', '數值'],
      ...Array.from({ length: 220 }, (_, i) => [
        i + 1,
        `${name}${1 + (i % 20)}`,
        ago(g(30)),
        pick(g, ['PM2.5', 'PM10', 'TSP']),
        g(80),
      ]),
    ]),
    'text/csv',
    ago(3),
  );
};
const regions = ['北部空品區', '竹苗空品區', '中部空品區', '雲嘉南空品區', '高屏空品區', '宜蘭空品區', '花東空品區'];
const year = new Date().getUTCFullYear() - 1;
const history = (y, k) =>
  once(() => {
    const g = rng(y * 10 + k);
    const here = stations.filter((_, i) => Math.floor((i * 7) / stations.length) === k).slice(0, 4);
    return zip(
      Object.fromEntries(
        here.map(([, n]) => [
          `${n}_${y}.csv`,
          csvOf([
            ['測站', '日期', '測項', ...Array.from({ length: 24 }, (_, h) => String(h).padStart(2, '0'))],
            ...Array.from({ length: 365 }, (_, d) =>
              new Date(Date.UTC(y, 0, 1 + d)).toISOString().slice(0, 10),
            ).flatMap((d) =>
              ['SO2', 'CO', 'PM10', 'PM2.5', 'NOx', 'NMHC'].map((it) => [
                n,
                d,
                it,
                ...Array.from({ length: 24 }, () => g(60)),
              ]),
            ),
          ]),
        ]),
      ),
    );
  });
const archives = Object.fromEntries(
  [year, year - 1].flatMap((y) => regions.map((n, k) => [`/files/history/${y}_${k + 1}.zip`, [y, n, history(y, k)]])),
);
const air = (t, main) =>
  page({
    lang: 'zh-TW',
    title: t,
    site: '空氣品質監測網',
    nav: [
      ['首頁', '/'],
      ['歷年監測資料下載', '/CHT/Query/His_Data.aspx'],
      ['即時資料', '/CHT/Query/InsValue.aspx'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer: '<p>環境部 監測資訊司</p>',
  });
const K = (t, rows) =>
  ckan({
    packages: rows.map(([n, title]) =>
      pkg({
        name: n,
        title,
        organization: t,
        notes: title,
        license_id: 'ogdl',
        license_title: '政府資料開放授權條款-第1版',
        license_url: 'https://data.gov.tw/license',
        isopen: true,
        resources: [{ name: title, format: 'CSV', url: `https://od.cdc.gov.tw/${n}.csv` }],
      }),
    ),
    title: t,
    lang: 'zh-TW',
  });
const hosts = steady({
  'data.gov.tw': dataGovTw(catalogue),
  'data.moenv.gov.tw': platform({ origin: M, key, sets }),
  'airtw.moenv.gov.tw': site({
    '/': air('空氣品質監測網', '<p>全國空氣品質監測站即時資訊。</p><div id="map"></div>'),
    '/CHT/Query/His_Data.aspx': air(
      '歷年監測資料下載',
      `<p>各空品區測站小時值，每年一檔。</p><ul>${Object.entries(archives)
        .map(([p, [y, n]]) => `<li><a href="${p}">${y}年 ${n} (ZIP)</a></li>`)
        .join('')}</ul><p>即時及每日資料請至<a href="${M}/">環境資料開放平臺</a>。</p>`,
    ),
    '/CHT/Query/InsValue.aspx': air('即時資料', '<p>請選擇測站。</p><form></form>'),
    ...Object.fromEntries(
      Object.entries(archives).map(([p, [y, , make]]) => [p, () => file(make(), 'application/zip', `${y + 1}-03-15`)]),
    ),
  }),
  'www.moenv.gov.tw': plain(
    '環境部',
    'zh-TW',
    ['環境保護、氣候變遷、資源循環。'],
    [
      ['空氣品質監測網', 'https://airtw.moenv.gov.tw/'],
      ['環境資料開放平臺', `${M}/`],
    ],
  ),
  'mobile.moenv.gov.tw': anyCsv('檢驗站'),
  ...Object.fromEntries(
    ['taipei', 'ntpc', 'tycg', 'kcg', 'taichung', 'yunlin'].map((c) => [`data.${c}.gov.tw`, anyCsv('測點')]),
  ),
  'data.ncu.edu.tw': anyCsv('校園'),
  'bmckan.cpami.gov.tw': K('內政部', [
    ['building-permits', '建築執照'],
    ['parks', '國家公園範圍'],
  ]),
  'data.cdc.gov.tw': K('疾病管制署', [
    ['dengue-daily', '登革熱確定病例'],
    ['enterovirus', '腸病毒就診人次'],
  ]),
  'od.cdc.gov.tw': anyCsv('病例'),
  'data.fda.gov.tw': spa('食品藥物管理署資料開放平臺', 'zh-TW'),
  'data.ly.gov.tw': spa('立法院資料開放平臺', 'zh-TW'),
  'data.moa.gov.tw': spa('農業資料開放平臺', 'zh-TW'),
  'data.moi.gov.tw': spa('內政資料開放平臺', 'zh-TW'),
  'opendata.cwb.gov.tw': broken(),
  'nstatdb.dgbas.gov.tw': (r) =>
    r.path.startsWith('/dgbasall/')
      ? html(page({ lang: 'zh-TW', title: '總體統計資料庫', main: '<h1>總體統計資料庫</h1>' }))
      : undefined,
  'map.e-land.gov.tw': arcgisDirectory('/ArcGIS/rest/services', ['Yilan']),
  'www.stat.gov.tw': plain('中華民國統計資訊網', 'zh-TW', ['統計']),
  'db.cec.gov.tw': spa('選舉資料庫', 'zh-TW'),
  'law.moj.gov.tw': plain('全國法規資料庫', 'zh-TW', ['法規']),
});
export default {
  place: 'taiwan',
  category: 'pollutant-emissions',
  hosts: {
    ...hosts,
    'data.gov.tw': secure(hosts['data.gov.tw']),
    'data.moenv.gov.tw': secure(hosts['data.moenv.gov.tw']),
    'data.epa.gov.tw': alias('data.moenv.gov.tw'),
    'airtw.epa.gov.tw': alias('airtw.moenv.gov.tw'),
    'moenv.gov.tw': alias('www.moenv.gov.tw'),
  },
};
