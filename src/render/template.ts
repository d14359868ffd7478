import { forHtml, linkTarget } from './escape.ts';

/**
 * HTML that may be written as it is. It comes about by `html` alone, which escapes everything that it is given: what stands in a
 * page is either written in the code or escaped, by construction.
 */
export class Markup {
  readonly #text: string;

  constructor(key: symbol, text: string) {
    if (key !== own) throw new TypeError('Markup is made by html.');
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const own = Symbol('markup');

/** What a template takes: text is escaped, markup is not, lists are put one after another, null and false are nothing. */
export type Content = Markup | string | number | null | false | readonly Content[];

const written = (content: Content): string => {
  if (typeof content === 'string') return forHtml(content);
  if (content instanceof Markup) return content.toString();
  if (content === null || content === false) return '';
  return typeof content === 'number' ? String(content) : content.map(written).join('');
};

/** A template of HTML: its own text is markup, and every value in it is escaped, in text and in attributes in double quotes alike. */
export const html = (parts: TemplateStringsArray, ...values: readonly Content[]): Markup =>
  new Markup(
    own,
    parts.reduce((text, part, at) => `${text}${written(values[at - 1] ?? null)}${part}`),
  );

/** Pieces with others between them. */
export const joined = (pieces: readonly Content[], between: Markup): Content =>
  pieces.map((piece, at) => (at === 0 ? piece : html`${between}${piece}`));

/** Text from outside: isolated, since it may run in the other direction than what it stands in. */
export const isolated = (text: string): Markup => html`<bdi>${text}</bdi>`;

/** An address, which runs from left to right in every language. */
export const addressText = (address: string): Markup => html`<bdi dir="ltr" class="address">${address}</bdi>`;

/** A link out of the page that tells the other side nothing; plain text where the address must not be followed. */
export const outwardLink = (address: string): Markup => {
  const target = linkTarget(address);
  return target === null
    ? html`<code>${addressText(address)}</code>`
    : html`<a href="${target}" rel="noopener noreferrer nofollow">${addressText(address)}</a>`;
};

/** Data for programs in a page: nothing in it can end the element that it stands in. */
export const dataBlock = (type: string, value: unknown): Markup =>
  html`<script type="${type}">${new Markup(own, JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapedUnit))}</script>`;

/** A stylesheet of the program's own in a page that stands alone. @throws Error where it would end its element: a defect of whoever wrote it. */
export const inlineStyle = (style: string): Markup => {
  if (style.includes('</')) throw new Error('A stylesheet holds no markup.');
  return html`<style>${new Markup(own, style)}</style>`;
};

const escapedUnit = (found: string): string => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A message with markup among its values: the text around them is escaped, each value is put where its mark stands. */
export const filled = (
  message: (marks: Readonly<Record<string, string>>) => string,
  values: Readonly<Record<string, Content>>,
): Markup => {
  const names = Object.keys(values);
  const text = message(Object.fromEntries(names.map((name, at) => [name, `\ue000${at}\ue001`])));
  const pieces = text.split(/\ue000(\d+)\ue001/);
  return html`${pieces.map((piece, at) => (at % 2 === 0 ? spaced(piece) : (values[names[Number(piece)] ?? ''] ?? null)))}`;
};

/** Escaping trims; the blanks around a piece of a sentence stay. */
const spaced = (piece: string): Content =>
  piece.trim() === ''
    ? piece === ''
      ? null
      : html` `
    : [/^\s/.test(piece) && html` `, piece, /\s$/.test(piece) && html` `];
