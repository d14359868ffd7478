// Nigeria on a bad day, statistics: the bureau's front page is a slider without a link on the topic and its search answers an error with 200; the aggregator is a bot wall; the other portals are log-ins, a closed site, a hung server.
// Lures: one state's population on a federal host, a newspaper's and a university's GDP figures reachable from the front page. Nothing official and national was seen: Unsure throughout.
import { cloudflare, csvOf, file, html, page, plain, rng, site, steady } from '../../lib.mjs';

const r = rng(1);
const nbs = site(
  {
    '/': page({
      title: 'National Bureau of Statistics',
      site: 'NBS',
      nav: [
        ['Home', '/'],
        ['About us', '/page/about'],
        ['Contact', '/page/contact'],
        ['Staff webmail', 'https://webmail.nigerianstat.gov.ng/'],
      ],
      main: '<h1>National Bureau of Statistics</h1><div id="slider"></div><p>Nigeria in figures you can trust.</p><form action="/search" method="get"><input name="q"><button>Search</button></form><p>In the press: <a href="https://www.dailyledger.ng/economy/gdp-nigeria">Daily Ledger: GDP, unemployment and population of Nigeria</a></p>',
      footer: '<p>© 2026 NBS</p>',
    }),
    '/page/about': page({
      title: 'About us',
      site: 'NBS',
      main: '<h1>About us</h1><p>The bureau coordinates statistics in the Federation.</p>',
    }),
    '/page/contact': page({ title: 'Contact', site: 'NBS', main: '<h1>Contact</h1><p>Plot 762, Abuja</p>' }),
    '/search': page({
      title: 'Search',
      site: 'NBS',
      main: '<h1>Search</h1><p>Sorry, something went wrong. The search index could not be opened. 0 results.</p>',
    }),
  },
  { robots: null },
);
const paper = plain('Daily Ledger', 'en', ['News']);
const ledger = (q) =>
  q.path === '/economy/gdp-nigeria'
    ? html(
        page({
          title: 'Nigeria: GDP, unemployment and population',
          site: 'Daily Ledger',
          main: `<h1>Nigeria: GDP, unemployment and population</h1><table><tr><th>Quarter</th><th>GDP (NGN bn)</th><th>Unemployment rate %</th><th>Population (million)</th></tr>${['2025 Q3', '2025 Q4', '2026 Q1', '2026 Q2'].map((p, i) => `<tr><td>${p}</td><td>${113000 + i * 900}</td><td>${(4.3 + i / 10).toFixed(1)}</td><td>${(232 + i).toFixed(0)}</td></tr>`).join('')}</table><p>Source: our own estimates, <a href="https://data.unilag.edu.ng/gdp_nigeria.csv">University of Lagos working data (CSV)</a></p>`,
        }),
      )
    : paper(q);
const login = (t) => (q) =>
  /^\/(robots\.txt|sitemap\.xml)$/.test(q.path)
    ? undefined
    : html(
        `<!doctype html><html><head><title>${t}</title></head><body><form action="dhis-web-commons-security/login.action" method="post"><h1>Sign in</h1><input name="j_username"><input type="password" name="j_password"><button>Sign in</button></form></body></html>`,
      );
const grid3 = site(
  {
    '/datasets': page({
      title: 'Datasets',
      site: 'GRID3 Nigeria',
      main: '<h1>Datasets</h1><ul><li><a href="/files/nigeria_population_lagos_state.csv">Nigeria population by ward: Lagos State (CSV)</a></li><li><a href="/files/health_facilities_kano.csv">Health facilities Kano (CSV)</a></li></ul>',
    }),
    '*': (q) =>
      /lagos/.test(q.path)
        ? file(
            csvOf([
              ['country', 'state', 'ward', 'population'],
              ...Array.from({ length: 60 }, (_, i) => ['Nigeria', 'Lagos', `Ward ${i + 1}`, 20000 + r(60000)]),
            ]),
            'text/csv',
            '2024-02-01',
          )
        : /kano/.test(q.path)
          ? file(
              csvOf([
                ['facility', 'lga'],
                ['PHC 1', 'Dala'],
                ['PHC 2', 'Fagge'],
              ]),
              'text/csv',
              '2024-02-01',
            )
          : undefined,
  },
  { robots: null },
);
const closed = (q) =>
  /^\/(robots\.txt|sitemap\.xml)$/.test(q.path)
    ? undefined
    : html(
        '<!doctype html><html><head><title>Site closed</title></head><body><h1>This website has closed</h1><p>The SE4ALL catalogue is no longer available.</p></body></html>',
      );
const hang = () => undefined;
hang.dead = 'hang';
export default {
  place: 'nigeria',
  category: 'national-statistics',
  hosts: steady({
    'www.nigerianstat.gov.ng': nbs,
    'nigerianstat.gov.ng': nbs,
    'nigeria.opendataforafrica.org': cloudflare,
    'asc.education.gov.ng': login('DHIS 2'),
    'dhis2nigeria.org.ng': login('DHIS 2'),
    'grid3.gov.ng': grid3,
    'data.nigeriase4all.gov.ng': closed,
    'maproom.nimet.gov.ng': hang,
    'wis2.nimet.gov.ng': hang,
    'www.dailyledger.ng': ledger,
    'data.unilag.edu.ng': (q) =>
      q.path.endsWith('.csv')
        ? file(
            csvOf([
              ['country', 'quarter', 'GDP', 'unemployment rate', 'population'],
              ...Array.from({ length: 24 }, (_, i) => [
                'Nigeria',
                `${2020 + Math.floor(i / 4)}Q${1 + (i % 4)}`,
                60000 + i * 900,
                4.2,
                208000000 + i * 900000,
              ]),
            ]),
            'text/csv',
            '2026-08-01',
          )
        : undefined,
  }),
};
