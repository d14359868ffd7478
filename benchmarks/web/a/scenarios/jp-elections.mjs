// Japan: www.soumu.go.jp/senkyo (Ministry of Internal Affairs) publishes XLSX by prefecture and constituency and says that it publishes nothing by polling district: a true No.
// Lures: Osaka's and Sapporo's complete files by polling district on the national CKAN (data.e-gov.go.jp, under /data), a party's and a newspaper's lists.
import { ckan, csvOf, emptyHub, esc, file, html, json, page, pkg, plain, rng, site, steady, xlsx } from '../../lib.mjs';

const r = rng(21);
const S = 'https://www.soumu.go.jp';
const _E = 'https://data.e-gov.go.jp/data';
const cc = {
  license_id: 'cc-by-40',
  license_title: 'クリエイティブ・コモンズ 表示 4.0 国際',
  license_url: 'https://creativecommons.org/licenses/by/4.0/deed.ja',
  isopen: true,
};
const P = (name, title, organization, resources, notes = title, tags = []) =>
  pkg({ name, title, notes, organization, ...cc, tags, metadata_modified: '2026-04-01T00:00:00', resources });
const X = 'XLSX';
const packages = [
  ...[
    ['osaka', '大阪市'],
    ['sapporo', '札幌市'],
    ['yokohama', '横浜市'],
    ['fukuoka', '福岡市'],
  ].map(([h, c], _i) =>
    P(
      `local-${h}-senkyo`,
      `第51回衆議院議員総選挙 投票区別開票結果`,
      c,
      [
        {
          name: '投票区別開票結果(CSV)',
          format: 'CSV',
          url: `https://data.city.${h}.lg.jp/senkyo/r8_shugiin_tohyoku.csv`,
        },
      ],
      `令和8年2月8日執行の衆議院議員総選挙について、日本の選挙の投票区ごとの候補者別得票数、当日有権者数、無効投票数、白票数を公開しています(${c}選挙管理委員会)。`,
      ['選挙', '開票結果', '投票区', 'elections', 'votes', 'election results by polling station'],
    ),
  ),
  P(
    'soumu-shugiin51',
    '第51回衆議院議員総選挙・最高裁判所裁判官国民審査 結果',
    '総務省',
    [
      { name: '小選挙区 候補者別得票数', format: X, url: `${S}/main_content/001051001.xlsx` },
      {
        name: '都道府県別有権者数・投票者数・有効投票数・無効投票数',
        format: X,
        url: `${S}/main_content/001051002.xlsx`,
      },
    ],
    '衆議院議員総選挙の結果(都道府県別・選挙区別)',
    ['選挙', '衆議院', 'elections', 'votes', 'election results'],
  ),
  P(
    'soumu-sangiin27',
    '第27回参議院議員通常選挙 結果',
    '総務省',
    [{ name: '候補者別得票数(選挙区)', format: X, url: `${S}/main_content/001027001.xlsx` }],
    '参議院議員通常選挙の結果(都道府県別)',
    ['選挙', '参議院', 'elections', 'election results'],
  ),
  P(
    'soumu-touhyouritsu',
    '国政選挙における投票率の推移',
    '総務省',
    [{ name: '投票率', format: X, url: `${S}/main_content/000100001.xlsx` }],
    '衆議院・参議院選挙の投票率の推移',
    ['選挙'],
  ),
  P(
    'asahi-senkyo',
    '衆議院選挙 全国開票速報データ',
    '株式会社日本新聞データ',
    [{ name: '速報', format: 'CSV', url: 'https://data.city.osaka.lg.jp/senkyo/sokuho.csv' }],
    '新聞社による開票速報(推計)',
    ['選挙'],
  ),
  P(
    'seito-kouho',
    '日本民主未来党 候補者一覧',
    '政党交付金広報',
    [{ name: '候補者', format: 'CSV', url: 'https://data.city.osaka.lg.jp/senkyo/kouho.csv' }],
    '政党の候補者一覧',
    ['選挙'],
  ),
  ...[
    '人口推計',
    '家計調査',
    '法人企業統計',
    '国勢調査',
    '気象観測データ',
    '河川水質',
    '公共交通',
    '予算書・決算書',
    '医療施設調査',
    '法令データ',
    '全国都市交通特性調査',
    '住宅・土地統計',
    '労働力調査',
    '大気汚染物質広域監視',
  ].map((t, i) =>
    P(`ds-${i}`, t, ['総務省', '厚生労働省', '国土交通省', '環境省'][i % 4], [
      { name: t, format: X, url: `${S}/main_content/x${i}.xlsx` },
    ]),
  ),
];
// e-Gov's CKAN analyses Japanese into words, all of which must occur; the library's words would be whole runs
const seg = new Intl.Segmenter('ja', { granularity: 'word' });
const grams = (s) =>
  new Set(
    [
      ...seg.segment(
        String(s ?? '')
          .normalize('NFKC')
          .toLowerCase(),
      ),
    ]
      .filter((w) => w.isWordLike)
      .map((w) => w.segment),
  );
const bags = packages.map((p) => ({
  p,
  t: grams(p.title),
  a: grams(`${p.notes} ${p.organization.title} ${p.tags.map((x) => x.name).join(' ')}`),
}));
const find = (q) => {
  const g = [...grams(q)];
  if (!g.length || q === '*:*') return packages;
  return bags
    .map(({ p, t, a }) => ({
      p,
      n: g.filter((x) => t.has(x) || a.has(x)).length,
      s: g.reduce((k, x) => k + (t.has(x) ? 4 : 0) + (a.has(x) ? 1 : 0), 0),
    }))
    .filter((x) => x.n === g.length)
    .sort((x, y) => y.s - x.s)
    .map((x) => x.p);
};
const search = (q) => {
  if (q.path === '/data/api/3/action/package_search') {
    const f = find(q.q.get('q') ?? '*:*'),
      s = Number(q.q.get('start') ?? 0),
      n = Number(q.q.get('rows') ?? 10);
    return json({
      help: '',
      success: true,
      result: { count: f.length, facets: {}, results: f.slice(s, s + n), sort: 'score desc', search_facets: {} },
    });
  }
  if (/^\/data\/(?:ja\/|en\/)?dataset\/?$/.test(q.path)) {
    const f = find(q.q.get('q') ?? '*:*');
    return html(
      page({
        lang: 'ja',
        title: 'データセット',
        site: 'e-Govデータポータル',
        main: `<h1>${f.length} 件のデータセット</h1><ul class="dataset-list">${f
          .slice(0, 20)
          .map(
            (k) =>
              `<li class="dataset-item"><h2 class="dataset-heading"><a href="/data/dataset/${k.name}">${esc(k.title)}</a></h2><div>${esc(k.notes)}</div></li>`,
          )
          .join('')}</ul>`,
      }),
    );
  }
  return undefined;
};
const portal = ckan({
  packages,
  apis: ['/data/api/3'],
  base: '/data',
  lang: 'ja',
  title: 'e-Govデータポータル',
  robots: 'User-agent: *\nDisallow: /data/user/\n',
  extra: search,
  words: {
    data: 'データとリソース',
    licence: 'ライセンス',
    download: 'ダウンロード',
    org: '組織',
    datasets: 'データセット',
  },
});
const pref = [
  '北海道',
  '青森県',
  '岩手県',
  '宮城県',
  '秋田県',
  '山形県',
  '福島県',
  '茨城県',
  '栃木県',
  '群馬県',
  '埼玉県',
  '千葉県',
  '東京都',
  '神奈川県',
  '新潟県',
  '富山県',
  '石川県',
  '福井県',
  '山梨県',
  '長野県',
  '岐阜県',
  '静岡県',
  '愛知県',
  '三重県',
  '滋賀県',
  '京都府',
  '大阪府',
  '兵庫県',
  '奈良県',
  '和歌山県',
  '鳥取県',
  '島根県',
  '岡山県',
  '広島県',
  '山口県',
  '徳島県',
  '香川県',
  '愛媛県',
  '高知県',
  '福岡県',
  '佐賀県',
  '長崎県',
  '熊本県',
  '大分県',
  '宮崎県',
  '鹿児島県',
  '沖縄県',
];
const parties = ['自由民主党', '立憲民主党', '日本維新の会', '国民民主党', '日本共産党', '無所属'];
const cand = (t) =>
  xlsx({
    候補者別得票数: [
      [t],
      ['(総務省自治行政局選挙部)'],
      ['都道府県', '選挙区', '候補者氏名', '党派名', '得票数', '当落'],
      ...pref.flatMap((p, i) =>
        [1, 2].flatMap((k) =>
          parties
            .slice(0, 3)
            .map((s, j) => [
              p,
              `第${k}区`,
              `${['佐藤', '鈴木', '高橋', '田中'][(i + j) % 4]} ${['一郎', '花子', '健'][(i + k) % 3]}`,
              s,
              20000 + r(90000),
              j ? '' : '当',
            ]),
        ),
      ),
    ],
  });
const totals = (t) =>
  xlsx({
    都道府県別: [
      [t],
      ['都道府県', '当日有権者数', '投票者数', '投票率(%)', '有効投票数', '無効投票数', '不受理'],
      ...pref.map((p) => {
        const e = 500000 + r(5000000),
          v = Math.round(e * 0.55),
          n = 9000 + r(30000);
        return [p, e, v, 55.1, v - n, n, r(20)];
      }),
    ],
  });
const local = (city) =>
  csvOf([
    ['選挙名', '投票区', '投票所名', '候補者', '党派', '得票数', '当日有権者数', '投票者数', '無効投票数', '白票数'],
    ...Array.from({ length: 240 }, (_, i) => [
      '第51回衆議院議員総選挙 小選挙区選出議員選挙',
      `第${1 + Math.floor(i / 3)}投票区`,
      `${city}立第${1 + Math.floor(i / 3)}小学校`,
      ['佐藤 一郎', '鈴木 花子', '高橋 健'][i % 3],
      parties[i % 3],
      200 + r(900),
      3200 + i,
      1800,
      30 + r(9),
      11 + r(6),
    ]),
  ]);
const nav = [
  ['総務省トップ', '/'],
  ['選挙・政治資金', '/senkyo/'],
  ['統計情報', '/toukei/'],
];
const Q = (t, m) =>
  page({
    lang: 'ja',
    title: t,
    site: '総務省',
    nav,
    main: `<h1>${t}</h1>${m}`,
    footer:
      '<p>Copyright © 2026 Ministry of Internal Affairs and Communications</p><p><a href="/menu_kyotsuu/policy/tyosaku.html">著作権について</a></p>',
  });
const note =
  '<p>総務省が公表している選挙結果は都道府県別及び選挙区別の集計のみです。投票区別・投票所別の結果は集計しておらず、公表していません。</p>';
const soumu = site(
  {
    '/': Q('総務省', '<ul><li><a href="/senkyo/">選挙・政治資金</a></li><li><a href="/toukei/">統計情報</a></li></ul>'),
    '/senkyo/': Q(
      '選挙・政治資金',
      '<h2>選挙結果</h2><ul><li><a href="/senkyo/senkyo_s/data/shugiin51/index.html">第51回衆議院議員総選挙(令和8年2月8日執行)結果</a></li><li><a href="/senkyo/senkyo_s/data/sangiin27/index.html">第27回参議院議員通常選挙(令和7年7月20日執行)結果</a></li></ul><ul><li><a href="/senkyo/seiji_s/">政治資金</a></li><li><a href="/senkyo/senkyo_s/naruhodo/">なるほど!選挙</a></li></ul>',
    ),
    '/senkyo/senkyo_s/data/shugiin51/index.html': Q(
      '第51回衆議院議員総選挙・最高裁判所裁判官国民審査 結果調',
      `<p>令和8年2月8日執行</p><ul><li><a href="/main_content/001051001.xlsx">小選挙区 候補者別得票数(Excel)</a></li><li><a href="/main_content/001051002.xlsx">都道府県別有権者数・投票者数・有効投票数・無効投票数(Excel)</a></li></ul>${note}`,
    ),
    '/senkyo/senkyo_s/data/sangiin27/index.html': Q(
      '第27回参議院議員通常選挙 結果調',
      `<p>令和7年7月20日執行</p><ul><li><a href="/main_content/001027001.xlsx">選挙区 候補者別得票数(Excel)</a></li><li><a href="/main_content/001027002.xlsx">都道府県別有権者数・投票者数・有効投票数・無効投票数(Excel)</a></li></ul>${note}`,
    ),
    '/senkyo/seiji_s/': Q('政治資金', '<p>政治資金収支報告書</p>'),
    '/senkyo/senkyo_s/naruhodo/': Q('なるほど!選挙', '<p>選挙の仕組み</p>'),
    '/toukei/': Q('統計情報', '<p>統計</p>'),
    '/menu_kyotsuu/policy/tyosaku.html': Q(
      '著作権について',
      '<p>当ホームページで公開している情報は、公共データ利用規約(第1.0版)に基づき利用できます。</p>',
    ),
    '*': (q) => {
      const m = /^\/main_content\/(\w+)\.xlsx$/.exec(q.path);
      if (!m) return undefined;
      const t = m[1].startsWith('001027')
        ? '第27回参議院議員通常選挙(令和7年7月20日執行)'
        : '第51回衆議院議員総選挙(令和8年2月8日執行)';
      const b =
        m[1].startsWith('x') || m[1] === '000100001'
          ? xlsx({
              Sheet1: [
                ['年', '投票率(%)'],
                [2021, 55.9],
                [2024, 53.8],
                [2026, 56.2],
              ],
            })
          : m[1].endsWith('1')
            ? cand(`${t} 候補者別得票数`)
            : totals(`${t} 都道府県別投票結果`);
      return file(b, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '2026-03-10');
    },
  },
  { robots: 'User-agent: *\nDisallow: /cgi-bin/\n' },
);
const city = (c) => (q) =>
  /tohyoku\.csv$/.test(q.path)
    ? file(local(c), 'text/csv', '2026-03-01')
    : /\.csv$/.test(q.path)
      ? file(
          csvOf([
            ['候補者', '党派', '得票数'],
            ['佐藤 一郎', '自由民主党', 81000],
            ['鈴木 花子', '立憲民主党', 70500],
          ]),
          'text/csv',
          '2026-02-09',
        )
      : undefined;
const P1 = (t) => plain(t, 'ja', [t]);
export default {
  place: 'japan',
  category: 'election-results',
  hosts: steady({
    'data.e-gov.go.jp': portal,
    'www.soumu.go.jp': soumu,
    'data.city.osaka.lg.jp': city('大阪市'),
    'data.city.sapporo.lg.jp': city('札幌市'),
    'data.city.yokohama.lg.jp': city('横浜市'),
    'data.city.fukuoka.lg.jp': city('福岡市'),
    'dataset.address-br.digital.go.jp': emptyHub('アドレス・ベース・レジストリ', 'ja'),
    'geoportal.env.go.jp': emptyHub('環境省', 'ja'),
    'open.fude.maff.go.jp': emptyHub('筆ポリゴン公開サイト', 'ja'),
    'data.env.go.jp': ckan({
      packages: [pkg({ name: 'taiki', title: '大気環境', organization: '環境省' })],
      title: '環境省データポータル',
      lang: 'ja',
    }),
    'www.e-stat.go.jp': P1('政府統計の総合窓口 e-Stat'),
    'data.e-stat.go.jp': P1('統計LOD'),
    'disaportal.gsi.go.jp': P1('ハザードマップポータルサイト'),
    'maps.gsi.go.jp': P1('地理院地図'),
    'nlftp.mlit.go.jp': site({
      '/isj/': page({ lang: 'ja', title: '位置参照情報', main: '<h1>位置参照情報ダウンロードサービス</h1>' }),
      '/ksj/': page({ lang: 'ja', title: '国土数値情報', main: '<h1>国土数値情報ダウンロードサイト</h1>' }),
    }),
    'plateauview.mlit.go.jp': P1('PLATEAU VIEW'),
  }),
};
