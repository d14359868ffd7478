// Ghana: election results, on a bad day. The Electoral Commission answers programs with a challenge, the national portal (DKAN) is in maintenance, the health system asks for a log-in, a platform is drawn by scripts, others hang or are gone.
// What does answer (the statistical service and its PxWeb) has nothing on elections and says nothing of them. Nobody can tell: Unsure throughout.
import { ago, cloudflare, html, page, plain, site, spa, steady } from '../../lib.mjs';
import { alias, broken, secure } from '../../software/common.mjs';
import { pxweb } from '../../software/pxweb.mjs';

const years = ['2010', '2021'];
const regions = ['Ashanti', 'Greater Accra', 'Northern', 'Volta', 'Western'];
const table = (id, title) => ({
  id,
  title,
  measure: 'Persons',
  source: 'Ghana Statistical Service',
  updated: `${ago(400)}T09:00:00`,
  variables: [
    { code: 'Region', text: 'Region', values: regions.map((_, i) => String(i)), valueTexts: regions },
    { code: 'Year', text: 'Year', values: years, valueTexts: years, time: true },
  ],
  cell: ([a, b]) => 1000000 + a * 200000 + b * 300000,
});
const bank = pxweb({
  base: '/api/v1',
  languages: ['en'],
  ui: '/pxweb/en',
  db: { id: 'PHC 2021 StatsBank', text: 'PHC 2021 StatsBank' },
  folders: [
    { id: 'Population', text: 'Population', tables: [table('population_table.px', 'Population by region and year')] },
    { id: 'Housing', text: 'Housing', tables: [table('housing_table.px', 'Households by region and year')] },
  ],
  title: 'StatsBank Ghana',
  lang: 'en',
  footer: '<p>Ghana Statistical Service</p>',
});
const maintenance = (q) =>
  q.path === '/robots.txt'
    ? {
        status: 503,
        headers: { 'content-type': 'text/html', 'retry-after': '3600' },
        body: '<h1>Site under maintenance</h1>',
      }
    : {
        status: 503,
        headers: { 'content-type': 'text/html', 'retry-after': '3600' },
        body: '<!DOCTYPE html><html lang="en"><head><title>Site under maintenance</title></head><body><h1>GODANA</h1><p>Ghana Open Data Portal is currently under maintenance. We should be back shortly.</p></body></html>',
      };
const login = site(
  {
    '*': () =>
      html(
        '<!DOCTYPE html><html lang="en"><head><title>DHIMS 2</title></head><body><h1>District Health Information Management System</h1><form method="post" action="/dhims/dhis-web-commons-security/login.action"><label>User name <input name="j_username"></label><label>Password <input type="password" name="j_password"></label><button>Sign in</button></form></body></html>',
      ),
  },
  { robots: null },
);
const nav = [
  ['Home', '/'],
  ['Statistics', '/statistics'],
];
const hosts = steady({
  'ec.gov.gh': cloudflare,
  'data.gov.gh': maintenance,
  'dhims.chimgh.org': login,
  'ghana.opendataforafrica.org': spa('Ghana Data Portal'),
  'www.statsghana.gov.gh': site({
    '/': page({
      title: 'Ghana Statistical Service',
      site: 'GSS',
      nav,
      main: '<h1>Ghana Statistical Service</h1><p>Consumer price index and census.</p>',
    }),
    '/statistics': page({
      title: 'Statistics',
      site: 'GSS',
      nav,
      main: '<h1>Statistics</h1><ul><li>Prices</li><li>Population</li></ul>',
    }),
  }),
  'sdgs-ghana.github.io': plain('Sustainable Development Goals, Ghana', 'en', ['Indicators for the goals.']),
  'maps.ghanaein.net': broken(502),
  'geonetwork-ghana.mahacenter.com': broken(504),
});
const hang = () => Object.assign(() => undefined, { dead: 'hang' });
export default {
  place: 'ghana',
  category: 'election-results',
  hosts: {
    ...hosts,
    'www.ec.gov.gh': alias('ec.gov.gh'),
    'statsbank.statsghana.gov.gh': secure(bank),
    'wis2.meteo.gov.gh': hang(),
    'ghanageoportal.com': hang(),
  },
};
