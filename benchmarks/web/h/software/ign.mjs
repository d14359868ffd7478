// The SIG layers of Argentina's National Geographic Institute and the GeoServer that gives them: capabilities, description of types, features as GeoJSON, CSV and zipped shapefiles. Names of rivers, roads and mountains are real, courses are made up.
import { ago, csvOf, file, json, rng, text, zip } from '../../lib.mjs';
import { once } from '../../software/common.mjs';
import { shapefile } from '../../software/shapefile.mjs';

export const updated = ago(40);
const wgs =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
const outline = [
  [-66.2, -21.8],
  [-62.8, -22.0],
  [-57.6, -25.4],
  [-54.0, -25.6],
  [-53.7, -27.1],
  [-57.6, -30.2],
  [-58.4, -33.9],
  [-56.7, -36.3],
  [-57.9, -38.2],
  [-62.2, -38.8],
  [-65.0, -41.0],
  [-63.6, -42.6],
  [-67.4, -46.0],
  [-65.8, -47.8],
  [-69.0, -50.4],
  [-68.4, -52.4],
  [-72.0, -51.9],
  [-73.5, -49.6],
  [-71.7, -46.7],
  [-71.8, -43.2],
  [-71.2, -38.9],
  [-69.9, -34.4],
  [-70.3, -31.2],
  [-68.5, -26.9],
  [-68.3, -24.5],
  [-66.2, -21.8],
];
const provinces = [
  ['02', 'Ciudad Autónoma de Buenos Aires', -58.44, -34.61, 0.1],
  ['06', 'Buenos Aires', -60.5, -36.7, 2.4],
  ['10', 'Catamarca', -66.9, -27.3, 1.2],
  ['14', 'Córdoba', -63.8, -32.1, 1.5],
  ['18', 'Corrientes', -57.8, -28.8, 1.1],
  ['22', 'Chaco', -60.8, -26.4, 1.1],
  ['26', 'Chubut', -68.5, -43.8, 1.8],
  ['30', 'Entre Ríos', -59.2, -32.1, 1.0],
  ['34', 'Formosa', -60.2, -24.9, 1.0],
  ['38', 'Jujuy', -65.8, -23.3, 0.8],
  ['42', 'La Pampa', -65.4, -37.1, 1.4],
  ['46', 'La Rioja', -67.2, -29.7, 1.1],
  ['50', 'Mendoza', -68.6, -34.6, 1.4],
  ['54', 'Misiones', -54.6, -26.9, 0.7],
  ['58', 'Neuquén', -70.1, -38.6, 1.2],
  ['62', 'Río Negro', -67.2, -40.4, 1.7],
  ['66', 'Salta', -64.8, -24.3, 1.5],
  ['70', 'San Juan', -68.9, -30.9, 1.1],
  ['74', 'San Luis', -66.0, -33.8, 1.0],
  ['78', 'Santa Cruz', -69.9, -48.8, 1.8],
  ['82', 'Santa Fe', -60.9, -30.7, 1.2],
  ['86', 'Santiago del Estero', -63.3, -27.8, 1.3],
  ['90', 'Tucumán', -65.4, -26.9, 0.6],
  ['94', 'Tierra del Fuego, Antártida e Islas del Atlántico Sur', -67.4, -54.3, 0.9],
];
const heights = [
  ['Cerro Aconcagua', -70.011, -32.653, 6961],
  ['Nevado Ojos del Salado', -68.54, -27.109, 6879],
  ['Monte Pissis', -68.799, -27.755, 6792],
  ['Cerro Mercedario', -70.113, -31.979, 6720],
  ['Volcán Llullaillaco', -68.537, -24.72, 6739],
  ['Cerro Tupungato', -69.77, -33.359, 6565],
  ['Nevado de Cachi', -66.391, -24.93, 6380],
  ['Cerro General Manuel Belgrano', -67.82, -29.02, 6097],
  ['Volcán Lanín', -71.502, -39.637, 3747],
  ['Monte Tronador', -71.886, -41.16, 3478],
  ['Cerro Champaquí', -64.935, -31.988, 2790],
  ['Cerro Fitz Roy', -73.043, -49.271, 3405],
  ['Cerro Tres Picos', -61.935, -38.14, 1239],
  ['Monte Olivia', -68.18, -54.74, 1326],
];
const roads = [
  '3',
  '5',
  '7',
  '8',
  '9',
  '11',
  '12',
  '14',
  '16',
  '19',
  '20',
  '22',
  '23',
  '25',
  '33',
  '34',
  '35',
  '38',
  '40',
  '50',
  '51',
  '60',
  '81',
  '86',
  '101',
  '143',
  '146',
  '147',
  '150',
  '151',
  '158',
  '168',
  '188',
  '205',
  '226',
  '228',
  '231',
  '237',
  '242',
  '250',
  '260',
  '281',
  '288',
];
const rivers = [
  'Río Paraná',
  'Río Uruguay',
  'Río Salado',
  'Río Negro',
  'Río Colorado',
  'Río Chubut',
  'Río Santa Cruz',
  'Río Bermejo',
  'Río Pilcomayo',
  'Río Dulce',
  'Río Neuquén',
  'Río Limay',
  'Río Desaguadero',
  'Río Atuel',
  'Río Deseado',
  'Río Gualeguay',
  'Río Corriente',
  'Río Carcarañá',
  'Río Quequén Grande',
  'Arroyo del Medio',
  'Arroyo Feliciano',
  'Arroyo Vivoratá',
];
const lakes = [
  'Lago Nahuel Huapi',
  'Lago Argentino',
  'Lago Viedma',
  'Lago Buenos Aires',
  'Lago Fagnano',
  'Mar de Ansenuza',
  'Lago Traful',
  'Laguna de Chascomús',
  'Laguna del Iberá',
  'Lago Colhué Huapi',
  'Lago Cardiel',
  'Laguna La Picasa',
];
const ring = (x, y, s, r, n = 24) => {
  const pts = Array.from({ length: n }, (_, i) => {
    const a = (2 * Math.PI * i) / n;
    const d = s * (0.85 + r(30) / 100);
    return [+(x + d * Math.cos(a)).toFixed(5), +(y + d * Math.sin(a)).toFixed(5)];
  });
  return [...pts, pts[0]];
};
const line = (x, y, r, n, step) => {
  const dx = (r(200) - 100) / 100;
  const dy = (r(200) - 100) / 100;
  return Array.from({ length: n }, (_, i) => [
    +(x + i * step * dx + r(30) / 900).toFixed(5),
    +(y + i * step * dy + r(30) / 900).toFixed(5),
  ]);
};
const F = (type, coordinates, properties) => ({ type: 'Feature', geometry: { type, coordinates }, properties });
const spot = (r) => {
  const p = provinces[1 + r(provinces.length - 1)];
  return [p[2] + ((r(200) - 100) / 100) * p[4], p[3] + ((r(200) - 100) / 100) * p[4], p[1]];
};
const src = (o) => ({ ...o, fdc: 'Carta topográfica 1:250.000, imágenes', sag: 'IGN', fecha: updated });
const many = (seed, n, make) =>
  once(() => {
    const r = rng(seed);
    return Array.from({ length: n }, (_, i) => make(r, i));
  });
/** name: [theme, subtheme, title, type, features] */
export const layers = {
  pais: [
    'Geodesia y demarcación',
    'Límites',
    'País',
    'Polygon',
    once(() => [
      F(
        'Polygon',
        [outline],
        src({ gid: 1, entidad: 'País', fna: 'República Argentina', gna: 'República', nam: 'Argentina' }),
      ),
    ]),
  ],
  provincia: [
    'Geodesia y demarcación',
    'Límites',
    'Provincia',
    'Polygon',
    once(() => {
      const r = rng(24);
      return provinces.map(([in1, nam, x, y, s], i) =>
        F(
          'Polygon',
          [ring(x, y, s, r)],
          src({
            gid: i + 1,
            entidad: 'Provincia',
            fna: in1 === '02' ? nam : `Provincia de ${nam}`,
            gna: 'Provincia',
            nam,
            in1,
          }),
        ),
      );
    }),
  ],
  departamento: [
    'Geodesia y demarcación',
    'Límites',
    'Departamento',
    'Polygon',
    many(527, 527, (r, i) => {
      const [x, y, p] = spot(r);
      return F(
        'Polygon',
        [ring(x, y, 0.2, r, 12)],
        src({
          gid: i + 1,
          entidad: 'Departamento',
          fna: `Departamento ${i + 1}`,
          gna: 'Departamento',
          nam: `Departamento ${i + 1}`,
          provincia: p,
        }),
      );
    }),
  ],
  linea_de_limite_FA000: [
    'Geodesia y demarcación',
    'Límites',
    'Línea de límite internacional',
    'LineString',
    once(() =>
      outline.slice(0, -1).map((a, i) =>
        F(
          'LineString',
          [a, outline[i + 1]],
          src({
            gid: i + 1,
            entidad: 'Límite político administrativo',
            objeto: 'Límite internacional',
            fna: `Límite internacional, tramo ${i + 1}`,
          }),
        ),
      ),
    ),
  ],
  vial_nacional: [
    'Transporte',
    'Vial',
    'Red vial nacional',
    'LineString',
    many(40, 1800, (r, i) => {
      const [x, y, p] = spot(r);
      const n = roads[i % roads.length];
      return F(
        'LineString',
        line(x, y, r, 8, 0.05),
        src({
          gid: i + 1,
          entidad: 'Red vial',
          objeto: 'Ruta',
          fna: `Ruta Nacional ${n}`,
          gna: 'Ruta Nacional',
          nam: n,
          rtn: `RN${n}`,
          typ: 'Nacional',
          rst: 'Pavimentado',
          provincia: p,
        }),
      );
    }),
  ],
  vial_provincial: [
    'Transporte',
    'Vial',
    'Red vial provincial',
    'LineString',
    many(41, 2200, (r, i) => {
      const [x, y, p] = spot(r);
      return F(
        'LineString',
        line(x, y, r, 6, 0.04),
        src({
          gid: i + 1,
          entidad: 'Red vial',
          objeto: 'Ruta',
          fna: `Ruta Provincial ${1 + (i % 220)}`,
          gna: 'Ruta Provincial',
          nam: String(1 + (i % 220)),
          typ: 'Provincial',
          rst: i % 3 ? 'Consolidado' : 'Tierra',
          provincia: p,
        }),
      );
    }),
  ],
  lineas_de_transporte_ferroviario_AN010: [
    'Transporte',
    'Ferroviario',
    'Red ferroviaria',
    'LineString',
    many(42, 600, (r, i) => {
      const [x, y, p] = spot(r);
      return F(
        'LineString',
        line(x, y, r, 6, 0.05),
        src({
          gid: i + 1,
          objeto: 'Ferrocarril',
          fna: `Ferrocarril General ${['Roca', 'Mitre', 'San Martín', 'Belgrano', 'Urquiza'][i % 5]}`,
          provincia: p,
        }),
      );
    }),
  ],
  lineas_de_aguas_continentales_perenne: [
    'Hidrografía y oceanografía',
    'Aguas continentales',
    'Corriente de agua perenne',
    'LineString',
    many(50, 2600, (r, i) => {
      const [x, y] = spot(r);
      const n = rivers[i % rivers.length];
      return F(
        'LineString',
        line(x, y, r, 10, 0.03),
        src({
          gid: i + 1,
          entidad: 'Curso de agua',
          objeto: 'Río',
          fna: n,
          gna: n.split(' ')[0],
          nam: n.replace(/^\S+ /, ''),
          hyc: 'Perenne',
        }),
      );
    }),
  ],
  areas_de_aguas_continentales_perenne: [
    'Hidrografía y oceanografía',
    'Aguas continentales',
    'Espejo de agua perenne',
    'Polygon',
    many(51, 900, (r, i) => {
      const [x, y] = spot(r);
      const n = lakes[i % lakes.length];
      return F(
        'Polygon',
        [ring(x, y, 0.04, r, 14)],
        src({
          gid: i + 1,
          entidad: 'Espejo de agua',
          objeto: 'Lago, laguna',
          fna: n,
          gna: n.split(' ')[0],
          nam: n.replace(/^\S+ /, ''),
          hyc: 'Perenne',
        }),
      );
    }),
  ],
  puntos_de_alturas_topograficas: [
    'Relieve y suelo',
    'Orografía',
    'Cerros y alturas topográficas',
    'Point',
    many(60, 1400, (r, i) => {
      const [fna, x, y, h] = heights[i] ?? [
        `Cerro ${['Negro', 'Blanco', 'Colorado', 'Alto', 'Bayo', 'Overo', 'Redondo'][i % 7]} ${i}`,
        ...spot(r).slice(0, 2),
        300 + r(4800),
      ];
      return F(
        'Point',
        [+x.toFixed(5), +y.toFixed(5)],
        src({
          gid: i + 1,
          entidad: 'Orografía',
          objeto: 'Cerro, monte, volcán',
          fna,
          gna: fna.split(' ')[0],
          nam: fna.replace(/^\S+ /, ''),
          altura: h,
        }),
      );
    }),
  ],
  curvas_de_nivel: [
    'Relieve y suelo',
    'Orografía',
    'Curvas de nivel',
    'LineString',
    many(61, 1600, (r, i) => {
      const [x, y] = spot(r);
      return F(
        'LineString',
        line(x, y, r, 9, 0.02),
        src({ gid: i + 1, objeto: 'Curva de nivel', altura: 100 * (1 + (i % 50)) }),
      );
    }),
  ],
  localidad_bahra: [
    'Hábitat e infraestructura social',
    'Asentamientos',
    'Localidades (BAHRA)',
    'Point',
    many(70, 3000, (r, i) => {
      const [x, y, p] = spot(r);
      return F(
        'Point',
        [+x.toFixed(5), +y.toFixed(5)],
        src({
          gid: i + 1,
          fna: `${['Villa', 'Colonia', 'San', 'Puerto', 'General'][i % 5]} ${['Elena', 'Nueva', 'Martín', 'Belgrano', 'Roca', 'Rosa', 'Luján'][i % 7]} ${i}`,
          provincia: p,
        }),
      );
    }),
  ],
};
const shp = new Map();
export const zipOf = (n) => {
  if (!shp.has(n)) shp.set(n, zip(shapefile(n, layers[n][4](), wgs)));
  return shp.get(n);
};
const collection = (n, list, all) => ({
  type: 'FeatureCollection',
  features: list.map((f, i) => ({ ...f, id: `${n}.${i + 1}` })),
  totalFeatures: all,
  numberMatched: all,
  numberReturned: list.length,
  timeStamp: new Date().toISOString(),
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4326' } },
});
const xml = (b) => text(`<?xml version="1.0" encoding="UTF-8"?>${b}`, 'application/xml');
/** wms.ign.gob.ar/geoserver */
export const geoserver = (r) => {
  if (r.path === '/robots.txt') return undefined;
  if (/^\/geoserver\/?(web\/?)?$/.test(r.path))
    return file(
      '<html><head><title>GeoServer: Bienvenido</title></head><body><h1>GeoServer</h1><p>IGN</p></body></html>',
      'text/html',
    );
  if (!/^\/geoserver\/(ign\/)?(wfs|ows)$/.test(r.path)) return undefined;
  const q = (k) => [...r.q].find(([n]) => n.toLowerCase() === k)?.[1] ?? null;
  const asked = (q('request') ?? 'GetCapabilities').toLowerCase();
  if (asked === 'getcapabilities')
    return xml(
      `<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:ign="ign"><ows:ServiceIdentification><ows:Title>Instituto Geográfico Nacional de la República Argentina - WFS</ows:Title><ows:ServiceType>WFS</ows:ServiceType><ows:ServiceTypeVersion>2.0.0</ows:ServiceTypeVersion><ows:Fees>NONE</ows:Fees><ows:AccessConstraints>Términos y condiciones: https://www.ign.gob.ar/descargas/tyc1.html</ows:AccessConstraints></ows:ServiceIdentification><ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:Parameter name="outputFormat"><ows:AllowedValues><ows:Value>application/json</ows:Value><ows:Value>SHAPE-ZIP</ows:Value><ows:Value>csv</ows:Value></ows:AllowedValues></ows:Parameter></ows:Operation></ows:OperationsMetadata><wfs:FeatureTypeList>${Object.entries(
        layers,
      )
        .map(
          ([n, l]) =>
            `<wfs:FeatureType><wfs:Name>ign:${n}</wfs:Name><wfs:Title>${l[2]}</wfs:Title><wfs:Abstract>${l[0]}, ${l[1]}. Escala de captura 1:250.000.</wfs:Abstract><wfs:DefaultCRS>urn:ogc:def:crs:EPSG::4326</wfs:DefaultCRS></wfs:FeatureType>`,
        )
        .join('')}</wfs:FeatureTypeList></wfs:WFS_Capabilities>`,
    );
  const n = (q('typenames') ?? q('typename') ?? '').replace(/^ign:/, '');
  if (!layers[n])
    return {
      ...xml(
        `<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0"><ows:Exception exceptionCode="InvalidParameterValue" locator="typeName"><ows:ExceptionText>Feature type ${n.replace(/[^\w:]/g, '')} unknown</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`,
      ),
      status: 400,
    };
  const all = layers[n][4]();
  if (asked === 'describefeaturetype')
    return xml(
      `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:complexType name="${n}Type"><xsd:sequence>${Object.keys(
        all[0].properties,
      )
        .map((k) => `<xsd:element name="${k}" type="xsd:string"/>`)
        .join(
          '',
        )}<xsd:element name="geom" type="gml:${layers[n][3]}PropertyType"/></xsd:sequence></xsd:complexType></xsd:schema>`,
    );
  if (asked !== 'getfeature') return undefined;
  if (q('resulttype') === 'hits')
    return xml(
      `<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" numberMatched="${all.length}" numberReturned="0"/>`,
    );
  const list = all.slice(0, Number(q('count') ?? q('maxfeatures') ?? all.length));
  const format = (q('outputformat') ?? '').toLowerCase();
  if (/shape-zip/.test(format)) return file(zipOf(n), 'application/zip', null, `${n}.zip`);
  if (/csv/.test(format))
    return file(
      csvOf([
        ['FID', ...Object.keys(all[0].properties)],
        ...list.map((f, i) => [`${n}.${i + 1}`, ...Object.values(f.properties)]),
      ]),
      'text/csv;charset=UTF-8',
    );
  if (/json/.test(format)) return json(collection(n, list, all.length));
  return xml(
    `<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ign="ign" numberMatched="${all.length}" numberReturned="${Math.min(50, list.length)}">${list
      .slice(0, 50)
      .map(
        (f, i) =>
          `<wfs:member><ign:${n} gml:id="${n}.${i + 1}" xmlns:gml="http://www.opengis.net/gml/3.2">${Object.entries(
            f.properties,
          )
            .map(([k, v]) => `<ign:${k}>${v}</ign:${k}>`)
            .join('')}</ign:${n}></wfs:member>`,
      )
      .join('')}</wfs:FeatureCollection>`,
  );
};
/** the older addresses of the same layers */
export const oldApi = (r) => {
  const m = /^\/apps\/api\/v1\/capas-sig\/[^/]+\/[^/]+\/(\w+)\/(shp|json)$/.exec(r.path);
  if (!m || !layers[m[1]]) return undefined;
  return m[2] === 'shp'
    ? file(zipOf(m[1]), 'application/zip', updated, `${m[1]}.zip`)
    : json(collection(m[1], layers[m[1]][4](), layers[m[1]][4]().length));
};
