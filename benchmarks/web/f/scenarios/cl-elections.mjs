// Chile: election results. The Electoral Service's own site (WordPress): presidential rounds of November and December 2025, deputies and senators of November 2025, final results by polling table as workbooks and ZIPs of workbooks, two clicks below the front page.
// All rights reserved, no licence. datos.gob.cl (CKAN) holds none of it. Lures: municipal elections of 2024 in the same form, a plebiscite, primaries, preliminary results, towns' turnout, a university's survey, polling places. Spanish, long form: null and blank votes are rows.
import {
  ago,
  ckan,
  csvOf,
  defaultRobots,
  file,
  page,
  pdf,
  pkg,
  plain,
  rng,
  site,
  slug,
  spa,
  steady,
} from '../../lib.mjs';
import { alias, broken, pick, secure } from '../../software/common.mjs';
import { files, mayors } from '../../software/servel.mjs';

const V = 'https://www.servel.cl';
const O = 'https://datos.gob.cl';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const up = (f) => `${V}/wp-content/uploads/2026/01/${f}`;
const nav = [
  ['Quiénes somos', '/quienes-somos/'],
  ['Procesos electorales', '/procesos-electorales/'],
  ['Centro de datos', '/centro-de-datos/'],
  ['Resultados electorales', '/resultados-electorales/'],
];
const P = (t, main) =>
  page({
    lang: 'es',
    title: t,
    site: 'Servicio Electoral de Chile',
    nav,
    head: '<meta name="generator" content="WordPress 6.8" />',
    main: `<article><h1>${t}</h1>${main}</article>`,
    footer: '<p>© 2026 Servicio Electoral de Chile. Todos los derechos reservados.</p><p>Esmeralda 611, Santiago</p>',
  });
const list = (items) => `<ul>${items.map(([t, u]) => `<li><a href="${u}">${t}</a></li>`).join('')}</ul>`;
const final = '/resultados-definitivos-eleccion-presidencial-y-parlamentarias-2025/';
const second = '/resultados-definitivos-segunda-votacion-presidencial-2025/';
const books = {
  'Resultados_Mesa_PRESIDENCIAL_Tricel_1v_2025.xlsx': [files.presidencial1v, sheet],
  'Resultados_Mesa_PRESIDENCIAL_Tricel_2v_2025.xlsx': [files.presidencial2v, sheet],
  'Resultados_Mesa_DIPUTADOS_Tricel_2025.zip': [files.diputados, 'application/zip'],
  'Resultados_Mesa_SENADORES_Tricel_2025.zip': [files.senadores, 'application/zip'],
  'Resultados_Mesa_ALCALDES_Tricel_2024.xlsx': [mayors, sheet],
  'Acta_de_Proclamacion_Presidencial_2025.pdf': [
    () => pdf('Acta de proclamacion', ['TRIBUNAL CALIFICADOR DE ELECCIONES', 'Santiago, 30 de diciembre de 2025']),
    'application/pdf',
  ],
};
const servel = site(
  {
    '/': P(
      'Servicio Electoral de Chile',
      list([
        ['Resultados electorales', '/resultados-electorales/'],
        ['Consulta tus datos electorales', 'https://consulta.servel.cl/'],
        ['Centro de datos', '/centro-de-datos/'],
      ]),
    ),
    '/quienes-somos/': P('Quiénes somos', '<p>Organismo autónomo de rango constitucional.</p>'),
    '/procesos-electorales/': P(
      'Procesos electorales',
      list([['Elección Presidencial y Parlamentarias 2025', '/resultados-electorales/']]),
    ),
    '/centro-de-datos/': P(
      'Centro de datos',
      list([
        ['Resultados electorales', '/resultados-electorales/'],
        ['Estadísticas de participación', '/estadisticas-de-participacion/'],
        ['Padrón electoral', '/padron-electoral/'],
      ]),
    ),
    '/estadisticas-de-participacion/': P(
      'Estadísticas de participación',
      '<p>En la elección del 16 de noviembre de 2025 sufragó el 85,4 % del padrón.</p>',
    ),
    '/padron-electoral/': P('Padrón electoral', '<p>El padrón auditado se publica por comuna en PDF.</p>'),
    '/resultados-electorales/': P(
      'Resultados electorales',
      list([
        ['Resultados definitivos segunda votación presidencial, 14 de diciembre de 2025', second],
        ['Resultados definitivos elección presidencial y parlamentarias, 16 de noviembre de 2025', final],
        [
          'Resultados preliminares elección presidencial y parlamentarias 2025',
          '/resultados-preliminares-eleccion-presidencial-y-parlamentarias-2025/',
        ],
        ['Resultados primarias presidenciales, 29 de junio de 2025', '/resultados-primarias-2025/'],
        [
          'Resultados definitivos elecciones municipales y regionales 2024',
          '/resultados-definitivos-municipales-2024/',
        ],
        ['Plebiscito constitucional 2023', '/plebiscito-2023/'],
      ]),
    ),
    [final]: P(
      'Resultados definitivos elección presidencial y parlamentarias 2025',
      `<p>Elección de Presidente de la República, Senadores y Diputados del 16 de noviembre de 2025. Resultados por mesa según sentencia del Tribunal Calificador de Elecciones (TRICEL): electores de la mesa, votos por candidato, nulos y en blanco.</p>${list(
        [
          [
            'Presidencial, resultados por mesa, Chile y extranjero (XLSX)',
            up('Resultados_Mesa_PRESIDENCIAL_Tricel_1v_2025.xlsx'),
          ],
          ['Senadores, resultados por mesa (ZIP)', up('Resultados_Mesa_SENADORES_Tricel_2025.zip')],
          [
            'Diputados, resultados por mesa, un archivo por distrito (ZIP)',
            up('Resultados_Mesa_DIPUTADOS_Tricel_2025.zip'),
          ],
        ],
      )}`,
    ),
    [second]: P(
      'Resultados definitivos segunda votación presidencial 2025',
      `<p>Segunda votación del 14 de diciembre de 2025.</p>${list([
        [
          'Presidencial segunda votación, resultados por mesa (XLSX)',
          up('Resultados_Mesa_PRESIDENCIAL_Tricel_2v_2025.xlsx'),
        ],
        ['Acta de proclamación (PDF)', up('Acta_de_Proclamacion_Presidencial_2025.pdf')],
      ])}`,
    ),
    '/resultados-preliminares-eleccion-presidencial-y-parlamentarias-2025/': P(
      'Resultados preliminares 2025',
      '<p>Los resultados preliminares se reemplazaron por los definitivos.</p><div id="app"></div>',
    ),
    '/resultados-primarias-2025/': P('Primarias presidenciales 2025', '<p>Participación: 9 % del padrón.</p>'),
    '/resultados-definitivos-municipales-2024/': P(
      'Resultados definitivos elecciones municipales y regionales 2024',
      list([
        [
          'Alcaldes, resultados por mesa (XLSX)',
          `${V}/wp-content/uploads/2025/01/Resultados_Mesa_ALCALDES_Tricel_2024.xlsx`,
        ],
      ]),
    ),
    '/plebiscito-2023/': P('Plebiscito constitucional 2023', '<p>En contra: 55,76 %. A favor: 44,24 %.</p>'),
    '*': (q) => {
      const f = books[q.path.split('/').pop()];
      return f && file(f[0](), f[1], q.path.includes('2024') ? '2025-01-20' : '2026-01-12');
    },
  },
  {
    sitemap: ['/', '/resultados-electorales/', final, second, '/centro-de-datos/'].map((p) => `${V}${p}`),
    robots:
      'User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\nSitemap: https://www.servel.cl/sitemap.xml\n',
  },
);
const cc = {
  license_id: 'cc-by',
  license_title: 'Creative Commons Attribution',
  license_url: 'https://creativecommons.org/licenses/by/4.0/',
  isopen: true,
};
const packages = [
  ['Participación electoral en la comuna de Ñuñoa', 'Municipalidad de Ñuñoa', 'elecciones'],
  ['Resultados elección presidencial 2025 en Puente Alto por local', 'Municipalidad de Puente Alto', 'elecciones'],
  ['Encuesta de opinión pública preelectoral', 'Universidad de Chile', 'elecciones'],
  ['Locales de votación 2024', 'Municipalidad de Talca', 'elecciones'],
  ['Presupuesto de la Nación', 'Dirección de Presupuestos', 'presupuesto'],
  ['Establecimientos de salud', 'Ministerio de Salud', 'salud'],
  ['Farmacias de turno', 'Ministerio de Salud', 'salud'],
  ['Directorio de establecimientos educacionales', 'Ministerio de Educación', 'educación'],
  ['Compras públicas: órdenes de compra', 'ChileCompra', 'compras'],
  ['Registro de empresas y sociedades', 'Ministerio de Economía', 'empresas'],
  ['Red de ciclovías', 'Municipalidad de Providencia', 'transporte'],
  ['GTFS Red Metropolitana de Movilidad', 'Directorio de Transporte Público Metropolitano', 'transporte'],
  ['Calidad del aire', 'Ministerio del Medio Ambiente', 'medio ambiente'],
  ['Delitos de mayor connotación social', 'Subsecretaría de Prevención del Delito', 'seguridad'],
  ['Áreas verdes', 'Municipalidad de Maipú', 'medio ambiente'],
  ['Patentes comerciales', 'Municipalidad de Santiago', 'empresas'],
].map(([title, organization, tag]) =>
  pkg({
    name: slug(title),
    title,
    organization,
    notes: title,
    ...cc,
    tags: [tag],
    metadata_modified: `${ago(50)}T10:00:00`,
    resources: [{ name: title, format: 'CSV', url: `${O}/dataset/x/resource/a/download/${slug(title)}.csv` }],
  }),
);
const data = (q) => {
  const m = /\/download\/([\w-]+)\.csv$/.exec(q.path);
  if (!m) return undefined;
  const r = rng(m[1].length * 23);
  const local = /eleccion|participacion/.test(m[1]);
  return file(
    csvOf(
      [
        local ? ['local', 'mesas', 'electores', 'votaron'] : ['codigo', 'comuna', 'anio', 'valor'],
        ...Array.from({ length: 150 }, (_, i) =>
          local
            ? [`Liceo ${i}`, 4 + r(20), 2000 + r(900), 1500 + r(400)]
            : [i, pick(r, ['Talca', 'Arica', 'Osorno']), 2020 + (i % 6), r(9000)],
        ),
      ],
      ';',
    ),
    'text/csv',
    ago(50),
  );
};
const S = (t) => plain(t, 'es', [t]);
const hosts = steady({
  'www.servel.cl': servel,
  'consulta.servel.cl': spa('Consulta de datos electorales', 'es'),
  'datos.gob.cl': ckan({ packages, title: 'Datos.gob', lang: 'es', robots: defaultRobots, extra: data }),
  'bidat.gob.cl': spa('BIDAT', 'es'),
  'bid-ckan.ministeriodesarrollosocial.gob.cl': ckan({
    title: 'BIDAT',
    lang: 'es',
    packages: [
      pkg({ name: 'casen', title: 'Encuesta CASEN', organization: 'Ministerio de Desarrollo Social y Familia' }),
    ],
  }),
  'opendata.portaltransparencia.cl': ckan({
    title: 'Datos abiertos del Consejo para la Transparencia',
    lang: 'es',
    packages: [pkg({ name: 'reclamos', title: 'Reclamos ingresados', organization: 'Consejo para la Transparencia' })],
  }),
  'datos-lineasdebasepublicas.mma.gob.cl': spa('Líneas de base públicas', 'es'),
  'ide.subdere.gov.cl': S('IDE SUBDERE'),
  'catalogo.dataobservatory.net': spa('Data Observatory', 'es'),
  'plataforma.chile.mapbiomas.org': spa('MapBiomas Chile', 'es'),
  'datos.odepa.gob.cl': broken(),
  'datosretc.mma.gob.cl': broken(),
  'bipdata.ministeriodesarrollosocial.gob.cl': spa('BIP Data', 'es'),
  'de.ine.gob.cl': spa('INE Data Explorer', 'es'),
  'www.ine.gob.cl': S('Instituto Nacional de Estadísticas'),
  'www.bcn.cl': S('Biblioteca del Congreso Nacional'),
});
export default {
  place: 'chile',
  category: 'election-results',
  hosts: {
    ...hosts,
    'www.servel.cl': secure(hosts['www.servel.cl']),
    'servel.cl': alias('www.servel.cl'),
    'datos.gob.cl': secure(hosts['datos.gob.cl']),
    'catalogador.mma.gob.cl:8080': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
