import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import { valuesOf } from '../messages/values.ts';
import type { Sentence } from '../model/sentence.ts';

/** Why something is taken to be of the whole country, or of a part of it, in English. */
export const levelTexts = {
  'not-told': 'Nothing tells which part of the country its publisher acts for.',
  'in-place-file': 'The place file names this site for the category. (Source: {source}.)',
  'site-of-a-national-body':
    'The place file names it as a site of "{body}", for the whole country. (Source: {source}.)',
  'host-of-a-part': '{host} is named for a part of the country ("{word}").',
  'area-declared': 'The catalogue says that it covers "{area}".',
  'body-of-a-part': '"{body}" is a body of a part of the country ("{word}").',
  'body-of-the-country': '"{body}" is an authority of the whole country ("{word}").',
  'authority-of-the-country': '"{body}" is an authority ("{word}") that nothing tells to be of a part of the country.',
  'body-of-neither': '"{body}" is no authority of the country ("{word}").',
  'title-of-a-part': 'Its title is of a part of the country ("{word}").',
  'named-for-the-country': 'The reviewer named this address as the source for the whole country.',
  named: 'Named by the reviewer.',
} as const;

/** The reasons that a level can have. */
export type LevelReason = keyof typeof levelTexts;

const isKnown = (reason: string): reason is LevelReason => Object.hasOwn(levelTexts, reason);

/**
 * Why something is of the whole country or of a part, as a sentence.
 *
 * @throws Error where a value is missing, which is a defect of whoever gave the reason.
 */
export const sayLevel = ({ reason, args }: Sentence, messages: Messages = english): string =>
  isKnown(reason) ? messages.sayOr(`levels.${reason}`, levelTexts[reason], valuesOf(args)) : reason;
