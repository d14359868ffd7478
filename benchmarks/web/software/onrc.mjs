// The open data of Romania's National Trade Register Office: files separated by carets, with a byte order mark. Firms are made up.
import { ago, csvOf, rng } from '../lib.mjs';
import { once, pick } from './common.mjs';

const counties = [
  ['Municipiul București', 'București', 40],
  ['Cluj', 'Municipiul Cluj-Napoca', 12],
  ['Iași', 'Municipiul Iași', 22],
  ['Timiș', 'Municipiul Timișoara', 35],
  ['Constanța', 'Municipiul Constanța', 13],
  ['Brașov', 'Municipiul Brașov', 8],
  ['Dolj', 'Municipiul Craiova', 16],
  ['Bihor', 'Municipiul Oradea', 5],
  ['Prahova', 'Municipiul Ploiești', 29],
  ['Sibiu', 'Municipiul Sibiu', 32],
  ['Argeș', 'Municipiul Pitești', 3],
  ['Suceava', 'Oraș Fălticeni', 33],
  ['Mureș', 'Municipiul Târgu Mureș', 26],
  ['Galați', 'Municipiul Galați', 17],
  ['Harghita', 'Municipiul Miercurea Ciuc', 19],
  ['Tulcea', 'Sat Murighiol', 36],
  ['Vaslui', 'Municipiul Bârlad', 37],
  ['Maramureș', 'Municipiul Baia Mare', 24],
  ['Alba', 'Oraș Cugir', 1],
  ['Ilfov', 'Oraș Voluntari', 23],
];
const first = [
  'ALFA',
  'CARPATI',
  'DACIA',
  'NORD',
  'VERDE',
  'STEJAR',
  'MONTAN',
  'DELTA',
  'AURORA',
  'BRADUL',
  'ORIZONT',
  'LUMINA',
  'DUNAREA',
  'RAPID',
  'SOLARIS',
];
const second = [
  'CONSTRUCT',
  'TRANS',
  'AGRO',
  'CONSULTING',
  'MEDICA',
  'IMPEX',
  'DESIGN',
  'SOFT',
  'FOREST',
  'TURISM',
  'INSTAL',
  'LOGISTIC',
  'PAN',
];
const streets = [
  'Str. Florilor',
  'Str. Mihai Eminescu',
  'B-dul Unirii',
  'Calea Victoriei',
  'Str. Gării',
  'Aleea Castanilor',
  'Str. Avram Iancu',
  'Șos. Națională',
];
const forms = ['SRL', 'SRL', 'SRL', 'SRL', 'PFA', 'II', 'SA', 'SCS'];
const caret = (rows) => Buffer.from(`\ufeff${rows.map((r) => r.join('^')).join('\r\n')}\r\n`);
const count = 32000;
const register = once(() => {
  const r = rng(1990);
  return Array.from({ length: count }, (_, i) => {
    const [county, town, n] = pick(r, counties);
    const year = 1991 + r(35);
    const no = `J${n}/${100 + i}/${year}`;
    const form = pick(r, forms);
    const name =
      form === 'PFA' || form === 'II'
        ? `${pick(r, ['POPA', 'IONESCU', 'RUSU', 'MUNTEANU', 'STAN', 'MATEI'])} ${pick(r, ['ANA', 'ION', 'ELENA', 'RADU', 'DAN'])} ${i} ${form}`
        : `${pick(r, first)} ${pick(r, second)} ${i} ${form === 'SRL' ? 'S.R.L.' : form}`;
    return {
      name,
      cui: 400000 + i * 1337,
      no,
      date: `${String(1 + r(28)).padStart(2, '0')}/${String(1 + r(12)).padStart(2, '0')}/${year}`,
      form,
      county,
      town,
      street: pick(r, streets),
      nr: 1 + r(200),
      post: 10000 + r(897000),
      flat: r(3) ? '' : 1 + r(60),
      state: r(6) ? 1048 : 1084,
    };
  });
});
export const books = {
  'od_firme.csv': once(() =>
    caret([
      [
        'DENUMIRE',
        'CUI',
        'COD_INMATRICULARE',
        'DATA_INMATRICULARE',
        'EUID',
        'FORMA_JURIDICA',
        'ADR_TARA',
        'ADR_JUDET',
        'ADR_LOCALITATE',
        'ADR_DEN_STRADA',
        'ADR_NR_STRADA',
        'ADR_BLOC',
        'ADR_SCARA',
        'ADR_ETAJ',
        'ADR_APARTAMENT',
        'ADR_COD_POSTAL',
        'ADR_SECTOR',
        'ADR_COMPLETARE',
        'WEB',
        'TARA_FIRMA_MAMA',
      ],
      ...register().map((c) => [
        c.name,
        c.cui,
        c.no,
        c.date,
        `ROONRC.${c.no}`,
        c.form,
        'România',
        c.county,
        c.town,
        c.street,
        c.nr,
        c.flat ? `B${c.nr % 30}` : '',
        '',
        '',
        c.flat,
        String(c.post).padStart(6, '0'),
        c.county.includes('București') ? 1 + (c.nr % 6) : '',
        '',
        '',
        '',
      ]),
    ]),
  ),
  'od_stare_firma.csv': once(() => caret([['COD_INMATRICULARE', 'COD'], ...register().map((c) => [c.no, c.state])])),
  'od_caen_autorizat.csv': once(() =>
    caret([
      ['COD_INMATRICULARE', 'COD_CAEN_AUTORIZAT', 'VER_CAEN_AUTORIZAT'],
      ...register().map((c) => [c.no, 4110 + (c.cui % 900), 2]),
    ]),
  ),
  'od_reprezentanti_legali.csv': once(() =>
    caret([
      ['COD_INMATRICULARE', 'PERSOANA_IMPUTERNICITA', 'CALITATE', 'LOCALITATE', 'JUDET', 'TARA'],
      ...register()
        .slice(0, 20000)
        .map((c, i) => [c.no, `ADMINISTRATOR ${i}`, 'administrator', c.town, c.county, 'România']),
    ]),
  ),
  'n_stare_firma.csv': once(() =>
    caret([
      ['COD', 'DENUMIRE'],
      [1048, 'funcțiune'],
      [1084, 'radiată'],
      [1070, 'dizolvare'],
      [1092, 'întrerupere temporară de activitate'],
    ]),
  ),
  'n_caen.csv': once(() =>
    caret([
      ['CLASA', 'DENUMIRE', 'VERSIUNE_CAEN'],
      [4120, 'Lucrări de construcții a clădirilor', 2],
      [6201, 'Activități de realizare a soft-ului la comandă', 2],
    ]),
  ),
};
export const any = (f) => {
  const r = rng(f.length * 31);
  if (f.startsWith('neradiate'))
    return caret([
      ['DENUMIRE', 'CUI', 'COD_INMATRICULARE', 'STARE_FIRMA', 'JUDET', 'LOCALITATE'],
      ...register()
        .slice(0, 9000)
        .map((c) => [c.name, c.cui, c.no, c.state, c.county, c.town]),
    ]);
  if (f.startsWith('situatii'))
    return csvOf([
      ['CUI', 'CAEN', 'i1', 'i13', 'i18', 'i20'],
      ...Array.from({ length: 6000 }, (_, i) => [
        400000 + i * 1337,
        4110 + r(900),
        r(900000),
        r(900000),
        r(90000),
        r(60),
      ]),
    ]);
  const local = /firme|societat|operatori|comercian|agentii/.test(f);
  return csvOf(
    [
      local
        ? ['nr_crt', 'denumire', 'autorizatie', 'punct_de_lucru', 'valabilitate']
        : ['cod', 'judet', 'an', 'valoare'],
      ...Array.from({ length: 400 }, (_, i) =>
        local
          ? [
              i + 1,
              `${pick(r, first)} ${pick(r, second)} ${i} SRL`,
              `AF ${1000 + i}`,
              `${pick(r, streets)} ${1 + r(90)}`,
              ago(r(900)),
            ]
          : [i, pick(r, counties)[0], 2020 + (i % 6), r(9000)],
      ),
    ],
    ';',
  );
};
