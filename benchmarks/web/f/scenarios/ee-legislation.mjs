// Estonia: legislation. Riigi Teataja's own site gives every law and regulation as XML with validity and all amending acts, a ZIP for the texts valid in a year, in a plain directory, made anew every day.
// The national catalogue is an own make: pages drawn by scripts, JSON API, OAI-PMH; its record of the open data has CC BY 4.0 and leads to the directory. Lures: acts of Tartu and Tallinn, drafts of the parliament, court decisions, translations, EU law. Estonian.
import { ago, csvOf, esc, file, json, page, plain, rng, site, slug, spa, steady } from '../../lib.mjs';
import { alias, broken, secure } from '../../software/common.mjs';
import { act, acts, archives, thisYear, xml, years } from '../../software/riigi-teataja.mjs';
import { teabevarav } from '../../software/teabevarav.mjs';

const O = 'https://andmed.eesti.ee';
const RT = 'https://www.riigiteataja.ee';
const by = ['CC_BY_4_0', 'Creative Commons Attribution 4.0', 'https://creativecommons.org/licenses/by/4.0/'];
const sa = ['CC_BY_SA_3_0', 'Creative Commons BY-SA 3.0', 'https://creativecommons.org/licenses/by-sa/3.0/'];
const id = (n) => `8d681e55-4118-41f5-b3${String(10 + n)}-1d2bdd36${String(4000 + n)}`;
const D = (n, title, org, notes, files, o = {}) => ({
  id: id(n),
  slug: slug(title),
  title,
  org,
  notes,
  licence: by,
  period: 'MONTHLY',
  modified: ago(30),
  keywords: [],
  files: files.map(([t, url, format = url.split('.').pop().toUpperCase()]) => ({ title: t, url, format })),
  ...o,
});
const shared = (f) => `https://failid.andmed.eesti.ee/${f}`;
const datasets = [
  D(
    1,
    'Tartu linna õigusaktid',
    'Tartu Linnavalitsus',
    'Tartu linnavolikogu ja linnavalitsuse õigusaktid: pealkiri, kuupäev, number, staatus.',
    [['Õigusaktid', shared('tartu-oigusaktid.csv')]],
    { licence: sa, modified: ago(2), keywords: ['õigusaktid', 'Tartu'] },
  ),
  D(
    2,
    'Riigi Teataja avaandmed: seadused ja määrused',
    'Justiits- ja Digiministeerium',
    'Riigi Teatajas avaldatud seaduste ja määruste terviktekstid masinloetaval kujul (XML): sisu, kehtivus, muutmisaktid ja nende kuupäevad. Aastaarhiivid, mis luuakse iga päev uuesti.',
    [
      ['Avaandmete kataloog', `${RT}/avaandmed/ERT/`, 'HTML'],
      [`Kehtivad õigusaktid ${thisYear}`, `${RT}/avaandmed/ERT/xml.${thisYear}.zip`, 'ZIP'],
    ],
    {
      page: `${RT}/avaandmed.html`,
      period: 'DAILY',
      modified: ago(1),
      keywords: ['õigusaktid', 'seadused', 'määrused', 'Riigi Teataja'],
    },
  ),
  D(3, 'Tallinna õigusaktide register', 'Tallinna Linnakantselei', 'Tallinna määrused ja korraldused.', [
    ['Register', shared('tallinn-oigusaktid.csv')],
  ]),
  D(
    4,
    'Riigikogu eelnõud',
    'Riigikogu Kantselei',
    'Seaduseelnõud, nende menetlus ja algatajad.',
    [['Eelnõud', 'https://api.riigikogu.ee/api/volumes/drafts', 'JSON']],
    { licence: sa, modified: ago(1), keywords: ['seadused', 'eelnõud'] },
  ),
  D(5, 'Kohtulahendid', 'Registrite ja Infosüsteemide Keskus', 'Jõustunud kohtulahendite loetelu.', [
    ['Lahendid', shared('kohtulahendid.csv')],
  ]),
  D(
    6,
    'Seaduste tõlked inglise keelde',
    'Justiits- ja Digiministeerium',
    'Tõlgitud seaduste loetelu.',
    [['Loetelu', shared('tolked.csv')]],
    { keywords: ['seadused'] },
  ),
  D(7, 'Saku valla õigusaktid', 'Saku Vallavalitsus', 'Vallavolikogu määrused.', [
    ['Määrused', shared('saku-maarused.csv')],
  ]),
  ...[
    ['Inimkannatanutega liiklusõnnetuste andmed', 'Transpordiamet'],
    ['Sõidukite staatused Eestis', 'Transpordiamet'],
    ['Teeregister', 'Transpordiamet'],
    ['Metsa- ja maastikutulekahjud', 'Päästeamet'],
    ['Koondamised', 'Eesti Töötukassa'],
    ['Majutusasutused', 'Ettevõtluse ja Innovatsiooni Sihtasutus'],
    ['Õhukvaliteedi seire', 'Keskkonnaagentuur'],
    ['Ilmavaatlused', 'Keskkonnaagentuur'],
    ['Ühistranspordi sõiduplaanid', 'Regionaal- ja Põllumajandusministeerium'],
    ['Riigieelarve', 'Rahandusministeerium'],
    ['Riigihanked', 'Rahandusministeerium'],
    ['Aadressiandmed', 'Maa- ja Ruumiamet'],
    ['Koolide loetelu', 'Haridus- ja Teadusministeerium'],
    ['Raamatukogud', 'Kultuuriministeerium'],
    ['Tallinna lasteaiad', 'Tallinna Haridusamet'],
    ['Suplusvee kvaliteet', 'Terviseamet'],
  ].map(([t, o], i) => D(20 + i, t, o, `${t}.`, [[t, shared(`${slug(t)}.csv`)]])),
];
const nav = [
  ['Seadused', '/seadused.html'],
  ['Avaandmed', '/avaandmed.html'],
  ['KKK', '/kkk.html'],
];
const P = (t, main) =>
  page({
    lang: 'et',
    title: t,
    site: 'Riigi Teataja',
    nav,
    main,
    footer:
      '<p>Riigi Teatajat annab välja Justiits- ja Digiministeerium.</p><p><a href="/avaandmed.html">Avaandmed</a></p>',
  });
const when = `${ago(0)} 04:12`;
const note =
  'Riigi Teataja avaandmed\r\n\r\nxml.AAAA.zip sisaldab kõiki seadusi ja määrusi, mis sel aastal kehtisid, igaüks eraldi XML-failina (globaalID.xml).\r\nkehtivus: redaktsiooni kehtivuse algus ja lõpp; muutmismarge: akti muutnud aktid, nende vastuvõtmise, avaldamise ja jõustumise kuupäevad.\r\n';
const index = () =>
  `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">\n<html><head><title>Index of /avaandmed/ERT</title></head><body><h1>Index of /avaandmed/ERT</h1><pre>Name                 Last modified      Size\n<hr><a href="/avaandmed/">Parent Directory</a>\n<a href="LOEMIND.txt">LOEMIND.txt</a>          ${when}  ${note.length}\n${years.map((y) => `<a href="xml.${y}.zip">xml.${y}.zip</a>         ${when}  ${archives[y]().length}`).join('\n')}\n<hr></pre></body></html>`;
const gazette = site(
  {
    '/': P(
      'Riigi Teataja',
      '<h1>Riigi Teataja</h1><form action="/otsing.html"><input name="pealkiri" placeholder="Akti pealkiri"><button>Otsi</button></form><ul><li><a href="/seadused.html">Kehtivad seadused</a></li><li><a href="/avaandmed.html">Avaandmed: õigusaktid XML-vormingus</a></li></ul>',
    ),
    '/seadused.html': P(
      'Kehtivad seadused',
      `<h1>Kehtivad seadused</h1><ul>${acts
        .filter((a) => a.kind === 'seadus' && !a.to)
        .map((a) => `<li><a href="/akt/${a.id}">${esc(a.title)}</a></li>`)
        .join('')}</ul>`,
    ),
    '/avaandmed.html': P(
      'Avaandmed',
      `<h1>Avaandmed</h1><p>Kõik Riigi Teatajas avaldatud seadused ja määrused on alla laaditavad XML-vormingus. Arhiivid luuakse iga päev uuesti, viimati ${ago(0).split('-').reverse().join('.')}.</p><ul><li><a href="/avaandmed/ERT/">Aastaarhiivid (ZIP)</a></li><li><a href="/api/oigusakt_otsing/1/otsi?leht=1&amp;limiit=20&amp;dokument=seadus">Õigusaktide otsingu API</a></li></ul><h2>Kasutustingimused</h2><p>Õigusaktid ei ole autoriõiguse objektid (autoriõiguse seadus § 5). Avaandmed on kasutatavad litsentsi <a rel="license" href="${by[2]}">CC BY 4.0</a> alusel.</p>`,
    ),
    '/kkk.html': P(
      'Korduma kippuvad küsimused',
      '<h1>Korduma kippuvad küsimused</h1><h2>Kuidas saada kõik seadused korraga?</h2><p>Vaata lehte <a href="/avaandmed.html">Avaandmed</a>.</p>',
    ),
    '/avaandmed/ERT/LOEMIND.txt': () => file(note, 'text/plain; charset=utf-8', ago(0)),
    '*': (q) => {
      if (/^\/avaandmed\/ERT\/?$/.test(q.path)) return file(index(), 'text/html;charset=UTF-8');
      const z = /^\/avaandmed\/ERT\/xml\.(\d{4})\.zip$/.exec(q.path);
      if (z && archives[z[1]]) return file(archives[z[1]](), 'application/zip', ago(0));
      const m = /^\/akt\/(\d+)(\.xml)?$/.exec(q.path);
      const a = m && acts.find((x) => x.id === m[1]);
      if (a)
        return m[2] ? file(xml(a), 'application/xml', ago(1)) : file(P(a.title, act(a)), 'text/html; charset=utf-8');
      if (q.path !== '/api/oigusakt_otsing/1/otsi') return undefined;
      const list = acts.filter((x) => !q.q.get('dokument') || x.kind === q.q.get('dokument'));
      return json({
        metaandmed: { kokku: list.length, leht: 1 },
        aktid: list.slice(0, Number(q.q.get('limiit') ?? 20)).map((x) => ({
          globaalID: Number(x.id),
          terviktekstID: x.group,
          pealkiri: x.title,
          valjaandja: x.issuer,
          kehtivus: { algus: x.from, lopp: x.to },
          url: `/akt/${x.id}.xml`,
        })),
      });
    },
  },
  { robots: 'User-agent: *\nDisallow: /otsing.html\nDisallow: /otsingu_tulemus.html\n' },
);
const shelf = (q) => {
  const name = q.path.slice(1);
  if (!datasets.some((d) => d.files.some((f) => f.url.endsWith(`/${name}`)))) return undefined;
  const r = rng(name.length * 19);
  const town = /oigusaktid|maarused/.test(name);
  return file(
    csvOf(
      [
        town ? ['pealkiri', 'kuupäev', 'number', 'staatus'] : ['kood', 'nimetus', 'kuupäev', 'väärtus'],
        ...Array.from({ length: 600 }, (_, i) =>
          town
            ? [`Jäätmehoolduseeskiri ${i}`, ago(r(3000)), `nr ${1 + r(90)}`, r(5) ? 'kehtiv' : 'kehtetu']
            : [`K${i}`, `Kirje ${i}`, ago(r(400)), r(9000)],
        ),
      ],
      ';',
    ),
    'text/csv',
    ago(30),
    name,
  );
};
const drafts = () =>
  json({
    _embedded: {
      content: Array.from({ length: 20 }, (_, i) => ({
        uuid: id(60 + i),
        title: `${acts[i].title} muutmise seadus`,
        mark: 700 + i,
        draftTypeCode: 'SE',
        initiated: ago(20 + i),
        activeDraftStage: 'ESIMENE_LUGEMINE',
      })),
    },
    page: { size: 20, totalElements: 912, number: 0 },
  });
const S = (t) => plain(t, 'et', [t]);
const hosts = steady({
  'www.riigiteataja.ee': gazette,
  'andmed.eesti.ee': teabevarav({ origin: O, title: 'Andmete teabevärav', datasets }),
  'failid.andmed.eesti.ee': shelf,
  'api.riigikogu.ee': (q) => (q.path === '/api/volumes/drafts' ? drafts() : undefined),
  'www.riha.ee': spa('RIHA', 'et'),
  'www.x-tee.ee': S('X-tee'),
  'avaandmed.keskkonnaportaal.ee': spa('KAIA', 'et'),
  'keskkonnaportaal.ee': S('Keskkonnaportaal'),
  'opendata.digilugu.ee': spa('Koroonaviiruse avaandmed', 'et'),
  'andmed.stat.ee': spa('Statistika andmebaas', 'et'),
  'www.stat.ee': S('Statistikaamet'),
  'www.valimised.ee': S('Valimised'),
  'dashboard.elering.ee': spa('Elering Live', 'et'),
  'haridussilm.ee': spa('Haridussilm', 'et'),
  'statistika.eestipank.ee': spa('Eesti Panga statistika', 'et'),
  'statistika.haigekassa.ee': broken(),
  'statistika.tai.ee': spa('Tervisestatistika', 'et'),
});
export default {
  place: 'estonia',
  category: 'legislation',
  hosts: {
    ...hosts,
    'www.riigiteataja.ee': secure(hosts['www.riigiteataja.ee']),
    'riigiteataja.ee': alias('www.riigiteataja.ee'),
    'avaandmed.eesti.ee': alias('andmed.eesti.ee'),
  },
};
