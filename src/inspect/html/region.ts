import type { Link } from '../../model/inspection.ts';

export type Region = Link['region'];

const byTag: Readonly<Record<string, Region>> = { nav: 'navigation', header: 'header', footer: 'footer', main: 'main' };
const byRole: Readonly<Record<string, Region>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  banner: 'header',
  contentinfo: 'footer',
  main: 'main',
};

/** Names that page makers give the parts of a page, as whole words of an id or a class. */
const byName: readonly (readonly [Region, RegExp])[] = [
  [
    'footer',
    /^(?:(?:site|page|global|main|l|region)[-_]+)?footer(?:[-_](?:wrapper|container|area|inner|main|bottom))?$|^(?:colophon|pied(?:-?de-?page)?)$/i,
  ],
  [
    'navigation',
    /^(?:(?:site|page|main|global|top|primary|secondary|left|right)[-_]?)?(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?)(?:[-_](?:wrapper|container|main))?$/i,
  ],
  ['header', /^(?:(?:site|page|global|main)[-_]+)?(?:header|masthead|topbar)$/i],
  ['main', /^(?:main|main[-_]?content|page[-_]?content|contenu|contenido)$/i],
];

/** The region an element opens, or null where it stays in the one around it. */
export const regionOf = (tag: string, attributes: Readonly<Record<string, string>>): Region | null => {
  if (tag === 'html' || tag === 'body' || tag === 'a') return null;
  const plain = byTag[tag] ?? byRole[attributes['role'] ?? ''];
  if (plain !== undefined) return plain;
  const names = `${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`.trim();
  if (names === '' || names.length > 500) return null;
  for (const name of names.split(/\s+/)) {
    for (const [region, pattern] of byName) if (pattern.test(name)) return region;
  }
  return null;
};
