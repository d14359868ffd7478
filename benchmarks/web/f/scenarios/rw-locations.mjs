// Rwanda: location datasets. There is no postcode system, so the administrative boundaries count: provinces, districts, sectors, cells and all 14 837 villages as polygons with names on the National Land Authority's ArcGIS Hub, reviewed every year, CC BY 4.0.
// No portal of the place file on the topic is marked national. Lures: Kigali's cells, a district's villages of 2012 by its office, a university's sectors, land use, health facilities, constituencies, the statistics of another hub.
import { ago, page, plain, rng, site, spa, steady } from '../../lib.mjs';
import { featureServices, hub } from '../../software/arcgis.mjs';
import { alias, arcgisDirectory, broken, once, pick, secure } from '../../software/common.mjs';

const H = 'https://nsdi-rla.hub.arcgis.com';
const NLA = 'National Land Authority';
const by =
  'This work is licensed under a Creative Commons Attribution 4.0 International License: https://creativecommons.org/licenses/by/4.0/. Please credit the National Land Authority, Rwanda.';
const provinces = [
  ['Kigali City', 'Gasabo,Kicukiro,Nyarugenge'],
  ['Southern Province', 'Gisagara,Huye,Kamonyi,Muhanga,Nyamagabe,Nyanza,Nyaruguru,Ruhango'],
  ['Western Province', 'Karongi,Ngororero,Nyabihu,Nyamasheke,Rubavu,Rusizi,Rutsiro'],
  ['Northern Province', 'Burera,Gakenke,Gicumbi,Musanze,Rulindo'],
  ['Eastern Province', 'Bugesera,Gatsibo,Kayonza,Kirehe,Ngoma,Nyagatare,Rwamagana'],
].map(([name, d]) => [name, d.split(',')]);
const districts = provinces.flatMap(([p, list]) => list.map((d) => [p, d]));
const stems =
  'Kabeza,Gasharu,Nyabisindu,Kigarama,Rugarama,Muhororo,Karambo,Gihinga,Akabuga,Bweramana,Kabuye,Murama,Gatare,Rebero,Nyagasozi,Karama,Kagina,Musenyi,Rwintare,Gitega'.split(
    ',',
  );
const square = (x, y, w) => {
  const p = (a, b) => [Math.round(a * 1e5) / 1e5, Math.round(b * 1e5) / 1e5];
  return [[p(x, y), p(x + w, y), p(x + w, y + w), p(x, y + w), p(x, y)]];
};
const level = (count, across, props) =>
  once(() => {
    const r = rng(count);
    const step = 2 / across;
    return Array.from({ length: count }, (_, i) => ({
      type: 'Feature',
      geometry: {
        type: 'Polygon',
        coordinates: square(28.86 + (i % across) * step, -2.84 + Math.floor(i / across) * step, step),
      },
      properties: { OBJECTID: i + 1, ...props(i, r, districts[Math.floor((i * 30) / count)]) },
    }));
  });
const text = (...names) => names.map((n) => [n, 'String']);
const D = (n, title, notes, service, fields, features, o = {}) => ({
  id: `c${String(n).padStart(3, '0')}e17b4a9d40f8b6a2${String(30000 + n)}d5f8e1c7b`.slice(0, 32),
  slug: `rla::${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`,
  title,
  notes,
  tags: ['Rwanda'],
  source: NLA,
  owner: 'NLA_Rwanda',
  licence: by,
  created: '2022-05-10',
  modified: ago(138),
  service,
  geometry: 'esriGeometryPolygon',
  fields: [['OBJECTID', 'OID'], ...fields],
  features,
  ...o,
});
const edition = `Edition of ${new Date(ago(138)).toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })}; the boundaries are reviewed and published again every year.`;
const tags = ['Rwanda', 'administrative boundaries', 'boundaries'];
const few = (n, props) => level(n, 10, props);
const datasets = [
  D(
    1,
    'Kigali City Cells',
    'Cells of the three districts of the City of Kigali, digitised for the master plan.',
    'Kigali_Cells',
    text('CELL_NAME'),
    few(161, (_, r) => ({ CELL_NAME: pick(r, stems) })),
    { source: 'City of Kigali', owner: 'CoK_GIS', licence: null, modified: ago(20), tags: ['Kigali', 'boundaries'] },
  ),
  D(
    2,
    'Rwanda Village Boundaries',
    `Administrative boundaries of all 14,837 villages (imidugudu) of Rwanda with the names of village, cell, sector, district and province. Rwanda has no postcode system; the village is the smallest administrative unit and stands in addresses in place of one. WGS 84. ${edition}`,
    'Rwanda_Villages',
    [...text('VILL_CODE', 'VILL_NAME', 'CELL_NAME', 'SECT_NAME', 'DIST_NAME', 'PROV_NAME'), ['AREA_HA', 'Double']],
    level(14837, 140, (i, r, [p, d]) => ({
      VILL_CODE: String(101010101 + i * 7),
      VILL_NAME: pick(r, stems),
      CELL_NAME: pick(r, stems),
      SECT_NAME: pick(r, stems),
      DIST_NAME: d,
      PROV_NAME: p,
      AREA_HA: 40 + r(400),
    })),
    { tags: [...tags, 'villages', 'umudugudu'] },
  ),
  D(
    3,
    'Rwanda Cell Boundaries',
    `Administrative boundaries of the 2,148 cells of Rwanda. ${edition}`,
    'Rwanda_Cells',
    text('CELL_CODE', 'CELL_NAME', 'SECT_NAME', 'DIST_NAME', 'PROV_NAME'),
    level(2148, 56, (i, r, [p, d]) => ({
      CELL_CODE: String(1010101 + i * 3),
      CELL_NAME: pick(r, stems),
      SECT_NAME: pick(r, stems),
      DIST_NAME: d,
      PROV_NAME: p,
    })),
    { tags: [...tags, 'cells'] },
  ),
  D(
    4,
    'Rwanda Sector Boundaries',
    `Administrative boundaries of the 416 sectors of Rwanda. ${edition}`,
    'Rwanda_Sectors',
    text('SECT_CODE', 'SECT_NAME', 'DIST_NAME', 'PROV_NAME'),
    level(416, 26, (i, r, [p, d]) => ({
      SECT_CODE: String(10101 + i),
      SECT_NAME: pick(r, stems),
      DIST_NAME: d,
      PROV_NAME: p,
    })),
    { tags: [...tags, 'sectors'] },
  ),
  D(
    5,
    'Rwanda District Boundaries',
    `Administrative boundaries of the 30 districts of Rwanda. ${edition}`,
    'Rwanda_Districts',
    text('DIST_CODE', 'DIST_NAME', 'PROV_NAME'),
    level(30, 6, (i, _, [p, d]) => ({ DIST_CODE: String(101 + i), DIST_NAME: d, PROV_NAME: p })),
    { tags: [...tags, 'districts'] },
  ),
  D(
    6,
    'Rwanda Province Boundaries',
    `Administrative boundaries of the four provinces and the City of Kigali. ${edition}`,
    'Rwanda_Provinces',
    text('PROV_CODE', 'PROV_NAME'),
    level(5, 3, (i) => ({ PROV_CODE: String(i + 1), PROV_NAME: provinces[i][0] })),
    { tags: [...tags, 'provinces'] },
  ),
  D(
    7,
    'Musanze villages 2012',
    'Villages of Musanze District as drawn by the district office in 2012.',
    'Musanze_Villages',
    text('NAME'),
    few(432, (_, r) => ({ NAME: pick(r, stems) })),
    { source: 'Musanze District', owner: 'musanze_gis', licence: null, created: '2013-01-05', modified: '2013-01-05' },
  ),
  D(
    8,
    'Sectors for teaching',
    'Simplified sectors for GIS courses.',
    'Sectors_Simplified',
    text('NAME'),
    few(416, (_, r) => ({ NAME: pick(r, stems) })),
    { source: 'University of Rwanda, CGIS', owner: 'cgis_ur', licence: null, modified: '2019-09-01' },
  ),
  ...[
    ['National Land Use Master Plan 2050', 'NLUDMP2050', 'USE'],
    ['Wetlands', 'Wetlands', 'NAME'],
    ['Lakes and Rivers', 'Hydrography', 'NAME'],
    ['National Roads', 'Roads', 'NAME'],
    ['Health Facilities', 'Health', 'NAME'],
    ['Flood Risk Areas', 'Flood_Risk', 'CLASS'],
    ['National Parks', 'Parks', 'NAME'],
    ['Electricity Lines', 'Grid', 'VOLTAGE'],
  ].map(([t, s, f], i) =>
    D(
      20 + i,
      t,
      `${t} of Rwanda.`,
      s,
      text(f),
      few(60, (_, r) => ({ [f]: pick(r, stems) })),
      { modified: '2025-11-03' },
    ),
  ),
];
const indicators = [
  'Poverty rate by district',
  'Access to clean water by district',
  'School enrolment by district',
].map((t, i) =>
  D(
    60 + i,
    t,
    t,
    `SDG_${i}`,
    [...text('DIST_NAME'), ['VALUE', 'Double']],
    level(30, 6, (_, r, [, d]) => ({ DIST_NAME: d, VALUE: r(100) })),
    { source: 'National Institute of Statistics of Rwanda', owner: 'nisr', modified: '2024-03-01' },
  ),
);
const nav = [
  ['Home', '/'],
  ['Spatial data', '/spatial-data'],
  ['Addressing', '/addressing'],
];
const L = (t, main) =>
  page({ title: t, site: NLA, nav, main: `<h1>${t}</h1>${main}`, footer: `<p>${NLA}, Kigali</p>` });
const S = (t) => plain(t, 'en', [t]);
const hosts = steady({
  'nsdi-rla.hub.arcgis.com': hub({ origin: H, title: 'Rwanda NSDI Hub', datasets }),
  'rwanda-sdg.hub.arcgis.com': hub({
    origin: 'https://rwanda-sdg.hub.arcgis.com',
    title: 'Rwanda SDG Hub',
    datasets: indicators,
  }),
  'www.lands.rw': site({
    '/': L(
      NLA,
      `<p>Land registration, surveying and mapping.</p><ul><li><a href="${H}">Spatial data hub</a></li></ul>`,
    ),
    '/spatial-data': L(
      'Spatial data',
      `<ul><li><a href="${H}/datasets/${datasets[1].slug}">Village boundaries</a></li><li><a href="${H}/datasets/${datasets[4].slug}">District boundaries</a></li></ul>`,
    ),
    '/addressing': L(
      'Addressing',
      '<p>Rwanda does not use postcodes. An address names the street, the village, the cell, the sector and the district.</p>',
    ),
  }),
  'hmis.moh.gov.rw': (q) =>
    q.path === '/robots.txt'
      ? undefined
      : { status: 302, headers: { location: 'https://hmis.moh.gov.rw/dhis-web-login/' }, body: '' },
  'rwanda.opendataforafrica.org': spa('Rwanda Data Portal', 'en'),
  'pxweb.statistics.gov.rw': spa('NISR statistical database', 'en'),
  'maproom.meteorwanda.gov.rw': S('Meteo Rwanda Maproom'),
  'wis2.meteorwanda.gov.rw': S('WIS 2.0 in a box'),
  'geohazards.rtda.gov.rw': broken(),
  'gis.rbc.gov.rw': arcgisDirectory('/server/rest/services', ['Hosted', 'Utilities']),
  'gis.rema.gov.rw': arcgisDirectory('/server/rest/services', ['Wetlands', 'Utilities']),
  'geodata.rw': arcgisDirectory('/server/rest/services', ['basemap', 'masterplan', 'Utilities']),
  'sustainabledevelopment-rwanda.github.io': spa('SDG indicators', 'en'),
});
export default {
  place: 'rwanda',
  category: 'location-datasets',
  hosts: {
    ...hosts,
    'nsdi-rla.hub.arcgis.com': secure(hosts['nsdi-rla.hub.arcgis.com']),
    'lands.rw': alias('www.lands.rw'),
    'services9.arcgis.com': featureServices([...datasets, ...indicators]),
  },
};
