// Spain: procurement. datos.gob.es (own linked-data API that searches titles; DCAT-AP as Turtle): the record of the state's platform names no file but a page of the Ministry of Finance with blanks in its path,
// which links a ZIP a year and a ZIP a month of ATOM with CODICE. The licence is on the ministry's legal notice only. Lures: Catalonia's Socrata, a region, cities, a university; minhap.gob.es is the ministry's old name.
import { ago, csvOf, file, page, plain, rng, site, spa, steady, zip } from '../../lib.mjs';
import { atom, firms, subjects } from '../../software/codice.mjs';
import { months, once, pick, secure } from '../../software/common.mjs';
import { datosGobEs } from '../../software/datos-gob-es.mjs';
import { socrata } from '../../software/socrata.mjs';

const H = 'https://www.hacienda.gob.es';
const P = 'https://contrataciondelsectorpublico.gob.es';
const base = '/es-ES/GobiernoAbierto/Datos Abiertos/Paginas';
const href = (p) => encodeURI(p);
const legal = `${H}/es-ES/Paginas/AvisoLegal.aspx`;
const by = 'https://creativecommons.org/licenses/by/4.0/';
const D = (id, title, org, orgId, notes, files, o = {}) => ({
  id,
  title,
  org,
  orgId,
  notes,
  licence: by,
  issued: '2014-05-06',
  modified: ago(6),
  keywords: ['contratación', 'licitaciones'],
  files: files.map(([t, url, mime = 'text/csv']) => ({ title: t, url, mime })),
  ...o,
});
const cities = Object.entries({
  Zaragoza: 'www.zaragoza.es',
  Gijón: 'opendata.gijon.es',
  Málaga: 'datosabiertos.malaga.eu',
  Madrid: 'datos.madrid.es',
  Cáceres: 'opendata.caceres.es',
  Santander: 'datos.santander.es',
  Alcobendas: 'datos.alcobendas.org',
  Lorca: 'datos.lorca.es',
});
const datasets = [
  D(
    'a09002970-contratacion-publica-en-cataluna',
    'Contratación pública en Cataluña: publicaciones en la Plataforma de servicios de contratación pública',
    'Generalitat de Catalunya',
    'A09002970',
    'Licitaciones y adjudicaciones de los órganos de la Generalitat y entes locales de Cataluña.',
    [
      ['CSV', 'https://analisi.transparenciacatalunya.cat/api/views/ybgg-dgi6/rows.csv?accessType=DOWNLOAD'],
      ['JSON', 'https://analisi.transparenciacatalunya.cat/resource/ybgg-dgi6.json', 'application/json'],
    ],
    { modified: ago(1) },
  ),
  ...cities.map(([c, host], i) =>
    D(
      `l01${50000 + i}-licitaciones-y-contratos`,
      `Licitaciones y contratación pública del Ayuntamiento de ${c}`,
      `Ayuntamiento de ${c}`,
      `L01${50000 + i}`,
      `Expedientes de contratación del Ayuntamiento de ${c} con adjudicatario e importe.`,
      [['CSV', `https://${host}/contratos/1.csv`]],
      { modified: ago(2) },
    ),
  ),
  D(
    'a16003011-anuncios-de-licitacion',
    'Anuncios de licitación pública de Euskadi',
    'Gobierno Vasco',
    'A16003011',
    'Anuncios de contratación pública en Euskadi.',
    [['CSV', 'https://opendata.euskadi.eus/contratos/2.csv']],
  ),
  D(
    'u01500001-contratos-menores',
    'Contratos menores de la Universidad Politécnica de Madrid',
    'Universidad Politécnica de Madrid',
    'U01500001',
    'Contratos menores.',
    [['CSV', 'https://www.upm.es/contratos/3.csv']],
  ),
  D(
    'e05024401-licitaciones-publicadas-en-la-plataforma-de-contratacion-del-sector-publico',
    'Licitaciones publicadas en la Plataforma de Contratación del Sector Público',
    'Ministerio de Hacienda',
    'E05024401',
    'Información de las licitaciones de los órganos de contratación del sector público estatal, autonómico y local que publican en la Plataforma de Contratación del Sector Público: anuncios, adjudicaciones y formalizaciones, en formato ATOM con CODICE. Ficheros anuales y mensuales.',
    [['Licitaciones (ATOM)', `${H}${href(`${base}/licitaciones_plataforma_contratacion.aspx`)}`, 'text/html']],
    {
      licence: legal,
      issued: '2015-11-12',
      modified: ago(28),
      keywords: ['licitaciones', 'contratos', 'adjudicaciones', 'contratación pública', 'sector público'],
    },
  ),
  ...[
    'Padrón municipal',
    'Calidad del aire',
    'Presupuestos Generales del Estado',
    'Accidentes de tráfico',
    'Mapa topográfico nacional',
    'Centros educativos',
    'Registro de entidades locales',
  ].map((t, i) =>
    D(
      `e0${4990000 + i}-conjunto-${i}`,
      t,
      'Administración General del Estado',
      `E0${4990000 + i}`,
      t,
      [['CSV', `https://administracionelectronica.gob.es/datos/${i}.csv`]],
      { keywords: [] },
    ),
  ),
];
const run = months(11).filter((m) => m.startsWith(String(new Date().getUTCFullYear())));
const years = Array.from({ length: new Date().getUTCFullYear() - 2012 }, (_, i) => String(2012 + i));
const made = {};
const archive = (s) => {
  made[s] ??= once(() => {
    const list =
      s.length === 4
        ? Array.from({ length: 12 }, (_, i) => `${s}-${String(i + 1).padStart(2, '0')}`)
        : [`${s.slice(0, 4)}-${s.slice(4)}`];
    return zip(
      Object.fromEntries(
        list.map((m) => [`licitacionesPerfilesContratanteCompleto3_${m.replace('-', '')}28_230000.atom`, atom(m, 900)]),
      ),
    );
  });
  return made[s]();
};
const platform = (q) => {
  if (q.path === '/robots.txt') return undefined;
  const m = /\/licitacionesPerfilesContratanteCompleto3_(\d{4}(?:\d\d)?)\.zip$/.exec(q.path);
  if (m && (years.includes(m[1]) || run.includes(`${m[1].slice(0, 4)}-${m[1].slice(4)}`)))
    return file(archive(m[1]), 'application/zip', ago(5));
  return q.path === '/' ? spa('Plataforma de Contratación del Sector Público', 'es')(q) : undefined;
};
const zipOf = (s) => `${P}/sindicacion/sindicacion_643/licitacionesPerfilesContratanteCompleto3_${s}.zip`;
const F = (t, main) =>
  page({
    lang: 'es',
    title: t,
    site: 'Ministerio de Hacienda',
    nav: [
      ['Gobierno abierto', href(`${base}/Datosabiertos.aspx`)],
      ['Aviso legal', '/es-ES/Paginas/AvisoLegal.aspx'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer: '<a href="/es-ES/Paginas/AvisoLegal.aspx">Aviso legal</a>',
  });
const ministry = site(
  {
    '/': F(
      'Ministerio de Hacienda',
      `<ul><li><a href="${href(`${base}/Datosabiertos.aspx`)}">Datos abiertos</a></li></ul>`,
    ),
    [`${base}/Datosabiertos.aspx`]: F(
      'Datos abiertos',
      `<ul><li><a href="${href(`${base}/licitaciones_plataforma_contratacion.aspx`)}">Licitaciones publicadas en la Plataforma de Contratación del Sector Público</a></li><li><a href="${href(`${base}/deuda.aspx`)}">Deuda viva de las entidades locales</a></li></ul>`,
    ),
    [`${base}/deuda.aspx`]: F('Deuda viva', '<p>Deuda por ayuntamiento.</p>'),
    [`${base}/licitaciones_plataforma_contratacion.aspx`]: F(
      'Licitaciones publicadas en la Plataforma de Contratación del Sector Público',
      `<p>Licitaciones de los perfiles de contratante alojados en la Plataforma, excluidos los contratos menores. Los ficheros mensuales se publican al cierre de cada mes y los anuales al cierre del ejercicio.</p><h2>Ficheros mensuales</h2><ul>${run.map((m) => `<li><a href="${zipOf(m.replace('-', ''))}">${m} (ZIP)</a></li>`).join('')}</ul><h2>Ficheros anuales</h2><ul>${years.map((y) => `<li><a href="${zipOf(y)}">${y} (ZIP)</a></li>`).join('')}</ul>`,
    ),
    '/es-ES/Paginas/AvisoLegal.aspx': F(
      'Aviso legal',
      '<h2>Condiciones de reutilización</h2><p>Se autoriza la reproducción total o parcial, modificación, distribución y comunicación de los documentos y datos de este sitio para usos comerciales y no comerciales, en los términos del Real Decreto 1495/2011, con las siguientes condiciones: debe citarse la fuente; debe mencionarse la fecha de la última actualización; no debe desnaturalizarse el sentido de la información; no se podrá sugerir que el Ministerio participa, patrocina o apoya la reutilización.</p>',
    ),
  },
  { robots: 'User-agent: *\nDisallow: /_layouts/\n' },
);
const townRows = (q) => {
  const r = rng(8);
  return /^\/contratos\/\d+\.csv$/.test(q.path)
    ? file(
        csvOf(
          [
            [
              'expediente',
              'objeto',
              'descripcion',
              'estado',
              'organo_contratacion',
              'adjudicatario',
              'importe_adjudicacion',
              'fecha_adjudicacion',
            ],
            ...Array.from({ length: 200 }, (_, i) => [
              `${i}/2026`,
              pick(r, subjects),
              'Según pliego',
              'Adjudicado',
              'Junta de Gobierno Local',
              pick(r, firms),
              1000 + r(90000),
              ago(10 + i),
            ]),
          ],
          ';',
        ),
        'text/csv',
        ago(2),
      )
    : undefined;
};
const columns = [
  'codi_expedient',
  'nom_organ',
  'fase_publicacio',
  'denominacio',
  'objecte_contracte',
  'import_adjudicacio_sense',
  'denominacio_adjudicatari',
  'data_publicacio_adjudicacio',
];
const cat = socrata({
  host: 'analisi.transparenciacatalunya.cat',
  title: 'Dades obertes de Catalunya',
  lang: 'ca',
  datasets: [
    {
      id: 'ybgg-dgi6',
      title: 'Contractació pública a Catalunya: publicacions a la Plataforma de serveis de contractació pública',
      notes: 'Anuncis, adjudicacions i formalitzacions.',
      org: 'Generalitat de Catalunya',
      licence: [
        'Open Data',
        'https://administraciodigital.gencat.cat/ca/dades/dades-obertes/informacio-practica/llicencies/',
      ],
      modified: ago(1),
      columns,
      rows: () =>
        Array.from({ length: 500 }, (_, i) => [
          `CAT-${i}`,
          'Departament de Salut',
          'Adjudicació',
          'Subministrament',
          'Subministrament de material',
          1000 + i,
          firms[i % 6],
          ago(1 + (i % 60)),
        ]),
    },
  ],
});
const S = (t) => plain(t, 'es', [t]);
const hosts = steady({
  'datos.gob.es': datosGobEs({ datasets }),
  'www.hacienda.gob.es': ministry,
  'contrataciondelsectorpublico.gob.es': platform,
  'analisi.transparenciacatalunya.cat': cat,
  ...Object.fromEntries([...cities.map((c) => c[1]), 'opendata.euskadi.eus', 'www.upm.es'].map((h) => [h, townRows])),
  'www.esios.ree.es': spa('esios', 'es'),
  'www.exteriores.gob.es': S('Ministerio de Asuntos Exteriores'),
  'www.minhap.gob.es': (q) => ({
    status: 301,
    headers: { location: `${H}${q.path.includes('Datosabiertos') ? href(`${base}/Datosabiertos.aspx`) : '/'}` },
    body: '',
  }),
  'mptmd.gob.es': S('Catálogo de datos'),
  'portal.mineco.gob.es': S('Ministerio de Economía'),
  'proteccion-asilo.interior.gob.es': S('Protección internacional'),
  'sede.agenciatributaria.gob.es': spa('Agencia Tributaria', 'es'),
});
export default {
  place: 'spain',
  category: 'procurement',
  hosts: {
    ...hosts,
    'datos.gob.es': secure(hosts['datos.gob.es']),
    'www.hacienda.gob.es': secure(hosts['www.hacienda.gob.es']),
    'hacienda.gob.es': (q) => ({ status: 301, headers: { location: `${H}${q.url.pathname}` }, body: '' }),
    'sede.ciemat.gob.es': Object.assign(() => undefined, { dead: 'hang' }),
  },
};
