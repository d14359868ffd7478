/**
 * Makes criteria/vocabulary/place-codes.yaml: `node criteria/make-place-codes.mjs ISO_3166-1.json LANGUAGE=ISO_3166-1.mo…`.
 *
 * Three-letter codes come from the CLDR (cldr-core, Unicode licence); official names from the package iso-codes of Debian, its
 * table of ISO 3166-1 and its translations as gettext compiles them (`fr=…/iso_3166-1.mo`), LGPL-2.1-or-later. Names alone are
 * taken, each as it stands there.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';

const require = createRequire(import.meta.url);
const { codeMappings } = require('cldr-core/supplemental/codeMappings.json').supplemental;
const home = dirname(fileURLToPath(import.meta.url));

/** The texts of a compiled catalogue of gettext, by what they translate. */
const translationsIn = (file) => {
  const bytes = readFileSync(file);
  if (bytes.readUInt32LE(0) !== 0x950412de) throw new Error(`${file} is no compiled catalogue of gettext.`);
  const [count, from, to] = [8, 12, 16].map((at) => bytes.readUInt32LE(at));
  const textAt = (table, index) => {
    const [length, offset] = [0, 4].map((at) => bytes.readUInt32LE(table + index * 8 + at));
    return bytes.subarray(offset, offset + length).toString('utf8');
  };
  return new Map(Array.from({ length: count }, (_, index) => [textAt(from, index), textAt(to, index)]));
};

const [table, ...languages] = process.argv.slice(2);
if (table === undefined || languages.some((word) => !/^[a-z]{2}=./.test(word)))
  throw new Error('Name the files: node criteria/make-place-codes.mjs ISO_3166-1.json fr=iso_3166-1.mo …');
const states = new Map(JSON.parse(readFileSync(table, 'utf8'))['3166-1'].map((state) => [state.alpha_2, state]));
const translations = languages.map((word) => [word.slice(0, 2), translationsIn(word.slice(3))]);

const officialOf = ({ official_name: name }) =>
  Object.fromEntries([
    ['en', name],
    ...translations.flatMap(([language, texts]) => {
      const text = texts.get(name);
      return text === undefined || text === '' || text === name ? [] : [[language, text]];
    }),
  ]);

const places = readdirSync(join(home, 'places'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort()
  .flatMap((id) => {
    const alpha3 = states.get(id.toUpperCase())?.alpha_3 ?? codeMappings[id.toUpperCase()]?._alpha3;
    const state = states.get(id.toUpperCase());
    const official = state?.official_name === undefined ? {} : { official: officialOf(state) };
    return alpha3 === undefined ? [] : [[id, { alpha3, ...official }]];
  });
const disagreeing = places.filter(([id, { alpha3 }]) => codeMappings[id.toUpperCase()]?._alpha3 !== alpha3);
if (disagreeing.length > 0) throw new Error(`The two sources disagree on ${disagreeing.map(([id]) => id).join(', ')}.`);

const header = '# Made by criteria/make-place-codes.mjs.\n';
const sources = [
  'Codes: Unicode CLDR (cldr-core), Unicode licence; ISO 3166-1 alpha-3, and XKK for Kosovo',
  'Official names: iso-codes of Debian, LGPL-2.1-or-later, after ISO 3166-1',
];
writeFileSync(
  join(home, 'vocabulary', 'place-codes.yaml'),
  header + stringify({ sources, places: Object.fromEntries(places) }, { lineWidth: 0 }),
);
process.stdout.write(`${places.length} places\n`);
