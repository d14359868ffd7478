import type { CoverageItem } from '../model/coverage.ts';
import type { Observation } from '../model/observation.ts';
import { siteOf } from '../web/address.ts';
import { deadBeside, type Explored, itemOf, leadsToData, type Opened, repliedAt, sightOfGroup } from './group.ts';
import { type Look, sightOf } from './sight.ts';

/** The body that is responsible for the data, as the place's file names it. */
export interface ResponsibleBody {
  readonly name: string;
  /** Addresses under which it publishes the category. */
  readonly sites: readonly string[];
  /** Does a source say that it is the one? */
  readonly isConfirmed: boolean;
}

/** One page that was not asked forbids a No as well as hundreds do. */
const mostLeft = 12;

const isFront = (url: string): boolean => URL.canParse(url) && /^\/(?:index\.\w+)?$/.test(new URL(url).pathname);

const isOn = (hosts: ReadonlySet<string>, { url, finalUrl }: Pick<Observation, 'url' | 'finalUrl'>): boolean =>
  hosts.has(siteOf(url)) || hosts.has(siteOf(finalUrl));

/** Pages that were reached by a link that speaks of the subject, on the body's own site. */
const followed = ({ groups }: Explored, hosts: ReadonlySet<string>): readonly Opened[] =>
  groups.filter(({ root }) => root.via !== null && isOn(hosts, root));

/**
 * Did a site show anything on the subject? A front page that leads nowhere did not, however well it arrived; an address
 * deeper in the site was named for the subject.
 */
const isOnSubject = (site: string, group: Opened | undefined, seen: Explored): boolean => {
  if (!isFront(site)) return true;
  const host = siteOf(site);
  const hasFiles = (group?.members ?? []).some(({ role }) => role !== 'licence' && role !== 'documentation');
  return hasFiles || followed(seen, new Set([host])).some(({ root }) => sightOf(root).sight === 'read-whole');
};

const siteItem = (name: string, site: string, seen: Explored): CoverageItem => {
  const reply = repliedAt(seen, site);
  if (reply === null) return itemOf('responsible-body', site, { sight: 'not-asked', detail: '' }, null, name);
  const group = seen.groups.find(({ root }) => root === reply);
  const look: Look = group === undefined ? sightOf(reply) : sightOfGroup(group, null, seen);
  const isUsable = look.sight === 'read-whole' || look.sight === 'files-read';
  const sight = isUsable && !isOnSubject(site, group, seen) ? { sight: 'off-subject' as const, detail: '' } : look;
  return itemOf('responsible-body', site, sight, reply, name);
};

/**
 * The responsible body's own pages on the subject: each address that is known for it, and what these link on the
 * subject. A place whose file names nobody has nobody whose silence could be heard; of one that no source confirms, another may
 * be the one.
 */
export const bodyItems = (body: ResponsibleBody | null, seen: Explored): readonly CoverageItem[] => {
  const nobody = { need: 'responsible-body', name: body?.name ?? '', url: '', detail: '', evidence: null } as const;
  if (body === null) return [{ ...nobody, sight: 'not-named' }];
  if (body.sites.length === 0) return [{ ...nobody, sight: 'no-address' }];
  const hosts = new Set(body.sites.map(siteOf));
  // Of a body whose other pages on the subject lead to data, a page that is gone is a dead link.
  const isAlive = followed(seen, hosts).some((group) => leadsToData(group, seen));
  const left = seen.unopened
    .filter(({ url, role }) => role === 'landing-page' && hosts.has(siteOf(url)))
    .slice(0, mostLeft);
  return [
    ...(body.isConfirmed ? [] : [{ ...nobody, sight: 'not-confirmed' as const }]),
    ...body.sites.map((site) => siteItem(body.name, site, seen)),
    ...followed(seen, hosts).map((group) =>
      itemOf('page', group.root.url, deadBeside(sightOfGroup(group, null, seen), isAlive), group.root, body.name),
    ),
    ...left.map(({ url }) => itemOf('page', url, { sight: 'not-asked', detail: '' }, null, body.name)),
  ];
};
