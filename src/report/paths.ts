/* Addresses inside a site. A page is named by its path without `index.html`: '' is the front page, `2015/ma/` another. */

const segments = (path: string): readonly string[] => path.split('/').slice(0, -1);

/** The way from one page to a file of the site, relative, so that it holds from disk and below any address. */
export const wayTo = (from: string, file: string): string => {
  const [here, there] = [segments(from), segments(file)];
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared += 1;
  const up = '../'.repeat(here.length - shared);
  const down = there.slice(shared).map((part) => `${part}/`);
  return `${up}${down.join('')}${file.slice(file.lastIndexOf('/') + 1)}`;
};

/** The way from one page to another: to its `index.html`, since a disk opens no folders. */
export const linkTo = (from: string, page: string, anchor = ''): string =>
  `${wayTo(from, `${page}index.html`)}${anchor === '' ? '' : `#${anchor}`}`;

/* Paths of the pages, without the folder of a language. */

export const paths = {
  front: '',
  year: (year: number): string => `${year}/`,
  matrix: (year: number): string => `${year}/matrix/`,
  unsure: (year: number): string => `${year}/unsure/`,
  places: 'places/',
  place: (id: string): string => `places/${id}/`,
  placeYear: (year: number, place: string): string => `${year}/${place}/`,
  categories: 'categories/',
  category: (id: string): string => `categories/${id}/`,
  categoryYear: (year: number, category: string): string => `${year}/categories/${category}/`,
  entry: (year: number, place: string, category: string): string => `${year}/${place}/${category}/`,
  compare: 'compare/',
  pair: (before: number, after: number): string => `compare/${before}-${after}/`,
  pairPlace: (before: number, after: number, place: string): string => `compare/${before}-${after}/${place}/`,
  portals: 'portals/',
  portal: (name: string): string => `portals/${name}/`,
  commitments: 'commitments/',
  plan: (place: string, plan: string): string => `commitments/${place}/${plan}/`,
  method: 'method/',
  data: 'data/',
  about: 'about/',
} as const;
