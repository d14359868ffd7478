// Features of Iceland's topographic database IS 50V: lines, points and polygons at made-up places of the island.
import { rng } from '../lib.mjs';
import { once } from './common.mjs';

export const wkt =
  'GEOGCS["GCS_ISN2016",DATUM["D_Islands_Net_2016",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
let r;
let seed = 33;
/** Features that are drawn once, each layer from a seed of its own, in whatever order they are asked for. */
const drawn = (make) => {
  const own = seed++;
  return once(() => {
    r = rng(own);
    return make();
  });
};
const around = (n, step) => {
  let [x, y] = [-23 + r(8000) / 1000, 63.6 + r(2600) / 1000];
  return Array.from({ length: n }, () => {
    x += (r(200) - 100) * step;
    y += (r(200) - 100) * step * 0.5;
    return [x, y].map((v) => Math.round(v * 1e6) / 1e6);
  });
};
const line = (p, n = 12) => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: around(n, 0.0006) },
  properties: p,
});
const point = (p) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: around(1, 0.0006)[0] },
  properties: p,
});
const ring = (c) => [...c, c[0]];
const island = ring([
  [-24.5, 65.5],
  [-22.4, 66.4],
  [-20.3, 65.7],
  [-18.2, 66.1],
  [-16.2, 66.5],
  [-14.6, 65.8],
  [-13.5, 65.1],
  [-14.9, 64.3],
  [-16.8, 63.8],
  [-18.9, 63.4],
  [-20.6, 63.6],
  [-22.7, 63.8],
  [-22.0, 64.5],
  [-24.0, 64.9],
]);
const parts = [
  'Höfuðborgarsvæði',
  'Suðurnes',
  'Vesturland',
  'Vestfirðir',
  'Norðurland vestra',
  'Norðurland eystra',
  'Austurland',
  'Suðurland',
];
const poly = (c, p) => ({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring(c)] }, properties: p });
const peaks = [
  'Hvannadalshnúkur',
  'Bárðarbunga',
  'Hekla',
  'Snæfell',
  'Herðubreið',
  'Esja',
  'Eyjafjallajökull',
  'Kverkfjöll',
  'Tindfjallajökull',
  'Súlur',
];
const rivers = [
  'Þjórsá',
  'Jökulsá á Fjöllum',
  'Ölfusá',
  'Skjálfandafljót',
  'Hvítá',
  'Lagarfljót',
  'Markarfljót',
  'Blanda',
];
/** Layer of the database → title, what it holds, keywords, features (GeoJSON), drawn at the first use. */
export const layers = {
  samgongur_linur: [
    'IS 50V Samgöngur',
    'Vegir og slóðar á Íslandi: stofnvegir, tengivegir, héraðsvegir og hálendisvegir.',
    ['samgöngur', 'vegir', 'þjóðvegir'],
    drawn(() =>
      Array.from({ length: 900 }, (_, i) =>
        line({
          vegnumer: String(1 + (i % 99)),
          vegheiti: i % 9 ? `Vegur ${i}` : 'Hringvegur',
          vegflokkur: ['Stofnvegur', 'Tengivegur', 'Héraðsvegur', 'Landsvegur'][i % 4],
        }),
      ),
    ),
  ],
  vatnafar_linur: [
    'IS 50V Vatnafar',
    'Ár, lækir, vötn og jöklar á Íslandi.',
    ['vatnafar', 'ár', 'vötn'],
    drawn(() =>
      Array.from({ length: 900 }, (_, i) =>
        line({ nafn: rivers[i % rivers.length], tegund: ['Á', 'Lækur', 'Vatnsbakki', 'Jökulá'][i % 4] }),
      ),
    ),
  ],
  mork_flakar: [
    'IS 50V Mörk',
    'Landamörk Íslands, landshlutar og sveitarfélög.',
    ['mörk', 'stjórnsýsla', 'landamörk'],
    drawn(() => [
      poly(island.slice(0, -1), { nafn: 'Ísland', tegund: 'Land', kodi: 'ISL' }),
      ...parts.map((n, i) =>
        poly(
          [
            [-23 + i, 64],
            [-22 + i, 64],
            [-22 + i, 65],
            [-23 + i, 65],
          ],
          { nafn: n, tegund: 'Landshluti', kodi: `IS-${i + 1}` },
        ),
      ),
    ]),
  ],
  haedarlinur: [
    'IS 50V Hæðarlínur',
    'Hæðarlínur með 20 metra bili á Íslandi.',
    ['hæðarlínur', 'landslag', 'fjöll'],
    drawn(() => Array.from({ length: 900 }, (_, i) => line({ haed_m: 20 * (1 + (i % 100)), tegund: 'Hæðarlína' }))),
  ],
  ornefni_punktar: [
    'IS 50V Örnefni',
    'Örnefni á Íslandi, þar á meðal fjöll og tindar.',
    ['örnefni', 'fjöll'],
    drawn(() =>
      Array.from({ length: 600 }, (_, i) =>
        point({
          nafn: peaks[i % peaks.length],
          tegund: ['Fjall', 'Tindur', 'Heiði', 'Dalur'][i % 4],
          haed_m: 500 + r(1600),
        }),
      ),
    ),
  ],
  strandlina: [
    'IS 50V Strandlína',
    'Strandlína Íslands.',
    ['strandlína'],
    drawn(() => [
      {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: island },
        properties: { tegund: 'Strandlína', nafn: 'Ísland' },
      },
    ]),
  ],
};
