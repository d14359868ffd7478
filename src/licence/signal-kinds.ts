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

/**
 * What a clause can say about the right to use. `commercialDoubt`: it denies something and names commercial use. `unread`: it grants and holds
 * a word that is not understood, or it may take back what another clause grants.
 */
export type SignalKind = (typeof phraseKinds)[number] | 'commercialDoubt' | 'unread' | 'barred';
