// Riigi Teataja's open data: acts as XML (who passed it, kind, abbreviation, publication, validity, every amending act with its dates, sections), a ZIP of all texts that were valid in a year.
import { ago, esc, rng, zip } from '../lib.mjs';
import { once, pick } from './common.mjs';

export const thisYear = new Date().getUTCFullYear();
const titles =
  'Eesti Vabariigi põhiseadus:PS,Perekonnaseadus:PKS,Karistusseadustik:KarS,Võlaõigusseadus:VÕS,Tsiviilseadustiku üldosa seadus:TsÜS,Töölepingu seadus:TLS,Tulumaksuseadus:TuMS,Käibemaksuseadus:KMS,Maamaksuseadus:MaaMS,Liiklusseadus:LS,Looduskaitseseadus:LKS,Metsaseadus:MS,Veeseadus:VeeS,Jäätmeseadus:JäätS,Maapõueseadus:MaaPS,Kalapüügiseadus:KPS,Jahiseadus:JahiS,Ehitusseadustik:EhS,Planeerimisseadus:PlanS,Sotsiaalhoolekande seadus:SHS,Riigilõivuseadus:RLS,Pankrotiseadus:PankrS,Politsei ja piirivalve seadus:PPVS,Vangistusseadus:VangS,Kohtute seadus:KS,Prokuratuuriseadus:ProkS,Advokatuuriseadus:AdvS,Lepitusseadus:LepS,Autoveoseadus:AutoVS,Kiirgusseadus:KiS,Kohanimeseadus:KNS,Loomakaitseseadus:LoKS,Tuleohutuse seadus:TuOS,Taimekaitseseadus:TaimKS,Ametiühingute seadus:AÜS,Avaliku teabe seadus:AvTS,Autoriõiguse seadus:AutÕS,Isikuandmete kaitse seadus:IKS,Riigi Teataja seadus:RTS,Küberturvalisuse seadus:KüTS,Riigikogu valimise seadus:RKVS,Kohaliku omavalitsuse korralduse seadus:KOKS,Äriseadustik:ÄS,Asjaõigusseadus:AÕS,Kinnistusraamatuseadus:KRS,Alkoholiseadus:AS,Raamatupidamise seadus:RPS,Ravimiseadus:RavS,Põhikooli- ja gümnaasiumiseadus:PGS,Kõrgharidusseadus:KHaS,Erakooliseadus:EraKS,Muinsuskaitseseadus:MuKS,Muuseumiseadus:MuuS,Spordiseadus:SpS,Keeleseadus:KeeleS,Kodakondsuse seadus:KodS,Välismaalaste seadus:VMS,Rahvastikuregistri seadus:RRS'
    .split(',')
    .map((t) => t.split(':'));
const issuers = ['Vabariigi Valitsus', 'Kliimaminister', 'Rahandusminister', 'Siseminister', 'Sotsiaalminister'];
const subjects = [
  'riigilõivu tagastamise kord',
  'andmekogu põhimäärus',
  'taotluse vorm',
  'nõuded teenuse osutajale',
  'maastikukaitseala kaitse-eeskiri',
  'järelevalve aruande vorm',
  'toetuse andmise tingimused',
];
const sentences = [
  'Käesolev õigusakt reguleerib valdkonna korraldust, osaliste õigusi ja kohustusi ning järelevalvet.',
  'Loa annab pädev asutus taotluse alusel kolmekümne päeva jooksul nõuetekohase taotluse saamisest.',
  'Taotluses märgitakse taotleja nimi, registrikood, kontaktandmed ja tegevuse kirjeldus.',
  'Asutus võib nõuda lisateavet, kui see on vajalik asjaolude väljaselgitamiseks.',
  'Otsus tehakse teatavaks elektrooniliselt või posti teel selle tegemisest arvates kümne tööpäeva jooksul.',
  'Kohaliku omavalitsuse üksus tagab teenuse kättesaadavuse oma haldusterritooriumil.',
  'Järelevalvet käesolevas õigusaktis sätestatud nõuete täitmise üle teostab amet oma pädevuse piires.',
  'Nõuete rikkumise eest karistatakse rahatrahviga kuni kolmsada trahviühikut.',
  'Andmed säilitatakse viis aastat nende kogumisest arvates, kui seadus ei sätesta teisiti.',
  'Rakendusakti kehtestab valdkonna eest vastutav minister määrusega.',
];
const two = (n) => String(n).padStart(2, '0');
const shown = (iso) => iso.split('-').reverse().join('.');
/** Acts as data: laws first, then regulations. A few laws are repealed; the newest amendment is some days old. */
const makeActs = (count, seed, until) => {
  const r = rng(seed);
  const day = (y) => {
    const d = `${y}-${two(1 + r(12))}-${two(1 + r(28))}`;
    return d < ago(12) ? d : ago(12);
  };
  return Array.from({ length: count }, (_, i) => {
    const law = titles[i];
    const passed = 1995 + r(until - 1996);
    const changes = Array.from({ length: 1 + r(law ? 9 : 3) }, () => passed + 1 + r(Math.max(1, until - passed)))
      .sort((a, b) => a - b)
      .map((y) => day(Math.min(y, until)))
      .sort();
    if (until === thisYear && i % 11 === 3) changes.push(ago(12));
    const last = changes.at(-1);
    const repealed = i % 29 === 17 ? (until === thisYear ? ago(5) : `${until}-12-31`) : null;
    return {
      id: `1${two(1 + r(28))}${two(1 + r(12))}${until}${String(100 + i).padStart(3, '0')}`,
      group: 150000 + i,
      title: law?.[0] ?? `${pick(r, titles)[0]}: ${pick(r, subjects)}`,
      short: law?.[1] ?? null,
      issuer: law ? 'Riigikogu' : pick(r, issuers),
      kind: law ? 'seadus' : 'määrus',
      passed: day(passed),
      changes,
      from: last,
      to: repealed,
      parts: Array.from({ length: law ? 24 : 7 }, () => [pick(r, sentences), pick(r, sentences), pick(r, sentences)]),
    };
  });
};
const mark = (date, n) =>
  `<avaldamismarge><RTosa>RT I</RTosa><avaldamineKuupaev>${date}</avaldamineKuupaev><RTartikkel>${n}</RTartikkel><aktViide>1${shown(date).replaceAll('.', '')}${String(n).padStart(3, '0')}</aktViide></avaldamismarge>`;
export const xml = (a) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<oigusakt xmlns="tyviseadus_1_10.02.2010" id="${a.id}">\n<metaandmed><valjaandja>${a.issuer}</valjaandja><dokumentLiik>${a.kind}</dokumentLiik><tekstiliik>terviktekst</tekstiliik>${a.short ? `<lyhend>${a.short}</lyhend>` : ''}<dokumentEtapp>avaldatud</dokumentEtapp><dokumentStaatus>${a.to ? 'kehtetu' : 'kehtiv'}</dokumentStaatus><vastuvoetud><aktikuupaev>${a.passed}+02:00</aktikuupaev>${mark(a.passed, 7)}<joustumine>${a.passed}+02:00</joustumine></vastuvoetud>${mark(a.from, 4)}<kehtivus><kehtivuseAlgus>${a.from}+02:00</kehtivuseAlgus>${a.to ? `<kehtivuseLopp>${a.to}+02:00</kehtivuseLopp>` : ''}</kehtivus><globaalID>${a.id}</globaalID><terviktekstiGrupiID>${a.group}</terviktekstiGrupiID></metaandmed>\n${a.changes.map((c, i) => `<muutmismarge><aktikuupaev>${c}+02:00</aktikuupaev>${mark(c, i + 1)}<joustumine>${c}+02:00</joustumine></muutmismarge>`).join('\n')}\n<aktinimi><nimi><pealkiri>${esc(a.title)}</pealkiri></nimi></aktinimi>\n<sisu>${a.parts.map((p, i) => `<paragrahv id="para${i + 1}"><paragrahvNr>${i + 1}</paragrahvNr><kuvatavNr><![CDATA[§ ${i + 1}. ]]></kuvatavNr><paragrahvPealkiri>${i ? 'Nõuded ja kord' : 'Reguleerimisala'}</paragrahvPealkiri>${p.map((t, k) => `<loige><loigeNr>${k + 1}</loigeNr><kuvatavNr>(${k + 1})</kuvatavNr><sisuTekst><tavatekst>${t}</tavatekst></sisuTekst></loige>`).join('')}</paragrahv>`).join('\n')}</sisu>\n</oigusakt>\n`;
/** What is in force, and the archives by year. */
export const acts = makeActs(900, 121, thisYear);
export const years = Array.from({ length: thisYear - 2009 }, (_, i) => 2010 + i);
export const archives = Object.fromEntries(
  years.map((y) => [
    y,
    once(() =>
      zip(Object.fromEntries((y === thisYear ? acts : makeActs(90, y, y)).map((a) => [`${a.id}.xml`, xml(a)]))),
    ),
  ]),
);
/** The page of an act. */
export const act = (a) =>
  `<h1>${esc(a.title)}${a.short ? ` (lühend - ${a.short})` : ''}</h1><dl><dt>Väljaandja:</dt><dd>${a.issuer}</dd><dt>Akti liik:</dt><dd>${a.kind}</dd><dt>Teksti liik:</dt><dd>terviktekst</dd><dt>Redaktsiooni jõustumise kp:</dt><dd>${shown(a.from)}</dd><dt>Redaktsiooni kehtivuse lõpp:</dt><dd>${a.to ? shown(a.to) : 'Hetkel kehtiv'}</dd></dl><p>Vastu võetud ${shown(a.passed)}</p><h2>Muudetud järgmiste aktidega</h2><table><tr><th>Vastuvõtmine</th><th>Avaldamine</th><th>Jõustumine</th></tr>${a.changes.map((c, i) => `<tr><td>${shown(c)}</td><td>RT I, ${shown(c)}, ${i + 1}</td><td>${shown(c)}</td></tr>`).join('')}</table>${a.parts.map((p, i) => `<h3>§ ${i + 1}.</h3>${p.map((t, k) => `<p>(${k + 1}) ${t}</p>`).join('')}`).join('')}<p><a href="/akt/${a.id}.xml">XML</a></p>`;
