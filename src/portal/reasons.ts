import { type Arg, type Args, fill } from '../model/sentence.ts';

/** Why an indicator is what it is, in one sentence; values stand in braces. */
export const portalReasons = {
  counted: '{value} were counted.',
  measured: '{numerator} of {denominator}, all of which were looked at.',
  sampled: '{numerator} of {denominator} that were drawn and seen; of all, {low} to {high}.',
  bounded: '{numerator} of {denominator} that were seen; what was not seen leaves {low} to {high}.',
  'told-by-catalogue': 'The catalogue says so of itself: {value}.',
  'at-least-seen': 'What was read shows {value}; what was not read leaves {low} to {high}.',
  'by-record':
    '{numerator} of {denominator} whose record tells a rhythm are later than twice that rhythm, by the dates of the record and not of the data.',
  'by-data':
    '{numerator} of {denominator} files with dated data and a declared rhythm are later than twice that rhythm, by the dates in them.',
  'points-between': '{low} to {high} of {outOf} points: the range is what was not seen.',
  present: 'It is there: {what}.',
  absent: 'It was looked for and is not there: {what}.',
  'not-shown': 'It was looked for and not seen, which does not show that it is not there: {what}.',
  'not-offered': 'The software of this catalogue has no way to tell.',
  'not-answered': 'The catalogue was asked and gave no answer that tells it.',
  'not-listed': 'No record of the catalogue was read.',
  'needs-whole-list': 'Only all records together tell it, and a part of them was read.',
  'not-sampled': 'No file was looked at.',
  'nothing-to-measure': 'There is nothing that it could be measured on: {what}.',
  'no-earlier': 'No earlier report was named to compare with.',
  'not-comparable': 'The earlier report or this one holds no list of all datasets.',
  'not-recorded': 'How long answers took is not kept with them, so that nothing is said of it.',
} as const;

export type PortalReason = keyof typeof portalReasons;

const wordOf = (arg: Arg): string => (Array.isArray(arg) ? arg.join(', ') : String(arg));

/** The sentence of a reason. */
export const sayPortal = (reason: PortalReason, args: Args): string => fill(portalReasons[reason], args, wordOf);
