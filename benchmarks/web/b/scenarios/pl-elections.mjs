// Poland: wybory.gov.pl, Polish. The president's election of 2025 (the last national one) and the Sejm's of 2023 by polling district, CSV in ZIP; columns of the Commission's protocols.
// Lures: files by voivodeship listed first and the national one a click deeper; local elections of 2024 and a referendum beside; a newspaper's exit poll and Warsaw's on dane.gov.pl; copyright notice, code under MIT.
import { csvOf, file, json, page, plain, rng, site, spa, steady, text, zip } from '../../lib.mjs';

const W = 'https://wybory.gov.pl';
const r = rng(41);
const woj = [
  'dolnośląskie',
  'kujawsko-pomorskie',
  'lubelskie',
  'lubuskie',
  'łódzkie',
  'małopolskie',
  'mazowieckie',
  'opolskie',
  'podkarpackie',
  'podlaskie',
  'pomorskie',
  'śląskie',
  'świętokrzyskie',
  'warmińsko-mazurskie',
  'wielkopolskie',
  'zachodniopomorskie',
];
const cand = {
  prezydent2025: ['NAWROCKI Karol Tadeusz', 'TRZASKOWSKI Rafał Kazimierz'],
  sejmsenat2023: [
    'KOMITET WYBORCZY PRAWO I SPRAWIEDLIWOŚĆ',
    'KOALICYJNY KOMITET WYBORCZY KOALICJA OBYWATELSKA',
    'TRZECIA DROGA',
    'NOWA LEWICA',
    'KONFEDERACJA',
  ],
  samorzad2024: ['KWW RAZEM DLA GMINY', 'KWW NASZE MIASTO'],
};
const head = (c) => [
  'Nr komisji',
  'Gmina',
  'Teryt Gminy',
  'Powiat',
  'Teryt Powiatu',
  'Województwo',
  'Siedziba',
  'Typ obwodu',
  'Typ obszaru',
  'Liczba kart do głosowania otrzymanych przez obwodową komisję wyborczą',
  'Liczba wyborców uprawnionych do głosowania (umieszczonych w spisie, z uwzględnieniem dodatkowych formularzy) w chwili zakończenia głosowania',
  'Liczba niewykorzystanych kart do głosowania',
  'Liczba wyborców, którym wydano karty do głosowania w lokalu wyborczym',
  'Liczba kart wyjętych z urny',
  'Liczba kart nieważnych (bez pieczęci obwodowej komisji wyborczej lub inne niż urzędowo ustalone)',
  'Liczba kart ważnych',
  'Liczba głosów nieważnych (z kart ważnych)',
  'W tym z powodu postawienia znaku „X” obok nazwiska dwóch lub większej liczby kandydatów',
  'W tym z powodu niepostawienia znaku „X” obok nazwiska żadnego kandydata (puste)',
  'Liczba głosów ważnych oddanych łącznie na wszystkich kandydatów (z kart ważnych)',
  ...c,
];
const per = (key, only) =>
  csvOf(
    [
      head(cand[key]),
      ...woj.flatMap((w, i) =>
        only !== undefined && only !== i
          ? []
          : Array.from({ length: 30 }, (_, k) => {
              const v = cand[key].map(() => 60 + r(400)),
                s = v.reduce((a, b) => a + b, 0),
                x = 2 + r(6),
                b = 1 + r(5);
              return [
                1 + k,
                `gm. ${w} ${1 + (k % 10)}`,
                20000 + i * 100 + k,
                `pow. ${w} ${1 + (k % 5)}`,
                2000 + i,
                w,
                `Szkoła Podstawowa nr ${1 + k}, ul. Szkolna ${k + 1}`,
                'stały',
                k % 2 ? 'miasto' : 'wieś',
                s + 400,
                s + x + b + 300,
                200,
                s + x + b,
                s + x + b,
                0,
                s + x + b,
                x + b,
                x,
                b,
                s,
                ...v,
              ];
            }),
      ),
    ],
    ';',
  );
const zipOf = (key, name, only) =>
  file(
    zip({ [`${name}.csv`]: per(key, only) }),
    'application/zip',
    key === 'prezydent2025' ? '2025-06-16' : key === 'sejmsenat2023' ? '2023-10-30' : '2024-04-30',
  );
const nav = [
  ['Wybory i referenda', '/'],
  ['Kontakt', '/kontakt'],
];
const foot = '<p>© Państwowa Komisja Wyborcza. Wszelkie prawa zastrzeżone. Kod źródłowy serwisu: licencja MIT.</p>';
const P = (t, m) =>
  page({ lang: 'pl', title: t, site: 'Państwowa Komisja Wyborcza', nav, main: `<h1>${t}</h1>${m}`, footer: foot });
const E = {
  prezydent2025: ['Wybory Prezydenta Rzeczypospolitej Polskiej 2025', 'głosowanie ponowne 1 czerwca 2025 r.'],
  sejmsenat2023: ['Wybory do Sejmu i Senatu Rzeczypospolitej Polskiej 2023', '15 października 2023 r.'],
  samorzad2024: ['Wybory samorządowe 2024', '7 kwietnia 2024 r.'],
};
const routes = {
  '/': P(
    'Wybory i referenda',
    `<ul>${['samorzad2024', 'referendum2023', 'prezydent2025', 'sejmsenat2023'].map((k) => `<li><a href="/${k}/pl/">${E[k]?.[0] ?? 'Referendum ogólnokrajowe 2023'}</a></li>`).join('')}</ul>`,
  ),
  '/kontakt': P('Kontakt', '<p>ul. Wiejska 10, Warszawa</p>'),
  '/referendum2023/pl/': P(
    'Referendum ogólnokrajowe 2023',
    '<p>Frekwencja 40,91%. Wyniki: <a href="/referendum2023/data/csv/wyniki_po_obwodach_csv.zip">wyniki po obwodach (CSV)</a></p>',
  ),
  '*': (q) => {
    if (q.path === '/referendum2023/data/csv/wyniki_po_obwodach_csv.zip')
      return file(
        zip({
          'wyniki.csv': csvOf(
            [
              ['Nr komisji', 'Województwo', 'Pytanie 1 TAK', 'Pytanie 1 NIE'],
              ...woj.map((w, i) => [i, w, r(90), r(900)]),
            ],
            ';',
          ),
        }),
        'application/zip',
        '2023-10-20',
      );
    const m = /^\/(\w+)\/data\/csv\/protokoly_(po_obwodach|wojewodztwo_(\d+))_utf8\.zip$/.exec(q.path);
    return m && cand[m[1]] ? zipOf(m[1], `protokoly_${m[2]}_utf8`, m[3] === undefined ? undefined : +m[3]) : undefined;
  },
};
for (const [k, [t, d]] of Object.entries(E)) {
  routes[`/${k}/pl/`] = P(
    t,
    `<p>${d}</p><p>Wyniki ogólnopolskie</p><table><tr><th>Kandydat / komitet</th><th>% głosów</th></tr>${cand[k].map((c, i) => `<tr><td>${c}</td><td>${[50.89, 49.11, 14.4, 8.6, 7.2][i]}</td></tr>`).join('')}</table><ul><li><a href="/${k}/pl/frekwencja">Frekwencja</a></li><li><a href="/${k}/pl/dane_w_arkuszach">Dane w arkuszach</a></li></ul>`,
  );
  routes[`/${k}/pl/frekwencja`] = P(`${t}: frekwencja`, '<p>Frekwencja: 71,63%</p>');
  routes[`/${k}/pl/dane_w_arkuszach`] = P(
    `${t}: dane w arkuszach`,
    `<h2>Wyniki głosowania według województw</h2><ul>${woj.map((w, i) => `<li><a href="/${k}/data/csv/protokoly_wojewodztwo_${i}_utf8.zip">Wyniki po obwodach, województwo ${w} (CSV, ZIP)</a></li>`).join('')}</ul><p><a href="/${k}/pl/dane_w_arkuszach/cala_polska">Cała Polska</a></p>`,
  );
  routes[`/${k}/pl/dane_w_arkuszach/cala_polska`] = P(
    `${t}: dane w arkuszach, cała Polska`,
    `<ul><li><a href="/${k}/data/csv/protokoly_po_obwodach_utf8.zip">Wyniki głosowania po obwodach, cała Polska (CSV, ZIP)</a></li></ul><p>${d}</p>`,
  );
}
const dane = [
  ['Wyniki wyborów prezydenckich 2025 w Warszawie według obwodów', 'Urząd m.st. Warszawy', 'warszawa'],
  ['Exit poll: wybory 2025 w Polsce', 'Gazeta Codzienna sp. z o.o.', 'exitpoll'],
  ['Wyniki wyborów do rady dzielnicy', 'Gmina Miasto Kraków', 'krakow'],
  ['Wyniki wyborów rektora', 'Uniwersytet Łódzki', 'rektor'],
  ['Budżet partycypacyjny: wyniki głosowania', 'Miasto Gdańsk', 'bo'],
];
const attr = ([t, o, k], i) => ({
  type: 'dataset',
  id: String(3000 + i),
  attributes: {
    title: t,
    notes: t,
    slug: k,
    url: `https://dane.gov.pl/pl/dataset/${3000 + i},${k}`,
    license_name: 'CC BY 4.0',
    license_condition_source: true,
    update_frequency: 'yearly',
    modified: '2025-07-01T10:00:00Z',
    formats: ['csv'],
    institution: { title: o },
  },
  relationships: {
    institution: { data: { type: 'institution', id: String(i) } },
    resources: { links: { related: `https://api.dane.gov.pl/1.4/datasets/${3000 + i}/resources` }, meta: { count: 1 } },
  },
});
const w2 = (s) =>
  s
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((x) => x.length > 2);
const api = (q) => {
  if (q.path === '/robots.txt') return text('User-agent: *\nDisallow:\n');
  if (/^\/1\.4\/(datasets|search)\/?$/.test(q.path)) {
    const ws = w2(q.q.get('q') ?? '');
    const f = dane
      .map(attr)
      .filter((d) => ws.every((w) => w2(d.attributes.title).some((x) => x.startsWith(w.slice(0, 5)))));
    return json({ data: f, meta: { count: f.length, page: 1 }, jsonapi: { version: '1.0' } });
  }
  const m = /^\/1\.4\/datasets\/(\d+)/.exec(q.path);
  const d = m && dane[m[1] - 3000];
  if (!d) return undefined;
  return q.path.includes('/resources')
    ? json({
        data: [
          {
            type: 'resource',
            id: '1',
            attributes: {
              title: d[0],
              format: 'csv',
              csv_download_url: `https://api.dane.gov.pl/media/${d[2]}.csv`,
              download_url: `https://api.dane.gov.pl/media/${d[2]}.csv`,
              link: `https://api.dane.gov.pl/media/${d[2]}.csv`,
            },
          },
        ],
        meta: { count: 1 },
      })
    : json({ data: attr(d, m[1] - 3000) });
};
const media = (q) =>
  /^\/media\/warszawa/.test(q.path)
    ? file(per('prezydent2025', 6), 'text/csv', '2025-07-01')
    : /^\/media\//.test(q.path)
      ? file(
          csvOf(
            [
              ['Kandydat', 'Głosy %'],
              ['NAWROCKI Karol', 50.3],
              ['TRZASKOWSKI Rafał', 49.7],
            ],
            ';',
          ),
          'text/csv',
          '2025-06-01',
        )
      : api(q);
const S = (t) => plain(t, 'pl', [t]);
export default {
  place: 'poland',
  category: 'election-results',
  hosts: steady({
    'wybory.gov.pl': site(routes, { robots: 'User-agent: *\nDisallow:\n' }),
    'www.wybory.gov.pl': (q) => ({ status: 301, headers: { location: W + q.path }, body: '' }),
    'dane.gov.pl': (q) => (q.path.startsWith('/media') ? media(q) : spa('Otwarte Dane', 'pl')(q)),
    'api.dane.gov.pl': media,
    'pkw.gov.pl': plain(
      'PKW',
      'pl',
      ['Państwowa Komisja Wyborcza'],
      [['Wybory i referenda', 'https://wybory.gov.pl/']],
    ),
    'danepubliczne.imgw.pl': S('Dane publiczne IMGW'),
    'dbw.stat.gov.pl': spa('DBW', 'pl'),
    'api.stat.gov.pl': S('Portal API GUS'),
    'api.nbp.pl': S('NBP Web API'),
    'bdl.stat.gov.pl': spa('BDL', 'pl'),
  }),
};
