import { linkTarget } from '../../../render/escape.ts';
import { html, type Markup, outwardLink } from '../../../render/template.ts';

const bareAddress = /(https?:\/\/[^\s<>"“”«»\u2066-\u2069]+)/;
const closing = /[).,;:!?'’\]\u060c\u061b\u061f]+$/;

/** Running text of a review: its addresses are links, texts that are isolated stand in elements that do it. */
export const prose = (text: string): Markup =>
  html`${text.split(/\u2068([^\u2068\u2069]*)\u2069/).map((part, at) => {
    const isForeign = at % 2 === 1;
    const pieces = part.split(bareAddress).map((piece, index) => (index % 2 === 0 ? kept(piece) : linked(piece)));
    return isForeign ? html`<bdi>${pieces}</bdi>` : pieces;
  })}`;

const linked = (piece: string): Markup => {
  const address = piece.replace(closing, '');
  return linkTarget(address) === null ? kept(piece) : html`${outwardLink(address)}${kept(piece.slice(address.length))}`;
};

/** Escaping trims a piece; the blanks around it stay. */
const kept = (piece: string): Markup =>
  piece.trim() === ''
    ? html`${piece !== '' && html` `}`
    : html`${/^\s/.test(piece) && html` `}${piece}${/\s$/.test(piece) && html` `}`;
