import type { Link } from '../../model/inspection.ts';
import { oneLine } from './text.ts';

/** A link of a page that is still read. */
export type OpenLink = { -readonly [K in keyof Link]: Link[K] };

/** A link whose line is still read. */
interface Standing {
  readonly link: OpenLink;
  readonly from: number;
  to: number | null;
}

/** Characters of a line that are kept on either side of a link. */
const reach = 600;

/** Links of one line from which on it is a list of links and no sentence. */
const mostLinks = 200;

const isWorded = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Text shortened from its beginning, at a blank. */
const ending = (text: string): string => (text.length <= reach ? text : text.slice(-reach).replace(/^\S*\s/, ''));

/** Text shortened from its end, at a blank. */
const beginning = (text: string): string => (text.length <= reach ? text : text.slice(0, reach).replace(/\s\S*$/, ''));

/** Follows the lines of a page as a reader sees them, from block to block, and gives each link what stands beside it. */
export class LinkLines {
  #text = '';
  #standing: Standing[] = [];
  #isProse = false;

  add(text: string, isLinked: boolean): void {
    this.#text += text;
    this.#isProse ||= !isLinked && isWorded(text);
  }

  open(link: OpenLink): void {
    this.#standing.push({ link, from: this.#text.length, to: null });
  }

  close(link: OpenLink): void {
    const standing = this.#standing.findLast((one) => one.link === link);
    if (standing !== undefined) standing.to = this.#text.length;
  }

  /** Ends the line, where a block begins or ends. */
  end(): void {
    const links = this.#standing.length <= mostLinks ? this.#standing : [];
    for (const { link, from, to } of links) {
      const before = oneLine(ending(this.#text.slice(0, from)));
      const after = oneLine(beginning(this.#text.slice(to ?? this.#text.length)));
      if (isWorded(before) || isWorded(after)) link.line = { before, after, isProse: this.#isProse };
    }
    this.#standing = [];
    this.#text = '';
    this.#isProse = false;
  }
}
