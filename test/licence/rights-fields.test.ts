import { describe, expect, test } from 'vitest';
import { data, licences } from './known.ts';

const { fields } = licences;

describe('the name of a field', () => {
  test.each([
    ['license_id', 'licence'],
    ['dct:license', 'licence'],
    ['dcterms:rights', 'licence'],
    ['Dataset.usageInfo', 'licence'],
    ['licence_url_title', 'licence'],
    ['use_limitation', 'use'],
    ['useLimitation', 'use'],
    ['uselimitation', 'use'],
    ['Use limitations', 'use'],
    ['gmd:otherConstraints', 'use'],
    ['conditions-applying-to-access-and-use', 'use'],
    ['Nutzungseinschränkungen', 'use'],
    ["Conditions d'accès et d'utilisation", 'use'],
    ['restricciones_uso', 'use'],
    ['access_constraints', 'access'],
    ['Access Constraints', 'access'],
    ['limitations-on-public-access', 'access'],
    ['dct:accessRights', 'access'],
    ['http://purl.org/dc/terms/accessRights', 'access'],
    ['conditionsOfAccess', 'access'],
    ['accessLevelComment', 'access'],
    ['Zugriffsbeschränkungen', 'access'],
    ['accessInformation', 'credit'],
    ['attributions', 'credit'],
    ['license_title_fr', 'licence'],
  ])('%s tells a field of %s', (name, kind) => {
    expect(fields.kindOf(name)).toBe(kind);
  });

  test.each([
    'title',
    'land use',
    'usage count',
    'publisher',
    'frequency',
    'access_points',
    'accessibility_of_stations',
    'Nutzung',
  ])('%s is not about rights', (name) => {
    expect(fields.kindOf(name)).toBeNull();
  });
});

describe('a code', () => {
  const told = data.rights.values.flatMap(({ means, texts = {} }) =>
    Object.values(texts).flatMap((list) => list.map((text) => [text, means] as const)),
  );

  test('of what is forbidden is one in a field of prohibitions alone', () => {
    expect(fields.codeOf('odrl:prohibition', 'derive')).toBe('no-derivatives');
    expect(fields.codeOf('rights', 'derive')).toBeNull();
  });

  test('means one thing, however it is spelt', () => {
    for (const [text, means] of told) {
      expect([text, fields.codeOf('', text)]).toEqual([text, means]);
      expect([text, fields.codeOf('', ` ${text.toUpperCase()}. `)]).toEqual([text, means]);
    }
  });

  test.each([
    ['http://publications.europa.eu/resource/authority/access-right/PUBLIC', 'nothing'],
    ['http://publications.europa.eu/resource/authority/access-right/RESTRICTED', 'access-limited'],
    ['http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC', 'access-limited'],
    ['https://publications.europa.eu/resource/authority/access-right/SENSITIVE', 'access-limited'],
    ['https://publications.europa.eu/resource/authority/access-right/CONFIDENTIAL', 'access-limited'],
    ['http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations', 'nothing'],
    [
      'http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/INSPIRE_Directive_Article13_1d',
      'access-limited',
    ],
    [
      'http://inspire.ec.europa.eu/metadata-codelist/ConditionsApplyingToAccessAndUse/noConditionsApply',
      'no-conditions',
    ],
    [
      'https://inspire.ec.europa.eu/metadata-codelist/ConditionsApplyingToAccessAndUse/conditionsUnknown/',
      'conditions-unknown',
    ],
    ['https://creativecommons.org/licenses/by/4.0/', null],
  ])('at %s means %s', (address, means) => {
    expect(fields.codeOf('dct:accessRights', address)).toBe(means);
  });

  test('of a truth value means something with the name of its field alone', () => {
    expect(fields.codeOf('schema:isAccessibleForFree', 'false')).toBe('access-limited');
    expect(fields.codeOf('isAccessibleForFree', 'true')).toBe('nothing');
    expect(fields.codeOf('license', 'false')).toBeNull();
  });
});

describe('a remark', () => {
  test.each([
    ['Available on request from the owner', 'access-limited'],
    ['Only registered users may download', 'access-limited'],
    ['public access limited according to Article 13(1)(d) of the INSPIRE Directive', 'access-limited'],
    ['Accès restreint aux services de l’État', 'access-limited'],
    ['Nur für den internen Gebrauch', 'access-limited'],
    ['Acceso restringido', 'access-limited'],
    ['Доступ к данным ограничен', 'access-limited'],
    ['Other restrictions apply', 'conditions-unknown'],
    ['Es gelten besondere Bedingungen', 'conditions-unknown'],
    ['No registration required', null],
    ['Access is not restricted', null],
    ['Aucune autorisation, sans accès restreint', null],
    ['Kein Zugang ist beschränkt', null],
    ['Not to be used for navigation', null],
    ['Figures are provisional', null],
    ['Nur für Übersichtszwecke geeignet', null],
    ['Data not available for 2015', null],
    ['Land cover classified from imagery', null],
    ['The following conditions apply: name the source', null],
    ['Aucun des articles de la loi ne peut être invoqué pour justifier d’une restriction d’accès public', null],
  ])('%s', (value, means) => {
    expect(fields.phraseOf(value)).toBe(means);
  });
});
