/**
 * Makes a thing when it is first asked for, and keeps it. Patterns that name the letters of all scripts (`\p{L}`) take a tenth of a
 * millisecond each to be read: a command that starts with dozens of them waits for what it never looks for.
 */
export const lazy = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
