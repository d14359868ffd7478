import type { AnswerBy, Reasons } from '../../model/check.ts';
import { licenceTerms } from './licence-terms.ts';

/** What “Openly licensed?” can be answered with, and why. */
export const reasons = {
  ...licenceTerms.opening,
  ...licenceTerms.closing,
  ...licenceTerms.leavingOpen,
  'open-licence': {
    says: '{licence}',
    example: 'CC BY 4.0 in the record',
    changes: 'A narrower statement takes the freedom back.',
    confidence: 'high',
  },
  'not-open': {
    says: '{licence}',
    example: '“All rights reserved”; non-commercial use only',
    changes: 'The publisher states an open licence for the data.',
    confidence: 'high',
    improve:
      'Put the data under a licence approved by the Open Definition, such as CC BY 4.0 or CC0, and link it beside the files',
  },
  'no-licence-found': {
    says: 'Where licences are stated was looked at, and none is stated: {licence}',
    example: 'A page, its footer and its terms without a licence',
    changes: 'A licence stated beside the data.',
    confidence: 'medium',
    improve: 'State an open licence, such as CC BY 4.0 or CC0, beside the files',
  },
  'no-licence-here': {
    says: 'No licence is stated here, and nothing else of the site was looked at.',
    example: 'A directory of files; a record without a licence, on its own',
    changes: 'The terms of the site are read.',
    confidence: 'medium',
    improve: 'State an open licence, such as CC BY 4.0 or CC0, beside the files',
  },
  'nothing-to-license': {
    says: 'A licence is stated on the site, but no data was seen at this address that it could be of.',
    example: 'A page that is gone, under the terms of its portal',
    changes: 'The data is seen.',
    confidence: 'high',
    improve: 'Serve the data, and state its licence beside it',
  },
  'depends-on-dataset': {
    says: 'This is a list of datasets, each of which may have a licence of its own; of the portal it is said: {licence}',
    example: 'A page of search results',
    changes: 'One dataset of the list is looked at.',
    confidence: 'medium',
    improve: 'State the licence of each dataset in its record',
  },
  conflict: {
    says: '{licence}',
    example: 'CC BY in the record, and “you may not sublicense” in its description',
    changes: 'The publisher states one licence only.',
    confidence: 'medium',
    improve: 'State one licence, and the same everywhere',
  },
  'not-reached': {
    says: '{licence}',
    example: 'The terms page did not answer',
    changes: 'The terms are read.',
    confidence: 'medium',
    improve: 'Name the licence beside the data itself, by its name and address',
  },
  unclear: {
    says: '{licence}',
    example: 'A link to terms of use whose text was not seen; “conditions apply”',
    changes: 'The publisher names a licence that is known, or terms that plainly permit reuse.',
    confidence: 'medium',
    improve: 'Name a known open licence, such as CC BY 4.0 or CC0, beside the data',
  },
} as const satisfies Reasons;

export type OpenLicenceAnswer = AnswerBy<typeof reasons>;
