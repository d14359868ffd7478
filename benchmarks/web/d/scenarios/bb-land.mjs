// Barbados: land ownership. The Lands and Surveys Department's ArcGIS Hub: all parcels of the island's eleven parishes as polygons with lot number and area, no owner; state of June 2021; copyright, no redistribution without permission.
// Lures: parish boundaries, roads, a heritage sample of the university, planning zones with newer dates. No portal of the place file is national.
import { ago, page, plain, rng, site, steady } from '../../lib.mjs';
import { featureServices, hub } from '../../software/arcgis.mjs';
import { once, pick, secure } from '../../software/common.mjs';

const H = 'https://geoportal-bds-lsdept.hub.arcgis.com';
const LSD = 'Lands and Surveys Department, Government of Barbados';
const rights =
  'Copyright Lands and Surveys Department, Government of Barbados. All rights reserved. These data are provided for reference only and may not be reproduced, redistributed or sold without the written permission of the Chief Surveyor.';
const parishes = [
  'Christ Church',
  'Saint Andrew',
  'Saint George',
  'Saint James',
  'Saint John',
  'Saint Joseph',
  'Saint Lucy',
  'Saint Michael',
  'Saint Peter',
  'Saint Philip',
  'Saint Thomas',
];
const box = (x, y, w, h) => [
  [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
    [x, y],
  ].map((p) => p.map((n) => Math.round(n * 1e6) / 1e6)),
];
const poly = (coordinates, properties) => ({ type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties });
const parcels = once(() => {
  const r = rng(81);
  return Array.from({ length: 16000 }, (_, i) => {
    const x = -59.64 + (i % 160) * 0.0012;
    const y = 13.06 + Math.floor(i / 160) * 0.0024;
    const w = 0.0006 + r(50) / 1e5;
    const area = Math.round(w * 108000 * 110);
    return poly(box(x, y, w, 0.001), {
      OBJECTID: i + 1,
      PARCEL_ID: `BB${String(100000 + i)}`,
      LOT_NO: `Lot ${1 + r(400)}`,
      PLAN_NO: `${1000 + r(9000)}/${1960 + r(61)}`,
      PARISH: parishes[Math.floor(i / 1455)] ?? parishes[10],
      AREA_SQM: area,
      LAND_TYPE: pick(r, ['Freehold', 'Leasehold', 'Crown land', 'Road reserve']),
      SURVEY_DATE: `${1980 + r(41)}-0${1 + r(9)}-15`,
    });
  });
});
const few = (n, props) =>
  once(() =>
    Array.from({ length: n }, (_, i) =>
      poly(box(-59.6 + i * 0.01, 13.1 + i * 0.01, 0.01, 0.01), { OBJECTID: i + 1, ...props(i) }),
    ),
  );
const D = (n, title, notes, service, fields, features, o = {}) => ({
  id: `a${String(n).repeat(3)}c4d2e8f94b7a9e61c05d7f2b${String(10000 + n)}`.slice(0, 32),
  slug: title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, ''),
  title,
  notes,
  tags: [],
  source: LSD,
  licence: rights,
  created: '2019-03-01',
  modified: '2021-07-05',
  service,
  geometry: 'esriGeometryPolygon',
  fields: [['OBJECTID', 'OID'], ...fields],
  features,
  ...o,
});
const datasets = [
  D(
    1,
    'Parish Boundaries',
    'Boundaries of the eleven parishes of Barbados.',
    'Parishes',
    [
      ['NAME', 'String'],
      ['AREA_SQKM', 'Double'],
    ],
    few(11, (i) => ({ NAME: parishes[i], AREA_SQKM: 30 + i })),
    { tags: ['boundaries', 'parish', 'administrative'] },
  ),
  D(
    2,
    'Road Centrelines',
    'Road network.',
    'Roads',
    [['NAME', 'String']],
    few(40, (i) => ({ NAME: `Highway ${i}` })),
    { tags: ['transport'] },
  ),
  D(
    3,
    'Heritage Land Parcels (sample)',
    'Sample of historic plantation parcels digitised by students from old maps.',
    'Heritage_Parcels',
    [
      ['PLANTATION', 'String'],
      ['OWNER', 'String'],
      ['ACRES', 'Double'],
    ],
    few(25, (i) => ({ PLANTATION: `Estate ${i}`, OWNER: `Heirs of J. Clarke ${i}`, ACRES: 100 + i })),
    {
      source: 'University of the West Indies, Cave Hill',
      owner: 'uwi_gis',
      licence: null,
      modified: ago(40),
      tags: ['land', 'parcels', 'ownership', 'history'],
    },
  ),
  D(
    4,
    'Development Plan Zones',
    'Zones of the Physical Development Plan.',
    'PDP_Zones',
    [['ZONE', 'String']],
    few(60, (i) => ({ ZONE: `Zone ${i % 6}` })),
    { source: 'Planning and Development Department', modified: ago(20), tags: ['planning', 'land use'] },
  ),
  D(
    5,
    'Land Parcels',
    'Cadastral parcels of Barbados compiled from registered survey plans for all eleven parishes, as at 30 June 2021. Attributes: parcel identifier, lot, plan number, parish, area in square metres and type of tenure. Owners are not shown.',
    'Land_Parcels',
    [
      ['PARCEL_ID', 'String'],
      ['LOT_NO', 'String'],
      ['PLAN_NO', 'String'],
      ['PARISH', 'String'],
      ['AREA_SQM', 'Double'],
      ['LAND_TYPE', 'String'],
      ['SURVEY_DATE', 'String'],
    ],
    parcels,
    { tags: ['cadastre', 'parcels', 'land', 'lots', 'survey'] },
  ),
  D(
    6,
    'Contours 10 m',
    'Contours.',
    'Contours',
    [['ELEV', 'Integer']],
    few(50, (i) => ({ ELEV: 10 * i })),
    { tags: ['relief'] },
  ),
  D(
    7,
    'Survey Control Points',
    'Trigonometrical stations.',
    'Control',
    [['STATION', 'String']],
    few(30, (i) => ({ STATION: `TS${i}` })),
    { tags: ['geodesy'] },
  ),
];
const nav = [
  ['Home', '/'],
  ['Statistics', '/statistics/'],
];
const hosts = steady({
  'geoportal-bds-lsdept.hub.arcgis.com': hub({ origin: H, title: 'Barbados Geoportal', datasets }),
  'stats.gov.bb': site({
    '/': page({
      title: 'Barbados Statistical Service',
      site: 'BSS',
      nav,
      main: '<h1>Barbados Statistical Service</h1><p>Census, prices, tourism.</p>',
    }),
    '/statistics/': page({
      title: 'Statistics',
      site: 'BSS',
      nav,
      main: '<h1>Statistics</h1><ul><li>Retail price index</li><li>Labour force</li></ul>',
    }),
  }),
  'www.centralbank.org.bb': plain(
    'Central Bank of Barbados',
    'en',
    ['Statistics of money and banking.'],
    [['Statistics', '/news/statistics']],
  ),
  'landsandsurveys.gov.bb': plain(
    'Lands and Surveys Department',
    'en',
    ['The Department keeps the survey plans of the island. Copies of plans are sold at the counter.'],
    [['Geoportal', H]],
  ),
});
export default {
  place: 'barbados',
  category: 'land-ownership',
  hosts: {
    ...hosts,
    'geoportal-bds-lsdept.hub.arcgis.com': secure(hosts['geoportal-bds-lsdept.hub.arcgis.com']),
    'services9.arcgis.com': featureServices(datasets),
  },
};
