import { html } from '../../render/template.ts';

/** Colours of badges stand alone on pages of others: each has white text on it with a contrast of at least 4.5 to 1. */
const grounds = { open: '#0b5cad', closed: '#57606a' };

/** Width of a text at 11 px, near enough: letters are narrower than those of other scripts. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u02ff' ? 10 : 6.6), 0);

/** What a badge says. */
export interface BadgeText {
  readonly label: string;
  readonly value: string;
  readonly isOpen: boolean;
}

/** A badge that a publisher can show beside its data. */
export const badge = ({ label, value, isOpen }: BadgeText): string => {
  const [one, other] = [Math.round(widthOf(label)) + 14, Math.round(widthOf(value)) + 14];
  return `${html`<svg xmlns="http://www.w3.org/2000/svg" width="${one + other}" height="20" role="img" aria-label="${label}: ${value}"><title>${label}: ${value}</title><rect width="${one + other}" height="20" rx="3" fill="#1b1f24"/><path fill="${isOpen ? grounds.open : grounds.closed}" d="M${one} 0h${other - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${other - 3}z"/><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle"><text x="${one / 2}" y="14">${label}</text><text x="${one + other / 2}" y="14">${value}</text></g></svg>`}\n`;
};
