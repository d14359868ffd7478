// Mexico: water quality. datos.gob.mx (CKAN below /busca/api/3): the National Water Commission's monitoring of groundwater and surface water, an XLSX a year and kind, 28 files, newest last; Libre Uso MX, the country's own open licence, told on a terms page.
// It is yearly, the category asks for every week. Lures: 26 states, cities and universities before it in the search; beaches; a dashboard; non-numbers like "<1.1" in the cells; the old file host redirects to https.
import { ago, ckan, csvOf, file, html, page, pkg, plain, rng, site, slug, spa, steady, xlsx } from '../../lib.mjs';
import { alias, pick, secure } from '../../software/common.mjs';

const O = 'https://datos.gob.mx';
const F = 'https://files.conagua.gob.mx/conagua/generico/Calidad_del_Agua';
const C = 'Comisión Nacional del Agua (CONAGUA)';
const libre = {
  license_id: 'libreusomx',
  license_title: 'Libre Uso MX',
  license_url: `${O}/libreusomx`,
  isopen: false,
};
const last = new Date().getUTCFullYear() - 1;
const years = Array.from({ length: last - 2011 }, (_, i) => 2012 + i);
const P = (title, organization, notes, resources, o = {}) =>
  pkg({
    name: slug(title),
    title,
    organization,
    notes,
    ...libre,
    tags: ['agua', 'calidad del agua'],
    metadata_modified: `${ago(6)}T10:00:00`,
    resources,
    ...o,
  });
const states =
  'Aguascalientes,Baja California,Baja California Sur,Campeche,Coahuila,Colima,Chiapas,Chihuahua,Durango,Guanajuato,Guerrero,Hidalgo,Jalisco,Michoacán,Morelos,Nayarit,Nuevo León,Oaxaca,Puebla,Querétaro,Quintana Roo,San Luis Potosí,Sinaloa,Sonora,Tabasco,Tamaulipas,Tlaxcala,Veracruz,Yucatán,Zacatecas'.split(
    ',',
  );
const state = (f) => `${O}/busca/archivos/${f}.csv`;
const packages = [
  ...states
    .slice(0, 24)
    .map((s, i) =>
      P(
        `Calidad del agua en ${s}`,
        `Gobierno del Estado de ${s}`,
        `Calidad del agua potable en los sistemas de ${s}: cloro residual y coliformes.`,
        [{ name: 'Calidad del agua', format: 'CSV', url: state(`estado-${i}`) }],
      ),
    ),
  P(
    'Calidad del agua: ríos de Ciudad Universitaria',
    'Universidad Nacional Autónoma de México',
    'Mediciones en el campus.',
    [{ name: 'Mediciones', format: 'CSV', url: state('unam') }],
  ),
  P(
    'Playas limpias: calidad del agua de mar',
    'Comisión Federal para la Protección contra Riesgos Sanitarios',
    'Enterococos en playas.',
    [{ name: 'Playas', format: 'CSV', url: state('playas') }],
  ),
  P(
    'Monitoreo de la calidad de las aguas nacionales (RENAMECA)',
    C,
    'Resultados de la Red Nacional de Medición de la Calidad del Agua en sitios superficiales y subterráneos de todo el país: coliformes fecales, arsénico, fluoruros, nitratos, sólidos disueltos totales y otros parámetros por sitio de monitoreo. Se publica un archivo por año y tipo de agua.',
    years.flatMap((y) =>
      ['subterranea', 'superficial'].map((k) => ({
        name: `Calidad del agua ${k === 'subterranea' ? 'subterránea' : 'superficial'} ${y}`,
        format: 'XLSX',
        url: `${F}/Calidad_agua_${k}_${y}.xlsx`,
        last_modified: `${y + 1}-05-20T00:00:00`,
      })),
    ),
    {
      tags: ['agua', 'monitoreo', 'calidad del agua', 'acuíferos'],
      url: 'https://www.gob.mx/conagua/articulos/calidad-del-agua',
      metadata_modified: `${last + 1}-05-20T10:00:00`,
    },
  ),
  ...[
    'Presas: almacenamiento',
    'Padrón de escuelas',
    'Compras del gobierno',
    'Incidencia delictiva',
    'Calidad del aire',
    'Presupuesto de egresos',
    'Hospitales CLUES',
  ].map((t) => P(t, 'Gobierno de México', t, [], { tags: [] })),
];
const head = [
  'CLAVE SITIO',
  'SITIO',
  'ORGANISMO_DE_CUENCA',
  'ESTADO',
  'MUNICIPIO',
  'CUERPO DE AGUA',
  'SUBTIPO',
  'LONGITUD',
  'LATITUD',
  'PERIODO',
  'ALC_mg/L',
  'CONDUCT_mS/cm',
  'SDT_M_mg/L',
  'FLUORUROS_mg/L',
  'DUR_mg/L',
  'COLI_FEC_NMP/100_mL',
  'N_NO3_mg/L',
  'AS_TOT_mg/L',
  'CD_TOT_mg/L',
  'CR_TOT_mg/L',
  'HG_TOT_mg/L',
  'PB_TOT_mg/L',
  'MN_TOT_mg/L',
  'FE_TOT_mg/L',
  'SEMAFORO',
];
const book = (kind, y) => {
  const r = rng(y * 2 + kind.length);
  return xlsx({
    [`CA${kind === 'subterranea' ? 'SUB' : 'SUP'}_12-${y}`]: [
      head,
      ...states.flatMap((s, i) =>
        Array.from({ length: 18 }, (_, k) => [
          `DL${kind[2]}${1000 + i * 18 + k}`,
          `${kind === 'subterranea' ? 'POZO' : 'RÍO'} ${pick(r, ['SAN GIL', 'EL SALITRE', 'LA GLORIA', 'SANTA CRUZ'])} ${k}`,
          pick(r, ['LERMA SANTIAGO PACIFICO', 'RIO BRAVO', 'BALSAS', 'NOROESTE']),
          s.toUpperCase(),
          `MUNICIPIO ${k}`,
          kind === 'subterranea' ? `ACUÍFERO ${k}` : `RÍO ${k}`,
          kind === 'subterranea' ? 'POZO' : 'RÍO',
          -(90 + r(2400) / 100),
          16 + r(1500) / 100,
          y,
          100 + r(300),
          300 + r(1500),
          r(9) ? 200 + r(900) : '<25',
          r(9) ? r(30) / 10 : '<0.2',
          50 + r(500),
          r(3) ? '<1.1' : 10 + r(9000),
          r(120) / 10,
          r(4) ? '<0.01' : r(60) / 1000,
          '<0.003',
          '<0.005',
          '<0.0005',
          '<0.005',
          r(30) / 100,
          r(90) / 100,
          pick(r, ['Verde', 'Amarillo', 'Rojo']),
        ]),
      ),
    ],
  });
};
const water = (q) => {
  const m = /\/Calidad_agua_(subterranea|superficial)_(\d{4})\.xlsx$/.exec(q.path);
  return m && years.includes(+m[2])
    ? file(book(m[1], +m[2]), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', `${+m[2] + 1}-05-20`)
    : undefined;
};
const local = (q) => {
  const m = /^\/busca\/archivos\/([\w-]+)\.csv$/.exec(q.path);
  if (!m) return undefined;
  return file(
    csvOf([
      ['fecha', 'sitio', 'cloro_residual_mg_l', 'coliformes_fecales_nmp'],
      ...Array.from({ length: 80 }, (_, i) => [ago(1 + i), `Toma ${i % 9}`, 0.5, i % 4 ? 0 : 3]),
    ]),
    'text/csv',
    ago(1),
  );
};
const terms = page({
  lang: 'es',
  title: 'Libre Uso MX',
  site: 'datos.gob.mx',
  main: '<h1>Términos de Libre Uso MX de los Datos Abiertos del Gobierno de México</h1><p>Usted puede: hacer y distribuir copias del conjunto de datos y su información; difundir y publicar el conjunto de datos; adaptar o reordenar el conjunto de datos; extraer total o parcialmente el contenido; explotarlo comercialmente, utilizándolo dentro de su producto; y crear conjuntos de datos derivados.</p><p>Condiciones: citar la fuente de origen del conjunto de datos; no utilizar la información con objeto de engañar o confundir a la población variando el sentido original de la misma; no aparentar que el uso que usted haga representa una postura oficial del Gobierno de México.</p>',
});
const portal = ckan({
  packages,
  apis: ['/busca/api/3', '/api/3'],
  title: 'Datos Abiertos de México',
  lang: 'es',
  base: '/busca',
  robots: 'User-agent: *\nDisallow: /busca/user/\nCrawl-delay: 2\n',
  words: {
    data: 'Datos y recursos',
    licence: 'Licencia',
    download: 'Descargar',
    org: 'Organización',
    datasets: 'Conjuntos de datos',
  },
  extra: (q) => (q.path === '/libreusomx' ? html(terms) : q.path === '/' ? spa('datos.gob.mx', 'es')(q) : local(q)),
});
const S = (t) => plain(t, 'es', [t]);
const hosts = steady({
  'datos.gob.mx': portal,
  'files.conagua.gob.mx': water,
  'www.gob.mx': site(
    {
      '/conagua/articulos/calidad-del-agua': page({
        lang: 'es',
        title: 'Calidad del agua en México',
        site: 'Comisión Nacional del Agua',
        main: `<h1>Calidad del agua en México</h1><p>La Red Nacional de Medición de la Calidad del Agua opera en todo el país. Los resultados se publican una vez al año.</p><ul>${[last, last - 1].flatMap((y) => ['subterranea', 'superficial'].map((k) => `<li><a href="${F}/Calidad_agua_${k}_${y}.xlsx">${k} ${y} (XLSX)</a></li>`)).join('')}</ul><p><a href="${O}/libreusomx">Libre Uso MX</a></p>`,
      }),
    },
    { robots: 'User-agent: *\nDisallow: /cms/\n' },
  ),
  'atlasnacionalderiesgos.gob.mx': spa('Atlas Nacional de Riesgos', 'es'),
  'www.conabio.gob.mx': S('Geoportal CONABIO'),
  'agenda2030.mx': spa('SIODS', 'es'),
  'www.inegi.org.mx': S('INEGI: Banco de Indicadores'),
  'www.snieg.mx': S('SNIEG'),
  'gaia.inegi.org.mx': spa('Mapa Digital de México', 'es'),
  'plataforma.mapbiomas.org': spa('MapBiomas México', 'es'),
  'datos.imss.gob.mx': S('Datos abiertos IMSS'),
  'datos.ran.gob.mx': S('Registro Agrario Nacional'),
  'www2.imss.gob.mx': S('Estadísticas IMSS'),
});
export default {
  place: 'mexico',
  category: 'water-quality',
  hosts: {
    ...hosts,
    'datos.gob.mx': secure(hosts['datos.gob.mx']),
    'files.conagua.gob.mx': secure(hosts['files.conagua.gob.mx']),
    'www.datos.gob.mx': alias('datos.gob.mx'),
    'ssig.conabio.gob.mx': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
