// Iceland: national map. The topographic database IS 50V (1:50 000) of the Institute of Natural History: six layers, each a record of its own in GeoNetwork (CSW, search API), each a ZIP with a shapefile and a WFS answer as GeoJSON;
// CC BY 4.0 on a licence page of the institute. The old hosts of the Land Survey redirect. opingogn.is (CKAN) holds none of it. Lures: Reykjavík's map, a road office's bridges, a 1:500 000 map of 2008, land cover, a university's lava map. Icelandic, inflected.
import { ago, ckan, file, json, page, pkg, plain, site, spa, steady, text, zip } from '../../lib.mjs';
import { alias, arcgisDirectory, geoserverHome, secure } from '../../software/common.mjs';
import { geonetwork } from '../../software/geonetwork.mjs';
import { layers, wkt } from '../../software/is50v.mjs';
import { shapefile } from '../../software/shapefile.mjs';

const G = 'https://gatt.natt.is';
const W = 'https://gis.natt.is/geoserver/IS_50V/ows';
const N = 'https://www.natt.is';
const natt = 'Náttúrufræðistofnun';
const licence = `${N}/is/leyfi-gjaldfrjals-gogn`;
const day = ago(150);
const monthNames = [
  'janúar',
  'febrúar',
  'mars',
  'apríl',
  'maí',
  'júní',
  'júlí',
  'ágúst',
  'september',
  'október',
  'nóvember',
  'desember',
];
const inWords = `${Number(day.slice(8))}. ${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
const zipUrl = (k) => `${N}/gogn/is50v/is50v_${k}_${day.replace(/-/g, '')}_shp.zip`;
const wfs = (k) =>
  `${W}?service=WFS&version=2.0.0&request=GetFeature&typeName=IS_50V:${k}&outputFormat=application/json`;
const R = (n, title, notes, org, links, o = {}) => ({
  id: `22e98d21-a86b-4b62-ad58-a6d17703b6${String(10 + n)}`,
  title,
  notes,
  org,
  keywords: [],
  modified: day,
  links: links.map(([name, url, protocol = 'WWW:DOWNLOAD-1.0-http--download']) => ({ name, url, protocol })),
  ...o,
});
const records = [
  R(
    1,
    'LUKR: Borgarkort Reykjavíkur',
    'Grunnkort af Reykjavík: götur, hús, lóðamörk.',
    'Reykjavíkurborg',
    [['Borgarvefsjá', 'https://borgarvefsja.reykjavik.is/']],
    { keywords: ['kort', 'grunnkort', 'vegir'], modified: ago(5) },
  ),
  R(
    2,
    'Brýr á þjóðvegum',
    'Brýr Vegagerðarinnar.',
    'Vegagerðin',
    [['WFS', 'https://gagnaveita.vegagerdin.is/geoserver/wfs', 'OGC:WFS']],
    { keywords: ['vegir'] },
  ),
  R(3, 'IS 500V', 'Yfirlitskort í mælikvarða 1:500 000.', natt, [['SHP', `${N}/gogn/is500v/is500v_2008_shp.zip`]], {
    scale: 500000,
    modified: '2008-06-01',
    keywords: ['kort', 'grunnkort'],
    rights: 'CC BY 4.0',
    rightsUrl: licence,
  }),
  ...Object.entries(layers).map(([k, [t, notes, keywords]], i) =>
    R(
      10 + i,
      `${t}`,
      `${notes} Hluti af IS 50V, stafrænum kortagrunni af öllu Íslandi í mælikvarða 1:50 000. Hnitakerfi ISN2016. Útgáfa ${inWords}.`,
      natt,
      [
        [`${t} (SHP)`, zipUrl(k)],
        [`${t} (WFS, GeoJSON)`, wfs(k), 'OGC:WFS'],
      ],
      {
        scale: 50000,
        keywords: ['kort', 'grunnkort', 'IS 50V', ...keywords],
        rights: 'Leyfi fyrir gjaldfrjáls gögn',
        rightsUrl: licence,
      },
    ),
  ),
  R(30, 'CORINE landflokkun', 'Landgerðir á Íslandi.', natt, [['SHP', `${N}/gogn/corine.zip`]], {
    keywords: ['landgerðir'],
  }),
  R(31, 'Hraun á Reykjanesi', 'Jarðfræðikort af hraunum.', 'Háskóli Íslands', [['Vefsjá', 'https://jardvis.hi.is/']], {
    keywords: ['kort', 'jarðfræði'],
  }),
  R(32, 'Náttúruverndarsvæði', 'Friðlýst svæði.', natt, [['SHP', `${N}/gogn/fridlyst.zip`]], {
    keywords: ['verndarsvæði'],
  }),
];
const made = {};
const archive = (k) => {
  made[k] ??= zip(shapefile(`is50v_${k}`, layers[k][3](), wkt));
  return made[k];
};
const nav = [
  ['Gögn', '/is/gogn'],
  ['Leyfi', '/is/leyfi-gjaldfrjals-gogn'],
];
const P = (t, main) =>
  page({
    lang: 'is',
    title: t,
    site: natt,
    nav,
    main: `<h1>${t}</h1>${main}`,
    footer: `<p>${natt}, Urriðaholtsstræti 6-8</p>`,
  });
const own = site(
  {
    '/': () => ({ status: 302, headers: { location: `${N}/is` }, body: '' }),
    '/is': P(natt, '<ul><li><a href="/is/gogn">Kort og gögn</a></li></ul>'),
    '/is/gogn': P(
      'Niðurhal gagna',
      `<p>IS 50V er stafrænn kortagrunnur af öllu Íslandi í mælikvarða 1:50 000, gefinn út tvisvar á ári. Nýjasta útgáfa: ${inWords}.</p><ul>${Object.entries(
        layers,
      )
        .map(([k, [t]]) => `<li><a href="${zipUrl(k)}">${t} (SHP)</a></li>`)
        .join('')}</ul><p><a href="/is/leyfi-gjaldfrjals-gogn">Leyfi fyrir gjaldfrjáls gögn</a></p>`,
    ),
    '/is/leyfi-gjaldfrjals-gogn': P(
      'Leyfi fyrir gjaldfrjáls gögn',
      '<p>Gögn Náttúrufræðistofnunar sem eru án gjaldtöku, þar á meðal IS 50V, eru gefin út með leyfinu <a rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.is">Creative Commons CC BY 4.0</a>. Heimilt er að nota, breyta og dreifa gögnunum, einnig í viðskiptaskyni, ef uppruna er getið.</p>',
    ),
    '*': (q) => {
      const m = /^\/gogn\/is50v\/is50v_(\w+?)_\d{8}_shp\.zip$/.exec(q.path);
      return m && layers[m[1]] ? file(archive(m[1]), 'application/zip', day) : undefined;
    },
  },
  {
    robots: 'User-agent: *\nDisallow: /admin\n',
    sitemap: [`${N}/is`, `${N}/is/gogn`, `${N}/is/leyfi-gjaldfrjals-gogn`],
  },
);
const geoserver = (q) => {
  if (q.path === '/robots.txt') return text('User-agent: *\nDisallow: /geoserver/web\n');
  const ask = (n) => [...q.q].find(([k]) => k.toLowerCase() === n)?.[1];
  const k = (ask('typename') ?? ask('typenames') ?? '').replace(/^IS_50V:/, '');
  if (!q.path.endsWith('/ows')) return undefined;
  if (ask('request') !== 'GetFeature' || !layers[k])
    return {
      status: 200,
      headers: { 'content-type': 'application/xml' },
      body: `<?xml version="1.0"?><wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0"><wfs:FeatureTypeList>${Object.entries(
        layers,
      )
        .map(
          ([n, [t]]) =>
            `<wfs:FeatureType><wfs:Name>IS_50V:${n}</wfs:Name><wfs:Title>${t}</wfs:Title></wfs:FeatureType>`,
        )
        .join('')}</wfs:FeatureTypeList></wfs:WFS_Capabilities>`,
    };
  const features = layers[k][3]();
  return json({
    type: 'FeatureCollection',
    features,
    totalFeatures: features.length,
    numberMatched: features.length,
    numberReturned: features.length,
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::8086' } },
  });
};
const open = ckan({
  title: 'Opin gögn',
  lang: 'is',
  words: { datasets: 'Gagnasett', orgs: 'Stofnanir', data: 'Gögn og tilföng', licence: 'Leyfi', download: 'Sækja' },
  packages: [
    'Fjárlög',
    'Ársreikningar sveitarfélaga',
    'Fyrirtækjaskrá: hlutafélög',
    'Loftgæði',
    'Kort af sundlaugum',
    'Lyfjaverð',
    'Vegaframkvæmdir',
  ].map((t, i) =>
    pkg({
      name: `gagnasett-${i}`,
      title: t,
      notes: t,
      organization: ['Fjársýsla ríkisins', 'Hagstofa Íslands', 'Skatturinn'][i % 3],
      license_id: 'cc-by',
      license_title: 'Creative Commons Attribution',
      isopen: true,
      resources: [],
    }),
  ),
});
const hosts = steady({
  'opingogn.is': open,
  'www.natt.is': own,
  'gis.natt.is': geoserver,
  'data.sedlabanki.is': spa('Seðlabanki Íslands', 'is'),
  'heimsmarkmidin.hagstofa.is': spa('Heimsmarkmiðin', 'is'),
  'px.hagstofa.is': plain('Hagstofa Íslands', 'is', ['Talnaefni']),
  'data.hafro.is': plain('Hafrannsóknastofnun', 'is', ['Gögn']),
  'gagnaveita.vegagerdin.is': geoserverHome,
  'arcgisserver.isor.is': arcgisDirectory('/arcgis/rest/services', ['isor']),
  'geo.vedur.is': geoserverHome,
  'borgarvefsja.reykjavik.is': spa('Borgarvefsjá', 'is'),
});
const catalogue = geonetwork({ base: '/geonetwork', origin: G, title: 'Lýsigagnagátt', lang: 'is', records });
export default {
  place: 'iceland',
  category: 'national-map',
  hosts: {
    ...hosts,
    'gatt.natt.is': secure(catalogue),
    'gatt.lmi.is': alias('gatt.natt.is'),
    'gatt.gis.is': alias('gatt.natt.is'),
    'gis.lmi.is': alias('gis.natt.is'),
    'www.lmi.is': alias('www.natt.is'),
    'natt.is': alias('www.natt.is'),
    'vefsja.skjalasafn.is': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
