/**
 * Something the person at the keyboard can put right: a wrong word, a bad file, a folder that cannot be written.
 * The message is one sentence: what happened, to which address or file and line, and what to do. Shown without a
 * stack trace, exit code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
