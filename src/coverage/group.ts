import type { CoverageItem, Need, Unopened } from '../model/coverage.ts';
import type { Observation } from '../model/observation.ts';
import type { DatasetRecord } from '../model/records.ts';
import { withoutFragment } from '../web/address.ts';
import { type Look, sightOf } from './sight.ts';

/** A candidate that was opened, with what hangs on it. */
export interface Opened {
  readonly root: Observation;
  readonly members: readonly Observation[];
}

/** Everything that was opened, and what was left. */
export interface Explored {
  readonly groups: readonly Opened[];
  readonly unopened: readonly Unopened[];
}

/** The reply from an address, whichever dataset it was opened for; null where it was not asked. */
export const repliedAt = ({ groups }: Explored, url: string): Observation | null => {
  const address = withoutFragment(url);
  for (const { root, members } of groups) {
    const found = [root, ...members].find((one) => withoutFragment(one.url) === address);
    if (found !== undefined) return found;
  }
  return null;
};

/** A file of a dataset: what came from its address, null where it was not asked. */
export interface File {
  readonly url: string;
  readonly reply: Observation | null;
}

/** Terms and manuals hold no data. */
const holdsData = ({ role }: Pick<Observation, 'role'>): boolean => role !== 'licence' && role !== 'documentation';

/** The files of a dataset: those its record names, those that its page links, those that were left unopened. */
export const filesOf = (group: Opened, record: DatasetRecord | null, seen: Explored): readonly File[] => {
  const named = (record?.distributions ?? []).map(({ url }) => url);
  const linked = group.members.filter(holdsData).map(({ url }) => url);
  const left = seen.unopened.filter((one) => one.via === group.root.evidence && one.role === 'data-file');
  const addresses = [...named, ...linked, ...left.map(({ url }) => url)].map(withoutFragment);
  const own = withoutFragment(group.root.url);
  return [...new Set(addresses)].filter((url) => url !== own).map((url) => ({ url, reply: repliedAt(seen, url) }));
};

const notAsked: Look = { sight: 'not-asked', detail: '' };

/** How far a file was seen. */
export const sightOfFile = ({ reply }: File): Look => (reply === null ? notAsked : sightOf(reply));

const isRead = ({ sight }: Look): boolean => sight === 'read-whole';

/**
 * A link that answers that nothing is there gives nobody anything. Where others beside it lead to data, it is a dead link and
 * no sign that the data moved; alone it is the data that is gone from where it was.
 */
export const deadBeside = (look: Look, others: boolean): Look =>
  look.sight === 'gone' && others ? { ...look, sight: 'dead-link' } : look;

/** Does a dataset or a page show data: rows of its own, or a file with them? */
export const showsData = ({ root, members }: Opened): boolean =>
  [root, ...members].some(({ kind, signs }) => kind === 'data' || signs.some(({ code }) => code === 'shows-rows'));

/** Does a page link data that was read whole, whichever dataset it was opened for? */
const linksData = ({ root }: Opened, seen: Explored): boolean =>
  (root.inspection?.page?.links ?? []).some(({ url }) => {
    const reply = repliedAt(seen, url);
    return reply?.kind === 'data' && isRead(sightOf(reply));
  });

/** Does a page lead to data: to rows of its own, to a file with them, or to one that was opened for another dataset? */
export const leadsToData = (group: Opened, seen: Explored): boolean => showsData(group) || linksData(group, seen);

/** Forms in which catalogues export one and the same table, where the last part of an address names the form. */
const exported = /\/exports?\/(?:csv|tsv|json|jsonl|xlsx|xls|ods|parquet)$/;

/** What is exported at an address, whatever the form; null where it is no export. */
const exportOf = (url: string): string | null => {
  if (!URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  return exported.test(pathname) ? origin + pathname.replace(/\/[^/]*$/, '') : null;
};

/** Files without those that are another form of a table that was read whole: they hold nothing that was not seen. */
const withoutTwins = (files: readonly (readonly [File, Look])[]): readonly (readonly [File, Look])[] => {
  const read = new Set(files.filter(([, look]) => isRead(look)).map(([{ url }]) => exportOf(url)));
  return files.filter(([{ url }, look]) => isRead(look) || exportOf(url) === null || !read.has(exportOf(url)));
};

/** How far each file of a dataset was seen. */
export const looksAt = (group: Opened, record: DatasetRecord | null, seen: Explored): ReadonlyMap<File, Look> => {
  const files = filesOf(group, record, seen).map((file) => [file, sightOfFile(file)] as const);
  const looks = new Map(withoutTwins(files));
  const isAnyRead = [...looks.values()].some(isRead) || linksData(group, seen);
  return new Map([...looks].map(([file, look]) => [file, deadBeside(look, isAnyRead)]));
};

/**
 * How far a dataset was seen: its page and all of its files. Where a catalogue's record names the files, they are the
 * dataset, and a page that is gone or drawn by a script takes nothing away.
 */
export const sightOfGroup = (group: Opened, record: DatasetRecord | null, seen: Explored): Look => {
  const looks = [...looksAt(group, record, seen).values()];
  const root = sightOf(group.root);
  const isDeclared = (record?.distributions.length ?? 0) > 0 && looks.length > 0;
  if (!isRead(root) && !isDeclared) return root;
  const unseen = looks.filter((look) => !isRead(look) && look.sight !== 'dead-link').length;
  if (unseen > 0) return { sight: 'files-unseen', detail: `${unseen} of ${looks.length}` };
  const read = looks.filter(isRead).length;
  return read === 0 ? root : { sight: 'files-read', detail: String(read) };
};

/** An item about one address. */
export const itemOf = (need: Need, url: string, look: Look, reply: Observation | null, name = ''): CoverageItem => ({
  need,
  name,
  url,
  ...look,
  evidence: reply?.evidence ?? null,
});
