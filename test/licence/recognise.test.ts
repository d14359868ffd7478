import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { data, licences, strict } from './known.ts';

describe('whatever it is', () => {
  test.each([
    ['https://creativecommons.org/licenses/by-sa/3.0/igo/deed.fr', 'CC-BY-SA-3.0', 'Yes', 'url'],
    [
      'http://web.archive.org/web/20150101000000/http://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/',
      'OGL-UK-2.0',
      'Yes',
      'url',
    ],
    ['CREATIVECOMMONS.ORG/licenses/by-nc/4.0/', 'CC-BY-NC-4.0', 'No', 'url'],
    ['CC BY 3.0 IGO', 'CC-BY-3.0', 'Yes', 'id'],
    ['cc-by-nc-nd', 'CC-BY-NC-ND', 'No', 'id'],
    ['CC_40_BY', 'CC-BY-4.0', 'Yes', 'id'],
    ['Creative Commons Namensnennung - Nicht kommerziell 4.0 International', 'CC-BY-NC-4.0', 'No', 'id'],
    ['Creative Commons Reconocimiento-CompartirIgual 3.0 España', 'CC-BY-SA-3.0', 'Yes', 'id'],
    ['Лицензия Creative Commons Attribution 4.0', 'CC-BY-4.0', 'Yes', 'title'],
    ['Open Government Licence version 3.0', 'OGL-UK-3.0', 'Yes', 'id'],
    ['FAL-1.3', 'FAL', 'Yes', 'id'],
    ['GFDL-1.3-no-invariants-only', 'GFDL-no-invariants', 'Yes', 'id'],
    ['GFDL-1.3-invariants-only', 'GFDL-invariants', 'No', 'id'],
    [
      'GNU Free Documentation License 1.3 with no cover texts and no invariant sections',
      'GFDL-no-invariants',
      'Yes',
      'id',
    ],
    ['Proprietary', null, 'No', 'id'],
    ['Open Government Licence – City of Calgary', 'OGL-CA-LOCAL', 'Yes', 'id'],
    ['CC-BY-NC-SA-2.0-FR', 'CC-BY-NC-SA-2.0', 'No', 'id'],
    ['CC-BY-SA-2.1-JP', 'CC-BY-SA-2.1', 'Yes', 'id'],
    ['http://dcat-ap.de/def/licenses/dl-zero-de/2.0', 'DL-DE-ZERO-2.0', 'Yes', 'url'],
    ['Licence Ouverte / Open Licence version 2.0', 'etalab-2.0', 'Yes', 'id'],
    ['notspecified', null, 'Unsure', 'id'],
    ['MIT OR CC-BY-NC-4.0', 'MIT', 'Yes', 'id'],
    ['MIT AND CC-BY-NC-4.0', 'CC-BY-NC-4.0', 'No', 'id'],
    ['BSD-4-Clause', 'BSD-4-Clause', 'Unsure', 'id'],
  ])('%s', (given, id, open, by) => {
    expect(licences.any(given)).toMatchObject({ id, open, matched: { by } });
  });

  test.each([
    ['https://data.city.example/terms', 'unknown-address'],
    ['Fjordlisens 7', 'unknown-name'],
    ['free of charge', 'unknown-name'],
    ['Creative Commons', 'unknown-name'],
  ])('%s is Unsure, and says that it is not known', (given, reason) => {
    expect(licences.any(given)).toMatchObject({ id: null, open: 'Unsure', reason });
  });

  test('a name with a restriction beside it is no longer the licence alone', () => {
    expect(licences.ofTitle('Open Government Licence (non-commercial use only)').open).not.toBe('Yes');
  });

  test('a licence that is named in denial is not stated', () => {
    expect(licences.ofText('The data is not licensed under CC BY 4.0.').open).not.toBe('Yes');
  });
});

describe('the two policies', () => {
  test('the licence of a town is not approved with that of another country', () => {
    expect(strict.ofTitle('Open Government Licence – City of Calgary')).toMatchObject({
      id: 'OGL-CA-LOCAL',
      open: 'Unsure',
    });
  });

  test('an approved licence is open under both', () => {
    expect([licences, strict].map((each) => each.ofId('CC-BY-4.0').open)).toEqual(['Yes', 'Yes']);
  });

  test('terms that open the data without approval are Unsure under the strict one, which says why', () => {
    expect(licences.ofId('NLOD-1.0')).toMatchObject({ open: 'Yes', reason: 'open-by-terms' });
    expect(strict.ofId('NLOD-1.0')).toMatchObject({ open: 'Unsure', reason: 'not-approved' });
  });

  test('a closed licence is closed under both', () => {
    expect([licences, strict].map((each) => each.ofId('CC-BY-NC-4.0').open)).toEqual(['No', 'No']);
  });
});

/** The text of an open licence of our own making, and what turns it into another. */
const licenceText = (grant: string): string =>
  `Open Government Licence v3.0

You are encouraged to use and re-use the Information that is available under this licence freely and flexibly, with only a few conditions.

Using Information under this licence: use of copyright and database right material made available under this licence indicates your acceptance of the terms and conditions below. The Licensor grants you a worldwide, royalty-free, perpetual, non-exclusive licence to use the Information subject to the conditions below.

You are free to: ${grant}

You must acknowledge the source of the Information in your product or application. This licence does not cover personal data in the Information, logos, crests or third party rights the Information Provider is not authorised to license.`;

describe('full texts', () => {
  test('the text of an open licence is that licence', () => {
    const text = licenceText(
      'copy, publish, distribute and adapt the Information; exploit it commercially and non-commercially.',
    );
    expect(licences.ofText(text)).toMatchObject({ id: 'OGL-UK-3.0', open: 'Yes' });
  });

  test.each([
    ['copy, publish, distribute and adapt the Information for Non-Commercial purposes only.', 'non-commercial'],
    ['copy, publish and distribute the Information, but you may not use it for commercial purposes.', 'non-commercial'],
    ['copy, publish and distribute the Information in unmodified form.', 'no-derivatives'],
    ['copy the Information for your personal use.', 'purpose-bound'],
  ])('the same text is closed when it grants only: %s', (grant, reason) => {
    expect(licences.ofText(licenceText(grant))).toMatchObject({ id: null, open: 'No', reason });
  });

  test.each(data.table.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text] as const])))(
    '%s is known by its passages, whatever stands above them',
    (id, passages) => {
      const text = `Copyright 2020 Somebody\n\n${passages.join('\nand ')}\n${'as is. '.repeat(100)}`;
      expect(licences.ofText(text.toUpperCase())).toMatchObject({ id });
    },
  );

  test('layout does not matter', () => {
    const text = licenceText('copy, publish, distribute and adapt the Information, even commercially.');
    const wrapped = text.replace(/(.{60}) /g, '$1\n').replaceAll(' ', '  ');
    expect(licences.ofText(wrapped)).toMatchObject({ id: 'OGL-UK-3.0', open: 'Yes' });
  });
});

describe('prose that says several things', () => {
  test.each([
    [
      'an exception for logos takes nothing back',
      'The data is licensed under CC BY 4.0, except the logo, which may not be used without permission.',
      'Yes',
    ],
    [
      'what is said of data goes before what is said of the site',
      'All content of this website may not be copied without prior written permission. The datasets are available under CC0.',
      'Yes',
    ],
    [
      'an open licence and a restriction contradict each other',
      'The data is licensed under CC BY 4.0. The data may not be used for commercial purposes.',
      'Unsure',
    ],
    [
      'two licences, one open and one not, leave it open',
      'Datasets are published under CC BY 4.0 or under CC BY-NC 4.0.',
      'Unsure',
    ],
    ['two open licences are open', 'Datasets are published under CC BY 4.0 or ODbL.', 'Yes'],
    [
      'a formula of rights is beaten by a grant',
      'All rights reserved. The data may be freely re-used for any purpose.',
      'Yes',
    ],
    [
      'permission to obtain a permit is no licence',
      'Building works require the prior consent of the council.',
      'Unsure',
    ],
    [
      'an address in a text names its licence',
      'Terms: https://creativecommons.org/licenses/by/4.0/ apply to the data.',
      'Yes',
    ],
    ['a parameter of an address names none', 'Most visited: /search?license_id=cc-by and /list?filter=odbl', 'Unsure'],
  ])('%s', (_, text, open) => {
    expect(licences.ofText(text).open).toBe(open);
  });

  test('a contradiction quotes both sides', () => {
    const { says } = licences.ofText(
      'The data is licensed under CC BY 4.0. The data may not be used for commercial purposes.',
    );
    expect(says).toContain('CC BY 4.0');
    expect(says).toContain('commercial purposes');
  });
});

test('nothing that is given makes it throw, and a Yes or No always says by which words', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...data.phrases.flatMap(({ cues }) => cues)),
    fc.constantFrom(...data.table.map(({ title }) => title)),
    fc.constantFrom('. ', '\n', ' not ', ' except ', ', ', 'CC ', 'http://'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const verdict = licences.any(pieces.join(''));
      expect(verdict.open === 'Unsure' || verdict.matched !== null).toBe(true);
    }),
    { numRuns: 150 },
  );
});
