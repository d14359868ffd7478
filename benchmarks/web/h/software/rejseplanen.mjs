// Rejseplanen's GTFS of all Danish public transport (agencies, stops, calendar of the next months, trips with times), and the pages of a help centre (Zendesk). Stations are real, lines and times are made up.
import { ago, csv, esc, html, page, rng, text, zip } from '../../lib.mjs';
import { once } from '../../software/common.mjs';

const agencies = [
  ['DSB', 'https://www.dsb.dk', 2],
  ['DSB S-tog', 'https://www.dsb.dk', 109],
  ['Metro', 'https://www.m.dk', 1],
  ['Lokaltog', 'https://www.lokaltog.dk', 2],
  ['GoCollective', 'https://www.gocollective.dk', 2],
  ['Movia', 'https://www.moviatrafik.dk', 3],
  ['FynBus', 'https://www.fynbus.dk', 3],
  ['Sydtrafik', 'https://www.sydtrafik.dk', 3],
  ['Midttrafik', 'https://www.midttrafik.dk', 3],
  ['NT', 'https://www.nordjyllandstrafikselskab.dk', 3],
  ['BAT', 'https://www.bat.dk', 3],
  ['Molslinjen', 'https://www.molslinjen.dk', 4],
];
const stations = [
  ['København H', 55.6727, 12.5646],
  ['Københavns Lufthavn', 55.6295, 12.6494],
  ['Roskilde St.', 55.6391, 12.0888],
  ['Ringsted St.', 55.4386, 11.7867],
  ['Næstved St.', 55.2325, 11.7672],
  ['Nykøbing F St.', 54.7641, 11.8777],
  ['Korsør St.', 55.3399, 11.1634],
  ['Odense St.', 55.4017, 10.3867],
  ['Svendborg St.', 55.0602, 10.6117],
  ['Middelfart St.', 55.4976, 9.7385],
  ['Fredericia St.', 55.5661, 9.7441],
  ['Kolding St.', 55.4909, 9.4826],
  ['Vejle St.', 55.7067, 9.5379],
  ['Horsens St.', 55.8627, 9.8352],
  ['Aarhus H', 56.1502, 10.2047],
  ['Randers St.', 56.4625, 10.0364],
  ['Hobro St.', 56.6425, 9.7825],
  ['Aalborg St.', 57.0429, 9.9176],
  ['Hjørring St.', 57.4567, 9.9885],
  ['Frederikshavn St.', 57.4389, 10.5366],
  ['Herning St.', 56.1333, 8.9761],
  ['Holstebro St.', 56.3575, 8.6203],
  ['Struer St.', 56.4911, 8.5883],
  ['Esbjerg St.', 55.4672, 8.4592],
  ['Sønderborg St.', 54.9136, 9.7822],
  ['Rønne Havn', 55.1006, 14.6889],
];
const hm = (m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}:00`;
const day = (n) => ago(n).replaceAll('-', '');
export const made = ago(4);
export const gtfs = once(() => {
  const r = rng(1998);
  const stops = stations.flatMap(([name, lat, lon], i) => [
    [8600000 + i * 13, '', name, '', (lat + 0).toFixed(6), (lon + 0).toFixed(6), 0, '', ''],
    ...Array.from({ length: 14 }, (_, k) => [
      751000000 + i * 100 + k,
      '',
      `${name.replace(/ (St\.|H)$/, '')} ${['Skole', 'Rådhus', 'Sygehus', 'Bibliotek', 'Torvet', 'Kirke', 'Havn', 'Industrivej', 'Parkvej', 'Nørregade', 'Søndergade', 'Vestergade', 'Østergade', 'Idrætscenter'][k]}`,
      '',
      (lat + (r(80) - 40) / 1000).toFixed(6),
      (lon + (r(120) - 60) / 1000).toFixed(6),
      0,
      '',
      '',
    ]),
  ]);
  const routes = agencies.flatMap(([, , type], a) =>
    Array.from({ length: type === 3 ? 24 : 6 }, (_, k) => [
      `${a + 1}_${k + 1}`,
      a + 1,
      type === 2
        ? ['IC', 'ICL', 'RE', 'R', 'L', 'IB'][k]
        : type === 109
          ? 'ABCEFH'[k]
          : type === 1
            ? `M${1 + (k % 4)}`
            : `${10 + a * 40 + k}`,
      `${stations[(a * 5 + k) % stations.length][0]} - ${stations[(a * 5 + k * 3 + 7) % stations.length][0]}`,
      type,
    ]),
  );
  const trips = [];
  const times = [];
  for (let i = 0; i < 4200; i++) {
    const route = routes[i % routes.length];
    trips.push([route[0], 1 + r(3), 100000 + i, stations[r(stations.length)][0], '', i % 2, '']);
    let m = 285 + r(1080);
    const from = r(stops.length - 20);
    for (let k = 0; k < 9; k++) {
      const wait = k && route[4] === 2 ? 1 + r(3) : 0;
      times.push([100000 + i, hm(m), hm(m + wait), stops[from + k * 2][0], k, 0, 0]);
      m += wait + (route[4] === 3 ? 3 + r(5) : 9 + r(14));
    }
  }
  const t = (rows) => csv(rows, ',', false);
  return zip({
    'agency.txt': t([
      ['agency_id', 'agency_name', 'agency_url', 'agency_timezone', 'agency_lang'],
      ...agencies.map(([n, u], i) => [i + 1, n, u, 'Europe/Berlin', 'da']),
    ]),
    'attributions.txt': t([
      ['attribution_id', 'organization_name', 'attribution_url', 'is_producer', 'is_operator', 'is_authority'],
      ['rp', 'Rejseplanen', 'https://www.rejseplanen.dk', 1, '', ''],
    ]),
    'calendar.txt': t([
      [
        'service_id',
        'monday',
        'tuesday',
        'wednesday',
        'thursday',
        'friday',
        'saturday',
        'sunday',
        'start_date',
        'end_date',
      ],
      [1, 1, 1, 1, 1, 1, 0, 0, day(4), day(-86)],
      [2, 0, 0, 0, 0, 0, 1, 0, day(4), day(-86)],
      [3, 0, 0, 0, 0, 0, 0, 1, day(4), day(-86)],
    ]),
    'routes.txt': t([['route_id', 'agency_id', 'route_short_name', 'route_long_name', 'route_type'], ...routes]),
    'stops.txt': t([
      [
        'stop_id',
        'stop_code',
        'stop_name',
        'stop_desc',
        'stop_lat',
        'stop_lon',
        'location_type',
        'parent_station',
        'platform_code',
      ],
      ...stops,
    ]),
    'trips.txt': t([
      ['route_id', 'service_id', 'trip_id', 'trip_headsign', 'trip_short_name', 'direction_id', 'shape_id'],
      ...trips,
    ]),
    'stop_times.txt': t([
      ['trip_id', 'arrival_time', 'departure_time', 'stop_id', 'stop_sequence', 'pickup_type', 'drop_off_type'],
      ...times,
    ]),
  });
});
/** A Zendesk help centre: categories hold sections, sections hold articles; articles: [id, slug, title, body, updated] */
export const zendesk = ({ origin, lang, name, sections }) => {
  const url = (kind, [id, slug]) => `/hc/${lang}/${kind}/${id}-${slug}`;
  const all = sections.flatMap((s) => s.articles.map((a) => ({ s, a })));
  const frame = (t, main) =>
    html(
      page({
        lang,
        title: t,
        site: name,
        nav: [[name, `/hc/${lang}`]],
        main: `<h1>${esc(t)}</h1>${main}`,
        footer: `<p><a href="/hc/${lang}">${esc(name)}</a> · <a href="https://www.zendesk.com/service/help-center/">Powered by Zendesk</a></p>`,
      }),
    );
  const list = (l) =>
    `<ul class="article-list">${l.map((a) => `<li><a href="${url('articles', a)}" class="article-list-link">${esc(a[2])}</a></li>`).join('')}</ul>`;
  return (r) => {
    if (r.path === '/robots.txt')
      return text(
        `User-agent: *\nDisallow: /access\nDisallow: /auth\nDisallow: /hc/*/requests\nDisallow: /hc/*/search\nDisallow: /hc/*/signin\nSitemap: ${origin}/hc/sitemap.xml\n`,
      );
    if (r.path === '/' || r.path === '/hc')
      return { status: 302, headers: { location: `${origin}/hc/${lang}` }, body: '' };
    if (r.path === '/hc/sitemap.xml')
      return text(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${all.map(({ a }) => `<url><loc>${origin}${url('articles', a)}</loc><lastmod>${a[4]}</lastmod></url>`).join('')}</urlset>`,
        'application/xml',
      );
    if (r.path.replace(/\/$/, '') === `/hc/${lang}`)
      return frame(
        name,
        sections
          .map(
            (s) =>
              `<section><h2><a href="${url('sections', s.id)}">${esc(s.title)}</a></h2>${list(s.articles)}</section>`,
          )
          .join(''),
      );
    const m = /^\/hc\/[\w-]+\/(sections|articles|categories)\/(\d+)/.exec(r.path);
    if (!m) return undefined;
    if (m[1] === 'articles') {
      const x = all.find(({ a }) => String(a[0]) === m[2]);
      return (
        x &&
        frame(
          x.a[2],
          `<p><a href="${url('sections', x.s.id)}">${esc(x.s.title)}</a></p><p><time datetime="${x.a[4]}">${x.a[4]}</time></p><div class="article-body">${x.a[3]}</div>`,
        )
      );
    }
    const s = sections.find((x) => String(x.id[0]) === m[2]);
    return s && frame(s.title, list(s.articles));
  };
};
