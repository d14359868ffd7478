// Serbia: data.gov.rs (udata), Cyrillic. The Ministry of Finance's budget law as CSV a year by section, head, programme and project with description; no licence on the record.
// Lures: Belgrade, Novi Sad, Vojvodina, an NGO named after the republic; dataset pages are script shells; "licence" of the portal's code in its footer; the newest year is the second record; an execution report is not a plan.
import { csvOf, file, html, json, plain, rng, spa, steady, udata } from '../../lib.mjs';

const O = 'https://data.gov.rs';
const MF = 'Министарство финансија';
const r = rng(6);
const R = (dir, ...n) =>
  n.map(([title, f]) => ({
    title,
    format: f.split('.').pop(),
    url: `${O}/s/resources/${dir}/20251228-101500/${f}`,
    filesize: 60000,
    last_modified: '2025-12-28T10:15:00',
  }));
const plan = (y) => ({
  slug: `budzet-republike-srbije-rashodi-${y}`,
  title: `Закон о буџету Републике Србије за ${y}. годину: расходи и издаци по корисницима и програмима`,
  organization: MF,
  license: 'notspecified',
  description: `Планирани расходи и издаци буџета Републике Србије за ${y}. годину по разделима, главама, програмима и програмским активностима, са описом апропријација.`,
  tags: ['буџет', 'budzet', 'rashodi'],
  frequency: 'annual',
  created_at: `${y - 1}-12-28T10:00:00`,
  last_modified: `${y - 1}-12-28T10:15:00`,
  resources: R(
    `budzet-${y}`,
    [`Расходи и издаци ${y} (CSV)`, `rashodi-i-izdaci-${y}.csv`],
    [`Упутство`, `uputstvo-${y}.txt`],
  ),
});
const other = (slug, title, organization, description, files, o = {}) => ({
  slug,
  title,
  organization,
  license: 'cc-by',
  description,
  tags: ['буџет', 'budzet'],
  last_modified: '2026-09-01T08:00:00',
  resources: R(slug, ...files),
  ...o,
});
const datasets = [
  other(
    'budzet-grada-beograda-2026',
    'Буџет Града Београда 2026 – Србија',
    'Град Београд',
    'Планирани расходи буџета града по корисницима и програмима, са описом.',
    [['Буџет града', 'bg-budzet-2026.csv']],
  ),
  other(
    'budzet-republike-srbije-pregled',
    'Буџет Републике Србије: отворени преглед',
    'Центар за транспарентну Србију (НВО)',
    'Преглед буџета Републике Србије који је удружење приредило из медија.',
    [['Преглед', 'nvo-budzet-srbije.csv']],
    { license: 'odc-pddl' },
  ),
  plan(2024),
  plan(2026),
  plan(2025),
  other(
    'izvrsenje-budzeta-2025',
    'Извршење буџета Републике Србије 2025',
    MF,
    'Остварени расходи у 2025. години по економској класификацији.',
    [['Извршење', 'izvrsenje-2025.csv']],
    { license: 'notspecified' },
  ),
  other(
    'budzet-novi-sad-2026',
    'Одлука о буџету Града Новог Сада за 2026',
    'Град Нови Сад',
    'Расходи буџета града Новог Сада.',
    [['Буџет', 'ns-budzet-2026.csv']],
  ),
  other(
    'budzet-apv-2026',
    'Буџет Аутономне Покрајине Војводине 2026',
    'Покрајински секретаријат за финансије',
    'Расходи покрајинског буџета.',
    [['Буџет АПВ', 'apv-budzet-2026.csv']],
  ),
  ...['Општина Ада', 'Град Ниш', 'Град Суботица', 'Општина Стара Пазова', 'Град Крагујевац'].map((g, i) =>
    other(`budzet-${i}`, `Буџет – ${g}`, g, `Одлука о буџету, ${g}`, [['Буџет', `opstina-${i}.csv`]]),
  ),
  ...[
    'Регистар привредних друштава',
    'Јавне набавке',
    'Квалитет воде',
    'Избори 2023 – резултати',
    'Ред вожње',
    'Адресни регистар',
    'Здравствене установе',
    'Саобраћајне незгоде',
    'Незапосленост',
    'Квалитет ваздуха',
  ].map((t, i) => ({
    ...other(`ds-${i}`, t, ['АПР', 'Канцеларија за јавне набавке', 'СЕПА'][i % 3], t, [[t, `ds-${i}.csv`]]),
    tags: [],
  })),
];
const secs = [
  ['1', 'Народна скупштина', ['Народна скупштина – стручне службе']],
  ['12', 'Министарство унутрашњих послова', ['Дирекција полиције', 'Сектор за ванредне ситуације']],
  ['16', 'Министарство финансија', ['Пореска управа', 'Управа царина', 'Управа за трезор']],
  ['21', 'Министарство просвете', ['Основно образовање', 'Средње образовање']],
  ['24', 'Министарство здравља', ['Управа за биомедицину']],
  ['27', 'Министарство одбране', ['Војска Србије']],
  ['30', 'Министарство грађевинарства, саобраћаја и инфраструктуре', ['Дирекција за железнице']],
];
const prog = [
  'Управљање јавним финансијама',
  'Безбедност',
  'Предшколско и основно образовање',
  'Развој здравствене заштите',
  'Изградња путне инфраструктуре',
];
const budget = (y) =>
  csvOf(
    [
      [
        'Раздео',
        'Назив раздела',
        'Глава',
        'Назив главе (корисник)',
        'Шифра програма',
        'Назив програма',
        'Шифра програмске активности',
        'Назив програмске активности',
        'Економска класификација',
        'Опис',
        `Планирана апропријација ${y} (РСД)`,
      ],
      ...secs.flatMap(([c, d, hs]) =>
        hs.flatMap((h, i) =>
          Array.from({ length: 24 }, (_, k) => [
            c,
            d,
            `${c}.${i + 1}`,
            h,
            1100 + (k % 5),
            prog[k % 5],
            `000${(k % 7) + 1}`,
            `Активност ${k + 1}`,
            411 + (k % 9),
            [
              'Плате и додаци запослених',
              'Услуге по уговору',
              'Специјализоване услуге',
              'Текуће поправке и одржавање',
              'Машине и опрема',
              'Зграде и грађевински објекти',
            ][k % 6],
            1000000 + r(900000000),
          ]),
        ),
      ),
    ],
    ';',
  );
const local = (g) =>
  csvOf(
    [
      ['Раздео', 'Корисник', 'Програм', 'Опис', 'План 2026 (РСД)'],
      ...Array.from({ length: 60 }, (_, k) => [
        1 + (k % 4),
        `${g} – ${['Градска управа', 'Секретаријат за финансије', 'Секретаријат за саобраћај'][k % 3]}`,
        prog[k % 5],
        ['Плате', 'Услуге'][k % 2],
        r(90000000),
      ]),
    ],
    ';',
  );
const nvo = () =>
  csvOf(
    [
      ['Министарство', 'Програм', 'Опис', 'План 2026 (РСД)'],
      ...secs.flatMap(([, d]) => prog.map((p) => [d, p, 'процена удружења', r(900000000)])),
    ],
    ';',
  );
const exec = () =>
  csvOf(
    [
      ['Економска класификација', 'Назив', 'Извршење 2025 (РСД)'],
      ...Array.from({ length: 30 }, (_, i) => [411 + i, `Расход ${i}`, r(90000000)]),
    ],
    ';',
  );
const web = udata({ datasets, origin: O, robots: 'User-agent: *\nDisallow: /sr/admin/\nDisallow: /api/2/\n' });
const shell = (t) =>
  html(
    `<!DOCTYPE html><html lang="sr"><head><meta charset="utf-8"><title>${t}</title><meta property="og:site_name" content="Портал отворених података Републике Србије"></head><body><div id="app"></div><noscript>Омогућите JavaScript.</noscript><footer>Изворни код портала <a href="https://github.com/opendatateam/udata">udata</a> је доступан под лиценцом <a href="https://www.gnu.org/licenses/agpl-3.0.html">AGPL v3</a>. Садржај блога: <a href="https://creativecommons.org/licenses/by/4.0/deed.sr">CC BY 4.0</a>.</footer><script src="/_themes/gouvrs/app.js"></script></body></html>`,
  );
const portal = (q) => {
  const f = /^\/s\/resources\/[^/]+\/[^/]+\/(.+)$/.exec(q.path);
  if (f) {
    const y = /rashodi-i-izdaci-(\d+)/.exec(f[1])?.[1];
    const b = y
      ? budget(+y)
      : /^uputstvo/.test(f[1])
        ? null
        : /^izvr/.test(f[1])
          ? exec()
          : /^nvo/.test(f[1])
            ? nvo()
            : local(
                /^bg/.test(f[1])
                  ? 'Град Београд'
                  : /^ns/.test(f[1])
                    ? 'Град Нови Сад'
                    : /^apv/.test(f[1])
                      ? 'АП Војводина'
                      : 'Општинска управа',
              );
    return b
      ? file(b, 'text/csv', y ? `${y - 1}-12-28` : '2026-09-01')
      : file('Упутство: ; као граница поља, UTF-8.\n', 'text/plain', '2025-12-28');
  }
  const m = /^\/sr\/datasets\/r\/a(\d+)b(\d+)/.exec(q.path) ?? /^\/(?:fr|en)\/datasets\/r\/a(\d+)b(\d+)/.exec(q.path);
  if (m) return { status: 302, headers: { location: datasets[+m[1]].resources[+m[2]].url }, body: '' };
  if (q.path === '/api/1/datasets/licenses/')
    return json([
      { id: 'notspecified', title: 'Лиценца није наведена', url: null, flags: [] },
      {
        id: 'cc-by',
        title: 'Creative Commons Attribution',
        url: 'https://creativecommons.org/licenses/by/4.0/',
        flags: ['compliant_od'],
      },
      {
        id: 'odc-pddl',
        title: 'ODC PDDL',
        url: 'http://opendatacommons.org/licenses/pddl/summary/',
        flags: ['compliant_od'],
      },
    ]);
  const h = /^\/(?:sr\/|en\/|fr\/)?datasets\/([^/]+)\/?$/.exec(q.path);
  if (h) {
    const d = datasets.find((x) => x.slug === h[1]);
    return d
      ? shell(`${d.title} - Портал отворених података`)
      : html('<html><head><title>404</title></head><body><h1>404</h1></body></html>', 404);
  }
  if (q.path === '/' || /^\/(sr|en|fr)\/$/.test(q.path)) return shell('Портал отворених података Републике Србије');
  const a = web(q);
  if (a && typeof a.body === 'string') a.body = a.body.replaceAll(`${O}/fr/`, `${O}/sr/`);
  return a;
};
const S = (t) => plain(t, 'sr', [t]);
export default {
  place: 'serbia',
  category: 'government-budget',
  hosts: steady({
    'data.gov.rs': portal,
    'satelitskisnimci.rgz.gov.rs': spa('RGZ', 'sr'),
    'sdg.indikatori.rs': spa('SDG', 'sr'),
    'data.sepa.gov.rs': S('Агенција за заштиту животне средине'),
    'opendata.mpn.gov.rs': S('Отворени подаци МП'),
    'opendata.stat.gov.rs': spa('OData', 'sr'),
    'data.stat.gov.rs': spa('Дисеминациона база', 'sr'),
    'www.mfin.gov.rs': plain(
      'Министарство финансија',
      'sr',
      ['Добродошли на сајт министарства.'],
      [
        ['Почетна', '/'],
        ['О министарству', '/o-ministarstvu'],
      ],
    ),
  }),
};
