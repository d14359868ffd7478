import { nothing, type SignReader, seenAt, shownAt } from '../scene.ts';

/** Characters about a phrase in which its number stands. */
const reach = 60;

/** A phrase on a page, with a number beside it where one is asked for. */
export const words: SignReader = ({ about = [], with: beside }, scene) => {
  for (const { observation, lines } of scene.pages) {
    for (const [index, line] of lines.entries()) {
      for (const meaning of about) {
        const place = scene.phrases(meaning).first(line);
        if (place === null) continue;
        const around = `${line.slice(Math.max(0, place.at - reach), place.at + place.length + reach)} ${(lines[index + 1] ?? '').slice(0, reach)}`;
        if (beside === undefined || /\d/.test(around)) return shownAt(seenAt(observation, around));
      }
    }
  }
  return nothing;
};
