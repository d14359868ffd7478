import type { FunctionWords } from '../../model/functions.ts';
import { evened } from '../../text/fold.ts';
import { compile } from '../../text/phrases.ts';
import { decoded } from '../../web/address.ts';

/** Does a link do something where it is followed, or lead to where a site is kept? */
export type IsAct = (url: string, text: string) => boolean;

/** Words of an address, with their dashes. */
const segmentsOf = (url: string): readonly string[] => {
  const { pathname, search } = new URL(url);
  return decoded(`${pathname}${search}`)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}-]+/u);
};

/** Links that log out, delete, subscribe or change something, told by a word of the address or by how the text begins. */
export const openActs = ({ acts }: Pick<FunctionWords, 'acts'>): IsAct => {
  const paths = new Set(acts.paths);
  const texts = compile(Object.values(acts.texts).flat(), { spelling: evened, edges: 'alphabets' });
  return (url, text) =>
    (URL.canParse(url) && segmentsOf(url).some((word) => paths.has(word))) ||
    texts.earliest(evened(text).trim())?.at === 0;
};
