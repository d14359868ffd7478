/** Elements after which a new line begins when a page is read aloud. */
const blocks = new Set(
  'address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);

/** Elements whose content nobody sees. */
const unseen = new Set('script style template head svg math object iframe canvas audio video datalist'.split(' '));

export const isBlock = (tag: string): boolean => blocks.has(tag);

/** Is an element out of sight by its own markup? Style sheets are not read. */
export const isUnseen = (tag: string, attributes: Readonly<Record<string, string>>): boolean =>
  unseen.has(tag) ||
  'hidden' in attributes ||
  (attributes['style'] !== undefined &&
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'].slice(0, 500)));

/** Blanks collapsed: one between words, line ends kept where a block ended. */
export const collapse = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();

/** One line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Cut at a length, at a blank where one is near. */
export const shorten = (text: string, most: number): string => {
  const line = oneLine(text);
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(' ', most - 1);
  return `${line.slice(0, cut > most * 0.6 ? cut : most - 1)}…`;
};

const MOST_PIECES = 100;
const MOST_CHARACTERS = 20_000;

/** Visible text gathered in pieces, up to a bound. */
export class Pieces {
  readonly #pieces: string[] = [];
  readonly #most: number;
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get mark(): number {
    return this.#pieces.length;
  }

  get isFull(): boolean {
    return this.#length >= this.#most;
  }

  add(text: string): void {
    if (this.isFull || text === '') return;
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** Text since a mark: at most some 100 pieces of it, and 20,000 characters. */
  since(mark: number): string {
    let text = '';
    const end = Math.min(this.#pieces.length, mark + MOST_PIECES);
    for (let at = mark; at < end && text.length < MOST_CHARACTERS; at += 1) text += this.#pieces[at] ?? '';
    return text.length <= MOST_CHARACTERS ? text : text.slice(0, MOST_CHARACTERS);
  }

  text(): string {
    return collapse(this.#pieces.join('')).slice(0, this.#most);
  }
}
