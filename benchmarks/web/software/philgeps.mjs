// The files of PhilGEPS: CSV by quarter with the columns of 2025, workbooks by year with those of before 2021. Notices and awards are made up.
import { csvOf, rng, xlsx } from '../lib.mjs';
import { pick } from './common.mjs';

export const now = new Date();
export const thisYear = now.getUTCFullYear();
/** the quarters from 2021 up to the one that held the last complete month, newest first: [year, quarter] */
export const quarters = (() => {
  const last = new Date(Date.UTC(thisYear, now.getUTCMonth() - 1, 1));
  const total = (last.getUTCFullYear() - 2021) * 4 + Math.floor(last.getUTCMonth() / 3) + 1;
  return Array.from({ length: total }, (_, i) => [2021 + Math.floor((total - 1 - i) / 4), (total - 1 - i) % 4]);
})();
const mm = (n) => String(n).padStart(2, '0');
export const fileOf = ([y, q]) => `${y}-${mm(3 * q + 1)}--${y}-${mm(3 * q + 3)}.csv`;
export const lastDay = new Date(Date.UTC(thisYear, now.getUTCMonth(), 0)).toISOString().slice(0, 10);
export const entities = [
  ['DEPARTMENT OF PUBLIC WORKS AND HIGHWAYS - REGION IV-A', 'Region IV-A', 'Quezon'],
  ['DEPARTMENT OF EDUCATION - CENTRAL OFFICE', 'NCR', 'Metro Manila'],
  ['DEPARTMENT OF HEALTH - MAIN', 'NCR', 'Metro Manila'],
  ['BUREAU OF CUSTOMS', 'NCR', 'Metro Manila'],
  ['PHILIPPINE NATIONAL POLICE - NATIONAL HEADQUARTERS', 'NCR', 'Metro Manila'],
  ['DEPARTMENT OF AGRICULTURE - REGIONAL FIELD UNIT VI', 'Region VI', 'Iloilo'],
  ['UNIVERSITY OF THE PHILIPPINES - DILIMAN', 'NCR', 'Metro Manila'],
  ['NATIONAL IRRIGATION ADMINISTRATION - REGION III', 'Region III', 'Nueva Ecija'],
  ['DEPARTMENT OF SOCIAL WELFARE AND DEVELOPMENT', 'NCR', 'Metro Manila'],
  ['SOCIAL SECURITY SYSTEM', 'NCR', 'Metro Manila'],
  ['BUREAU OF INTERNAL REVENUE', 'NCR', 'Metro Manila'],
  ['PHILIPPINE STATISTICS AUTHORITY', 'NCR', 'Metro Manila'],
  ['MUNICIPALITY OF CALINTAAN, OCCIDENTAL MINDORO', 'Region IV-B', 'Occidental Mindoro'],
  ['CITY GOVERNMENT OF TAGBILARAN, BOHOL', 'Region VII', 'Bohol'],
  ['PROVINCE OF ISABELA', 'Region II', 'Isabela'],
  ['MINDANAO STATE UNIVERSITY', 'BARMM', 'Lanao del Sur'],
];
export const goods = [
  [
    'Supply and delivery of office supplies',
    'Goods',
    'Office Equipment and Supplies',
    'Bond paper, A4, 80 gsm, 500 sheets per ream',
  ],
  [
    'Procurement of laptop computers',
    'Goods',
    'Information Technology',
    'Laptop computer with 16 GB memory, three years warranty',
  ],
  [
    'Concreting of barangay road',
    'Civil Works',
    'Construction Projects',
    'Portland cement concrete pavement, 200 mm thick',
  ],
  ['Supply of medicines', 'Goods', 'Drugs and Medicines', 'Amoxicillin 500 mg capsule, 100 per box'],
  [
    'Catering services for training',
    'Goods - General Support Services',
    'Catering Services',
    'Two snacks and lunch for 60 persons',
  ],
  [
    'Repair of school building',
    'Civil Works',
    'Construction Projects',
    'Replacement of roof and ceiling, two classrooms',
  ],
  [
    'Consulting services for feasibility study',
    'Consulting Services',
    'Consulting Services',
    'Study and detailed design of a flood control structure',
  ],
  ['Security services', 'Goods - General Support Services', 'Security Services', 'Guards for one year, 24 hours'],
];
export const firms = [
  'RIZAL GENERAL MERCHANDISE',
  'MAYON BUILDERS AND SUPPLY',
  'VISAYAN OFFICE WORLD INC.',
  'TALA TECHNOLOGIES CORPORATION',
  'AGUILA CONSTRUCTION',
  'BAGWIS SECURITY AGENCY',
  'LUNTIAN PHARMA TRADING',
  'PANDAY ENGINEERING CONSULTANTS',
];
const head = [
  'Procuring Entity (PE)',
  'Region',
  'Province',
  'City/Municipality',
  'Government Branch',
  'PE Organization Type',
  'Bid Reference No.',
  'Notice Title',
  'Classification',
  'Procurement Mode',
  'Business Category',
  'Funding Source',
  'Approved Budget of the Contract',
  'Published Date',
  'Closing Date',
  'Bid Notice Status',
  'Line Item No',
  'Item Name',
  'Item Description',
  'Quantity',
  'UOM',
  'Item Budget',
  'UNSPSC Code',
  'UNSPSC Description',
  'Award Reference No.',
  'Award Title',
  'Published Date(Award)',
  'Award Date',
  'Notice to Proceed Date',
  'Contract Effectivity Date',
  'Contract End Date',
  'Contract Amount',
  'Award Notice Status',
  'Awardee Organization Name',
  'Country of Awardee',
  'Region of Awardee',
];
const rowsOf = (from, to, n) => {
  const r = rng(Date.parse(from) / 864e5);
  const days = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 864e5));
  const after = (iso, k) => new Date(Date.parse(iso) + k * 864e5).toISOString().slice(0, 10);
  return Array.from({ length: n }, (_, i) => {
    const [pe, region, province] = pick(r, entities);
    const [title, kind, category, item] = pick(r, goods);
    const budget = 50000 + r(9000000);
    const day = after(from, Math.floor((i * days) / n));
    const small = r(4) > 0;
    const closing = after(day, small ? 4 : 20);
    const award = after(closing, small ? 5 : 18);
    const awarded = r(10) < 6 && after(award, 5) <= to;
    return [
      pe,
      region,
      province,
      '',
      'Executive',
      pe.startsWith('MUNI') || pe.startsWith('CITY') || pe.startsWith('PROV')
        ? 'Local Government Unit'
        : 'National Government Agency',
      9000000 + Date.parse(from) / 864e5 + i * 3,
      `${title} ${i + 1}`,
      kind,
      small ? 'Negotiated Procurement - Small Value Procurement (Sec. 53.9)' : 'Public Bidding',
      category,
      'General Appropriations Act (GAA)',
      budget,
      day,
      closing,
      awarded ? 'Awarded' : closing < to ? pick(r, ['Closed', 'Failed', 'Cancelled']) : 'Active',
      1,
      item.split(',')[0],
      item,
      1 + r(90),
      pick(r, ['Lot', 'Unit', 'Box']),
      budget,
      44120000 + r(900),
      category,
      ...(awarded
        ? [
            4000000 + i,
            `${title} ${i + 1}`,
            award,
            award,
            after(award, 5),
            after(award, 6),
            after(award, 96),
            Math.round(budget * 0.94),
            'Posted',
            pick(r, firms),
            'Philippines',
            region,
          ]
        : Array(12).fill('')),
    ];
  });
};
export const quarterFile = ([y, q]) => {
  const end = new Date(Date.UTC(y, 3 * q + 3, 0)).toISOString().slice(0, 10);
  return csvOf([
    head,
    ...rowsOf(
      `${y}-${mm(3 * q + 1)}-01`,
      end < lastDay ? end : lastDay,
      end <= lastDay ? 5200 : 1700 * (Number(lastDay.slice(5, 7)) - 3 * q),
    ),
  ]);
};
const oldHead = [
  'Organization Name',
  'Reference ID',
  'Notice Title',
  'Publish Date',
  'Classification',
  'Approved Budget of the Contract',
  'Item Desc',
  'Notice Status',
  'Award No.',
  'Award Title',
  'Contract Amount',
  'Awardee Corporate Title',
];
export const oldFile = (y) =>
  xlsx({
    Sheet1: [
      [`PhilGEPS Bid Notices and Awards ${y}`],
      ['Generated by PhilGEPS'],
      [],
      oldHead,
      ...rowsOf(`${y}-01-01`, `${y}-12-31`, 2500).map((r) => [
        r[0],
        r[6],
        r[7],
        r[13],
        r[8],
        r[12],
        r[18],
        r[15],
        r[24],
        r[25],
        r[31],
        r[33],
      ]),
    ],
  });
