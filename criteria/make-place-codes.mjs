/**
 * Makes criteria/vocabulary/place-codes.yaml: `node criteria/make-place-codes.mjs country-codes.csv`.
 *
 * Three-letter codes come from the CLDR (cldr-core, Unicode licence); official names from the table country-codes of Datahub
 * (github.com/datasets/country-codes, data/country-codes.csv; ODC-PDDL), which has the formal names of UNTERM, the terms of the
 * United Nations. Names alone are taken, without the article that they begin with.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { stringify } from 'yaml';

const require = createRequire(import.meta.url);
const { codeMappings } = require('cldr-core/supplemental/codeMappings.json').supplemental;
const home = dirname(fileURLToPath(import.meta.url));

const [table] = process.argv.slice(2);
if (table === undefined) throw new Error('Name the table: node criteria/make-place-codes.mjs country-codes.csv');
const rows = parse(readFileSync(table, 'utf8'), { columns: true, bom: true });
const states = new Map(rows.map((row) => [row['ISO3166-1-Alpha-2'], row]));

/** The languages of the United Nations, as the table names them, and the articles that names begin with. */
const languages = {
  en: ['English', /^the /i],
  ar: ['Arabic', /^$/],
  es: ['Spanish', /^(?:el|la|los|las) /i],
  fr: ['French', /^(?:(?:le|la|les) |l[’'])/i],
  ru: ['Russian', /^$/],
  zh: ['Chinese', /^$/],
};

/** Remarks in brackets and what marks a word as one that takes the article are no part of a name. */
const nameOf = (text, article) =>
  text
    .replace(/\s*[([*].*$/u, '')
    .trim()
    .replace(article, '');

const officialOf = (row) =>
  Object.fromEntries(
    Object.entries(languages).flatMap(([language, [column, article]]) => {
      const name = nameOf(row[`UNTERM ${column} Formal`] ?? '', article);
      return name === '' ? [] : [[language, name]];
    }),
  );

const places = readdirSync(join(home, 'places'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort()
  .flatMap((id) => {
    const row = states.get(id.toUpperCase());
    const alpha3 = codeMappings[id.toUpperCase()]?._alpha3;
    if (alpha3 === undefined) return [];
    const own = row?.['ISO3166-1-Alpha-3'] ?? alpha3;
    if (own !== alpha3) throw new Error(`The two sources disagree on ${id}: ${own} and ${alpha3}.`);
    const official = row === undefined ? {} : officialOf(row);
    return [[id, { alpha3, ...(official.en === undefined ? {} : { official }) }]];
  });

const header = '# Made by criteria/make-place-codes.mjs.\n';
const sources = [
  'Codes: Unicode CLDR (cldr-core), Unicode licence; ISO 3166-1 alpha-3, and XKK for Kosovo',
  'Official names: UNTERM, by country-codes of Datahub (https://github.com/datasets/country-codes), ODC-PDDL',
];
writeFileSync(
  join(home, 'vocabulary', 'place-codes.yaml'),
  header + stringify({ sources, places: Object.fromEntries(places) }, { lineWidth: 0 }),
);
process.stdout.write(`${places.length} places\n`);
