/**
 * Makes criteria/places/<id>.yaml: `node criteria/make-places.mjs PORTALS.jsonl CHAMBERS.csv PRESIDENTS.csv`.
 *
 * Countries and languages come from the CLDR (cldr-core), their parts too (cldr-subdivisions-full), names from the ICU
 * of this Node, official domains from the Public Suffix List (in tldts), catalogues from a dump of the Common Data Index (CC BY 4.0), one JSON object a line,
 * as it is published or reduced to country, name, link, type, software, national, owner, langs, endpoints: a newer dump than that of the files
 * is told by what it changes, which is printed (added, gone, moved); contests from two tables of the CIA World Factbook
 * (public domain), as `make-places.contests.mjs` reads them. What a person knows better belongs in
 * criteria/places/edits/<id>.yaml, which is never written here and wins.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDomain, getPublicSuffix } from 'tldts';
import { parse, stringify } from 'yaml';
import { contestsFrom } from './make-places.contests.mjs';
import { changesOf, portalsIn, told } from './make-places.registry.mjs';
import { subdivisionsOf } from './make-places.subdivisions.mjs';
import {
  adapters,
  aliases,
  beyond,
  countryDomains,
  englishNames,
  governmentLabels,
  kinds,
  namedIn,
  suffixes,
  withoutPostcodes,
} from './make-places.tables.mjs';

const require = createRequire(import.meta.url);
const { territoryInfo } = require('cldr-core/supplemental/territoryInfo.json').supplemental;
const { territoryContainment } = require('cldr-core/supplemental/territoryContainment.json').supplemental;
const tldtsVersion = require('tldts/package.json').version;

const out = join(dirname(fileURLToPath(import.meta.url)), 'places');

const mostPortals = 25;
const mostOthers = 12;
const commonDataIndex = 'Common Data Index, CC BY 4.0';

const slugOf = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The everyday name; the short form only where the long one spells out the status. */
const nameOf = (code, language) => {
  const style = ['HK', 'MO'].includes(code) ? 'short' : 'long';
  return new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }).of(code);
};

const englishName = (code) =>
  englishNames[code] ??
  nameOf(code, 'en')
    .replaceAll('&', 'and')
    .replace(/^St\. /, 'Saint ')
    .replace(/’/g, "'");

/** Languages with official standing, the most spoken first; the most spoken one where none has it. */
const languagesOf = (code) => {
  const spoken = Object.entries(territoryInfo[code]?.languagePopulation ?? {})
    .map(([tag, facts]) => ({
      tag: tag.split('_')[0],
      share: Number(facts._populationPercent),
      status: facts._officialStatus,
    }))
    .sort((a, b) => b.share - a.share || (a.tag < b.tag ? -1 : 1));
  const official = spoken.filter(({ status }) => status === 'official' || status === 'de_facto_official');
  return [...new Set((official.length > 0 ? official : spoken.slice(0, 1)).map(({ tag }) => tag))].slice(0, 6);
};

const namesOf = (code, languages) => {
  const names = { en: englishName(code) };
  for (const language of [...new Set([...languages, ...namedIn])].sort()) {
    const isKnown = Intl.DisplayNames.supportedLocalesOf([language]).length > 0;
    const name = isKnown ? nameOf(code, language) : undefined;
    if (language !== 'en' && name !== undefined) names[language] = name;
  }
  return names;
};

const aliasesOf = (code, name) => {
  const short = new Intl.DisplayNames('en', { type: 'region', style: 'short', fallback: 'none' }).of(code);
  const long = nameOf(code, 'en');
  const listed = [...(aliases[code.toLowerCase()] ?? []), short, long];
  return [...new Set(listed)].filter((word) => word !== undefined && word !== name && word.length > 1);
};

const countryDomain = (code) => countryDomains[code] ?? code.toLowerCase();

const suffixDomains = (code) =>
  [...(suffixes[code] ?? []), ...governmentLabels.map((label) => `${label}.${countryDomain(code)}`)]
    .filter((domain) => getPublicSuffix(`x.${domain}`) === domain)
    .map((value) => ({ value, source: `Public Suffix List (tldts ${tldtsVersion})` }));

const hostOf = (url) => new URL(url).hostname.replace(/^www\./, '');

const isUnder = (host, domain) => host === domain || host.endsWith(`.${domain}`);

/** Hosts of national open data portals in the country's own domain, unless a government suffix covers them. */
const portalDomains = (code, portals, covered) => {
  const hosts = portals
    .filter(({ national, type, owner }) => national && owner && type === 'Open data portal')
    .map(({ link }) => hostOf(link))
    .filter(
      (host) =>
        getDomain(host) !== null &&
        (host.endsWith(`.${countryDomain(code)}`) || host.endsWith(`.${slugOf(englishName(code))}`)),
    )
    .filter((host) => !covered.some(({ value }) => isUnder(host, value)));
  return [...new Set(hosts)]
    .sort()
    .map((value) => ({ value, source: commonDataIndex, because: 'The national open data portal.' }));
};

const spokenApi = ({ endpoints }) => {
  const ckan = endpoints.ckan ?? endpoints['ckan:package-search']?.replace(/\/action\/package_search.*$/, '');
  const first = [
    'opendatasoftapi',
    'socrata:views',
    'udataapi',
    'pxwebapi',
    'dkan:search',
    'sdmx-rest',
    'csw202',
    'ogcrecordsapi',
    'dcatus11',
    'dcat:jsonld',
    'dcat:ttl',
    'dcat:xml',
  ];
  const api = ckan ?? first.map((key) => endpoints[key]).find((url) => url !== undefined);
  return api !== undefined && /^https?:\/\/\S+$/.test(api) ? api : null;
};

const rankOf = ({ national, type, link, owner }, domains) => {
  const kind = kinds.indexOf(type);
  const isOfficial = domains.some(({ value }) => isUnder(hostOf(link), value));
  return (national ? 0 : 100) + (isOfficial ? 0 : 20) + kind * 2 + (owner ? 0 : 1);
};

const tagOf = (tag) => tag.toLowerCase().match(/^[a-z]{2,3}(?![a-z])/)?.[0];

const portalsOf = (listed, domains) => {
  const ranked = listed
    .filter(({ type, link }) => kinds.includes(type) && URL.canParse(link) && /^https?:\/\/\S+$/.test(link))
    .map((portal) => ({ portal, rank: rankOf(portal, domains) }))
    .sort((a, b) => a.rank - b.rank || (a.portal.link < b.portal.link ? -1 : 1));
  const kept = [];
  for (const { portal } of ranked) {
    const isFull = kept.length >= (portal.national ? mostPortals : mostOthers);
    if (isFull || kept.some(({ url }) => url === portal.link)) continue;
    kept.push({
      name: portal.name.trim(),
      url: portal.link,
      software: adapters[portal.software] ?? slugOf(portal.software),
      api: spokenApi(portal),
      national: portal.national,
      owner: portal.owner?.trim() || null,
      languages: [...new Set(portal.langs.map(tagOf).filter(Boolean))],
      source: commonDataIndex,
    });
  }
  return kept;
};

const header = `# Made by criteria/make-places.mjs; write in edits/ instead. Catalogues: Common Data Index (CC BY 4.0). Names: Unicode CLDR. Contests: CIA World Factbook.\n`;

const makePlace = (code, listed, contests) => {
  const languages = languagesOf(code);
  const name = englishName(code);
  const names = namesOf(code, languages);
  const spellings = aliasesOf(code, name);
  const ownSuffixes = suffixDomains(code);
  const domains = [...ownSuffixes, ...portalDomains(code, listed, ownSuffixes)];
  return {
    id: code.toLowerCase(),
    slug: slugOf(name),
    names,
    aliases: spellings,
    languages: languages.length > 0 ? languages : ['en'],
    subdivisions: subdivisionsOf(code, [...Object.values(names), ...spellings]),
    domains,
    portals: portalsOf(listed, domains),
    addresses: [],
    facts: withoutPostcodes.codes.includes(code)
      ? { 'postcode-system': { value: false, source: withoutPostcodes.source } }
      : {},
    contests,
    responsible: {},
  };
};

const [registry, chambers, presidents] = process.argv.slice(2);
if (presidents === undefined) {
  throw new Error('Name the files: node criteria/make-places.mjs PORTALS.jsonl CHAMBERS.csv PRESIDENTS.csv');
}
const contestsOf = contestsFrom(chambers, presidents);
const portals = portalsIn(readFileSync(registry, 'utf8'));
const codes = [...new Set([...territoryContainment.UN._contains, ...beyond])].sort();

mkdirSync(out, { recursive: true });
/** The catalogues that each place had before. */
const before = new Map(
  readdirSync(out)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(readFileSync(join(out, file), 'utf8')))
    .map(({ id, portals: had }) => [id, had]),
);
const changes = [];
for (const file of readdirSync(out)) if (file.endsWith('.yaml')) rmSync(join(out, file));
for (const code of codes) {
  const place = makePlace(
    code,
    portals.filter(({ country }) => country === code),
    contestsOf(code),
  );
  writeFileSync(join(out, `${place.id}.yaml`), header + stringify(place, { lineWidth: 0 }));
  changes.push({ id: place.id, of: changesOf(before.get(place.id) ?? [], place.portals) });
}
process.stdout.write(`${codes.length} places\n${told(changes).join('\n')}\n`);
