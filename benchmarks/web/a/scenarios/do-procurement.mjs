// Dominican Republic: datos.gob.do (CKAN), Spanish. DGCP's processes and contracts as CSV a year on its own site; a declared file is a 404, one a 202 "being generated", the API a JSON error with 200.
// Lures: town halls and single ministries' "compras y contrataciones" (the capital's complete), a sample, the portal's own CC BY footer while the record's extras restrict to non-commercial use.
import { ago, ckan, csvOf, file, html, json, page, pkg, plain, rng, site, slug, spa, steady } from '../../lib.mjs';

const H = 'https://datosabiertos.dgcp.gob.do';
const Y = new Date().getUTCFullYear();
const r = rng(14);
const cc = {
  license_id: 'cc-by',
  license_title: 'Creative Commons Attribution',
  license_url: 'http://www.opendefinition.org/licenses/cc-by',
  isopen: true,
};
const res = (name, url, format = 'CSV', last_modified = ago(3), description = '') => ({
  name,
  format,
  url,
  last_modified: `${last_modified}T09:00:00`,
  description,
});
const L = (org, title, file, o = {}) =>
  pkg({
    name: slug(`${title} ${org}`).slice(0, 90),
    title,
    notes: `Relación de ${title.toLowerCase()} de ${org}.`,
    organization: org,
    ...cc,
    tags: ['compras', 'contrataciones'],
    metadata_modified: '2026-10-05T00:00:00',
    resources: [
      res(`${title} 2026`, `https://datos.gob.do/dataset/x/resource/${file}/download/${file}.csv`, 'CSV', '2026-10-05'),
    ],
    ...o,
  });
const packages = [
  L('Ayuntamiento del Distrito Nacional', 'Compras y contrataciones públicas República Dominicana', 'adn', {
    notes:
      'Procesos de compras, adjudicaciones, proveedores y montos del Ayuntamiento del Distrito Nacional (Santo Domingo).',
  }),
  L('Ayuntamiento de Santiago', 'Procesos de compras y adjudicaciones', 'santiago'),
  L('Ayuntamiento de La Romana', 'Compras y contrataciones', 'romana'),
  L('Ayuntamiento de Puerto Plata', 'Licitaciones públicas', 'pplata'),
  ...[
    'Ministerio de Educación',
    'Ministerio de Cultura',
    'Instituto Nacional de Tránsito',
    'Superintendencia de Bancos',
    'Dirección General de Aduanas',
    'Universidad Autónoma de Santo Domingo',
    'Ministerio de la Juventud',
    'Lotería Nacional',
  ].map((o, i) =>
    L(o, ['Compras y contrataciones', 'Compras menores', 'Licitaciones y adjudicaciones'][i % 3], `inst${i}`),
  ),
  pkg({
    name: 'muestra-de-procesos-de-compras',
    title: 'Procesos de compras y contrataciones: muestra',
    notes: 'Muestra de 30 procesos de 2020 para pruebas.',
    organization: 'Dirección General de Contrataciones Públicas',
    ...cc,
    tags: ['compras'],
    metadata_modified: '2020-06-01T00:00:00',
    resources: [res('Muestra 2020', `${H}/descargas/muestra_procesos_2020.csv`, 'CSV', '2020-06-01')],
  }),
  pkg({
    name: 'procesos-de-compras-y-contrataciones-publicas',
    title: 'Procesos y contratos de compras y contrataciones públicas del Estado',
    notes:
      'Procesos de compra publicados y contratos adjudicados por todas las instituciones del Gobierno Central y descentralizadas en el Portal Transaccional, por unidad de compra. Actualización mensual.',
    organization: 'Dirección General de Contrataciones Públicas',
    author: 'DGCP',
    license_id: 'notspecified',
    license_title: 'Licencia no especificada',
    isopen: false,
    tags: ['compras', 'contratos', 'licitaciones', 'adjudicaciones', 'proveedores'],
    metadata_modified: `${ago(3)}T09:00:00`,
    extras: [
      { key: 'Frecuencia de actualización', value: 'Mensual' },
      { key: 'Cobertura', value: 'Nacional' },
      {
        key: 'Condiciones de uso',
        value:
          'Creative Commons Atribución-NoComercial 4.0 Internacional (CC BY-NC 4.0): solo para fines no comerciales',
      },
    ],
    resources: [
      res(
        'Procesos de compra (servidor anterior)',
        'https://www.dgcp.gob.do/new_dgcp/documentos/datos/procesos.csv',
        'CSV',
        '2019-02-01',
      ),
      res('API de datos abiertos (OCDS)', `${H}/api-dgcp/v1/procesos`, 'JSON'),
      res(`Procesos de compra ${Y} completo (XLSX)`, `${H}/descargas/generar/procesos_${Y}.xlsx`, 'XLSX'),
      res(`Procesos de compra ${Y}`, `${H}/descargas/procesos_${Y}.csv`),
      res(`Contratos adjudicados ${Y}`, `${H}/descargas/contratos_${Y}.csv`),
      res(`Procesos de compra ${Y - 1}`, `${H}/descargas/procesos_${Y - 1}.csv`, 'CSV', `${Y}-01-05`),
      res(`Contratos adjudicados ${Y - 1}`, `${H}/descargas/contratos_${Y - 1}.csv`, 'CSV', `${Y}-01-05`),
    ],
  }),
  ...[
    'Nómina de empleados',
    'Presupuesto aprobado',
    'Ejecución presupuestaria',
    'Accidentes de tránsito',
    'Llegada de pasajeros',
    'Inflación',
    'Elecciones 2024',
    'Calidad del agua',
    'Centros educativos',
    'Hospitales',
    'Rutas de la OMSA',
    'Ingresos y egresos',
    'Solicitudes de información',
    'Estadísticas institucionales',
  ].map((t, i) =>
    pkg({
      name: `ds-${i}`,
      title: t,
      notes: t,
      organization: ['Ministerio de Hacienda', 'Banco Central', 'Ministerio de Salud'][i % 3],
      ...cc,
      resources: [res(t, `https://datos.gob.do/dataset/x/resource/d${i}/download/d${i}.csv`, 'CSV', '2025-01-01')],
    }),
  ),
];
const inst = [
  'Ministerio de Obras Públicas y Comunicaciones',
  'Ministerio de Salud Pública',
  'Ministerio de Educación',
  'Policía Nacional',
  'Ministerio de Agricultura',
  'Dirección General de Aduanas',
  'Instituto Nacional de Aguas Potables',
  'Ministerio de Defensa',
  'Seguro Nacional de Salud',
  'Ministerio de Interior y Policía',
];
const thing = [
  'Adquisición de equipos informáticos',
  'Construcción de tramo carretero',
  'Suministro de medicamentos',
  'Servicio de catering',
  'Mantenimiento de vehículos',
  'Compra de mobiliario escolar',
];
const day = (y, i) =>
  y === Y
    ? ago(4 + Math.floor(i / 3))
    : `${y}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
const code = (y, i) =>
  `${['MOPC', 'MSP', 'MINERD', 'PN', 'MA', 'DGA', 'INAPA', 'MIDE', 'SENASA', 'MIP'][i % 10]}-CCC-${['LPN', 'CP', 'DAF'][i % 3]}-${y}-${String(i).padStart(4, '0')}`;
const procs = (y) =>
  csvOf([
    [
      'codigo_proceso',
      'caratula',
      'descripcion',
      'modalidad',
      'estado_proceso',
      'institucion',
      'unidad_compra',
      'fecha_publicacion',
      'fecha_apertura_ofertas',
      'monto_estimado',
      'divisa',
    ],
    ...Array.from({ length: 420 }, (_, i) => [
      code(y, i),
      `${thing[i % 6]} - ${inst[i % 10]}`,
      `${thing[i % 6]} para las dependencias de la institución, lote ${1 + (i % 4)}`,
      ['Licitación Pública Nacional', 'Comparación de Precios', 'Compras Menores'][i % 3],
      ['Proceso publicado', 'Proceso adjudicado y celebrado', 'Cancelado', 'Sobres abiertos'][i % 4],
      inst[i % 10],
      `${inst[i % 10]} - Departamento de Compras`,
      day(y, i),
      day(y, i),
      100000 + r(9000000),
      'DOP',
    ]),
  ]);
const contracts = (y) =>
  csvOf([
    [
      'codigo_contrato',
      'codigo_proceso',
      'titulo_contrato',
      'descripcion_contrato',
      'estado_contrato',
      'institucion',
      'unidad_compra',
      'proveedor_adjudicado',
      'rpe',
      'valor_contratado',
      'divisa',
      'fecha_adjudicacion',
    ],
    ...Array.from({ length: 300 }, (_, i) => [
      `DGCP-${y}-${String(10000 + i)}`,
      code(y, i),
      `Adjudicación: ${thing[i % 6]}`,
      `${thing[i % 6]}, lote ${1 + (i % 4)}`,
      ['Activo', 'Cerrado'][i % 2],
      inst[i % 10],
      `${inst[i % 10]} - Departamento de Compras`,
      `Suplidora ${['Quisqueya', 'del Caribe', 'Ozama', 'Cibao'][i % 4]} ${i} SRL`,
      10000 + i,
      90000 + r(8000000),
      'DOP',
      day(y, i),
    ]),
  ]);
const local = (o) =>
  csvOf([
    [
      'codigo_proceso',
      'titulo',
      'descripcion',
      'estado',
      'unidad_compra',
      'proveedor_adjudicado',
      'valor_adjudicado',
      'fecha',
    ],
    ...Array.from({ length: 80 }, (_, i) => [
      `${o}-${i}`,
      thing[i % 6],
      `${thing[i % 6]} para el ayuntamiento`,
      'Adjudicado',
      o,
      `Ferretería ${i} SRL`,
      r(900000),
      '2026-09-12',
    ]),
  ]);
const menu = [
  ['Inicio', '/'],
  ['Descargas', '/descargas'],
  ['API', '/documentacion'],
];
const dgcp = site(
  {
    '/': page({
      lang: 'es',
      title: 'Datos Abiertos DGCP',
      site: 'DGCP',
      nav: menu,
      main: '<h1>Datos abiertos de las compras públicas</h1><p>Dirección General de Contrataciones Públicas</p><ul><li><a href="/descargas">Descargas de procesos y contratos</a></li></ul>',
      footer: '<p>Código de este sitio bajo licencia MIT.</p>',
    }),
    '/descargas': page({
      lang: 'es',
      title: 'Descargas',
      site: 'DGCP',
      nav: menu,
      main: `<h1>Descargas</h1><ul>${[Y, Y - 1].map((y) => `<li><a href="/descargas/procesos_${y}.csv">Procesos de compra ${y} (CSV)</a></li><li><a href="/descargas/contratos_${y}.csv">Contratos adjudicados ${y} (CSV)</a></li>`).join('')}<li><a href="/descargas/muestra_procesos_2020.csv">Muestra 2020</a></li></ul><p>Última actualización: ${ago(3)}. Uso no comercial: CC BY-NC 4.0.</p>`,
      footer: '<p>Código de este sitio bajo licencia MIT.</p>',
    }),
    '/documentacion': page({
      lang: 'es',
      title: 'API',
      site: 'DGCP',
      nav: menu,
      main: '<h1>API</h1><p>/api-dgcp/v1/procesos</p>',
    }),
    '*': (q) => {
      if (q.path.startsWith('/api-dgcp/'))
        return json({ hasError: true, code: 500, message: 'Error interno: ORA-12541: TNS:no listener', payload: null });
      if (q.path.startsWith('/descargas/generar/'))
        return {
          status: 202,
          headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '120' },
          body: '<!doctype html><html lang="es"><head><title>Generando</title></head><body><p>Su archivo está siendo generado. Intente de nuevo en unos minutos.</p></body></html>',
        };
      const m = /^\/descargas\/(procesos|contratos|muestra_procesos)_(\d{4})\.csv$/.exec(q.path);
      if (!m) return undefined;
      const y = +m[2];
      return file(
        m[1] === 'procesos'
          ? procs(y)
          : m[1] === 'contratos'
            ? contracts(y)
            : csvOf([
                ['codigo_proceso', 'caratula', 'estado_proceso'],
                ...Array.from({ length: 30 }, (_, i) => [code(2020, i), thing[i % 6], 'Cancelado']),
              ]),
        'text/csv',
        y === Y ? ago(3) : `${y + 1}-01-05`,
      );
    },
  },
  { robots: 'User-agent: *\nDisallow:\n' },
);
const extra = (q) => {
  const m = /^\/dataset\/[^/]+\/resource\/(\w+)\/download\//.exec(q.path);
  return m
    ? file(
        /^d\d/.test(m[1])
          ? csvOf([
              ['Año', 'Mes', 'Valor'],
              [2024, 'Enero', 5],
              [2024, 'Febrero', 6],
            ])
          : local(m[1].toUpperCase()),
        'text/csv',
        '2026-10-05',
      )
    : undefined;
};
const portal = ckan({
  packages,
  title: 'Portal Nacional de Datos Abiertos',
  lang: 'es',
  extra,
  footer:
    '<p>Salvo indicación en contrario, los contenidos editoriales de este sitio web se publican bajo <a href="https://creativecommons.org/licenses/by/4.0/deed.es">CC BY 4.0</a>. Con tecnología de <a href="https://ckan.org">CKAN</a> (AGPL v3).</p>',
  words: {
    data: 'Datos y Recursos',
    licence: 'Licencia',
    download: 'Descargar',
    org: 'Organización',
    datasets: 'Conjuntos de datos',
  },
  pageOf: (p, frame) =>
    p.extras?.length
      ? html(
          frame(
            p.title,
            `<h1>${p.title}</h1><div class="notes">${p.notes}</div><section id="dataset-resources"><h2>Datos y Recursos</h2><ul class="resource-list">${p.resources.map((s) => `<li class="resource-item"><a class="heading" href="/dataset/${p.name}/resource/${s.id}">${s.name}</a> <span class="format-label" data-format="${s.format.toLowerCase()}">${s.format}</span> <a class="resource-url-analytics" href="${s.url}">Descargar</a></li>`).join('')}</ul></section><section class="additional-info"><h3>Información Adicional</h3><table><tr><th>Campo</th><th>Valor</th></tr><tr><th>Última actualización</th><td>${p.metadata_modified.slice(0, 10)}</td></tr>${p.extras.map((e) => `<tr><th>${e.key}</th><td>${e.value}</td></tr>`).join('')}</table></section><aside><h3>Organización</h3><p>${p.organization.title}</p><section class="license"><h2>Licencia</h2><p>${p.license_title}</p></section></aside>`,
          ).body,
        )
      : null,
});
const S = (t) => spa(t, 'es');
export default {
  place: 'dominican-republic',
  category: 'procurement',
  hosts: steady({
    'datos.gob.do': portal,
    'datosabiertos.dgcp.gob.do': dgcp,
    'www.dgcp.gob.do': plain(
      'DGCP',
      'es',
      ['Dirección General de Contrataciones Públicas'],
      [['Datos abiertos', 'https://datosabiertos.dgcp.gob.do/']],
    ),
    'developer.digital.gob.do': S('Desarrolladores'),
    'riesgos.mepyd.gob.do': S('SGRD'),
    'geoportal.catastro.gob.do': S('Geoportal'),
    'geoportal.iderd.gob.do': S('IDERD'),
  }),
};
