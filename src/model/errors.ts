/**
 * Something the person at the keyboard can put right: a wrong word, a bad file, a folder that cannot be written.
 * The message is one sentence: what happened, to which address or file and line, and what to do. Shown without a
 * stack trace, exit code 2.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/**
 * A file is damaged, cut off or not what it claims to be, so that a library could not read it. That is a result, unlike any
 * other error that escapes a reader, which is a defect of the program.
 */
export class BrokenInput extends Error {
  override readonly name = 'BrokenInput';
}

/**
 * Calls a library on bytes that came from outside. What the library throws says that they are broken.
 *
 * @throws BrokenInput with the library's message.
 */
export const reading = async <T>(call: () => T | Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (cause) {
    throw new BrokenInput(cause instanceof Error ? cause.message : String(cause), { cause });
  }
};

/** Why the system refused a file, by its code. */
const refusals: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EEXIST: 'it exists already',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** The code of an error of the system, `ENOENT`; undefined for any other. */
export const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * Why the system refused a file, in words.
 *
 * @param own sentences of the caller by code, which go before the common ones
 */
export const refusalOf = (error: unknown, own: Readonly<Record<string, string>> = {}): string => {
  const code = codeOf(error) ?? '';
  return own[code] ?? refusals[code] ?? (error instanceof Error ? error.message : String(error));
};
