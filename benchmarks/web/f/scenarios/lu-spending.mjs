// Luxembourg: government spending. data.public.lu (udata). The State Treasury gives the expenditure of closed years by budget article and of the current year by month and ministry, and says that single payments and payees are not published:
// aggregated spending is rejected by the ruling, a true No. Lures: invoices of the capital and of two towns with every column, contracts awarded, the budget, accounts of communes, a university. French; CSV with semicolons in Latin-1.
import {
  ago,
  csvOf,
  emptyHub,
  esc,
  file,
  html,
  json,
  page,
  plain,
  rng,
  site,
  slug,
  spa,
  steady,
  udata,
  xlsx,
} from '../../lib.mjs';
import { alias, broken, geoserverHome, once, secure } from '../../software/common.mjs';
import { awards, budget, general, invoices, monthly } from '../../software/luxembourg-accounts.mjs';

const O = 'https://data.public.lu';
const DL = 'https://download.data.public.lu/resources';
const TE = "Trésorerie de l'État";
const IGF = 'Inspection générale des finances';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const years = [2025, 2024, 2023, 2022, 2021, 2020];
const D = (title, organization, description, files, o = {}) => ({
  slug: slug(title).slice(0, 90),
  title,
  organization,
  description,
  tags: [],
  license: 'cc-zero',
  frequency: 'annual',
  last_modified: `${ago(40)}T08:00:00`,
  ...o,
  resources: files.map(([t, f]) => ({
    title: t,
    format: f.split('.').pop(),
    url: `${DL}/${slug(title).slice(0, 60)}/${f}`,
    filesize: 150000,
    last_modified: o.last_modified ?? `${ago(40)}T08:00:00`,
  })),
});
const datasets = [
  D(
    'Paiements aux fournisseurs de la Ville de Luxembourg',
    'Ville de Luxembourg',
    'Factures payées par la Ville de Luxembourg: date, fournisseur, objet, montant. Mise à jour mensuelle.',
    [['Paiements 2026', 'paiements-vdl-2026.csv']],
    { tags: ['depenses', 'finances', 'fournisseurs'], frequency: 'monthly', last_modified: `${ago(5)}T08:00:00` },
  ),
  D(
    "Compte général de l'État: dépenses par article budgétaire",
    TE,
    "Dépenses de l'État luxembourgeois, exercices clôturés, par ministère, section et article budgétaire: crédit voté et dépenses effectuées. Données agrégées par article: les paiements individuels, leurs dates et leurs bénéficiaires ne sont pas publiés.",
    years.map((y) => [`Compte général ${y}`, `compte-general-${y}.csv`]),
    { tags: ['depenses', 'finances-publiques', 'compte-general', 'etat'], last_modified: '2026-06-02T08:00:00' },
  ),
  D(
    "Exécution budgétaire: dépenses de l'État par mois et par ministère",
    TE,
    "Situation mensuelle des dépenses de l'État par ministère et par nature de dépense, sans détail des paiements.",
    [['Situation mensuelle', 'situation-mensuelle.csv']],
    { tags: ['depenses', 'execution-budgetaire', 'etat'], frequency: 'monthly', last_modified: `${ago(8)}T08:00:00` },
  ),
  D(
    "Budget de l'État 2026",
    IGF,
    "Budget des recettes et des dépenses de l'État pour l'exercice 2026 par ministère, section et article.",
    [['Budget 2026', 'budget-2026.xlsx']],
    { tags: ['budget', 'etat', 'finances-publiques'], last_modified: '2025-12-22T08:00:00' },
  ),
  D(
    "Marchés publics: avis d'attribution",
    'Ministère de la Mobilité et des Travaux publics',
    "Marchés attribués par l'État, les communes et les établissements publics: objet, attributaire, valeur.",
    [['Attributions 2026', 'attributions-2026.csv']],
    { tags: ['marches-publics'], last_modified: `${ago(3)}T08:00:00` },
  ),
  D('Factures payées', "Ville d'Esch-sur-Alzette", "Factures payées par la Ville d'Esch.", [
    ['Factures', 'factures-esch.csv'],
  ]),
  D('Dépenses communales: factures', 'Commune de Strassen', 'Factures de la commune.', [
    ['Factures', 'factures-strassen.csv'],
  ]),
  D('Comptes des communes', 'Ministère des Affaires intérieures', 'Recettes et dépenses des communes par chapitre.', [
    ['Comptes', 'comptes-communes.csv'],
  ]),
  D('Achats de l’Université du Luxembourg', 'Université du Luxembourg', 'Commandes par fournisseur.', [
    ['Achats', 'achats-uni.csv'],
  ]),
  ...[
    ["Demandeurs d'emploi résidents disponibles", 'ADEM'],
    ['Adresses géoréférencées BD-Adresses', 'Administration du cadastre et de la topographie'],
    ['Horaires et arrêts des transports publics (GTFS)', 'Administration des transports publics'],
    ['Parc automobile du Luxembourg', 'SNCA'],
    ['Orthophoto officielle, édition 2025', 'Administration du cadastre et de la topographie'],
    ['Résultats des élections législatives 2023', 'Service information et presse'],
    ['Qualité de l’air: mesures du réseau télémétrique', "Administration de l'environnement"],
    ['Comptage du trafic sur le réseau routier national', 'Administration des ponts et chaussées'],
    ['Emplacement des radars fixes', 'Administration des ponts et chaussées'],
    ['Eaux de baignade', "Administration de la gestion de l'eau"],
    ['Cour de cassation', 'Administration judiciaire'],
    ['Prix de l’énergie', 'STATEC'],
    ['Population par commune', 'STATEC'],
    ['Registre de commerce et des sociétés: créations', 'Luxembourg Business Registers'],
    ['Alertes du système LU-Alert', 'Corps grand-ducal d’incendie et de secours'],
    ['Données météorologiques du Findel', 'MeteoLux'],
  ].map(([t, o]) => D(t, o, t, [[t, `${slug(t).slice(0, 40)}.csv`]])),
];
const plan = once(() => xlsx({ 'Budget 2026': budget(2026) }));
const any = (name) => {
  const r = rng(name.length * 17);
  return csvOf(
    [
      ['code', 'commune', 'annee', 'valeur'],
      ...Array.from({ length: 300 }, (_, i) => [
        i,
        ['Mersch', 'Diekirch', 'Wiltz', 'Remich'][i % 4],
        2016 + (i % 10),
        r(9000),
      ]),
    ],
    ';',
  );
};
const downloads = (q) => {
  const name = q.path.split('/').pop();
  if (!/\.(csv|xlsx)$/.test(name)) return undefined;
  if (name === 'budget-2026.xlsx') return file(plan(), sheet, '2025-12-22', name);
  const m = /^compte-general-(\d{4})\.csv$/.exec(name);
  if (m) return file(general(+m[1]), 'text/csv', `${+m[1] + 1}-06-02`, name);
  if (name === 'situation-mensuelle.csv') return file(monthly(), 'text/csv', ago(8), name);
  if (name === 'attributions-2026.csv') return file(awards(), 'text/csv', ago(3), name);
  if (/^(paiements|factures|achats)-/.test(name)) return file(invoices(name.length), 'text/csv', ago(5), name);
  return file(any(name), 'text/csv', ago(40), name);
};
const frame = (t, main) =>
  html(
    page({
      lang: 'fr',
      title: t,
      site: 'data.public.lu',
      nav: [
        ['Jeux de données', '/fr/datasets/'],
        ['Organisations', '/fr/organizations/'],
        ['Conditions d’utilisation', '/fr/pages/legal/terms/'],
      ],
      main,
      footer: '<p>Portail de données ouvertes luxembourgeois. Service information et presse.</p>',
    }),
  );
const api = udata({ datasets, origin: O, robots: 'User-agent: *\nDisallow: /fr/admin/\nDisallow: /en/admin/\n' });
const licences = [
  { id: 'cc-zero', title: 'Creative Commons Zero (CC0)', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
];
const portal = (q) => {
  if (q.path === '/api/1/datasets/licenses/') return json(licences);
  const f = /\/datasets\/r\/a(\d+)b(\d+)/.exec(q.path);
  if (f) return { status: 302, headers: { location: datasets[+f[1]]?.resources[+f[2]]?.url ?? `${O}/` }, body: '' };
  const m = /^\/(?:fr|en)\/datasets\/([^/]+)\/?$/.exec(q.path);
  const d = m && datasets.find((x) => x.slug === m[1]);
  if (d)
    return frame(
      d.title,
      `<h1>${esc(d.title)}</h1><p>${esc(d.description)}</p><dl><dt>Producteur</dt><dd>${esc(d.organization)}</dd><dt>Dernière mise à jour</dt><dd>${d.last_modified.slice(0, 10)}</dd><dt>Licence</dt><dd><a href="${licences[0].url}">${licences[0].title}</a></dd></dl><ul>${d.resources.map((x) => `<li><a href="${x.url}">${esc(x.title)}</a> (${x.format})</li>`).join('')}</ul>`,
    );
  if (q.path === '/' || q.path === '/fr/')
    return frame(
      'data.public.lu',
      '<h1>Le portail luxembourgeois de données ouvertes</h1><form action="/fr/datasets/"><input name="q" placeholder="Rechercher"></form>',
    );
  if (q.path === '/fr/datasets/')
    return frame(
      'Jeux de données',
      `<h1>Jeux de données</h1><ul>${datasets.map((x) => `<li><a href="/fr/datasets/${x.slug}/">${esc(x.title)}</a></li>`).join('')}</ul>`,
    );
  if (q.path === '/fr/pages/legal/terms/')
    return frame(
      'Conditions d’utilisation',
      `<h1>Conditions d’utilisation</h1><p>La licence de chaque jeu de données est indiquée sur sa page. Sauf indication contraire, <a href="${licences[0].url}">Creative Commons Zero</a>.</p>`,
    );
  return q.path.startsWith('/api/') || q.path === '/robots.txt' ? api(q) : undefined;
};
const T = (t, main) =>
  page({
    lang: 'fr',
    title: t,
    site: TE,
    nav: [
      ['Publications', '/fr/publications.html'],
      ['Questions fréquentes', '/fr/support/faq.html'],
    ],
    main: `<h1>${t}</h1>${main}`,
    footer: `<p>${TE}, ministère des Finances</p>`,
  });
const set = (i) => `${O}/fr/datasets/${datasets[i].slug}/`;
const treasury = site({
  '/': T(TE, '<ul><li><a href="/fr/publications.html">Publications</a></li></ul>'),
  '/fr/publications.html': T(
    'Publications',
    `<ul><li><a href="${set(1)}">Compte général de l'État (données ouvertes)</a></li><li><a href="${set(2)}">Situation mensuelle des dépenses</a></li></ul>`,
  ),
  '/fr/support/faq.html': T(
    'Questions fréquentes',
    "<h2>Les paiements de l'État sont-ils publiés un par un?</h2><p>Non. La Trésorerie publie les dépenses de l'État par article budgétaire et par mois. Les ordonnances de paiement individuelles, leurs dates et les noms des bénéficiaires ne sont pas publiés.</p>",
  ),
});
const S = (t) => plain(t, 'fr', [t]);
const none = (dead) => Object.assign(() => undefined, { dead });
const hosts = steady({
  'data.public.lu': portal,
  'download.data.public.lu': downloads,
  'te.public.lu': treasury,
  'budget.public.lu': site({
    '/': page({
      lang: 'fr',
      title: "Le budget de l'État",
      site: 'budget.public.lu',
      main: `<h1>Le budget de l'État</h1><ul><li><a href="${set(3)}">Budget 2026 (données ouvertes)</a></li><li><a href="https://te.public.lu/fr/publications.html">Dépenses effectuées: Trésorerie de l'État</a></li></ul>`,
    }),
  }),
  'letzdata.public.lu': S('Catalogue des données du secteur public'),
  'features.geoportail.lu': emptyHub('OGC API', 'fr'),
  'map.geoportail.lu': spa('Géoportail', 'fr'),
  'lustat.statec.lu': spa('LUSTAT', 'fr'),
  'statistiques.public.lu': S('Portail des statistiques'),
  'elections.public.lu': S('Élections'),
  'legilux.public.lu': spa('Legilux', 'fr'),
  'www.grande-region.lu': S('Portail statistique de la Grande Région'),
  'geocatalogue.geoportail.lu': spa('Géocatalogue', 'fr'),
  'catalog.inspire.geoportail.lu': broken(),
  'wms.inspire.geoportail.lu': geoserverHome,
});
export default {
  place: 'luxembourg',
  category: 'government-spending',
  hosts: {
    ...hosts,
    'data.public.lu': secure(hosts['data.public.lu']),
    'www.data.public.lu': alias('data.public.lu'),
    'geocatalog.geoportal.lu': none(true),
    'wmts1.geoportail.lu': none('hang'),
    'geocatalogue.gis-gr.eu': none('hang'),
  },
};
