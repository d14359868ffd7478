import type { FileFormat, FormatPromise } from '../model/format.ts';
import type { Link } from '../model/inspection.ts';
import type { Observation } from '../model/observation.ts';
import type { DatasetRecord, Distribution } from '../model/records.ts';
import { fileName } from '../web/address.ts';
import { isPageFormat, promiseOf } from '../web/formats.ts';
import type { FileLead, Onward } from './crawl.ts';

/** A link of a page with what it seems to lead to. */
export interface Prospect {
  readonly url: string;
  readonly role: 'landing-page' | 'data-file';
  readonly score: number;
  readonly isOnTopic: boolean;
}

/** The stages that tell where a page leads, each with its data at hand. */
export interface Signposts {
  readonly linksOf: (observation: Observation) => readonly Prospect[];
  readonly termsOf: (observation: Observation) => readonly Link[];
  readonly formatOf: (distribution: Distribution) => FileFormat | null;
  readonly subjectOf: (observation: Observation) => DatasetRecord | null;
  /** The newest year that a text names, null where it names none. */
  readonly yearIn: (text: string) => number | null;
}

const order: Readonly<Record<FormatPromise, number>> = { rows: 0, archive: 1, service: 2, document: 3, picture: 3 };

/**
 * The files a reader would open first: those that programs read, then archives of them, then the rest; newest first, by
 * the year in the name of a file and else by the day it was modified.
 */
const byPromise = (distributions: readonly Distribution[], signposts: Signposts): readonly Distribution[] => {
  const rank = (distribution: Distribution): number => {
    const promised = promiseOf(signposts.formatOf(distribution));
    return promised === null ? 4 : order[promised];
  };
  const yearOf = ({ title, url }: Distribution): number => signposts.yearIn(`${title} ${fileName(url)}`) ?? 0;
  const newest = (left: Distribution, right: Distribution): number => {
    const [one, other] = [left.modified ?? '', right.modified ?? ''];
    return yearOf(right) - yearOf(left) || (one < other ? 1 : one > other ? -1 : 0);
  };
  return [...distributions].sort((left, right) => rank(left) - rank(right) || newest(left, right));
};

/** What the catalogue that led here declares, and what the reply itself does. */
const declaredBy = (
  named: DatasetRecord | null,
  told: DatasetRecord | null,
  signposts: Signposts,
): readonly FileLead[] => {
  const own = new Set((named?.distributions ?? []).map(({ url }) => url));
  const all = [...(named?.distributions ?? []), ...(told?.distributions ?? [])].filter(({ url }) => url !== '');
  return byPromise(all, signposts).map((distribution) => ({
    url: distribution.url,
    role: isPageFormat(signposts.formatOf(distribution)) ? 'landing-page' : 'data-file',
    isDeclared: own.has(distribution.url),
  }));
};

/** Each address once, as it was named first. */
const eachOnce = (files: readonly FileLead[]): readonly FileLead[] => {
  const byUrl = new Map<string, FileLead>();
  for (const file of files) if (!byUrl.has(file.url)) byUrl.set(file.url, file);
  return [...byUrl.values()];
};

/**
 * Where an observation leads: the files of its dataset, by the record of the catalogue that named it, by its own record
 * and by its links; the terms it points at; and the pages that speak of what is looked for. What a catalogue declares is
 * followed whatever became of the page it stands on.
 */
export const onwardOf = (observation: Observation, named: DatasetRecord | null, signposts: Signposts): Onward => {
  const links = signposts.linksOf(observation);
  const declared = declaredBy(named, signposts.subjectOf(observation), signposts);
  const linked = links
    .filter(({ role }) => role === 'data-file')
    .map(({ url }) => ({ url, role: 'data-file' as const, isDeclared: false }));
  return {
    files: eachOnce([...declared, ...linked]).filter(({ url }) => url !== observation.url),
    terms: signposts.termsOf(observation).map(({ url }) => url),
    pages: links
      .filter(({ role, isOnTopic }) => role === 'landing-page' && isOnTopic)
      .map(({ url, score }) => ({ url, score })),
  };
};
