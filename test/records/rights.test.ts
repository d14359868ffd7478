import { describe, expect, test } from 'vitest';
import type { DatasetRecord } from '../../src/model/records.ts';
import { only, read } from './reading.ts';

/* Every field of a record in which rights are written is kept with its name. Answers written for this test. */

const said = ({ licence, fields }: DatasetRecord): readonly (readonly [string, string])[] =>
  [...licence, ...fields].map(({ field, value }) => [field, value] as const);

const xml = (constraints: string): string =>
  `<gmd:MD_Metadata xmlns:gmd="a" xmlns:gco="b" xmlns:gmx="c" xmlns:xlink="d"><gmd:fileIdentifier><gco:CharacterString>id-1</gco:CharacterString></gmd:fileIdentifier><gmd:identificationInfo><gmd:MD_DataIdentification><gmd:resourceConstraints>${constraints}</gmd:resourceConstraints></gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>`;

describe('ISO 19139', () => {
  const ofXml = async (constraints: string) =>
    said(only(await read('https://geo.example/record.xml', xml(constraints), { mediaType: 'application/xml' })));

  test.each([
    [
      'a use limitation',
      '<gmd:MD_Constraints><gmd:useLimitation><gco:CharacterString>No commercial use</gco:CharacterString></gmd:useLimitation></gmd:MD_Constraints>',
      [['gmd:useLimitation', 'No commercial use']],
    ],
    [
      'codes of restriction',
      '<gmd:MD_LegalConstraints><gmd:accessConstraints><gmd:MD_RestrictionCode codeList="x" codeListValue="restricted"/></gmd:accessConstraints><gmd:useConstraints><gmd:MD_RestrictionCode codeList="x" codeListValue="otherRestrictions">Other restrictions</gmd:MD_RestrictionCode></gmd:useConstraints></gmd:MD_LegalConstraints>',
      [
        ['gmd:accessConstraints', 'restricted'],
        ['gmd:useConstraints', 'otherRestrictions'],
        ['gmd:useConstraints', 'Other restrictions'],
      ],
    ],
    [
      'where an anchor leads, and its text',
      '<gmd:MD_LegalConstraints><gmd:otherConstraints><gmx:Anchor xlink:href="http://inspire.example/noLimitations">Keine</gmx:Anchor></gmd:otherConstraints></gmd:MD_LegalConstraints>',
      [
        ['gmd:otherConstraints', 'http://inspire.example/noLimitations'],
        ['gmd:otherConstraints', 'Keine'],
      ],
    ],
    [
      'translations, each on its own',
      '<gmd:MD_Constraints><gmd:useLimitation><gco:CharacterString>Sur demande</gco:CharacterString><gmd:PT_FreeText><gmd:textGroup><gmd:LocalisedCharacterString>On request</gmd:LocalisedCharacterString></gmd:textGroup></gmd:PT_FreeText></gmd:useLimitation></gmd:MD_Constraints>',
      [
        ['gmd:useLimitation', 'Sur demande'],
        ['gmd:useLimitation', 'On request'],
      ],
    ],
    [
      'how secret it is',
      '<gmd:MD_SecurityConstraints><gmd:classification><gmd:MD_ClassificationCode codeListValue="confidential"/></gmd:classification></gmd:MD_SecurityConstraints>',
      [['gmd:classification', 'confidential']],
    ],
  ])('%s', async (_, constraints, expected) => {
    expect(await ofXml(constraints)).toEqual(expected);
  });
});

describe('in JSON', () => {
  const action = 'https://data.example/api/3/action/package_show?id=x';
  const item = { id: 'a'.repeat(32), owner: 'gis', type: 'CSV', title: 'Parcels', access: 'public' };
  const view = { id: 'abcd-1234', name: 'Parcels', viewType: 'tabular' };

  test.each([
    [
      'extras of CKAN, each item of a list in a text',
      action,
      {
        success: true,
        result: {
          name: 'x',
          notes: '',
          resources: [],
          extras: [
            { key: 'access_constraints', value: '["Restricted", "Copyright"]' },
            { key: 'useLimitation', value: 'No commercial use' },
          ],
          rights: { en: 'On request', fr: 'Sur demande' },
          'conditions-of-use': ['Ask first'],
        },
      },
      [
        ['rights', 'On request / Sur demande'],
        ['access_constraints', 'Restricted'],
        ['access_constraints', 'Copyright'],
        ['useLimitation', 'No commercial use'],
        ['conditions-of-use', 'Ask first'],
      ],
    ],
    [
      'rights among the extras of CKAN',
      action,
      {
        success: true,
        result: { name: 'x', notes: '', resources: [], extras: [{ key: 'rights', value: 'Ask first' }] },
      },
      [['rights', 'Ask first']],
    ],
    [
      'terms of ArcGIS, where they lead, and the credit',
      'https://maps.example/sharing/rest/content/items/a?f=json',
      {
        ...item,
        licenseInfo: '<p>See <a href="https://licence.example/nc">the terms</a></p>',
        structuredLicense: { type: 'cc-by', url: 'https://licence.example/by' },
        accessInformation: 'Office of Maps',
      },
      [
        ['licenseInfo', 'See the terms'],
        ['licenseInfo', 'https://licence.example/nc'],
        ['structuredLicense', 'cc-by'],
        ['structuredLicense', 'https://licence.example/by'],
        ['accessInformation', 'Office of Maps'],
      ],
    ],
    [
      'an item of ArcGIS that not everyone may see',
      'https://maps.example/sharing/rest/content/items/a?f=json',
      { ...item, access: 'org' },
      [['access', 'org']],
    ],
    [
      'the credit, the provenance and own fields of Socrata',
      'https://data.example/api/views/abcd-1234.json',
      {
        ...view,
        licenseId: 'CC_40_BY',
        attribution: 'Office',
        provenance: 'community',
        metadata: { custom_fields: { Legal: { 'Use Restrictions': 'Ask first' } } },
      },
      [
        ['license_id', 'CC_40_BY'],
        ['attribution', 'Office'],
        ['provenance', 'community'],
        ['Use Restrictions', 'Ask first'],
      ],
    ],
    [
      'every template of Opendatasoft',
      'https://data.example/api/explore/v2.1/catalog/datasets/x',
      {
        dataset_id: 'x',
        metas: {
          default: { license: 'CC BY', attributions: ['Office', 'Town'] },
          inspire: { use_limitation: 'Ask first' },
        },
      },
      [
        ['license', 'CC BY'],
        ['attributions', 'Office'],
        ['attributions', 'Town'],
        ['use_limitation', 'Ask first'],
      ],
    ],
    [
      'extras and access of udata',
      'https://data.example/api/1/datasets/x/',
      {
        ...{ id: 'x', slug: 'x', title: 'X', resources: [], license: 'lov2' },
        ...{ access_type: 'restricted', extras: { 'dct:accessRights': 'On request' } },
      },
      [
        ['license', 'lov2'],
        ['dct:accessRights', 'On request'],
        ['access_type', 'restricted'],
      ],
    ],
    [
      'elements and codes in the index of GeoNetwork',
      'https://geo.example/geonetwork/srv/api/search/records/_search',
      {
        hits: {
          total: { value: 1 },
          hits: [
            {
              _source: {
                uuid: 'u',
                resourceTitleObject: { default: 'Parcels' },
                MD_ConstraintsUseLimitationObject: [{ default: 'Ask first' }],
                cl_accessConstraints: [{ key: 'restricted', default: 'Eingeschränkt' }],
              },
            },
          ],
        },
      },
      [
        ['gmd:useLimitation', 'Ask first'],
        ['gmd:accessConstraints', 'restricted'],
        ['gmd:accessConstraints', 'Eingeschränkt'],
      ],
    ],
    [
      'rights of an OGC record',
      'https://geo.example/collections/c/items/x',
      {
        ...{ type: 'Feature', id: 'x', links: [] },
        properties: { title: 'X', type: 'dataset', accessRights: 'restricted', useConstraints: ['Ask first'] },
      },
      [
        ['accessRights', 'restricted'],
        ['useConstraints', 'Ask first'],
      ],
    ],
    [
      'policies, prices and comments of DCAT and schema.org',
      'https://data.example/x.jsonld',
      {
        '@context': { dcat: 'http://www.w3.org/ns/dcat#', odrl: 'http://www.w3.org/ns/odrl/2/' },
        '@type': 'dcat:Dataset',
        'dct:title': 'X',
        accessLevelComment: 'On request',
        isAccessibleForFree: false,
        'odrl:hasPolicy': {
          '@type': 'odrl:Set',
          'odrl:prohibition': [{ 'odrl:action': { '@id': 'odrl:commercialize' } }],
        },
      },
      [
        ['accessLevelComment', 'On request'],
        ['odrl:prohibition', 'commercialize'],
        ['isAccessibleForFree', 'false'],
      ],
    ],
  ])('%s', async (_, url, body, expected) => {
    expect(said(only(await read(url, body)))).toEqual(expected);
  });
});
