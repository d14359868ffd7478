import type { Onward } from './gather.ts';
import type { Link } from './model/inspection.ts';
import type { Observation } from './model/observation.ts';
import type { DatasetRecord, Distribution } from './model/records.ts';

/** A link of a page with what it seems to lead to. */
export interface Prospect {
  readonly url: string;
  readonly role: 'landing-page' | 'data-file';
  readonly score: number;
  readonly isOnTopic: boolean;
}

/** What a format that a catalogue declares promises. */
export type Promised = 'data' | 'archive' | 'service' | 'document' | null;

/** The stages that tell where a page leads, each with its data at hand. */
export interface Signposts {
  readonly linksOf: (observation: Observation) => readonly Prospect[];
  readonly termsOf: (observation: Observation) => readonly Link[];
  readonly promiseOf: (distribution: Distribution) => Promised;
  readonly subjectOf: (observation: Observation) => DatasetRecord | null;
}

/** Pages of one page that are worth a request; a page that links to hundreds is read by its best. */
const mostPages = 6;

const order: Readonly<Record<NonNullable<Promised>, number>> = { data: 0, archive: 1, service: 2, document: 3 };

/** The files a reader would open first: those that programs read, then archives of them, then the rest; newest first. */
const byPromise = (record: DatasetRecord, promiseOf: Signposts['promiseOf']): readonly Distribution[] => {
  const rank = (distribution: Distribution): number => {
    const promised = promiseOf(distribution);
    return promised === null ? 4 : order[promised];
  };
  const newest = (left: Distribution, right: Distribution): number => {
    const [one, other] = [left.modified ?? '', right.modified ?? ''];
    return one < other ? 1 : one > other ? -1 : 0;
  };
  return [...record.distributions].sort((left, right) => rank(left) - rank(right) || newest(left, right));
};

/**
 * Where an observation leads: the files of its dataset, by its catalogue record and its links; the terms it points at;
 * and the pages that speak of what is looked for.
 */
export const onwardOf = (observation: Observation, signposts: Signposts): Onward => {
  const record = signposts.subjectOf(observation);
  const links = signposts.linksOf(observation);
  const declared = record === null ? [] : byPromise(record, signposts.promiseOf).map(({ url }) => url);
  const linked = links.filter(({ role }) => role === 'data-file').map(({ url }) => url);
  const files = [...new Set([...declared, ...linked])].filter((url) => url !== observation.url);
  return {
    files: files.map((url) => ({ url, role: 'data-file' })),
    terms: signposts.termsOf(observation).map(({ url }) => url),
    pages: links
      .filter(({ role, isOnTopic }) => role === 'landing-page' && isOnTopic)
      .slice(0, mostPages)
      .map(({ url, score }) => ({ url, score })),
  };
};
