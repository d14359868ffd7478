// Workbooks of Georgia's statistics office: wide tables with a row of years above a row of quarters. Figures are made up.
import { rng, xlsx } from '../lib.mjs';

/** labels of the Georgian workbooks */
const georgian = {
  'Agriculture, forestry and fishing': 'სოფლის, სატყეო და თევზის მეურნეობა',
  'Mining and quarrying': 'სამთომოპოვებითი მრეწველობა',
  Manufacturing: 'დამამუშავებელი მრეწველობა',
  'Electricity, gas, steam and air conditioning supply': 'ელექტროენერგიის, აირის, ორთქლის მიწოდება',
  'Water supply; sewerage, waste management': 'წყალმომარაგება; კანალიზაცია, ნარჩენების მართვა',
  Construction: 'მშენებლობა',
  'Wholesale and retail trade': 'საბითუმო და საცალო ვაჭრობა',
  'Transportation and storage': 'ტრანსპორტი და დასაწყობება',
  'Accommodation and food service': 'განთავსების საშუალებები და საკვების მიწოდება',
  'Information and communication': 'ინფორმაცია და კომუნიკაცია',
  'Financial and insurance activities': 'საფინანსო და სადაზღვევო საქმიანობები',
  'Real estate activities': 'უძრავ ქონებასთან დაკავშირებული საქმიანობები',
  'Public administration and defence': 'სახელმწიფო მმართველობა და თავდაცვა',
  Education: 'განათლება',
  'Human health and social work': 'ჯანდაცვა და სოციალური მომსახურება',
  'GDP at basic prices': 'მშპ საბაზისო ფასებში',
  '(+) Taxes on products': '(+) გადასახადები პროდუქციაზე',
  'GDP at market prices': 'მშპ საბაზრო ფასებში',
  'mln. GEL': 'მლნ. ლარი',
  'thousand persons': 'ათასი კაცი',
  'thousand persons, as of 1 January': 'ათასი კაცი, 1 იანვრის მდგომარეობით',
  'Total 15+ population': '15 წლის და უფროსი მოსახლეობა, სულ',
  'Labour force': 'სამუშაო ძალა',
  Employed: 'დასაქმებული',
  Unemployed: 'უმუშევარი',
  'Unemployment rate, percent': 'უმუშევრობის დონე, პროცენტი',
  Georgia: 'საქართველო',
  Urban: 'ქალაქი',
  Rural: 'სოფელი',
  Tbilisi: 'თბილისი',
  'Adjara A.R.': 'აჭარის არ',
  Guria: 'გურია',
  Imereti: 'იმერეთი',
  Kakheti: 'კახეთი',
  'Source: National Statistics Office of Georgia': 'წყარო: საქართველოს სტატისტიკის ეროვნული სამსახური',
};
/** a workbook of one sheet; with a Georgian title its labels are Georgian */
const book = (name, rows, title) =>
  xlsx({
    [name]: title ? [[title], ...rows.slice(1).map((r) => r.map((c) => georgian[c] ?? c))] : rows,
  });
const tenth = (n) => Math.round(n * 10) / 10;
const now = new Date();
const roman = ['I', 'II', 'III', 'IV'];
/** the newest quarter that ended at least `days` ago, as [year, 0..3] */
const quarter = (days) => {
  const d = new Date(Date.now() - days * 864e5);
  const q = Math.floor(d.getUTCMonth() / 3) - 1;
  return q < 0 ? [d.getUTCFullYear() - 1, 3] : [d.getUTCFullYear(), q];
};
export const published = ([y, q], days) =>
  new Date(Date.UTC(y, 3 * q + 3, 0) + days * 864e5).toISOString().slice(0, 10);
export const gdpTo = quarter(80);
export const labourTo = quarter(48);
export const censusYear = now.getUTCMonth() > 4 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
const span = (from, [y, q]) =>
  Array.from({ length: (y - from) * 4 + q + 1 }, (_, i) => [from + Math.floor(i / 4), i % 4]);
const wide = (title, unit, from, to, rows) => {
  const qs = span(from, to);
  return [
    [title],
    [unit],
    ['', ...qs.map(([y, q]) => (q === 0 ? y : ''))],
    ['', ...qs.map(([, q]) => roman[q])],
    ...rows(qs),
    [],
    ['Source: National Statistics Office of Georgia'],
  ];
};
const activities = [
  'Agriculture, forestry and fishing',
  'Mining and quarrying',
  'Manufacturing',
  'Electricity, gas, steam and air conditioning supply',
  'Water supply; sewerage, waste management',
  'Construction',
  'Wholesale and retail trade',
  'Transportation and storage',
  'Accommodation and food service',
  'Information and communication',
  'Financial and insurance activities',
  'Real estate activities',
  'Professional, scientific and technical activities',
  'Administrative and support service activities',
  'Public administration and defence',
  'Education',
  'Human health and social work',
  'Arts, entertainment and recreation',
  'Other service activities',
];
export const gdp = (seed, title, unit) => (ka) => {
  const r = rng(seed);
  return book(
    'GDP',
    wide(title, unit, 2010, gdpTo, (qs) => {
      const rows = activities.map((a) => [a, ...qs.map((_, i) => 180 + i * 14 + r(160))]);
      const sums = qs.map((_, i) => rows.reduce((s, x) => s + x[i + 1], 0));
      return [
        ...rows,
        ['GDP at basic prices', ...sums],
        ['(+) Taxes on products', ...sums.map((s) => Math.round(s * 0.14))],
        ['GDP at market prices', ...sums.map((s) => Math.round(s * 1.14))],
      ];
    }),
    ka,
  );
};
export const labour = (title) => (ka) => {
  const r = rng(683);
  return book(
    'LFS',
    wide(title, 'thousand persons', 2020, labourTo, (qs) => {
      const force = qs.map(() => 1520 + r(90));
      const out = force.map((f, i) => Math.round(f * (0.2 - i * 0.0025 + r(8) / 1000)));
      return [
        ['Total 15+ population', ...qs.map(() => 3010 + r(30))],
        ['Labour force', ...force],
        ['Employed', ...force.map((f, i) => f - out[i])],
        ['Unemployed', ...out],
        ['Unemployment rate, percent', ...force.map((f, i) => Math.round((1000 * out[i]) / f) / 10)],
      ];
    }),
    ka,
  );
};
const units = [
  'Tbilisi',
  'Adjara A.R.',
  'Batumi',
  'Guria',
  'Imereti',
  'Kutaisi',
  'Kakheti',
  'Telavi',
  'Mtskheta-Mtianeti',
  'Racha-Lechkhumi and Kvemo Svaneti',
  'Samegrelo-Zemo Svaneti',
  'Zugdidi',
  'Samtskhe-Javakheti',
  'Kvemo Kartli',
  'Rustavi',
  'Shida Kartli',
  'Gori',
];
export const people = (title, whole) => (ka) => {
  const r = rng(41);
  const years = Array.from({ length: censusYear - 2014 }, (_, i) => 2015 + i);
  return book(
    'Population',
    [
      [title],
      ['thousand persons, as of 1 January'],
      ['', ...years],
      ...(whole
        ? [
            ['Georgia', ...years.map((_, i) => tenth(3721.9 + i * 2.1))],
            ['Urban', ...years.map((_, i) => tenth(2130.4 + i * 9.3))],
            ['Rural', ...years.map((_, i) => tenth(1591.5 - i * 7.2))],
          ]
        : []),
      ...units.map((u) => [u, ...years.map(() => (u === 'Tbilisi' ? 1200 : 30) + r(60))]),
      [],
      ['Source: National Statistics Office of Georgia'],
    ],
    ka,
  );
};
export const other = (title) => (ka) => {
  const r = rng(title.length * 3);
  return book(
    'Data',
    [
      [title],
      [],
      ['', ...Array.from({ length: 10 }, (_, i) => 2015 + i)],
      ...units.map((u) => [u, ...Array.from({ length: 10 }, () => r(9000))]),
    ],
    ka,
  );
};
