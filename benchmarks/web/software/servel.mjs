// Results as Chile's electoral service gives them out: a line a polling table and candidate with the voters of the table, null and blank votes as candidates of their own; the country and abroad on two sheets, or a workbook a district in a ZIP.
import { rng, xlsx, zip } from '../lib.mjs';
import { once } from './common.mjs';

const head = [
  'Región',
  'Provincia',
  'Circ. Senatorial',
  'Distrito',
  'Comuna',
  'Circ. Electoral',
  'Local',
  'Nro. Mesa',
  'Tipo Mesa',
  'Mesas Fusionadas',
  'Electores',
  'Nro. En Voto',
  'Lista',
  'Pacto',
  'Partido',
  'Candidato',
  'Votos TRICEL',
];
const regions = [
  ['DE ARICA Y PARINACOTA', 1, [1], 'ARICA,CAMARONES,PUTRE'],
  ['DE TARAPACA', 2, [2], 'IQUIQUE,ALTO HOSPICIO,PICA'],
  ['DE ANTOFAGASTA', 3, [3], 'ANTOFAGASTA,CALAMA,TALTAL'],
  ['DE ATACAMA', 4, [4], 'COPIAPO,VALLENAR,CALDERA'],
  ['DE COQUIMBO', 5, [5], 'LA SERENA,COQUIMBO,OVALLE'],
  ['DE VALPARAISO', 6, [6, 7], 'VALPARAISO,VIÑA DEL MAR,QUILPUE,SAN ANTONIO'],
  [
    'METROPOLITANA DE SANTIAGO',
    7,
    [8, 9, 10, 11, 12, 13, 14],
    'SANTIAGO,MAIPU,PUENTE ALTO,ÑUÑOA,LA FLORIDA,PROVIDENCIA',
  ],
  ["DEL LIBERTADOR GENERAL BERNARDO O'HIGGINS", 8, [15, 16], 'RANCAGUA,SAN FERNANDO,RENGO'],
  ['DEL MAULE', 9, [17, 18], 'TALCA,CURICO,LINARES'],
  ['DE ÑUBLE', 16, [19], 'CHILLAN,BULNES,COELEMU'],
  ['DEL BIOBIO', 10, [20, 21], 'CONCEPCION,TALCAHUANO,LOS ANGELES'],
  ['DE LA ARAUCANIA', 11, [22, 23], 'TEMUCO,ANGOL,VILLARRICA'],
  ['DE LOS RIOS', 12, [24], 'VALDIVIA,LA UNION,PANGUIPULLI'],
  ['DE LOS LAGOS', 13, [25, 26], 'PUERTO MONTT,OSORNO,CASTRO'],
  ['DE AYSEN DEL GENERAL CARLOS IBAÑEZ DEL CAMPO', 14, [27], 'COYHAIQUE,AYSEN,COCHRANE'],
  ['DE MAGALLANES Y DE LA ANTARTICA CHILENA', 15, [28], 'PUNTA ARENAS,NATALES,PORVENIR'],
].map(([name, circ, districts, towns]) => ({ name, circ, districts, towns: towns.split(',') }));
const president = [
  ['FRANCO PARISI FERNANDEZ', 'PARTIDO DE LA GENTE'],
  ['JEANNETTE JARA ROMAN', 'PARTIDO COMUNISTA DE CHILE'],
  ['MARCO ENRIQUEZ-OMINAMI GUMUCIO', 'INDEPENDIENTE'],
  ['JOHANNES KAISER BARENTS-VON HOHENHAGEN', 'PARTIDO NACIONAL LIBERTARIO'],
  ['JOSE ANTONIO KAST RIST', 'PARTIDO REPUBLICANO DE CHILE'],
  ['EDUARDO ARTES BRICHETTI', 'INDEPENDIENTE'],
  ['EVELYN MATTHEI FORNET', 'UNION DEMOCRATA INDEPENDIENTE'],
  ['HAROLD MAYNE-NICHOLLS SECUL', 'INDEPENDIENTE'],
];
const pacts = [
  ['A', 'PARTIDO DE LA GENTE'],
  ['C', 'UNIDAD POR CHILE'],
  ['J', 'CHILE GRANDE Y UNIDO'],
  ['K', 'CAMBIO POR CHILE'],
];
const names =
  'MARIA ROJAS SOTO,JUAN MUÑOZ DIAZ,CAROLINA VERA PINTO,PEDRO FUENTES LARA,ANA CONTRERAS VIDAL,LUIS ARAYA CORTES'.split(
    ',',
  );
const group = (seed) =>
  pacts.flatMap(([l, p], i) => names.slice(0, 3).map((_, k) => [names[(seed + i * 2 + k) % 6], p, l]));
/** The lines of a polling table. */
const lines = (r, where, number, list) => {
  const votes = list.map(() => r(70));
  const blank = r(6);
  const invalid = r(14);
  const cast = votes.reduce((a, b) => a + b, 0) + blank + invalid;
  const fixed = [...where, number, 'M', '', Math.round(cast * 1.18)];
  return [
    ...list.map(([n, p, l], i) => [...fixed, i + 1, l ?? '', l ? p : '', l ? '' : p, n, votes[i]]),
    [...fixed, '', '', '', '', 'VOTOS NULOS', invalid],
    [...fixed, '', '', '', '', 'VOTOS EN BLANCO', blank],
  ];
};
const place = (g, district, town, k) => [
  g.name,
  town,
  g.circ,
  district,
  town,
  town,
  `${['LICEO', 'ESCUELA', 'COLEGIO'][k % 3]} ${['BICENTENARIO', 'ARTURO PRAT', 'GABRIELA MISTRAL'][(k + district) % 3]} ${town}`,
];
const district = (r, g, d, list, n) =>
  g.towns.flatMap((t, i) =>
    Array.from({ length: n }, (_, k) => lines(r, place(g, d, t, k % 3), i * 200 + k + 1, list)).flat(),
  );
/** A presidential round: every district, and the consulates. */
const round = (list, seed) => {
  const r = rng(seed);
  const abroad = ['ALEMANIA', 'ARGENTINA', 'CANADA', 'ESPAÑA', 'FRANCIA'].flatMap((c) =>
    Array.from({ length: 8 }, (_, k) =>
      lines(r, ['EXTRANJERO', c, '', '', c, c, `CONSULADO ${c}`], k + 1, list),
    ).flat(),
  );
  return xlsx({
    CHILE: [head, ...regions.flatMap((g) => g.districts.flatMap((d) => district(r, g, d, list, 14)))],
    EXTRANJERO: [head, ...abroad],
  });
};
export const files = {
  presidencial1v: once(() => round(president, 131)),
  presidencial2v: once(() => round([president[1], president[4]], 132)),
  diputados: once(() =>
    zip(
      Object.fromEntries(
        regions.flatMap((g) =>
          g.districts.map((d) => [
            `Diputados/Resultados_Mesa_DIPUTADOS_Tricel_D${String(d).padStart(2, '0')}.xlsx`,
            xlsx({ DIPUTADOS: [head, ...district(rng(1300 + d), g, d, group(d), 5)] }),
          ]),
        ),
      ),
    ),
  ),
  senadores: once(() =>
    zip(
      Object.fromEntries(
        regions
          .filter((g) => [1, 2, 4, 6, 9, 11, 14].includes(g.circ))
          .map((g) => [
            `Senadores/Resultados_Mesa_SENADORES_Tricel_C${String(g.circ).padStart(2, '0')}.xlsx`,
            xlsx({ SENADORES: [head, ...district(rng(1400 + g.circ), g, g.districts[0], group(g.circ), 8)] }),
          ]),
      ),
    ),
  ),
};
/** A municipal election: one sheet. */
export const mayors = once(() =>
  xlsx({ ALCALDES: [head, ...regions.flatMap((g) => district(rng(1500 + g.circ), g, g.districts[0], group(2), 4))] }),
);
