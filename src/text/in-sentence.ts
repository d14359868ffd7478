/** The first letter in lower case, for a label in the middle of a sentence; abbreviations stay as they are. */
export const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** What a criterion is called in the middle of a sentence; reviews of older programs know its label alone. */
export const nounOf = ({ label, noun }: { readonly label: string; readonly noun?: string }): string =>
  noun ?? inSentence(label);
