/** What a list of phrases can say about the right to use. */
export const phraseKinds = [
  'anyUse',
  'copy',
  'change',
  'openLicence',
  'publicDomain',
  'commercialToo',
  'nonCommercial',
  'noDerivatives',
  'purpose',
  'permission',
  'furtherTerms',
  'fee',
  'reserved',
] as const;

/** What a clause can say about the right to use; `commercialDoubt`: it denies something and names commercial use. */
export type SignalKind = (typeof phraseKinds)[number] | 'commercialDoubt';
