// Rows of swisstopo's official register of building addresses, in the main towns of all cantons.
import { ago, rng } from '../lib.mjs';
import { pick } from './common.mjs';

// postcode, number of the municipality, canton, east and north (LV95), name
export const places = `8001 261 ZH 2683000 1247000 Zürich
3011 351 BE 2600000 1199500 Bern
1201 6621 GE 2499800 1118200 Genève
4051 2701 BS 2611200 1267200 Basel
1003 5586 VD 2538000 1152500 Lausanne
6003 1061 LU 2665900 1211300 Luzern
9000 3203 SG 2746000 1254300 St. Gallen
6900 5192 TI 2717300 1095800 Lugano
7000 3901 GR 2759300 1190800 Chur
1700 2196 FR 2578900 1183900 Fribourg
2000 6458 NE 2561300 1204400 Neuchâtel
1950 6266 VS 2593800 1120300 Sion
5000 4001 AG 2645800 1249100 Aarau
8500 4566 TG 2709700 1268400 Frauenfeld
8200 2939 SH 2689700 1283700 Schaffhausen
4500 2601 SO 2607300 1228300 Solothurn
6300 1711 ZG 2681500 1224700 Zug
6430 1372 SZ 2692400 1208600 Schwyz
6460 1201 UR 2691800 1192500 Altdorf UR
6060 1407 OW 2661500 1194200 Sarnen
6370 1509 NW 2670700 1201100 Stans
8750 1632 GL 2723800 1211100 Glarus
9100 3001 AR 2739000 1250500 Herisau
9050 3101 AI 2749000 1244200 Appenzell
4410 2829 BL 2622300 1259400 Liestal
2800 6711 JU 2593500 1245900 Delémont`
  .split('\n')
  .map((l) => l.split(' '))
  .map(([z, b, k, e, n, ...p]) => [z, p.join(' '), b, k, +e, +n]);
const head = [
  'ADR_EGAID',
  'STR_ESID',
  'BDG_EGID',
  'ADR_EDID',
  'STN_LABEL',
  'ADR_NUMBER',
  'BDG_CATEGORY',
  'BDG_NAME',
  'ZIP_LABEL',
  'COM_FOSNR',
  'COM_NAME',
  'COM_CANTON',
  'ADR_STATUS',
  'ADR_OFFICIAL',
  'ADR_MODIFIED',
  'ADR_EASTING',
  'ADR_NORTHING',
];
export const streets = [
  'Bahnhofstrasse',
  'Hauptstrasse',
  'Dorfstrasse',
  'Rue du Lac',
  'Via Cantonale',
  'Kirchweg',
  'Schulstrasse',
  'Avenue de la Gare',
];
/** n addresses of all towns, or of one of them, as swisstopo's CSV. Beyond some ten thousand only the number of the address is new: a large file must be made in no time. */
export const lines = (n, only) => {
  const r = rng(61);
  const from = only === undefined ? places : [places[only % places.length]];
  const day = Array.from({ length: 400 }, (_, i) =>
    ago(1 + i)
      .split('-')
      .reverse()
      .join('.'),
  );
  const rest = Array.from({ length: Math.min(n, 26000) }, (_, i) => {
    const [z, p, b, k, e, y] = from[i % from.length];
    return `;${10000000 + r(90000)};${1500000 + r(900000)};0;${pick(r, streets)};${1 + r(180)};residential;;${z} ${p};${b};${p};${k};real;true;${pick(r, day)};${e + r(6000)}.${r(1000)};${y + r(6000)}.${r(1000)}`;
  });
  const out = [head.join(';')];
  for (let i = 0; i < n; i++) out.push(`${100000000 + i}${rest[i % rest.length]}`);
  return Buffer.from(`\ufeff${out.join('\r\n')}\r\n`);
};
