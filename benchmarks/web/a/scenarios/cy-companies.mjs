// Cyprus: data.gov.cy (DKAN), Greek. The Registrar's register as it publishes it: organisations, registered offices, officials in files of their own, joined by ADDRESS_SEQ_NO.
// Lures: a chamber's list with all columns, municipalities, a sample, an edition of 2019, dates of registration inside the records; the registrar's own site answers with a challenge.
import { ago, cloudflare, csvOf, dkan, file, html, json, rng, spa, steady } from '../../lib.mjs';

const O = 'https://www.data.gov.cy';
const S = `${O}/sites/default/files/uploads/resources`;
const r = rng(3);
const by = ['Creative Commons Attribution 4.0', 'http://creativecommons.org/licenses/by/4.0/'];
const reg = 'Τμήμα Εφόρου Εταιρειών και Διανοητικής Ιδιοκτησίας';
const towns = [
  ['Λευκωσία', ['ΜΑΚΑΡΙΟΥ Γ', 'ΘΕΜΙΣΤΟΚΛΗ ΔΕΡΒΗ']],
  ['Λεμεσός', ['28ΗΣ ΟΚΤΩΒΡΙΟΥ', 'ΑΓΙΑΣ ΦΥΛΑΞΕΩΣ']],
  ['Λάρνακα', ['ΓΡΗΓΟΡΗ ΑΥΞΕΝΤΙΟΥ', 'ΕΡΜΟΥ']],
  ['Πάφος', ['ΑΠΟΣΤΟΛΟΥ ΠΑΥΛΟΥ', 'ΕΛΛΑΔΟΣ']],
  ['Αμμόχωστος', ['ΠΡΩΤΑΡΑ', 'ΚΑΒΟ ΓΚΡΕΚΟ']],
];
const N = 2400;
const date = (i) =>
  `${String(1 + (i % 28)).padStart(2, '0')}/${String(1 + (i % 12)).padStart(2, '0')}/${1952 + Math.floor((i * 72) / N)}`;
const name = (i) =>
  `${['A. IOANNOU', 'AEGEAN', 'AKAMAS', 'KYPRIANOU', 'LEFKARA', 'MEDITERRANEAN', 'PETRIDES', 'TROODOS'][i % 8]} ${['TRADING', 'SHIPPING', 'HOLDINGS', 'CONSTRUCTIONS', 'SERVICES'][i % 5]} ${i} LIMITED`;
const orgs = () =>
  csvOf([
    [
      'ORGANISATION_NAME',
      'REGISTRATION_NO',
      'ORGANISATION_TYPE_CODE',
      'ORGANISATION_TYPE',
      'ORGANISATION_SUB_TYPE',
      'NAME_STATUS_CODE',
      'NAME_STATUS',
      'REGISTRATION_DATE',
      'ORGANISATION_STATUS',
      'ORGANISATION_STATUS_DATE',
      'ADDRESS_SEQ_NO',
    ],
    ...Array.from({ length: N }, (_, i) => [
      name(i),
      1000 + i * 187,
      'C',
      'Εταιρεία',
      'Ιδιωτική',
      'CN',
      'Τρέχον Όνομα',
      date(i),
      i % 9 ? 'Εγγεγραμμένη' : 'Διαλύθηκε',
      i % 9 ? '' : date(i),
      500000 + i,
    ]),
  ]);
const offices = () =>
  csvOf([
    ['ADDRESS_SEQ_NO', 'STREET', 'BUILDING', 'TERRITORY'],
    ...Array.from({ length: N }, (_, i) => {
      const t = towns[i % 5];
      return [
        500000 + i,
        `${t[1][i % 2]}, ${1 + r(180)}`,
        i % 4 ? '' : `Διαμέρισμα ${r(400)}`,
        `${1000 + (i % 5) * 1500 + r(90)}, ${t[0]}, Κύπρος`,
      ];
    }),
  ]);
const officials = () =>
  csvOf([
    [
      'ORGANISATION_NAME',
      'REGISTRATION_NO',
      'ORGANISATION_TYPE_CODE',
      'PERSON_OR_ORGANISATION_NAME',
      'OFFICIAL_POSITION',
    ],
    ...Array.from({ length: 400 }, (_, i) => [name(i), 1000 + i * 187, 'C', `ΑΝΔΡΕΑΣ ΓΕΩΡΓΙΟΥ ${i}`, 'Διευθυντής']),
  ]);
const old = () =>
  csvOf([
    ['ORGANISATION_NAME', 'REGISTRATION_NO', 'ORGANISATION_TYPE', 'REGISTRATION_DATE', 'STREET', 'TERRITORY'],
    ...Array.from({ length: 50 }, (_, i) => [name(i), 1000 + i * 187, 'Εταιρεία', date(i), 'ΕΡΜΟΥ 1', 'Λευκωσία']),
  ]);
const keve = () =>
  csvOf([
    ['Επωνυμία εταιρείας', 'Αριθμός εγγραφής', 'Διεύθυνση', 'Πόλη', 'Τηλέφωνο'],
    ...Array.from({ length: 220 }, (_, i) => [
      name(i * 3),
      1000 + i * 561,
      `ΓΡΙΒΑ ΔΙΓΕΝΗ ${1 + i}`,
      'Λευκωσία',
      `2288${1000 + i}`,
    ]),
  ]);
const town = (t) =>
  csvOf([
    ['Όνομα επιχείρησης', 'Αρ. άδειας', 'Διεύθυνση'],
    ...Array.from({ length: 40 }, (_, i) => [`ΚΑΦΕΤΕΡΙΑ ${i}`, i, `ΕΡΜΟΥ ${i}, ${t}`]),
  ]);
const F = (_slugName, ...files) =>
  files.map(([title, f, description]) => ({ title, format: f.split('.').pop(), url: `${S}/${f}`, description }));
const D = (slug, title, org, notes, files, o = {}) => ({
  slug,
  title,
  org,
  notes,
  licence: by,
  modified: '2021-05-04',
  period: 'R/P1Y',
  tags: [],
  files,
  ...o,
});
const datasets = [
  D(
    'lista-epixeiriseon-kyprou-keve',
    'Εταιρείες στην Κύπρο: κατάλογος μελών',
    'Κυπριακό Εμπορικό και Βιομηχανικό Επιμελητήριο',
    'Κατάλογος εταιρειών μελών του Επιμελητηρίου με επωνυμία, αριθμό εγγραφής και διεύθυνση.',
    F('x', ['Εταιρείες μέλη', 'keve_meli.csv']),
    { modified: ago(2), period: 'R/P1M', tags: ['εταιρείες', 'μητρώο'] },
  ),
  D(
    'deigma-mitroou-etaireion',
    'Μητρώο Εταιρειών: δείγμα 50 εγγραφών (2019)',
    reg,
    'Δείγμα των εγγραφών του μητρώου, έκδοση 2019.',
    F('x', ['Δείγμα', 'deigma_organisations_2019.csv']),
    { modified: '2019-06-01', tags: ['εταιρείες'] },
  ),
  ...['Δήμος Λευκωσίας', 'Δήμος Λεμεσού', 'Δήμος Πάφου', 'Δήμος Λάρνακας'].map((m, i) =>
    D(
      `epixeiriseis-dimos-${i}`,
      `Μητρώο επιχειρήσεων ${m.replace('Δήμος', 'Δήμου')}`,
      m,
      'Επιχειρήσεις με άδεια λειτουργίας εντός των δημοτικών ορίων, Κύπρος.',
      F('x', ['Επιχειρήσεις', `dimos_${i}.csv`]),
      { modified: ago(20), tags: ['επιχειρήσεις'] },
    ),
  ),
  D(
    'mitroo-eggegrammenon-etaireion-emporikon-eponymion-kai-synetairismon-stin-kypro',
    'Μητρώο Εγγεγραμμένων Εταιρειών, Εμπορικών Επωνυμιών και Συνεταιρισμών στην Κύπρο',
    reg,
    'Περιλαμβάνει όλους τους οργανισμούς που είναι εγγεγραμμένοι στο μητρώο του Εφόρου: όνομα, αριθμό εγγραφής, κατάσταση, εγγεγραμμένο γραφείο και αξιωματούχους. Τα αρχεία οργανισμών και διευθύνσεων συνδέονται με το πεδίο ADDRESS_SEQ_NO. Ανανεώνεται κάθε μήνα.',
    F(
      'x',
      [
        `Εγγεγραμμένοι οργανισμοί ${ago(6)}`,
        `organisations_${ago(6).replace(/-/g, '')}.csv`,
        'Όλοι οι εγγεγραμμένοι οργανισμοί',
      ],
      [
        `Εγγεγραμμένα γραφεία (διευθύνσεις) ${ago(6)}`,
        `registered_office_${ago(6).replace(/-/g, '')}.csv`,
        'Διευθύνσεις ανά ADDRESS_SEQ_NO',
      ],
      [`Αξιωματούχοι ${ago(6)}`, `organisation_officials_${ago(6).replace(/-/g, '')}.csv`, ''],
    ),
    { modified: ago(6), period: 'R/P1M', tags: ['Μητρώο', 'Εταιρείες', 'Έφορος Εταιρειών'] },
  ),
  D('emporika-simata', 'Εμπορικά Σήματα', reg, 'Μητρώο εμπορικών σημάτων.', F('x', ['Σήματα', 'trademarks.csv']), {
    modified: ago(6),
  }),
  D(
    'eteries-parochis-ependytikon-ypiresion',
    'Εταιρείες Παροχής Επενδυτικών Υπηρεσιών',
    'Επιτροπή Κεφαλαιαγοράς Κύπρου',
    'Αδειοδοτημένες εταιρείες.',
    F('x', ['ΚΕΠΕΥ', 'cysec.csv']),
    { modified: '2023-02-01' },
  ),
  ...[
    'Προϋπολογισμός 2026',
    'Αποτελέσματα Βουλευτικών Εκλογών 2021',
    'Ποιότητα υδάτων κολύμβησης',
    'Δρομολόγια λεωφορείων GTFS',
    'Πληθυσμός',
    'Νοσοκομεία',
    'Δείκτης Τιμών Καταναλωτή',
    'Δημόσιες συμβάσεις',
    'Ταχυδρομικοί κώδικες',
    'Μητρώο Εργοληπτών',
    'Τροχαία ατυχήματα',
    'Σχολεία',
    'Αφίξεις τουριστών',
    'Φράγματα',
    'Ανεργία',
  ].map((t, i) =>
    D(
      `ds-${i}`,
      t,
      ['Υπουργείο Οικονομικών', 'Υπουργείο Εσωτερικών', 'Στατιστική Υπηρεσία'][i % 3],
      t,
      F('x', [t, `ds_${i}.csv`]),
    ),
  ),
];
const files = (q) => {
  const m = /\/uploads\/resources\/(.+)$/.exec(q.path);
  if (!m) return undefined;
  const f = m[1];
  const b = /^organisations_/.test(f)
    ? orgs()
    : /^registered_office/.test(f)
      ? offices()
      : /^organisation_officials/.test(f)
        ? officials()
        : /^deigma/.test(f)
          ? old()
          : /^keve/.test(f)
            ? keve()
            : /^dimos/.test(f)
              ? town(towns[+f[6]][0])
              : csvOf([
                  ['Έτος', 'Τιμή'],
                  [2020, 5],
                  [2021, 6],
                ]);
  return file(b, 'text/csv', /^org|^registered/.test(f) ? ago(6) : '2021-05-04');
};
const portal = dkan({
  origin: O,
  title: 'Εθνική Πύλη Ανοικτών Δεδομένων',
  lang: 'el',
  datasets,
  extra: files,
  words: {
    data: 'Δεδομένα και Πόροι',
    licence: 'Άδεια',
    download: 'Λήψη',
    org: 'Φορέας',
    modified: 'Τελευταία ενημέρωση',
    datasets: 'Σύνολα Δεδομένων',
  },
});
export default {
  place: 'cyprus',
  category: 'company-register',
  hosts: steady({
    'www.data.gov.cy': portal,
    'data.gov.cy': portal,
    'www.companies.gov.cy': cloudflare,
    'efiling.drcor.mcit.gov.cy': cloudflare,
    'cystatdb.cystat.gov.cy': spa('CYSTAT-DB', 'el'),
    'geoportal-wdd.hub.arcgis.com': spa('WDD', 'en'),
    'eservices.dls.moi.gov.cy': (q) =>
      !q.path.startsWith('/arcgis/rest/services')
        ? undefined
        : q.q.get('f') === 'json'
          ? json({ currentVersion: 10.91, folders: [], services: [] })
          : html(
              '<html><head><title>ArcGIS REST Services Directory</title></head><body><h2>Folder: /</h2></body></html>',
            ),
  }),
};
