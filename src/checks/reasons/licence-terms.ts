import type { Reasons } from '../../model/check.ts';

/* The reasons that a licence itself gives. Their codes are those of `odi licence`, and so are their sentences. */

const openLicence = 'such as CC BY 4.0 or CC0';
const relicense = `Put the data under a licence approved by the Open Definition, ${openLicence}, and link it beside the files`;
const nameOne = `Name a known open licence, ${openLicence}, beside the data`;
const takenBack = 'A narrower statement takes the freedom back.';

/** Why a licence opens the data. */
const opening = {
  approved: {
    says: '{licence}',
    example: 'CC BY 4.0 in the record',
    changes: takenBack,
    confidence: 'high',
  },
  'open-by-terms': {
    says: '{licence}',
    example: '“The data may be used, changed and passed on for any purpose”; a national licence that no one reviewed',
    changes: `${takenBack} Under the strict policy, which counts approved licences alone, it is Unsure.`,
    confidence: 'high',
  },
  'public-domain': {
    says: '{licence}',
    example: '“These data are in the public domain”',
    changes: takenBack,
    confidence: 'medium',
  },
} as const satisfies Reasons;

/** Why a licence keeps the data closed. */
const closing = {
  'non-commercial': {
    says: '{licence}',
    example: 'CC BY-NC 4.0; “not for commercial use”',
    changes: 'The publisher allows commercial use too.',
    confidence: 'high',
    improve: relicense,
  },
  'no-derivatives': {
    says: '{licence}',
    example: 'CC BY-ND 4.0; “in unchanged form only”',
    changes: 'The publisher allows changed versions.',
    confidence: 'high',
    improve: relicense,
  },
  'permission-needed': {
    says: '{licence}',
    example: '“May not be reproduced without prior written permission”',
    changes: 'The publisher gives the permission to everyone, in advance.',
    confidence: 'high',
    improve: relicense,
  },
  'purpose-bound': {
    says: '{licence}',
    example: '“For personal use and research only”',
    changes: 'The publisher allows every purpose.',
    confidence: 'high',
    improve: relicense,
  },
  fee: {
    says: '{licence}',
    example: '“A licence fee is due for use of the data”',
    changes: 'The publisher asks for no fee.',
    confidence: 'high',
    improve: relicense,
  },
  'rights-reserved': {
    says: '{licence}',
    example: '“All rights reserved”; a licence field that says «Proprietary»',
    changes: 'The publisher states an open licence for the data.',
    confidence: 'high',
    improve: relicense,
  },
  rejected: {
    says: '{licence}',
    example: 'A licence that the Open Definition lists as not conformant',
    changes: 'The publisher chooses a licence that is approved.',
    confidence: 'high',
    improve: relicense,
  },
} as const satisfies Reasons;

/** Why a licence leaves it open whether the data is. */
const leavingOpen = {
  'not-approved': {
    says: '{licence}',
    example: 'A licence of plainly open terms that no one approved, under the strict policy',
    changes: 'The Open Definition approves the licence, or terms are counted too.',
    confidence: 'medium',
    improve: `Choose a licence that the Open Definition has approved, ${openLicence}`,
  },
  'no-licence-named': {
    says: '{licence}',
    example: 'A licence field that says “other” or “not specified”',
    changes: 'The publisher names the licence.',
    confidence: 'medium',
    improve: nameOne,
  },
  'change-not-granted': {
    says: '{licence}',
    example: '“May be reproduced if the source is named”',
    changes: 'The publisher says that the data may be changed and used for any purpose.',
    confidence: 'medium',
    improve: nameOne,
  },
  'commercial-use-unclear': {
    says: '{licence}',
    example: '“No commercial licence is included”',
    changes: 'The publisher says whether commercial use is free.',
    confidence: 'medium',
    improve: nameOne,
  },
  'not-understood': {
    says: '{licence}',
    example: '“The data is under CC BY 4.0, as far as the annex does not provide otherwise”',
    changes: 'A plainer sentence grants the use of the data; or a person reads this one, and decides.',
    confidence: 'low',
    improve: nameOne,
  },
  'not-granted': {
    says: '{licence}',
    example: '“We plan to release the data under CC BY”',
    changes: 'The publisher grants the licence for the data that is there now.',
    confidence: 'high',
    improve: 'Say that the data is licensed, in the present tense, and name the licence',
  },
  'data-excepted': {
    says: '{licence}',
    example: '“Except for the data tables, this publication is licensed under CC BY”',
    changes: 'The publisher licenses the data itself.',
    confidence: 'high',
    improve: nameOne,
  },
  'name-not-whole': {
    says: '{licence}',
    example: '“CC BY 4.0 with modifications”',
    changes: 'What was added to the name is known, or the publisher uses the licence as it is.',
    confidence: 'high',
    improve: 'Use a known licence as it is, and give its whole name and address',
  },
  'list-of-licences': {
    says: '{licence}',
    example: 'A page that explains CC BY, CC BY-NC and ODbL to its readers',
    changes: 'The publisher says which of them is that of this data.',
    confidence: 'high',
    improve: 'Say beside the data which of the licences is its own',
  },
  'something-else': {
    says: '{licence}',
    example: '“The source code is licensed under MIT”',
    changes: 'A licence is stated for the data.',
    confidence: 'high',
    improve: nameOne,
  },
  'no-conditions': {
    says: '{licence}',
    example: 'INSPIRE’s «no conditions apply to access and use», and no licence',
    changes: 'The publisher names a licence, or says that anyone may use the data for any purpose.',
    confidence: 'medium',
    improve: nameOne,
  },
  'conditions-unknown': {
    says: '{licence}',
    example: 'INSPIRE’s «conditions to access and use unknown»; “conditions apply”',
    changes: 'The publisher tells the conditions, or names a licence and drops the remark.',
    confidence: 'high',
    improve: nameOne,
  },
  'access-limited': {
    says: '{licence}',
    example: 'dct:accessRights RESTRICTED; “available to registered researchers”',
    changes: 'The publisher opens the data to everyone.',
    confidence: 'medium',
    improve: 'Let everyone have the data, and say so in the record',
  },
  'further-terms': {
    says: '{licence}',
    example: '“By downloading you accept the terms of use”; “may be withdrawn at any time”',
    changes: 'The further terms are read and plainly permit reuse, or are dropped.',
    confidence: 'medium',
    improve: 'Drop terms beside the licence',
  },
  several: {
    says: '{licence}',
    example: '“Licensed under CC BY 4.0 or CC BY-NC 4.0”',
    changes: 'The publisher says which of the licences is that of this data.',
    confidence: 'high',
    improve: 'State one licence, and the same everywhere',
  },
  'unknown-name': {
    says: '{licence}',
    example: 'A licence field with a name of the publisher’s own',
    changes: 'The licence is known, or its text is seen.',
    confidence: 'medium',
    improve: nameOne,
  },
  'unknown-address': {
    says: '{licence}',
    example: 'A licence field with the address of terms that were not seen',
    changes: 'The licence at the address is known, or its text is seen.',
    confidence: 'medium',
    improve: nameOne,
  },
} as const satisfies Reasons;

/** The reasons of licences, by the codes that they have everywhere. */
export const licenceTerms = { opening, closing, leavingOpen } as const;
