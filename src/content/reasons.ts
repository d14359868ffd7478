import { english } from '../messages/english.ts';
import type { Messages, MessageValue } from '../messages/messages.ts';
import type { CriterionFinding, Ground } from '../model/check.ts';
import { type Args, isSentence, type Sentence } from '../model/sentence.ts';

/** Why a criterion is met, or is not, as the end of a sentence about it. */
export const because: Readonly<Record<string, string>> = {
  header: 'a column is named for it and holds values',
  values: 'rows are labelled with it and hold numbers',
  key: 'a field is named for it and holds values',
  label: 'it stands in the text with a number beside it',
  words: 'the text says so',
  standard: 'the standard the data follows implies it',
  named: 'it is named as what the data is about',
  'votes-in-rows': 'rows name who could be voted for, and a column holds the votes',
  'votes-in-headers': 'columns hold the votes, each for one that its header names',
  'votes-under-choices': 'columns under the word for it hold the votes',
  'votes-add-up': 'columns add up to the total in nearly every row, as votes by choice do',
  'votes-within-account': 'columns beside the ballot account stay within it, as votes by choice do',
  'votes-beside-names': 'votes stand beside the name of who got them',
  'names-over-counts': 'names that nobody here knows stand over counts of places, as those of candidates would',
  'counts-of-choices-by-year': 'figures of what can be voted for stand under years, and nothing says what they count',
  'roll-call': 'rows say how each member voted, not how many voted for whom',
  'turnout-only': 'what is called votes is the number of those who voted, by the share beside it',
  'all-records': 'all its records have a field for it',
  'headed-amounts': 'several lines of the document each name one of them, with amounts beside or below',
  'listed-counts': 'names are listed, each with a count beside it',
  'rows-per-unit': 'each row is one such unit, and holds a figure',
  'units-in-headers': 'each of its columns is one such unit, and its rows are labelled with what was counted',
  'record-per-unit': 'the record is of one such unit, and holds figures',
  'larger-in-every-row': 'a count is larger than those who took part, in every row',
  'what-is-left': 'a column is what is left of all after the valid ones, in nearly every row',
  'unnamed-above': 'a column of unknown name is larger than those who took part, in every row',
  'unnamed-number': 'a column without a header holds numbers as registers give them, one for each row',
  'unnamed-address': 'columns without a header hold streets, house numbers and postal codes',
  coded: 'rows carry its code of a published code list',
  'code-not-known': 'rows carry codes that the code list known here does not have',
  'coded-account': 'columns under codes add up like a ballot account; only a code book tells which is which',
  'no-header': 'there is no header, and only a code book tells what the columns are',
  'dates-spaced': 'dates in the data follow one another that often',
  'one-moment': 'it is of one day, which tells nothing of the next issue',
  'dates-apart': 'dates in the data lie further apart',
  'clock-times': 'times of the day stand in rows and columns, as in a timetable',
  'record-lines': 'its lines are the records of a standard for timetables',
  'within-town': 'all its stops lie within a town and its surroundings',
  'days-listed': 'days that follow one another are listed',
  foretold: 'it begins when the file was made, and goes on for days',
  'not-past': 'nothing tells whether it is measured or foretold',
  'ends-early': 'what it says ends before the fifth day',
  'dates-span': 'dates in the data span that long',
  'steady-run': 'entries fall into period after period',
  fresh: 'the data reaches up to the day of judgement',
  'whole-country': 'the whole country is named',
  'parts-of-the-country': 'its rows lie in the parts of the country',
  'publisher-of-the-whole': 'a body of the whole country publishes it',
  'publisher-not-known': 'no body of the whole country is known to publish it',
  'declared-count': 'the publisher says that there are so many',
  'of-a-part': 'what was seen is of a part of the country, and tells nothing of the whole',
  'country-code': 'codes of one country are in the data',
  'bodies-named': 'several such bodies are named in it',
  'many-places': 'it has figures of several places',
  'many-rows': 'it is long, but a part of a country may have as many',
  'one-part': 'it says itself that it is of one part of the country',
  'local-bodies': 'nearly all of the bodies in it are local ones',
  'codes-alike': 'its codes all begin alike, as those of one area do',
  'codes-spread': 'its codes begin with nearly every digit, as those of a whole country do',
  coordinates: 'it has coordinates',
  'code-map': 'it maps names to short codes',
  'coded-places': 'it lists short codes with coordinates beside them',
  geometry: 'it has geometry of that kind',
  territories: 'its polygons are the units that countries are parted in',
  divisions: 'its lines begin as the divisions of a law do',
  'says-of-itself': 'it says itself that this is what it is',
  noted: 'a note of the document says so',
  'labelled-line': 'a line of the document is labelled so',
  prose: 'it holds the text',
  rows: 'it holds such rows',
  figures: 'it holds figures',
  document: 'it is running text, which only a reader can search for it',
  'one-document': 'it is a single document',
  'few-records': 'it has too few records to be of a whole country',
  'no-records': 'it holds no records',
  'none-named': 'nothing of the kind is named',
  'no-values': 'a header declares it, but there is no value',
  'judge-failed': 'a part of the auditor failed on it',
  'not-understood': 'not all of the data could be read',
  'words-not-known': 'what it is called in the language of the data is not known to this review',
  'letters-guessed': 'the encoding was guessed, so that words may be misspelt',
  'tables-mixed': 'several tables stand one below the other and were read as one',
  'nesting-unread': 'cells hold records of their own that were not taken apart',
  'shapes-unread': 'a field may hold shapes in a form that was not read',
  'named-elsewhere': 'it holds codes, and what they stand for is said in another document that the standard has for it',
  'rows-in-text': 'it holds rows of figures that were not taken apart into fields',
  'units-across': 'columns under numbers may be one unit each',
  'values-open': 'a row may be labelled with it, among names of many',
  'part-of-name': 'only a part of the name of a field speaks of it',
  'field-general': 'a column that is called as many things are holds values that would fit',
  'field-unknown': 'a column holds values that would fit, and its name does not tell whether they are it',
  'field-unnamed': 'a column without a header holds values that would fit',
  'not-all-seen': 'not all files of the dataset were seen, and those that were do not show it',
  'told-unpublished': 'its publisher says that this is not published',
  'not-in-the-data': 'all of the data was read, and it is not there',
  'not-told': 'all of the data was read, and it does not tell',
};

/** `not-` refutes, `seems-not-` would if all was seen, `doubt-` weakens a Yes, `hint-` is a trace; what follows is why. */
const turns: readonly (readonly [prefix: string, says: string])[] = [
  ['not-', 'the data is something else: '],
  ['seems-not-', 'not all was seen, and what was is something else: '],
  ['doubt-', 'it looks like it, but '],
  ['hint-', 'there is a trace that does not suffice: '],
];

/** The same by their prefixes without the dash. */
export const turnTexts: Readonly<Record<string, string>> = Object.fromEntries(
  turns.map(([prefix, says]) => [prefix.slice(0, -1), says]),
);

/** Why, in words: by the reason itself, or by its prefix and what follows it. */
const frame = (reason: string, messages: Messages): string => {
  const known = because[reason];
  if (known !== undefined) return messages.sayOr(`content.because.${reason}`, known);
  const turn = turns.find(([prefix]) => reason.startsWith(prefix));
  if (turn === undefined) return reason;
  const [prefix, says] = turn;
  const rest = reason.slice(prefix.length);
  const why = because[rest];
  const opening = messages.sayOr(`content.turns.${prefix.slice(0, -1)}`, says);
  return `${opening}${why === undefined ? rest : messages.sayOr(`content.because.${rest}`, why)}`;
};

/** Reasons that rest on all of the data, not on a place in it. */
const aboutAll: ReadonlySet<string> = new Set(['not-in-the-data', 'not-understood', 'not-all-seen', 'not-told']);

/** What is quoted of where an answer rests, as the value of its sentence. */
export const argsOf = (reason: string, where: readonly Ground[]): Args => {
  const { quote, distinct } = where[0] ?? {};
  if (quote === undefined || aboutAll.has(reason)) return {};
  return distinct === undefined ? { quote } : { quote, distinct };
};

/** What a field is taken for, by the role or the concept that the reader sees in it. */
const takenFor = ({ reason, args }: Sentence, messages: Messages): MessageValue => {
  if (reason === 'role') return { said: messages.nameOr(`roles.${String(args['role'])}`, String(args['called'])) };
  return reason === 'concept'
    ? messages.words('criteria.concept', { concept: String(args['concept']).replaceAll('-', ' ') })
    : messages.words('criteria.something-else');
};

/** One sentence a reviewer would sign. */
export const sentence = (
  label: string,
  answer: CriterionFinding['answer'],
  { reason, args }: Sentence,
  messages: Messages = english,
): string => {
  const opening = messages.words('criteria.opening', {
    label: { said: label },
    answer: messages.words(`answers.${answer}`),
  });
  const { reads, quote, distinct, version = '', field = '', name = '' } = args;
  if (reads !== undefined && isSentence(reads)) {
    const told = { version: String(version), field: String(field), name: String(name) };
    return messages.say('criteria.misread', { opening, ...told, reads: takenFor(reads, messages) });
  }
  const why = { said: frame(reason, messages) };
  if (quote === undefined) return messages.say('criteria.told', { opening, why });
  return distinct === undefined
    ? messages.say('criteria.quoted', { opening, why, quote: String(quote) })
    : messages.say('criteria.counted', { opening, why, quote: String(quote), distinct: Number(distinct) });
};
