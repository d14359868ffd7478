import type { Dossier } from '../model/check.ts';
import { arrivedWell, type Observation, type Sign } from '../model/observation.ts';
import { datasetOf, sightings } from './sight.ts';

/** A part that is given out in the place of the whole, with the words that say so. */
export interface Sample {
  readonly file: Observation;
  readonly at: Observation;
  readonly sign: Sign;
}

const rowsIn = ({ inspection }: Observation): number =>
  (inspection?.tables ?? []).reduce((most, { rows }) => Math.max(most, rows ?? 0), 0);

/** Whole numbers of a quote, as people part their thousands. */
const numbersIn = (quote: string): readonly number[] =>
  [...quote.matchAll(/(?<![\d.,])\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?![\d])|\d+/g)].map(([text]) =>
    Number(text.replaceAll(/\D/g, '')),
  );

/** The sentence counts the rows of the file, and more of what it is taken from. */
const isCounted = (file: Observation, quote: string): boolean => {
  const [rows, numbers] = [rowsIn(file), numbersIn(quote)];
  return rows > 0 && numbers.includes(rows) && numbers.some((count) => count > rows && count < 1e10);
};

/** The files of the dataset that are samples: by their own name, by the label of the link, by the count that is stated. */
export const samplesIn = (dossier: Dossier): readonly Sample[] => {
  const files = datasetOf(dossier).filter((one) => arrivedWell(one) && one.kind === 'data');
  const labelled = sightings(dossier, 'offers-sample');
  const said = sightings(dossier, 'says-sample');
  return files.flatMap((file): readonly Sample[] => {
    const own = file.signs.find(({ code }) => code === 'is-sample');
    if (own !== undefined) return [{ file, at: file, sign: own }];
    const by =
      labelled.find(({ sign }) => sign.value === file.url) ?? said.find(({ sign }) => isCounted(file, sign.quote));
    return by === undefined ? [] : [{ file, ...by }];
  });
};
