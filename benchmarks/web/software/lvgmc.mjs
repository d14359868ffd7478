// Files of Latvia's centre of meteorology: a forecast in long tables whose places and parameters are numbers, and what stations measured in the last year; every value quoted.
import { ago, csv, rng } from '../lib.mjs';
import { once, pick } from './common.mjs';

export const towns =
  'Rīga,56.95,24.11,Rīga|Daugavpils,55.87,26.52,Daugavpils|Liepāja,56.51,21.01,Liepāja|Jelgava,56.65,23.72,Jelgava|Jūrmala,56.97,23.77,Jūrmala|Ventspils,57.39,21.56,Ventspils|Rēzekne,56.51,27.33,Rēzekne|Valmiera,57.54,25.43,Valmieras novads|Jēkabpils,56.50,25.86,Jēkabpils novads|Ogre,56.82,24.61,Ogres novads|Tukums,56.97,23.16,Tukuma novads|Cēsis,57.31,25.27,Cēsu novads|Kuldīga,56.97,21.96,Kuldīgas novads|Talsi,57.24,22.59,Talsu novads|Saldus,56.67,22.49,Saldus novads|Dobele,56.63,23.28,Dobeles novads|Bauska,56.41,24.19,Bauskas novads|Krāslava,55.90,27.17,Krāslavas novads|Ludza,56.55,27.72,Ludzas novads|Gulbene,57.18,26.75,Gulbenes novads|Madona,56.85,26.22,Madonas novads|Alūksne,57.42,27.05,Alūksnes novads|Balvi,57.13,27.27,Balvu novads|Preiļi,56.29,26.72,Preiļu novads|Limbaži,57.51,24.71,Limbažu novads|Sigulda,57.15,24.86,Siguldas novads|Aizkraukle,56.60,25.25,Aizkraukles novads|Valka,57.78,26.01,Valkas novads|Smiltene,57.42,25.90,Smiltenes novads|Līvāni,56.35,26.18,Līvānu novads'
    .split('|')
    .map((t) => t.split(','));
const villages =
  'Ozoli,Jaunciems,Liepkalni,Mežvidi,Priedaine,Upesciems,Bērzaune,Silmala,Vecmuiža,Krastiņi,Kalnamuiža,Ezerkrasti,Vidsala,Rožkalni,Lazdas,Avoti'.split(
    ',',
  );
const places = [
  ...towns.map(([n, lat, lon, novads], i) => [
    `P${28 + i}`,
    n,
    lat,
    lon,
    i < 7 ? 'republikas pilseta' : 'citas pilsētas',
    novads,
  ]),
  ...towns.flatMap(([, lat, lon, novads], i) =>
    villages.map((v, k) => [
      `C${1000 + i * 16 + k}`,
      v,
      (Number(lat) + k / 90 - 0.08).toFixed(4),
      (Number(lon) + k / 70 - 0.1).toFixed(4),
      k ? 'ciems' : 'pagasta centrs',
      novads,
    ]),
  ),
];
const parameters = [
  [1, 'Laika apstākļu piktogramma', 'Weather icon'],
  [2, 'Temperatūra (°C)', 'Temperature, °C'],
  [3, 'Sajūtu temperatūra (°C)', 'Feels like temperature, °C'],
  [4, 'Vēja ātrums (m/s)', 'Wind speed, m/s'],
  [5, 'Vēja virziens (°)', 'Wind direction, °'],
  [6, 'Brāzmas (m/s)', 'Wind gusts, m/s'],
  [7, 'Nokrišņi (mm)', 'Precipitation, mm'],
  [8, 'Atmosfēras spiediens (hPa)', 'Pressure, hPa'],
  [9, 'Gaisa relatīvais mitrums (%)', 'Relative humidity, %'],
  [12, 'Diennakts vidējais vēja virziens (°)', 'Mean wind direction of the day, °'],
  [13, 'Diennakts vidējā vēja vērtība (m/s)', 'Mean wind speed of the day, m/s'],
  [14, 'Diennakts maksimālā vēja brāzma (m/s)', 'Maximum wind gust of the day, m/s'],
  [15, 'Diennakts maksimālā temperatūra (°C)', 'Maximum temperature of the day, °C'],
  [16, 'Diennakts minimālā temperatūra (°C)', 'Minimum temperature of the day, °C'],
  [17, 'Diennakts nokrišņu summa (mm)', 'Precipitation sum of the day, mm'],
  [18, 'Diennakts nokrišņu varbūtība (%)', 'Precipitation probability of the day, %'],
];
export const table = (rows) => Buffer.from(`\ufeff${csv(rows.map((r) => r.map(String)))}`);
const value = (r, id) => {
  if (id === 1) return pick(r, [1101, 1102, 1103, 2101, 1503]);
  if (id === 5 || id === 12) return r(360);
  if (id === 8) return 990 + r(40);
  if (id === 9 || id === 18) return r(101);
  if (id === 7 || id === 17) return (r(60) / 10).toFixed(1);
  if (id === 6 || id === 14) return (8 + r(120) / 10).toFixed(1);
  if (id === 4 || id === 13) return (1 + r(70) / 10).toFixed(1);
  return (r(60) / 10 + (id === 15 ? 2 : id === 16 ? -6 : -2)).toFixed(1);
};
const forecast = (ids, times, list) => {
  const r = rng(101);
  return table([
    ['CITY_ID', 'PARA_ID', 'DATUMS', 'VERTIBA'],
    ...list.flatMap((c) => times.flatMap((t) => ids.map((id) => [c[0], id, t, value(r, id)]))),
  ]);
};
const days = Array.from({ length: 7 }, (_, i) => `${ago(-i)} 00:00:00`);
const hours = Array.from({ length: 24 }, (_, h) =>
  new Date(Date.now() + h * 36e5).toISOString().slice(0, 13).replace('T', ' ').concat(':00:00'),
);
const byDay = once(() => forecast([12, 13, 14, 15, 16, 17, 18], days, places));
const byHour = once(() => forecast([1, 2, 3, 4, 5, 6, 7, 8, 9], hours, places));
const stations = towns
  .slice(0, 24)
  .map(([n, lat, lon], i) => [`${['R', 'D', 'L', 'J'][i % 4]}ST${10 + i}`, n, lat, lon]);
const measured = [
  ['HATMX', 'Gaisa temperatūra, maksimālā', 'Air temperature, maximum', '°C'],
  ['HATMN', 'Gaisa temperatūra, minimālā', 'Air temperature, minimum', '°C'],
  ['HTDRY', 'Gaisa temperatūra, vidējā', 'Air temperature, mean', '°C'],
];
const above = { HATMX: 3, HATMN: -4, HTDRY: 0 };
/** What is usual on the day d days ago. */
const season = (d) => 7 - 12 * Math.cos((2 * Math.PI * (new Date(ago(d)).getTime() / 864e5 - 20)) / 365.25);
const dotted = (iso, hour) => `${iso.replaceAll('-', '.')} ${hour}:00:00`;
const observed = (from, to, each) => {
  const r = rng(102);
  const rows = [['STATION_ID', 'ABBREVIATION', 'DATETIME', 'VALUE']];
  for (let d = from; d >= to; d--)
    for (const s of stations)
      for (const m of measured)
        for (const h of each)
          rows.push([s[0], m[0], dotted(ago(d), h), (season(d) + above[m[0]] + r(30) / 10).toFixed(1)]);
  return table(rows);
};
const archive = once(() => observed(365, 1, ['06', '18']));
const grid = (unit) => {
  const r = rng(unit.length);
  const rows = [['LAIKS', 'LAT', 'LON', 'VERTIBA']];
  for (let d = 0; d < 9; d++)
    for (let y = 0; y < 25; y++)
      for (let x = 0; x < 60; x++)
        rows.push([
          `${ago(-d)} 12:00:00`,
          (55.7 + y * 0.1).toFixed(2),
          (21 + x * 0.12).toFixed(2),
          (r(200) / 10 - 5).toFixed(1),
        ]);
  return table(rows);
};
/** The files by name. */
export const books = {
  'cities.csv': () => table([['CITY_ID', 'NOSAUKUMS', 'LAT', 'LON', 'TIPS', 'NOVADS'], ...places]),
  'forcity_param.csv': () => table([['PARA_ID', 'NOSAUKUMS', 'DESCRIPTION'], ...parameters]),
  'forecast_cities.csv': byHour,
  'forecast_cities_day.csv': byDay,
  'forecast_cities_day_2023.csv': () => forecast([13, 15, 16, 17], ['2023-06-14 00:00:00'], places.slice(0, 30)),
  'weather_codes.csv': () =>
    table([
      ['KODS', 'NOSAUKUMS'],
      [1101, 'Skaidrs'],
      [1102, 'Nedaudz mākoņains'],
      [1503, 'Lietus'],
    ]),
  'meteo_stacijas.csv': () => table([['STATION_ID', 'NAME', 'GEOGR2', 'GEOGR1'], ...stations]),
  'meteo_parametri.csv': () =>
    table([['ABBREVIATION', 'LV_DESCRIPTION', 'EN_DESCRIPTION', 'MEASUREMENT_UNIT'], ...measured]),
  'meteo_operativie_dati.csv': () => observed(2, 1, ['00', '03', '06', '09', '12', '15', '18', '21']),
  'meteo_arhiva_dati_max.csv': archive,
  't.csv': () => grid('temperature'),
  'tp.csv': () => grid('rain'),
};
