import { lazy } from '../text/lazy.ts';

/* Units of measurement, as headers carry them behind what is measured: `F (mg/l)`, `COLI_FEC_NMP/100_mL`, `so2 ug m3`. */

/** A header without what stands in brackets at its end, mostly a unit: `CO(GT)`, `F (mg/l)`. */
const bracketed = /[([{][^()[\]{}]{0,40}[)\]}]\s*$/;

/** What a concentration or rate is counted in, over what. */
const amount = '(?:mg|ug|µg|μg|mcg|ng|g|kg|t|kt|gg|mmol|meq|nmp|mpn|cfu|ufc|ucf|kve|kbe|kou|jtk|µs|us|ms|m|km|mm)';
const over = '(?:l|lt|ltr|liter|litre|litro|dm3|m3|m³|nm3|cm|s|h|hr|day|yr|year|ha|(?:100 ?)?ml)';
const ratio = `${amount}\\s*(?:[/.]|_|\\s+|per)\\s*${over}(?:\\s*(?:[/.]|_|\\s)\\s*\\d{0,3}\\s*ml)?`;
const mostProbable = '(?:nmp|mpn|cfu|ufc)(?:\\s*(?:[/_]|\\s)\\s*100[ _]?ml)?';
/** Units that are no words of any language. */
const alone = '(?:ppm|ppb|ppmv|µg|μg|mgl|ugl|mgm3|ugm3|°c|degc|°f|hpa|mbar|mm|m/s|km/h|kmh|ntu|%)';
const trailing = lazy(
  () => new RegExp(`^(.*[\\p{L}\\p{N}+⁻³₃-])[\\s_,;:/-]+(?:${ratio}|${mostProbable}|${alone})$`, 'iu'),
);

/** What parts a header from its unit: most headers of one word have none, and need no look at every unit. */
const parting = /[\s_,;:/-]/;

/** No unit is longer, with what parts it from the rest; a title of a million signs is not looked through for one. */
const longest = 80;

/** A header without the unit behind it, the same text where it has none. */
export const withoutUnit = (header: string): string => {
  const text = header.replace(bracketed, '').trim();
  const end = text.slice(-longest);
  const rest = parting.test(end) ? trailing().exec(end)?.[1] : undefined;
  return rest === undefined ? text : text.slice(0, text.length - end.length) + rest;
};
