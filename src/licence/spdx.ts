import parseExpression, { type SpdxExpression } from 'spdx-expression-parse';
import ids from 'spdx-license-ids/index.json' with { type: 'json' };
import type { LicenceVerdict } from '../model/licence.ts';

/** The tree of an SPDX expression of several licences, null for everything else. */
const parse = (text: string): SpdxExpression | null => {
  if (text.length > 300 || !/ (?:OR|AND) /.test(text)) return null;
  try {
    return parseExpression(text);
  } catch {
    return null; // prose with an OR in it
  }
};

/** Is this an identifier of SPDX, whether or not the table knows it? */
export const isSpdxId = (text: string): boolean => ids.includes(text);

const order = ['Yes', 'Unsure', 'No'] as const;

/** A choice is as open as its best licence, a sum as its worst. */
const resolve = (tree: SpdxExpression, ofId: (id: string) => LicenceVerdict | null): LicenceVerdict | null => {
  if ('license' in tree) return ofId(tree.license);
  const left = resolve(tree.left, ofId);
  const right = resolve(tree.right, ofId);
  if (left === null || right === null) return tree.conjunction === 'or' ? (left ?? right) : null;
  const isLeftBetter = order.indexOf(left.open) <= order.indexOf(right.open);
  return isLeftBetter === (tree.conjunction === 'or') ? left : right;
};

/** What an SPDX expression (`MIT OR CC-BY-4.0`) comes to; null where the text is none. */
export const ofSpdxExpression = (text: string, ofId: (id: string) => LicenceVerdict | null): LicenceVerdict | null => {
  const tree = parse(text);
  return tree === null ? null : resolve(tree, ofId);
};
