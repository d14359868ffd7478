import type { Clue, ConceptId, Concepts } from '../../model/content.ts';
import type { Criterion } from '../../model/data.ts';
import { lookedThrough } from '../absence.ts';
import { listed } from '../clues.ts';
import type { Reading, Unit } from '../reading.ts';
import type { Doubt } from './index.ts';

const conceptsIn = (clue: Clue): readonly ConceptId[] => {
  if ('field' in clue) return listed(clue.field);
  if ('says' in clue) return listed(clue.says);
  if ('shape' in clue) return Object.values(clue.of ?? {}).flat();
  if ('all' in clue) return clue.all.flatMap(conceptsIn);
  return 'any' in clue ? clue.any.flatMap(conceptsIn) : [];
};

/** Letters that no language written in Latin script uses. */
const otherScript = /[\u0370-\u1fff\u3040-\uffdc]/;

/** The language of a file; where its headers are in Latin script and its values are not, the headers are in English. */
const languagesOf = ({ inspection: { language, tables } }: Unit): readonly string[] => {
  if (language === null) return [];
  const headers = tables.flatMap(({ columns }) => columns.map(({ name }) => name)).join(' ');
  const cells = tables.flatMap(({ sample }) => sample.slice(0, 20).flat()).join(' ');
  const isForeign = headers !== '' && !otherScript.test(headers) && otherScript.test(cells);
  return [isForeign ? 'en' : (language.split('-')[0] ?? language)];
};

/**
 * Does the vocabulary know what a criterion is called in a language of the data? Where it does not, that no word was
 * found says nothing. Data whose language is not told counts as known: it is mostly codes and numbers.
 */
const isLanguageKnown = ({ shownBy }: Criterion, { concepts }: Concepts, { units }: Reading): boolean => {
  const languages = units.flatMap(languagesOf);
  const asked = shownBy.yes.flatMap(conceptsIn).map((id) => concepts[id]?.words ?? {});
  const isKnown = (language: string): boolean => asked.some((words) => (words[language]?.length ?? 0) > 0);
  return languages.length === 0 || asked.length === 0 || languages.some(isKnown);
};

/** What the criterion asks for has no words in the language of the data. */
export const languageUnknown: Doubt = (criterion, { reading }) =>
  isLanguageKnown(criterion, reading.concepts, reading)
    ? null
    : { answer: 'Unsure', reason: 'words-not-known', where: lookedThrough(reading) };
