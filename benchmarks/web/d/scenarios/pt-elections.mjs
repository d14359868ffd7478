// Portugal: election results. The Ministry of Internal Administration gives both national elections (Assembly of the Republic of May 2025, President of January and February 2026) by parish, XLSX, and says that tables by polling station are not published:
// by the ruling of 2015 a true No. The files hang on a page that only the ministry's own site links. dados.gov.pt is udata. Lures: Lisbon by polling station with every column, Porto, local elections, a poll, polling places.
import {
  ago,
  ckan,
  csvOf,
  emptyHub,
  file,
  html,
  page,
  pkg,
  plain,
  rng,
  site,
  slug,
  spa,
  steady,
  udata,
  xlsx,
} from '../../lib.mjs';
import { alias, broken, once, secure } from '../../software/common.mjs';

const O = 'https://dados.gov.pt';
const G = 'https://www.sg.mai.gov.pt';
const SG = 'Secretaria-Geral do Ministério da Administração Interna';
const folder = '/AdministracaoEleitoral/EleicoesReferendos';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const D = (title, organization, description, resources, o = {}) => ({
  slug: slug(title),
  title,
  organization,
  description,
  tags: ['eleicoes'],
  license: 'cc-by',
  last_modified: `${ago(30)}T10:00:00`,
  resources: resources.map(([t, url]) => ({ title: t, format: url.split('.').pop(), url, filesize: 90000 })),
  ...o,
});
const lx = (f) => `https://dados.cm-lisboa.pt/ficheiros/${f}.csv`;
const datasets = [
  D(
    'Eleições Legislativas 2025: resultados por mesa de voto (Lisboa)',
    'Câmara Municipal de Lisboa',
    'Resultados eleitorais por secção e mesa de voto no concelho de Lisboa: inscritos, votantes, brancos, nulos e votos por partido.',
    [['Resultados por mesa', lx('legislativas-mesas')]],
    { last_modified: `${ago(3)}T10:00:00` },
  ),
  D(
    'Resultados das eleições presidenciais 2026 no Porto',
    'Câmara Municipal do Porto',
    'Resultados por secção de voto no Porto.',
    [['Resultados', lx('porto-mesas')]],
    { last_modified: `${ago(3)}T10:00:00` },
  ),
  D(
    'Resultados eleitorais: Assembleia da República 2025 por freguesia',
    SG,
    'Resultados da eleição da Assembleia da República de 18 de maio de 2025 por freguesia e consulado: inscritos, votantes, brancos, nulos e votos por candidatura.',
    [['AR 2025 por freguesia', `${G}${folder}/AR2025_Freguesias.xlsx`]],
    { tags: ['eleicoes', 'resultados', 'legislativas'] },
  ),
  D(
    'Resultados eleitorais: autarquias locais 2025 por freguesia',
    SG,
    'Resultados das eleições autárquicas de 12 de outubro de 2025.',
    [['AL 2025 por freguesia', `${G}${folder}/AL2025_Freguesias.xlsx`]],
    { tags: ['eleicoes', 'autarquicas'] },
  ),
  D('Locais de voto', 'Município de Águeda', 'Mesas de voto e moradas.', [['Locais', lx('agueda-locais')]]),
  D('Sondagens eleitorais', 'ERC', 'Depósito de sondagens.', [['Sondagens', lx('sondagens')]]),
  ...[
    'Contratos públicos',
    'Qualidade do ar',
    'Freguesias',
    'Horários da Carris',
    'Orçamento do Estado',
    'Hospitais',
    'Preços dos combustíveis',
    'Incêndios rurais',
    'Códigos postais',
  ].map((t) => D(t, 'AMA', t, [[t, lx(slug(t))]], { tags: [] })),
];
const districts = [
  'Aveiro',
  'Beja',
  'Braga',
  'Bragança',
  'Castelo Branco',
  'Coimbra',
  'Évora',
  'Faro',
  'Guarda',
  'Leiria',
  'Lisboa',
  'Portalegre',
  'Porto',
  'Santarém',
  'Setúbal',
  'Viana do Castelo',
  'Vila Real',
  'Viseu',
  'Açores',
  'Madeira',
];
const choices = {
  AR2025: ['AD', 'CH', 'PS', 'IL', 'L', 'PCP-PEV', 'BE', 'PAN', 'JPP'],
  AL2025: ['PS', 'PPD/PSD', 'CDU', 'Independentes'],
  PR2026: [
    'António José Seguro',
    'André Ventura',
    'João Cotrim de Figueiredo',
    'Henrique Gouveia e Melo',
    'Luís Marques Mendes',
  ],
  PR2026_2: ['António José Seguro', 'André Ventura'],
};
const rows = (key, unit, n) => {
  const r = rng(key.length * 7 + n);
  return [
    ['Código', 'Distrito', 'Concelho', unit, 'Inscritos', 'Votantes', 'Brancos', 'Nulos', ...choices[key]],
    ...districts.flatMap((d, i) =>
      Array.from({ length: n }, (_, k) => {
        const v = choices[key].map(() => 50 + r(900));
        const w = r(40);
        const z = r(50);
        const all = v.reduce((a, b) => a + b, 0) + w + z;
        return [
          `${String(i + 1).padStart(2, '0')}01${String(k + 1).padStart(2, '0')}`,
          d,
          `${d} ${1 + (k % 6)}`,
          `${unit} ${k + 1}`,
          Math.round(all * 1.6),
          all,
          w,
          z,
          ...v,
        ];
      }),
    ),
  ];
};
const books = Object.fromEntries(
  Object.keys(choices).map((k) => [k, once(() => xlsx({ Freguesias: rows(k, 'Freguesia', 70) }))]),
);
const nav = [
  ['Início', '/'],
  ['Resultados', '/resultados'],
  ['Perguntas frequentes', '/perguntas'],
];
const M = (t, main) =>
  page({
    lang: 'pt',
    title: t,
    site: 'Eleições, Administração Eleitoral',
    nav,
    main: `<h1>${t}</h1>${main}`,
    footer: `<p>© ${SG}</p>`,
  });
const totals = (k) =>
  `<table><tr><th>Candidatura</th><th>Votos</th></tr>${choices[k].map((c, i) => `<tr><td>${c}</td><td>${(1950000 - i * 180000).toLocaleString('pt-PT')}</td></tr>`).join('')}</table>`;
const elections = site(
  {
    '/': M(
      'Eleições',
      '<ul><li><a href="/presidenciais2026">Eleição do Presidente da República, 18 de janeiro e 8 de fevereiro de 2026</a></li><li><a href="/legislativas2025">Eleição da Assembleia da República, 18 de maio de 2025</a></li><li><a href="/autarquicas2025">Autárquicas, 12 de outubro de 2025</a></li><li><a href="/resultados">Resultados por freguesia</a></li></ul>',
    ),
    '/presidenciais2026': M(
      'Presidenciais 2026',
      `${totals('PR2026')}<p>Segundo sufrágio, 8 de fevereiro de 2026</p>${totals('PR2026_2')}`,
    ),
    '/legislativas2025': M('Legislativas 2025', `<p>18 de maio de 2025. Inscritos: 10 848 816.</p>${totals('AR2025')}`),
    '/autarquicas2025': M('Autárquicas 2025', '<p>12 de outubro de 2025.</p>'),
    '/resultados': M(
      'Resultados',
      `<p>Os ficheiros com os resultados por freguesia e consulado estão disponíveis na <a href="${G}${folder}/Paginas/Resultados.aspx">página da Secretaria-Geral</a>.</p>`,
    ),
    '/perguntas': M(
      'Perguntas frequentes',
      '<h2>Onde encontro os resultados por mesa de voto?</h2><p>Os resultados são apurados e divulgados por freguesia e consulado. Os resultados por mesa de voto não são publicados; constam das atas das operações eleitorais, que são conservadas e não são divulgadas.</p>',
    ),
  },
  { robots: 'User-agent: *\nDisallow:\n' },
);
const N = (t, main) =>
  page({
    lang: 'pt',
    title: t,
    site: SG,
    nav: [['Administração Eleitoral', `${folder}/Paginas/Resultados.aspx`]],
    main: `<h1>${t}</h1>${main}`,
    footer: `<p>© ${SG}. Todos os direitos reservados.</p>`,
  });
const links = [
  ['PR2026', 'Presidente da República, 18 de janeiro de 2026 (1.º sufrágio)'],
  ['PR2026_2', 'Presidente da República, 8 de fevereiro de 2026 (2.º sufrágio)'],
  ['AR2025', 'Assembleia da República, 18 de maio de 2025'],
  ['AL2025', 'Autarquias locais, 12 de outubro de 2025'],
];
const general = site(
  {
    '/': N(SG, `<ul><li><a href="${folder}/Paginas/Resultados.aspx">Administração Eleitoral: resultados</a></li></ul>`),
    [`${folder}/Paginas/Resultados.aspx`]: N(
      'Resultados eleitorais por freguesia',
      `<p>Os resultados por mesa de voto não são publicados.</p><ul>${links.map(([k, t]) => `<li><a href="${folder}/${k}_Freguesias.xlsx">${t}, resultados por freguesia (XLSX)</a></li>`).join('')}</ul>`,
    ),
    '*': (q) => {
      const m = /\/(\w+?)_Freguesias\.xlsx$/.exec(q.path);
      return m && books[m[1]]
        ? file(books[m[1]](), sheet, m[1].startsWith('PR') ? '2026-02-20' : '2025-10-30')
        : undefined;
    },
  },
  { robots: 'User-agent: *\nDisallow: /_layouts/\n' },
);
const lisbon = (q) => {
  const m = /^\/ficheiros\/([\w-]+)\.csv$/.exec(q.path);
  if (!m) return undefined;
  if (/mesas$/.test(m[1]))
    return file(
      csvOf(
        rows(m[1].startsWith('porto') ? 'PR2026' : 'AR2025', 'Mesa de voto', 12).map((x, i) =>
          i ? [x[0], 'Lisboa', 'Lisboa', ...x.slice(3)] : x,
        ),
        ';',
      ),
      'text/csv',
      ago(3),
    );
  return file(
    csvOf(
      [
        ['Ano', 'Valor'],
        [2025, 1],
      ],
      ';',
    ),
    'text/csv',
    ago(30),
  );
};
const api = udata({ datasets, origin: O, robots: 'User-agent: *\nDisallow: /pt/admin/\n' });
const portal = (q) => {
  const m = /^\/pt\/datasets\/([^/]+)\/?$/.exec(q.path);
  const d = m && datasets.find((x) => x.slug === m[1]);
  if (d)
    return html(
      page({
        lang: 'pt',
        title: d.title,
        site: 'dados.gov.pt',
        main: `<h1>${d.title}</h1><p>${d.description}</p><p>${d.organization}</p><ul>${d.resources.map((x) => `<li><a href="${x.url}">${x.title}</a></li>`).join('')}</ul><p>Licença: <a href="https://creativecommons.org/licenses/by/4.0/">Creative Commons Attribution</a></p>`,
      }),
    );
  if (q.path === '/' || q.path === '/pt/')
    return html(
      page({
        lang: 'pt',
        title: 'dados.gov',
        site: 'dados.gov.pt',
        main: '<h1>Portal de dados abertos da Administração Pública</h1><form action="/pt/search/"><input name="q"></form>',
      }),
    );
  const a = q.path.startsWith('/api/') || q.path === '/robots.txt' ? api(q) : undefined;
  return a?.body ? { ...a, body: String(a.body).replaceAll('/fr/', '/pt/') } : a;
};
const none = { dead: 'hang' };
const hosts = steady({
  'dados.gov.pt': portal,
  'www.eleicoes.mai.gov.pt': elections,
  'www.sg.mai.gov.pt': general,
  'dados.cm-lisboa.pt': lisbon,
  'numeros.justica.gov.pt': plain('Números da Justiça', 'pt', ['Estatísticas da justiça.']),
  'cdd.dgterritorio.gov.pt': spa('Centro de Dados da DGT', 'pt'),
  'dados.justica.gov.pt': ckan({
    title: 'Dados abertos da Justiça',
    lang: 'pt',
    packages: [pkg({ name: 'processos', title: 'Processos entrados nos tribunais', organization: 'DGPJ' })],
  }),
  'transparencia.sns.gov.pt': emptyHub('Transparência SNS', 'pt'),
  'catalogosnig.dgterritorio.gov.pt': broken(),
  'ogcapi.dgterritorio.gov.pt': plain('OGC API', 'pt', ['Coleções de cartografia.']),
  'snig.dgterritorio.gov.pt': spa('SNIG', 'pt'),
  'bpstat.bportugal.pt': spa('BPstat', 'pt'),
});
export default {
  place: 'portugal',
  category: 'election-results',
  hosts: {
    ...hosts,
    'dados.gov.pt': secure(hosts['dados.gov.pt']),
    'www.dados.gov.pt': alias('dados.gov.pt'),
    'eleicoes.mai.gov.pt': alias('www.eleicoes.mai.gov.pt'),
    'geo2.dgterritorio.gov.pt': Object.assign(() => undefined, none),
    'webgis.dgrm.mm.gov.pt': Object.assign(() => undefined, none),
  },
};
