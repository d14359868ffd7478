import type { DeskPerson, DeskView } from '../../desk/index.ts';
import type { Content } from '../../render/template.ts';
import { secret } from './guard.ts';

/** The one person who sits at a desk, in however many windows. */
export interface DeskSession {
  /** Begins every address of the desk; it cannot be guessed, so that cookies of the desk are sent to no other program of the machine. */
  readonly base: string;
  readonly cookie: { readonly name: string; readonly value: string };
  /** Works once. */
  readonly token: string;
  isTokenUsed: boolean;
  person: DeskPerson | null;
  lang: string;
  /** What was just done, for the next page. */
  notice: ((view: DeskView) => Promise<Content>) | null;
}

/** A session that nobody has opened yet. */
export const openSession = (person: DeskPerson | null, lang: string): DeskSession => ({
  base: `/${secret().slice(0, 22)}/`,
  cookie: { name: 'odi-desk', value: secret() },
  token: secret(),
  ...{ isTokenUsed: false, person, lang, notice: null },
});
