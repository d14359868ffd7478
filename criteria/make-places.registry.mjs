/**
 * The registry of catalogues that `make-places.mjs` reads, and how two states of what it makes differ. Lines of the registry come
 * in either of two forms: as the Common Data Index publishes them (`data/datasets/full.jsonl`), or already reduced to what is kept.
 */

/** Owners that act for a whole country. */
const national = ['Central government', 'Federal government'];

/** Coverage of a whole country. */
const wholeCountry = 20;

/** A code that a reader of YAML took for a word: Norway. */
const codeOf = (location) => (location?.country?.id === false ? 'NO' : location?.country?.id);

/** A catalogue of the Common Data Index, reduced; null where it is of no country as a whole, or out of use. */
const reduced = (entry) => {
  const { owner = {}, coverage = [], properties = {}, endpoints = [], langs = [], software = {} } = entry;
  const [{ location } = {}] = coverage;
  const isNational = properties.is_national === true;
  const isOfCountry = location?.level === wholeCountry && national.includes(owner.type);
  if (entry.status === 'inactive' || codeOf(location) === undefined || !(isNational || isOfCountry)) return null;
  return {
    country: codeOf(location),
    name: entry.name,
    link: entry.link,
    type: entry.catalog_type,
    software: software.id,
    national: isNational,
    owner: owner.name ?? null,
    langs: langs.map(({ id }) => String(id).toLowerCase()),
    endpoints: Object.fromEntries([...endpoints].reverse().map(({ type, url }) => [type, url])),
  };
};

/** The catalogues of a registry, one JSON object a line. */
export const portalsIn = (text) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map((entry) => (entry.catalog_type === undefined ? entry : reduced(entry)))
    .filter((portal) => portal !== null);

/**
 * How the catalogues of a place differ: `added` and `gone` by their addresses, `moved` where one of the same name and owner is at
 * another address.
 */
export const changesOf = (before, after) => {
  const known = new Set(before.map(({ url }) => url));
  const kept = new Set(after.map(({ url }) => url));
  const gone = before.filter(({ url }) => !kept.has(url));
  const added = after.filter(({ url }) => !known.has(url));
  const isSame = (one, other) => one.name === other.name && one.owner === other.owner;
  const moved = added.flatMap((to) => {
    const from = gone.find((one) => isSame(one, to));
    return from === undefined ? [] : [{ name: to.name, from: from.url, to: to.url }];
  });
  const [left, come] = [new Set(moved.map(({ from }) => from)), new Set(moved.map(({ to }) => to))];
  return {
    added: added.filter(({ url }) => !come.has(url)).map(({ url }) => url),
    gone: gone.filter(({ url }) => !left.has(url)).map(({ url }) => url),
    moved,
  };
};

/** The changes of all places as lines, with their sum first. */
export const told = (changes) => {
  const sum = (kind) => changes.reduce((total, { of }) => total + of[kind].length, 0);
  return [
    `${sum('added')} catalogues added, ${sum('gone')} gone, ${sum('moved')} moved`,
    ...changes.flatMap(({ id, of }) => [
      ...of.added.map((url) => `${id} + ${url}`),
      ...of.gone.map((url) => `${id} - ${url}`),
      ...of.moved.map(({ name, from, to }) => `${id} > ${from} is at ${to} (${name})`),
    ]),
  ];
};
