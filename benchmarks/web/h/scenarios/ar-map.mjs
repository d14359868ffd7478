// Argentina: national map. The National Geographic Institute (IGN) gives its SIG layers, captured at 1:250 000, by a page of its own site whose buttons call the WFS of its GeoServer: one zipped shapefile or GeoJSON a layer, free, without registration. Its terms of use let the data be passed on for free only and sold only as input of something new: not open.
// datos.gob.ar (CKAN with data.json) has the institute's territorial units alone, a copy of 2022 under CC BY 4.0, whose record names the page; IDERA's GeoNetwork has one record of the SIG. Lures: a ministry's roads, provinces' maps, an atlas of 2010 at 1:1 000 000, rivers of one basin, school maps in PDF.
// Addresses of the WFS, of the older API and of the page, terms of use, names of layers: public code and notes that read them; SIG-250: the institute's own introduction. Sentences of pages and rows are made up; robots.txt as CKAN, Drupal 7 and GeoNetwork ship them.
import {
  ago,
  ckan,
  csvOf,
  defaultRobots,
  esc,
  file,
  json,
  page,
  pdf,
  pkg,
  plain,
  rng,
  site,
  slug,
  spa,
  steady,
  zip,
} from '../../lib.mjs';
import { alias, broken, once, pick, secure } from '../../software/common.mjs';
import { geonetwork } from '../../software/geonetwork.mjs';
import { shapefile } from '../../software/shapefile.mjs';
import { geoserver, layers, oldApi, updated } from '../software/ign.mjs';

const O = 'https://datos.gob.ar';
const I = 'https://www.ign.gob.ar';
const IGN = 'Instituto Geográfico Nacional';
const sig = `${I}/NuestrasActividades/InformacionGeoespacial/CapasSIG`;
const terms = `${I}/descargas/tyc1.html`;
const by = {
  license_id: 'cc-by',
  license_title: 'Creative Commons Attribution 4.0',
  license_url: 'https://creativecommons.org/licenses/by/4.0/',
  isopen: true,
};
const P = (name, title, organization, notes, files, o = {}) =>
  pkg({
    name,
    title,
    organization,
    notes,
    ...by,
    metadata_modified: `${ago(220)}T12:00:00.000000`,
    ...o,
    resources: files.map(([n, url], i) => ({
      name: n,
      url,
      format: url.split('.').pop().toUpperCase().slice(0, 7),
      id: `${name.split('-')[0]}_${i + 1}`,
    })),
  });
const infra = (n, f) => `https://infra.datos.gob.ar/catalog/${n}/dataset/${f}`;
const shapes = (n) => `${I}/descargas/geodatos/SHAPES/ign_${n}.zip`;
const units = P(
  'ign-unidades-territoriales',
  'Unidades territoriales',
  IGN,
  'Polígonos de las unidades territoriales de la República Argentina: país, provincias, departamentos, municipios. Las demás capas del SIG se descargan del sitio del IGN.',
  [
    ...['pais', 'provincia', 'departamento', 'municipio'].map((n) => [
      `${n[0].toUpperCase()}${n.slice(1)} (SHP)`,
      shapes(n),
    ]),
    ['Provincias (CSV)', infra('ign', '1/distribution/provincias.csv')],
  ],
  {
    url: sig,
    author: IGN,
    tags: ['límites', 'provincias', 'departamentos', 'polígonos'],
    metadata_modified: '2022-05-26T12:00:00.000000',
  },
);
const others = [
  [
    'transporte-rutas-nacionales',
    'Rutas nacionales',
    'Ministerio de Transporte. Dirección Nacional de Vialidad',
    'rutas.zip',
    ['rutas', 'vialidad'],
  ],
  [
    'transporte-transito-medio-diario-anual',
    'Tránsito medio diario anual (TMDA)',
    'Ministerio de Transporte. Dirección Nacional de Vialidad',
    'tmda.csv',
    ['rutas'],
  ],
  [
    'transporte-red-ferroviaria',
    'Red ferroviaria de pasajeros',
    'Ministerio de Transporte',
    'red-ferroviaria.zip',
    ['trenes'],
  ],
  [
    'ambiente-areas-protegidas',
    'Áreas protegidas nacionales',
    'Administración de Parques Nacionales',
    'areas.zip',
    ['parques'],
  ],
  [
    'ambiente-cuencas-hidricas',
    'Cuencas hídricas superficiales',
    'Subsecretaría de Recursos Hídricos',
    'cuencas.zip',
    ['cuencas', 'ríos', 'hidrografía'],
  ],
  [
    'acumar-cuenca-matanza-riachuelo',
    'Ríos y arroyos de la cuenca Matanza Riachuelo',
    'ACUMAR',
    'arroyos.zip',
    ['ríos', 'hidrografía'],
  ],
  ['mineria-catastro', 'Catastro minero', 'Secretaría de Minería', 'catastro.csv', ['minería']],
  [
    'segemar-cartas-geologicas',
    'Cartas geológicas 1:250.000',
    'Servicio Geológico Minero Argentino',
    'geologia.zip',
    ['geología', 'mapa'],
  ],
  [
    'educacion-mapa-escuelas',
    'Mapa educativo: padrón de establecimientos',
    'Ministerio de Educación',
    'escuelas.csv',
    ['mapa'],
  ],
  [
    'educacion-mapas-escolares',
    'Mapas escolares de la República Argentina',
    'Ministerio de Educación',
    'mapas.pdf',
    ['mapa'],
  ],
  [
    'modernizacion-georef',
    'Servicio de normalización de datos geográficos',
    'Jefatura de Gabinete de Ministros',
    'georef.csv',
    ['provincias'],
  ],
  [
    'interior-atlas-2010',
    'Atlas digital 1:1.000.000, edición 2010',
    'Ministerio del Interior',
    'atlas.zip',
    ['mapa', 'atlas'],
  ],
  [
    'santa-fe-mapa-base',
    'Mapa base de la provincia de Santa Fe',
    'Provincia de Santa Fe',
    'base-santafe.zip',
    ['mapa', 'rutas', 'hidrografía'],
  ],
  [
    'cordoba-mapa-base',
    'Mapa base de la provincia de Córdoba',
    'Provincia de Córdoba',
    'base-cordoba.zip',
    ['mapa', 'rutas', 'hidrografía'],
  ],
  [
    'buenos-aires-hidrografia',
    'Hidrografía de la provincia de Buenos Aires',
    'Provincia de Buenos Aires',
    'hidro-ba.zip',
    ['hidrografía'],
  ],
  [
    'mendoza-curvas-de-nivel',
    'Curvas de nivel del piedemonte',
    'Municipalidad de Godoy Cruz',
    'curvas.zip',
    ['relieve'],
  ],
  [
    'caba-calles',
    'Calles de la Ciudad Autónoma de Buenos Aires',
    'Gobierno de la Ciudad de Buenos Aires',
    'calles.csv',
    ['calles'],
  ],
  [
    'indec-radios-censales',
    'Radios censales 2022',
    'Instituto Nacional de Estadística y Censos',
    'radios.zip',
    ['censo'],
  ],
  ['energia-lineas-transmision', 'Líneas de transmisión eléctrica', 'Secretaría de Energía', 'lineas.zip', ['energía']],
  ['inpres-peligrosidad-sismica', 'Mapa de peligrosidad sísmica', 'INPRES', 'sismos.pdf', ['mapa']],
  ['agroindustria-mapa-cultivos', 'Mapa nacional de cultivos', 'INTA', 'cultivos.zip', ['mapa']],
  [
    'salud-establecimientos',
    'Listado de establecimientos de salud',
    'Ministerio de Salud',
    'establecimientos.csv',
    ['salud'],
  ],
  [
    'sspm-producto-interno-bruto',
    'Producto interno bruto',
    'Secretaría de Política Económica',
    'pib.csv',
    ['economía'],
  ],
  [
    'justicia-registro-sociedades',
    'Registro Nacional de Sociedades',
    'Ministerio de Justicia',
    'sociedades.csv',
    ['sociedades'],
  ],
].map(([n, t, o, f, tags], i) =>
  P(n, t, o, `${t}.`, [[t, infra(n.split('-')[0], `${i + 2}/distribution/${f}`)]], {
    tags,
    metadata_modified: `${ago(60 + i * 37)}T12:00:00.000000`,
  }),
);
const packages = [...others.slice(0, 14), units, ...others.slice(14)];
const W = {
  data: 'Recursos',
  licence: 'Licencia',
  download: 'Descargar',
  more: 'Ver más',
  org: 'Organización',
  datasets: 'Datasets',
  orgs: 'Organizaciones',
  info: 'Información adicional',
  modified: 'Última actualización',
  field: 'Campo',
  value: 'Valor',
};
/** data.json in the Argentine profile */
const dataJson = () =>
  json({
    version: '1.1',
    identifier: 'nacional',
    title: 'Datos Argentina',
    description: 'Portal Nacional de Datos Abiertos de la República Argentina',
    publisher: { name: 'Jefatura de Gabinete de Ministros', mbox: 'datosargentina@jefatura.gob.ar' },
    superThemeTaxonomy: 'http://datos.gob.ar/superThemeTaxonomy.json',
    language: ['spa'],
    license: 'Open Data Commons Open Database License 1.0',
    homepage: O,
    dataset: packages.map((p) => ({
      identifier: p.id,
      title: p.title,
      description: p.notes,
      publisher: { name: p.organization.title, mbox: '' },
      superTheme: ['GOVE'],
      keyword: p.tags.map((t) => t.name),
      issued: '2017-01-01',
      modified: p.metadata_modified.slice(0, 10),
      accrualPeriodicity: 'R/P1Y',
      landingPage: p.url || `${O}/dataset/${p.name}`,
      license: p.license_url,
      distribution: p.resources.map((s) => ({
        identifier: s.id,
        title: s.name,
        downloadURL: s.url,
        accessURL: `${O}/dataset/${p.name}/archivo/${s.id}`,
        format: s.format,
      })),
    })),
  });
const archive = (q) => {
  const m = /^\/dataset\/([\w-]+)\/archivo\/(\w+)$/.exec(q.path);
  return m
    ? { status: 302, headers: { location: `${O}/dataset/${m[1]}` }, body: '' }
    : q.path === '/data.json'
      ? dataJson()
      : undefined;
};
const pt = (r) => [-70 + r(1200) / 100, -50 + r(2600) / 100];
const anyZip = (name) => {
  const r = rng(name.length * 101);
  return zip(
    shapefile(
      name,
      Array.from({ length: 160 }, (_, i) => {
        const [x, y] = pt(r);
        return {
          type: 'Feature',
          geometry: {
            type: 'LineString',
            coordinates: [
              [x, y],
              [x + 0.2, y + 0.1],
              [x + 0.3, y + 0.3],
            ],
          },
          properties: { id: i + 1, nombre: `${pick(r, ['Ruta', 'Arroyo', 'Tramo', 'Zona'])} ${i + 1}`, fuente: name },
        };
      }),
      'GEOGCS["WGS 84"]',
    ),
  );
};
const infraFile = (q) => {
  const m = /\/distribution\/([\w-]+)\.(zip|csv|pdf)$/.exec(q.path);
  if (!m) return undefined;
  if (m[2] === 'zip') return file(anyZip(m[1]), 'application/zip', ago(300));
  if (m[2] === 'pdf') return file(pdf('Mapa', [`Mapa ${m[1]}`, 'Republica Argentina']), 'application/pdf', ago(900));
  const r = rng(m[1].length * 7);
  return file(
    csvOf([
      ['id', 'nombre', 'provincia', 'lat', 'lon'],
      ...Array.from({ length: 240 }, (_, i) => [
        i + 1,
        `${m[1]} ${i + 1}`,
        pick(r, ['Buenos Aires', 'Salta', 'Chubut', 'Mendoza']),
        pt(r)[1],
        pt(r)[0],
      ]),
    ]),
    'text/csv',
    ago(300),
  );
};
const ign = (t, main) =>
  page({
    lang: 'es',
    title: t,
    site: IGN,
    nav: [
      ['Inicio', '/'],
      ['Nuestras actividades', '/NuestrasActividades'],
      ['Información geoespacial', '/NuestrasActividades/InformacionGeoespacial/Introduccion'],
      ['Capas SIG', '/NuestrasActividades/InformacionGeoespacial/CapasSIG'],
      ['Tienda', '/Tienda'],
    ],
    head: '<meta name="Generator" content="Drupal 7 (http://drupal.org)" />',
    main: `<h1>${t}</h1>${main}`,
    footer: `<p>${IGN}, Avda. Cabildo 381, Ciudad Autónoma de Buenos Aires · Ministerio de Defensa</p>`,
  });
const wfs = (n, f) =>
  `https://wms.ign.gob.ar/geoserver/wfs?service=WFS&version=1.1.0&request=GetFeature&typeName=ign:${n}&outputFormat=${f}`;
const themes = [...new Set(Object.values(layers).map((l) => l[0]))];
const oldShape = once(() => {
  const f = layers.provincia[4]().map((x) => ({ ...x, properties: { ...x.properties, fecha: '2022-05-26' } }));
  return zip(shapefile('ign_provincia', f, 'GEOGCS["WGS 84"]'));
});
const ignSite = site(
  {
    '/': ign(
      IGN,
      '<p>Organismo responsable de la cartografía oficial de la República Argentina.</p><p><a href="/NuestrasActividades/InformacionGeoespacial/CapasSIG">Capas SIG</a> · <a href="https://mapa.ign.gob.ar/">Argenmap</a></p>',
    ),
    '/NuestrasActividades': ign(
      'Nuestras actividades',
      '<ul><li><a href="/NuestrasActividades/InformacionGeoespacial/Introduccion">Información geoespacial</a></li><li><a href="/NuestrasActividades/Geodesia">Geodesia</a></li></ul>',
    ),
    '/NuestrasActividades/InformacionGeoespacial/Introduccion': ign(
      'Introducción',
      `<p>El SIG del IGN nació como SIG-250, con captura a escala 1:250.000 de la cartografía oficial, y cubre todo el territorio. Desde entonces se actualiza de manera continua. Las capas se bajan en <a href="/NuestrasActividades/InformacionGeoespacial/CapasSIG">Capas SIG</a>.</p>`,
    ),
    '/NuestrasActividades/InformacionGeoespacial/CapasSIG': ign(
      'Capas SIG',
      `<p>Información geográfica de toda la República Argentina en formato vectorial, escala de captura 1:250.000. La descarga es libre y gratuita y supone aceptar los <a href="/descargas/tyc1.html">términos y condiciones de uso</a>. Última actualización de las capas: ${updated.split('-').reverse().join('/')}.</p>${themes
        .map(
          (t) =>
            `<h2>${t}</h2><table><tr><th>Capa</th><th>Subtema</th><th>Descarga</th></tr>${Object.entries(layers)
              .filter(([, l]) => l[0] === t)
              .map(
                ([n, l]) =>
                  `<tr><td>${l[2]}</td><td>${l[1]}</td><td><a href="${esc(wfs(n, 'SHAPE-ZIP'))}">Descargar capa (SHP)</a> <a href="${esc(wfs(n, 'application/json'))}">JSON</a></td></tr>`,
              )
              .join('')}</table>`,
        )
        .join(
          '',
        )}<p>Servicio WFS: <a href="https://wms.ign.gob.ar/geoserver/wfs?service=WFS&amp;request=GetCapabilities">https://wms.ign.gob.ar/geoserver/wfs</a>. Metadatos en el catálogo de <a href="https://www.idera.gob.ar/">IDERA</a>.</p>`,
    ),
    '/NuestrasActividades/Geodesia': ign('Geodesia', '<p>Red RAMSAC y modelo de geoide.</p>'),
    '/descargas/tyc1.html': ign(
      'Términos y condiciones de uso de la información descargada',
      '<p>Quien descarga la información acepta estas condiciones:</p><ul><li>Citar como fuente al Instituto Geográfico Nacional de la República Argentina y, en productos derivados, la fecha de los datos originales.</li><li>No dar a entender que el Instituto patrocina o apoya la reutilización.</li><li>Los datos descargados sólo pueden compartirse en forma gratuita; está prohibida su venta.</li><li>El uso comercial se admite únicamente en obras derivadas, cuando la información es insumo de un producto nuevo.</li></ul>',
    ),
    '/Tienda': ign('Tienda', '<p>Cartas topográficas impresas y libros.</p>'),
    '/descargas/geodatos/SHAPES/ign_provincia.zip': () => file(oldShape(), 'application/zip', '2022-05-26'),
    ...Object.fromEntries(
      ['pais', 'departamento', 'municipio'].map((n) => [
        `/descargas/geodatos/SHAPES/ign_${n}.zip`,
        () => file(anyZip(`ign_${n}`), 'application/zip', '2022-05-26'),
      ]),
    ),
  },
  {
    robots:
      'User-agent: *\nCrawl-delay: 10\nDisallow: /includes/\nDisallow: /misc/\nDisallow: /modules/\nDisallow: /profiles/\nDisallow: /scripts/\nDisallow: /themes/\nDisallow: /admin/\nDisallow: /search/\nDisallow: /user/\n',
  },
);
const R = (id, title, org, notes, links, o = {}) => ({
  id,
  title,
  org,
  notes,
  links,
  modified: ago(300),
  keywords: ['Argentina'],
  ...o,
});
const records = [
  R(
    '8c1b7b56-0250-4e1c-9d0e-2f6a1c250001',
    'SIG 250: capas vectoriales de la República Argentina a escala 1:250.000',
    IGN,
    'Límites, red vial, hidrografía, orografía y asentamientos de todo el país en formato vectorial.',
    [
      { url: sig, name: 'Capas SIG', protocol: 'WWW:LINK-1.0-http--link' },
      { url: 'https://wms.ign.gob.ar/geoserver/wfs', name: 'ign:vial_nacional', protocol: 'OGC:WFS' },
    ],
    {
      rights: 'Términos y condiciones de uso del IGN',
      rightsUrl: terms,
      scale: 250000,
      modified: updated,
      keywords: ['mapa', 'límites', 'rutas', 'hidrografía', 'relieve'],
    },
  ),
  R(
    '8c1b7b56-0250-4e1c-9d0e-2f6a1c250002',
    'Modelo Digital de Elevaciones MDE-Ar v2.1',
    IGN,
    'Modelo de 30 metros del territorio continental.',
    [{ url: `${I}/NuestrasActividades/Geodesia`, name: 'MDE-Ar', protocol: 'WWW:LINK-1.0-http--link' }],
    { scale: 100000 },
  ),
  R(
    '41a0c9d2-77aa-4f10-8d31-0c7705f10003',
    'Hidrografía de la provincia de Chaco',
    'Provincia del Chaco',
    'Ríos y lagunas de la provincia.',
    [{ url: 'https://ide.chaco.gob.ar/geoserver/wfs', name: 'hidrografia', protocol: 'OGC:WFS' }],
    { scale: 50000 },
  ),
  R(
    '41a0c9d2-77aa-4f10-8d31-0c7705f10004',
    'Red caminera de la provincia de Córdoba',
    'IDECOR',
    'Rutas y caminos.',
    [{ url: 'https://www.mapascordoba.gob.ar/geoserver/wfs', name: 'red_caminera', protocol: 'OGC:WFS' }],
    { scale: 50000 },
  ),
  R(
    '41a0c9d2-77aa-4f10-8d31-0c7705f10005',
    'Rutas nacionales por calzada',
    'Dirección Nacional de Vialidad',
    'Red troncal.',
    [
      {
        url: 'https://www.argentina.gob.ar/obras-publicas/vialidad-nacional',
        name: 'Vialidad',
        protocol: 'WWW:LINK-1.0-http--link',
      },
    ],
  ),
  R(
    '41a0c9d2-77aa-4f10-8d31-0c7705f10006',
    'Cartas náuticas electrónicas',
    'Servicio de Hidrografía Naval',
    'Cartas en venta.',
    [],
  ),
];
const small = (title, rows) =>
  ckan({
    packages: rows.map(([t, o]) =>
      P(slug(t), t, o, `${t}.`, [[t, infra(slug(o).slice(0, 12), `1/distribution/${slug(t).slice(0, 30)}.csv`)]]),
    ),
    title,
    lang: 'es',
    words: W,
    robots: defaultRobots,
  });
const S = (t, links = []) => plain(t, 'es', [t], links);
const hosts = steady({
  'datos.gob.ar': ckan({
    packages,
    title: 'Datos Argentina',
    lang: 'es',
    words: W,
    robots: defaultRobots,
    extra: archive,
  }),
  'infra.datos.gob.ar': infraFile,
  'www.ign.gob.ar': ignSite,
  'dnsg.ign.gob.ar': oldApi,
  'wms.ign.gob.ar': geoserver,
  'mapa.ign.gob.ar': spa('Argenmap', 'es'),
  'www.idera.gob.ar': S('IDERA, Infraestructura de Datos Espaciales de la República Argentina', [
    ['Catálogo de metadatos', 'https://catalogo.idera.gob.ar/geonetwork'],
  ]),
  'catalogo.idera.gob.ar': geonetwork({
    base: '/geonetwork',
    origin: 'https://catalogo.idera.gob.ar',
    title: 'Catálogo de metadatos IDERA',
    lang: 'es',
    records,
  }),
  'datos.hcdn.gob.ar': small('Datos Abiertos Diputados', [
    ['Votaciones nominales', 'Cámara de Diputados'],
    ['Proyectos parlamentarios', 'Cámara de Diputados'],
  ]),
  'plataforma.argentina.mapbiomas.org': spa('MapBiomas Argentina', 'es'),
  'datos.energia.gob.ar': small('Datos Energía', [
    ['Producción de petróleo y gas por pozo', 'Secretaría de Energía'],
    ['Mapa de refinerías', 'Secretaría de Energía'],
  ]),
  'datos.mindef.gov.ar': small('Datos Defensa', [
    ['Personal de las fuerzas armadas', 'Ministerio de Defensa'],
    ['Estaciones meteorológicas', 'Servicio Meteorológico Nacional'],
  ]),
  'datos.salud.gob.ar': small('Datos Salud', [['Vigilancia de dengue', 'Ministerio de Salud']]),
  'datosabiertos.desarrollosocial.gob.ar': broken(),
  'mc.consejomagistratura.gob.ar': small('Consejo de la Magistratura', [['Concursos', 'Consejo de la Magistratura']]),
  'datos.ambiente.gob.ar': small('Datos Ambiente', [
    ['Bosque nativo: pérdida anual', 'Secretaría de Ambiente'],
    ['Glaciares: inventario nacional', 'IANIGLA'],
  ]),
  'datos.csjn.gov.ar': small('Corte Suprema', [['Causas ingresadas', 'Corte Suprema']]),
  'datos.cultura.gob.ar': small('Datos Cultura', [['Museos', 'Secretaría de Cultura']]),
  'datos.jus.gob.ar': small('Datos Justicia', [['Registro automotor', 'Ministerio de Justicia']]),
  'www.argentina.gob.ar': S('Argentina.gob.ar', [['Instituto Geográfico Nacional', `${I}/`]]),
});
export default {
  place: 'argentina',
  category: 'national-map',
  hosts: {
    ...hosts,
    'datos.gob.ar': secure(hosts['datos.gob.ar']),
    'www.ign.gob.ar': secure(hosts['www.ign.gob.ar']),
    'ign.gob.ar': alias('www.ign.gob.ar'),
    'www.datos.gob.ar': alias('datos.gob.ar'),
  },
};
