import type { Criteria } from '../model/data.ts';

/** The language that reviews are kept in, and that documents have where none is named. */
export const storedLanguage = 'en';

/** Tags of the languages that the program speaks, one for each file of `criteria/messages`: that of kept reviews first, then by the alphabet. */
export const knownLanguages = ({ languages }: Pick<Criteria, 'languages'>): readonly string[] => [
  storedLanguage,
  ...languages()
    .filter((tag) => tag !== storedLanguage)
    .sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)),
];
