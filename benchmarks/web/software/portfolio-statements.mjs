// Australia's Portfolio Budget Statements: the program expense lines of one Budget as CSV, and workbooks of the statements. Names of portfolios and agencies are real, programs and amounts made up.
import { csvOf, rng, slug, xlsx, zip } from '../lib.mjs';
import { pick } from './common.mjs';

const now = new Date();
/** the newest budget: tabled in May for the year that begins in July */
export const newest = now.getUTCMonth() >= 5 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
export const fy = (y) => `${y}-${String(y + 1).slice(2)}`;
const portfolios = {
  'Agriculture, Fisheries and Forestry': [
    'Department of Agriculture, Fisheries and Forestry',
    'Australian Fisheries Management Authority',
    'Regional Investment Corporation',
  ],
  "Attorney-General's": [
    "Attorney-General's Department",
    'Australian Human Rights Commission',
    'Family Court of Australia',
    'High Court of Australia',
  ],
  'Climate Change, Energy, the Environment and Water': [
    'Department of Climate Change, Energy, the Environment and Water',
    'Bureau of Meteorology',
    'Clean Energy Regulator',
    'Great Barrier Reef Marine Park Authority',
    'Director of National Parks',
  ],
  Defence: [
    'Department of Defence',
    'Australian Signals Directorate',
    "Department of Veterans' Affairs",
    'Australian War Memorial',
    'Defence Housing Australia',
  ],
  Education: [
    'Department of Education',
    'Australian Research Council',
    'Tertiary Education Quality and Standards Agency',
  ],
  'Employment and Workplace Relations': [
    'Department of Employment and Workplace Relations',
    'Fair Work Commission',
    'Safe Work Australia',
    'Comcare',
  ],
  Finance: [
    'Department of Finance',
    'Australian Electoral Commission',
    'Future Fund Management Agency',
    'Digital Transformation Agency',
  ],
  'Foreign Affairs and Trade': [
    'Department of Foreign Affairs and Trade',
    'Australian Trade and Investment Commission',
    'Tourism Australia',
  ],
  'Health, Disability and Ageing': [
    'Department of Health, Disability and Ageing',
    'Aged Care Quality and Safety Commission',
    'National Blood Authority',
    'National Health and Medical Research Council',
    'National Disability Insurance Agency',
  ],
  'Home Affairs': [
    'Department of Home Affairs',
    'Australian Federal Police',
    'Australian Security Intelligence Organisation',
  ],
  'Industry, Science and Resources': [
    'Department of Industry, Science and Resources',
    'Commonwealth Scientific and Industrial Research Organisation',
    'Geoscience Australia',
    'IP Australia',
  ],
  'Infrastructure, Transport, Regional Development, Communications, Sport and the Arts': [
    'Department of Infrastructure, Transport, Regional Development, Communications, Sport and the Arts',
    'Australian Broadcasting Corporation',
    'Civil Aviation Safety Authority',
    'National Library of Australia',
    'Screen Australia',
  ],
  'Prime Minister and Cabinet': [
    'Department of the Prime Minister and Cabinet',
    'Australian Public Service Commission',
    'National Indigenous Australians Agency',
    'Office of National Intelligence',
  ],
  'Social Services': ['Department of Social Services', 'Services Australia', 'Australian Institute of Family Studies'],
  Treasury: [
    'Department of the Treasury',
    'Australian Bureau of Statistics',
    'Australian Taxation Office',
    'Australian Securities and Investments Commission',
    'Productivity Commission',
  ],
  Parliament: [
    'Department of the Senate',
    'Department of the House of Representatives',
    'Department of Parliamentary Services',
  ],
};
export const verbs = [
  'Support',
  'Policy and delivery',
  'Regulation',
  'Research and data',
  'Grants',
  'International engagement',
];
const lines = [
  ['Departmental expenses', 'Departmental appropriation', 'Departmental appropriation'],
  ['Departmental expenses', 's74 external revenue', 's 74 external revenue'],
  ['Departmental expenses', 'Expenses not requiring appropriation in the Budget year', 'Depreciation and amortisation'],
  ['Administered expenses', 'Ordinary annual services (Appropriation Bill No. 1)', 'Payments to service providers'],
  ['Administered expenses', 'Ordinary annual services (Appropriation Bill No. 1)', 'Grants to organisations'],
  ['Administered expenses', 'Special appropriation', 'Payments under the Act'],
];
export const statements = (y) => {
  const r = rng(y * 7);
  const rows = [
    [
      'Portfolio',
      'Department/Agency',
      'Outcome',
      'Program',
      'Expense type',
      'Appropriation type',
      'Description',
      ...[-1, 0, 1, 2, 3].map((k) => fy(y + k)),
      'Source document',
      'Source table',
      'URL',
    ],
  ];
  for (const [p, agencies] of Object.entries(portfolios))
    for (const a of agencies)
      for (const o of [1, 2, 3].slice(0, 1 + r(3))) {
        const outcome = `Outcome ${o}: Contribute to the objectives of the Government in ${p.toLowerCase()} through ${pick(r, verbs).toLowerCase()}.`;
        for (const g of [1, 2, 3, 4, 5, 6].slice(0, 2 + r(5))) {
          const name = `Program ${o}.${g}: ${pick(r, verbs)} – ${a.replace(/^Department of (the )?|^Australian /, '')}`;
          for (const line of lines.slice(0, 4 + r(3))) {
            const base = 200 + r(900000);
            rows.push([
              p,
              a,
              outcome,
              name,
              ...line,
              ...[0, 1, 2, 3, 4].map((k) => base + k * r(4000)),
              `${fy(y)} ${p} Portfolio Budget Statements`,
              `Table 2.${o}.1`,
              'https://budget.gov.au',
            ]);
          }
        }
      }
  return csvOf(rows);
};
export const workbooks = (y) => {
  const r = rng(y);
  return zip(
    Object.fromEntries(
      Object.entries(portfolios)
        .slice(0, 8)
        .map(([p, a]) => [
          `${fy(y)} PBS/${slug(p)}.xlsx`,
          xlsx({
            'Table 1.1': [
              [`Table 1.1: ${a[0]} resource statement`],
              ['', `${fy(y - 1)} $'000`, `${fy(y)} $'000`],
              ...['Annual appropriations', 'Special appropriations', 'Total resourcing'].map((t) => [
                t,
                r(900000),
                r(900000),
              ]),
            ],
          }),
        ]),
    ),
  );
};
/** what stands beside the Budget on the portal: title (% is the financial year), body, description, file, tag */
export const neighbours = [
  [
    'NSW Budget %: Agency Financial Statements',
    'New South Wales Treasury',
    'Budget papers of New South Wales by cluster and agency.',
    'nsw-agency-statements.csv',
    'budget',
  ],
  [
    'Queensland Budget % - Service Delivery Statements',
    'Queensland Treasury',
    'Planned expenses of Queensland departments by service area.',
    'qld-sds.csv',
    'budget',
  ],
  [
    'Victorian State Budget % departmental output costs',
    'Department of Treasury and Finance (Victoria)',
    'Output costs of Victorian departments.',
    'vic-outputs.csv',
    'budget',
  ],
  [
    'South Australian Budget % agency statements',
    'Department of Treasury and Finance (South Australia)',
    'Programs of South Australian agencies.',
    'sa-agency.csv',
    'budget',
  ],
  ['ACT Budget % - output classes', 'ACT Treasury', 'Output classes of ACT directorates.', 'act-outputs.csv', 'budget'],
  [
    'City of Ballarat annual budget %',
    'City of Ballarat',
    'Adopted budget of the council.',
    'ballarat-budget.csv',
    'budget',
  ],
  [
    'Final Budget Outcome',
    'The Treasury',
    'Actual receipts and payments of the past financial year by function.',
    'fbo.csv',
    'budget',
  ],
  ['Mid-Year Economic and Fiscal Outlook tables', 'The Treasury', 'Updated aggregates.', 'myefo.xlsx', 'economy'],
  ['Tax Expenditures and Insights Statement', 'The Treasury', 'Revenue forgone by tax concession.', 'teis.csv', 'tax'],
  [
    'Historical Australian Government Contract Data',
    'Department of Finance',
    'Contract notices of AusTender.',
    'contracts.csv',
    'contracts',
  ],
  [
    'Australian Government Organisations Register',
    'Department of Finance',
    'Bodies of the Australian Government.',
    'agor.csv',
    'government',
  ],
  [
    'Taxation statistics: individuals',
    'Australian Taxation Office',
    'Individuals by postcode.',
    'taxstats.xlsx',
    'tax',
  ],
  ['Grants to community organisations', 'Department of Social Services', 'Grants awarded.', 'grants.csv', 'grants'],
  [
    'Aged care service list',
    'Department of Health, Disability and Ageing',
    'Services by location.',
    'aged-care.csv',
    'health',
  ],
  [
    'ASIC - Company Dataset',
    'Australian Securities and Investments Commission',
    'Companies registered.',
    'company.csv',
    'companies',
  ],
  [
    'Geocoded National Address File',
    'Department of Industry, Science and Resources',
    'Addresses.',
    'gnaf.zip',
    'addresses',
  ],
  ['National Toilet Map', 'Department of Health, Disability and Ageing', 'Public toilets.', 'toilets.csv', 'health'],
  ['Participatory budget ideas', 'City of Greater Geelong', 'Ideas of residents.', 'ideas.csv', 'community'],
];
