import type { SeenAt } from '../../../model/commitments-report.ts';
import type { Observation } from '../../../model/observation.ts';
import { siteOf } from '../../../web/address.ts';
import { isPageFormat } from '../../../web/formats.ts';
import {
  answers,
  isGone,
  openedAt,
  pageOf,
  type SignReader,
  type SignSight,
  type SiteScene,
  seenAt,
  speaksOf,
  wordsOf,
} from '../scene.ts';
import { isAsking } from './form.ts';

const isOutside = (url: string, { site }: SiteScene): boolean => !site.hosts.includes(siteOf(url));

/** Is it a document by its name, which is no service? */
const isDocument = (url: string, { formats }: SiteScene): boolean => {
  const format = formats.ofAddress(url);
  return format !== null && !isPageFormat(format);
};

const quoteOf = (text: string, url: string, opened: Observation): string => {
  const title = opened.inspection?.page?.title ?? '';
  return `${text} → ${url}${title === '' ? '' : ` “${title}”`}`;
};

/** Links that speak of something, what was opened at them, and what was not. */
const followed = (
  about: readonly string[],
  scene: SiteScene,
  isWanted: (url: string) => boolean,
  isIt: (opened: Observation) => boolean,
): SignSight => {
  let doubt: string | null = null;
  for (const { observation, page } of scene.pages) {
    for (const link of page.links) {
      if (!isWanted(link.url) || isDocument(link.url, scene) || !speaksOf(wordsOf(link), about, scene)) continue;
      const opened = openedAt(link.url, scene);
      if (opened !== undefined && answers(opened)) {
        if (!isIt(opened)) continue;
        const where: readonly SeenAt[] = [seenAt(observation, quoteOf(wordsOf(link), link.url, opened))];
        return { isShown: true, where, doubt: null };
      }
      if (!isGone(opened)) doubt ??= link.url;
    }
  }
  return { isShown: false, where: [], doubt };
};

/** Is it where something is asked for: a form of its subject, or the log-in before one? A page that tells of it is none. */
const isService = (opened: Observation, about: readonly string[], scene: SiteScene): boolean =>
  opened.kind === 'login' ||
  pageOf(opened).some(
    ({ page, heads }) =>
      page.forms.some(isAsking) && about.some((meaning) => scene.phrases(meaning).first(heads) !== null),
  );

/** A link to a service of another site, which answers. */
export const service: SignReader = ({ about = [] }, scene) =>
  followed(
    about,
    scene,
    (url) => isOutside(url, scene),
    (opened) => isService(opened, about, scene),
  );

/** A link, wherever it leads, to something that answers. */
export const link: SignReader = ({ about = [] }, scene) =>
  followed(
    about,
    scene,
    () => true,
    () => true,
  );
