// Peru: health performance. www.datosabiertos.gob.pe (DKAN 1: data.json, no search API, the search in HTML closed by Drupal's robots.txt).
// The category lies in two datasets of the Ministry of Health: the register of establishments (address, coordinates, opening hours) and the weekly surveillance of infectious diseases by department. ODC-BY.
// Lures: the social insurance's hospitals, a region's dengue, Lima’s clinics, vaccination, an edition of 2014, a dictionary of columns; the new CKAN beside holds other things; non-www and http redirect.
import { ago, ckan, csvOf, dkan, emptyHub, file, pkg, plain, rng, spa, steady, xlsx } from '../../lib.mjs';
import { alias, broken, once, pick, secure, week } from '../../software/common.mjs';

const W = 'https://www.datosabiertos.gob.pe';
const F = 'https://datosabiertos.gob.pe/sites/default/files';
const M = 'Ministerio de Salud - MINSA';
const odcBy = ['Open Data Commons Attribution License', 'http://opendefinition.org/licenses/odc-by/'];
const D = (title, org, notes, files, o = {}) => ({
  slug: title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 90),
  title,
  org,
  notes,
  licence: odcBy,
  modified: ago(12),
  period: 'R/P1M',
  tags: [],
  files: files.map(([t, f]) => ({
    title: t,
    format: f.split('.').pop(),
    url: `${F}/${f}`,
    type: /xlsx$/.test(f) ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv',
  })),
  ...o,
});
const datasets = [
  D(
    'Cobertura de vacunación contra la COVID-19',
    M,
    'Dosis aplicadas por departamento.',
    [['Vacunas', 'vacunas_covid.csv']],
    { period: 'R/P1W', tags: ['salud', 'vacunas'] },
  ),
  D(
    'IPRESS: Hospitales y centros médicos de EsSalud',
    'Seguro Social de Salud - EsSalud',
    'Establecimientos del seguro social con dirección.',
    [['Centros asistenciales', 'essalud_centros.csv']],
    { tags: ['salud', 'hospitales'] },
  ),
  D(
    'Casos de dengue en la región Cusco',
    'Gobierno Regional Cusco',
    'Casos de dengue notificados por la DIRESA Cusco, por distrito.',
    [['Dengue Cusco', 'cusco_dengue.csv']],
    { tags: ['salud', 'dengue', 'enfermedades infecciosas'] },
  ),
  D(
    'Establecimientos de salud a nivel nacional (RENIPRESS)',
    M,
    'Registro de las instituciones prestadoras de servicios de salud públicas y privadas del país: nombre, categoría, dirección, ubicación geográfica, horario de atención y estado.',
    [
      ['Establecimientos de salud', `minsa_ipress_${ago(12).slice(0, 7).replace('-', '')}.csv`],
      ['Diccionario de datos', 'minsa_ipress_diccionario.xlsx'],
    ],
    { tags: ['salud', 'hospitales', 'establecimientos de salud', 'IPRESS'] },
  ),
  D(
    'Establecimientos de salud 2014',
    M,
    'Padrón de establecimientos al año 2014.',
    [['Padrón 2014', 'minsa_padron_2014.csv']],
    { modified: '2015-02-01', period: null, tags: ['salud'] },
  ),
  D(
    'Vigilancia epidemiológica de enfermedades transmisibles',
    M,
    'Casos notificados al Sistema Nacional de Vigilancia Epidemiológica y tasa de incidencia por semana epidemiológica, departamento y enfermedad: dengue, malaria, leptospirosis, tos ferina, tuberculosis. Fuente: Centro Nacional de Epidemiología, Prevención y Control de Enfermedades.',
    [
      ['Casos y tasas por semana', 'minsa_vigilancia_transmisibles.csv'],
      ['Diccionario de datos', 'minsa_vigilancia_diccionario.xlsx'],
    ],
    { modified: ago(8), period: 'R/P1W', tags: ['salud', 'epidemiología', 'enfermedades infecciosas'] },
  ),
  D(
    'Centros de salud de la Municipalidad Metropolitana de Lima',
    'Municipalidad Metropolitana de Lima',
    'Hospitales de la Solidaridad.',
    [['Hospitales de la Solidaridad', 'lima_sisol.csv']],
    { tags: ['hospitales'] },
  ),
  ...[
    'Presupuesto y ejecución de gasto',
    'Resultados por mesa de las Elecciones Generales 2021',
    'Hechos vitales: defunciones',
    'Calidad del aire de Lima',
    'Red vial nacional',
    'Programa Juntos',
    'Compras públicas: órdenes de compra',
    'Matrícula escolar',
    'Precios de combustibles',
    'Padrón RUC',
    'Turismo: llegada de visitantes',
  ].map((t, i) =>
    D(t, ['MEF', 'ONPE', M, 'SENAMHI', 'MTC', 'MIDIS', 'OSCE', 'MINEDU'][i % 8], t, [[t, `otros_${i}.csv`]]),
  ),
];
const parts =
  'AMAZONAS,ANCASH,APURIMAC,AREQUIPA,AYACUCHO,CAJAMARCA,CALLAO,CUSCO,HUANCAVELICA,HUANUCO,ICA,JUNIN,LA LIBERTAD,LAMBAYEQUE,LIMA,LORETO,MADRE DE DIOS,MOQUEGUA,PASCO,PIURA,PUNO,SAN MARTIN,TACNA,TUMBES,UCAYALI'.split(
    ',',
  );
const kinds = [
  ['HOSPITALES O CLINICAS DE ATENCION GENERAL', 'HOSPITAL', 'II-1', '24 HORAS'],
  ['CENTROS DE SALUD O CENTROS MEDICOS', 'CENTRO DE SALUD', 'I-3', 'LUNES A SABADO 07:30-19:30'],
  ['PUESTOS DE SALUD O POSTAS DE SALUD', 'PUESTO DE SALUD', 'I-1', 'LUNES A VIERNES 08:00-14:00'],
];
const ipress = once(() => {
  const r = rng(71);
  return csvOf([
    [
      'Institución',
      'Código Único',
      'Nombre del establecimiento',
      'Clasificación',
      'Tipo',
      'Departamento',
      'Provincia',
      'Distrito',
      'UBIGEO',
      'Dirección',
      'DISA',
      'Red',
      'Microrred',
      'Categoria',
      'Teléfono',
      'Horario',
      'Inicio de Actividad',
      'Estado',
      'Condición',
      'NORTE',
      'ESTE',
      'COTA',
      'CAMAS',
    ],
    ...parts.flatMap((d, i) =>
      Array.from({ length: 120 }, (_, k) => {
        const t = k === 0 ? kinds[0] : kinds[1 + (k % 2)];
        return [
          k % 9 ? 'GOBIERNO REGIONAL' : 'MINSA',
          1000 + i * 120 + k,
          `${t[1]} ${pick(r, ['SAN JUAN', 'VIRGEN DEL CARMEN', 'SANTA ROSA', 'NUEVA ESPERANZA', 'EL PORVENIR'])} ${k}`,
          t[0],
          k ? 'ESTABLECIMIENTO DE SALUD SIN INTERNAMIENTO' : 'ESTABLECIMIENTO DE SALUD CON INTERNAMIENTO',
          d,
          d,
          `DISTRITO ${1 + (k % 11)}`,
          `${String(i + 1).padStart(2, '0')}0101`,
          `JIRON LIMA ${100 + k}`,
          d,
          `RED ${d}`,
          `MICRORRED ${k % 7}`,
          t[2],
          `0${40 + i}-${500000 + k}`,
          t[3],
          `${1 + (k % 28)}/0${1 + (k % 9)}/${1980 + (k % 40)}`,
          'ACTIVO',
          'EN FUNCIONAMIENTO',
          -(3 + (i % 14)) - r(900) / 1000,
          -70 - (i % 10) - r(900) / 1000,
          100 + r(3500),
          k ? r(9) : 60 + r(300),
        ];
      }),
    ),
  ]);
});
const diseases = ['DENGUE', 'MALARIA P. VIVAX', 'LEPTOSPIROSIS', 'TOS FERINA', 'TUBERCULOSIS PULMONAR'];
const watch = once(() => {
  const r = rng(72);
  return csvOf([
    [
      'ano',
      'semana',
      'departamento',
      'enfermedad',
      'casos_confirmados',
      'casos_probables',
      'defunciones',
      'poblacion',
      'tasa_incidencia_x_100000',
    ],
    ...Array.from({ length: 150 }, (_, n) => week(151 - n)).flatMap(([y, w]) =>
      parts.flatMap((d, i) =>
        diseases.slice(0, 1 + (i % diseases.length)).map((e) => {
          const c = r(140);
          const pop = 400000 + i * 37000;
          return [y, w, d, e, c, r(60), c > 100 ? 1 : 0, pop, Math.round((c / pop) * 1e7) / 100];
        }),
      ),
    ),
  ]);
});
const small = (head, n, row) => csvOf([head, ...Array.from({ length: n }, (_, i) => row(i))]);
const dictionary = (rows) =>
  xlsx({ Diccionario: [['Variable', 'Descripción', 'Tipo'], ...rows.map((v) => [v, v, 'Texto'])] });
const filesOf = {
  'minsa_ipress_diccionario.xlsx': () => dictionary(['Horario', 'NORTE', 'ESTE', 'COTA', 'CAMAS']),
  'minsa_vigilancia_diccionario.xlsx': () => dictionary(['ano', 'semana', 'enfermedad', 'tasa_incidencia_x_100000']),
  'minsa_vigilancia_transmisibles.csv': watch,
  'minsa_padron_2014.csv': () =>
    small(['Nombre', 'Departamento', 'Categoria'], 200, (i) => [`P.S. ${i}`, parts[i % 25], 'I-1']),
  'essalud_centros.csv': () =>
    small(['centro', 'red_asistencial', 'direccion'], 90, (i) => [`HOSPITAL ${i}`, parts[i % 25], `AV. GRAU ${i}`]),
  'cusco_dengue.csv': () =>
    small(['ano', 'semana', 'distrito', 'casos'], 300, (i) => [2026, 1 + (i % 44), `DISTRITO ${i % 9}`, i % 13]),
  'lima_sisol.csv': () =>
    small(['hospital', 'direccion', 'horario'], 18, (i) => [
      `HOSPITAL SOLIDARIDAD ${i}`,
      `AV. TUPAC AMARU ${i}`,
      '07:00-19:00',
    ]),
};
const give = (q) => {
  const name = /^\/sites\/default\/files\/([\w.]+)$/.exec(q.path)?.[1];
  if (!name) return undefined;
  const make = /^minsa_ipress_\d+\.csv$/.test(name) ? ipress : filesOf[name];
  const body = make ? make() : small(['departamento', 'anio', 'valor'], 50, (i) => [parts[i % 25], 2025, i]);
  return file(
    body,
    name.endsWith('xlsx') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv',
    name.includes('2014') ? '2015-02-01' : ago(8),
  );
};
const S = (t) => plain(t, 'es', [t]);
const hosts = steady({
  'www.datosabiertos.gob.pe': dkan({
    origin: W,
    title: 'Plataforma Nacional de Datos Abiertos',
    lang: 'es',
    datasets,
    words: {
      data: 'Datos y recursos',
      licence: 'Licencia',
      download: 'Descargar',
      org: 'Editor',
      modified: 'Modificado',
      datasets: 'Conjuntos de datos',
    },
    extra: give,
  }),
  'catalogo.datosabiertos.gob.pe': ckan({
    title: 'Plataforma Nacional de Datos Abiertos',
    lang: 'es',
    packages: [
      'Locales escolares',
      'Catastro minero',
      'Visitas a museos',
      'Títulos habilitantes forestales',
      'Tarifas de telefonía',
    ].map((t, i) =>
      pkg({
        name: `conjunto-${i}`,
        title: t,
        organization: ['MINEDU', 'INGEMMET', 'MINCUL', 'OSINFOR', 'OSIPTEL'][i],
        license_title: odcBy[0],
        license_id: 'odc-by',
        isopen: true,
      }),
    ),
  }),
  'datos.ins.gob.pe': ckan({
    title: 'Datos abiertos INS',
    lang: 'es',
    packages: [
      pkg({
        name: 'estado-nutricional',
        title: 'Estado nutricional de niños atendidos',
        organization: 'Instituto Nacional de Salud (INS)',
        notes: 'SIEN.',
      }),
    ],
  }),
  'estadisticas.bcrp.gob.pe': S('BCRPData'),
  'ods.inei.gob.pe': spa('Sistema ODS', 'es'),
  'www.inei.gob.pe': S('INEI'),
  'sigrid.cenepred.gob.pe': spa('SIGRID', 'es'),
  'visor.geoperu.gob.pe': spa('GEOPERÚ', 'es'),
  'www.geoidep.gob.pe': S('Geoportal IDEP'),
  'plataforma.peru.mapbiomas.org': spa('MapBiomas Perú', 'es'),
  'datosabiertos.mef.gob.pe': broken(),
  'datosabiertos.oefa.gob.pe': emptyHub('OEFA', 'es'),
});
export default {
  place: 'peru',
  category: 'health-performance',
  hosts: {
    ...hosts,
    'www.datosabiertos.gob.pe': secure(hosts['www.datosabiertos.gob.pe']),
    'datosabiertos.gob.pe': alias('www.datosabiertos.gob.pe'),
  },
};
