import { expect, test } from 'vitest';
import type { LanguageFile, MessageTree } from '../../src/messages/language.ts';
import { languageMisfits } from '../../src/messages/misfits.ts';

const file = (tag: string, messages: MessageTree): LanguageFile => ({
  ...{ tag, name: tag, dir: 'ltr', numbers: { decimal: '.', group: ',' } },
  days: { pattern: '{year}', months: [] },
  lists: { comma: ', ', and: ' and ', semicolon: '; ', colon: ': ' },
  quotes: ['“', '”'],
  messages,
});

const english = file('en', { told: { pages: '{n, plural, one {# page} other {# pages}} of {site}' } });
const told = (messages: MessageTree, beside: MessageTree = {}, tag = 'fr') =>
  languageMisfits([english, file(tag, messages)], beside).map(({ at, says }) => `${at}: ${says}`);

test('a language that says everything has no misfits', () =>
  expect(told({ told: { pages: '{n, plural, one {# page} many {#} other {# pages}} de {site}' } })).toEqual([]));

test('a message that is missing is told, also of those beside the code', () =>
  expect(told({}, { checks: { a: 'b' } })).toEqual([
    '/messages/checks/a: the message checks.a is missing',
    '/messages/told/pages: the message told.pages is missing',
  ]));

test('a message that the program does not say is told', () =>
  expect(told({ told: { pages: '{n} {site}' }, other: 'x' })).toEqual([
    '/messages/other: the program says no such thing',
  ]));

test('values that differ from the English are told, those within choices too', () =>
  expect(told({ told: { pages: '{n, plural, one {une {feuille}} other {#}}' } })).toEqual([
    '/messages/told/pages: the values {n}, {site} are expected, as in English, not {feuille}, {n}',
  ]));

test('a value that is only missing is told, one that chooses between words too', () =>
  expect(told({ told: { pages: 'pages de {site}' } })).toEqual([
    '/messages/told/pages: the values {n}, {site} are expected, as in English, not {site}',
  ]));

test.each([
  ['{n, plural, one {# page}} {site}', 'MISSING_OTHER_CLAUSE'],
  ['{n {site}', 'MALFORMED_ARGUMENT'],
  ['{n, plural, offset:1 other {#}} {site}', 'offset is not supported'],
  ['{n, selectordinal, other {#}} {site}', 'selectordinal is not supported'],
  ['{n, number, percent} {site}', 'number and date take no style'],
  ['{n, time} {site}', 'times and tags are not supported'],
])('%s is no sound message', (pages, why) =>
  expect(told({ told: { pages } })).toEqual([`/messages/told/pages: this is no sound message: ${why}`]),
);

test('a plural form that the language does not have is told', () =>
  expect(told({ told: { pages: '{n, plural, one {#} two {#} other {#}} {site}' } })).toEqual([
    '/messages/told/pages: the language has no plural form two; it has one, many, other',
  ]));

test('an English message that is not sound is told, too', () =>
  expect(languageMisfits([english], { a: '{' }).map(({ tag, at }) => [tag, at])).toEqual([['en', '/messages/a']]));
