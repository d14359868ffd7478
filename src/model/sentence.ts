/* Sentences as data: a reason and the values that it names, from which they can be written in any language. */

/** A value of a sentence: text that was seen, a number, a code that is put into words, several of them, or a sentence. */
export type Arg = string | number | Sentence | readonly Arg[];

/** The values of a sentence, by the names that it gives them. */
export type Args = Readonly<Record<string, Arg>>;

/** A reason code with the values of its sentence. */
export interface Sentence {
  readonly reason: string;
  readonly args: Args;
}

/** The `{names}` that a sentence gives its values. */
export type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/**
 * Puts values in the place of the `{names}` of a sentence.
 *
 * @param word puts a value into words, by the name it has in the sentence
 * @throws Error where a name has no value, which is a defect of whoever gave the reason.
 */
export const fill = (text: string, args: Args, word: (arg: Arg, name: string) => string): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const arg = args[name];
    if (arg === undefined) throw new Error(`Nothing was given for {${name}} in “${text}”.`);
    return word(arg, name);
  });

/** Is a value a sentence of its own? */
export const isSentence = (arg: Arg): arg is Sentence => typeof arg === 'object' && 'reason' in arg;
