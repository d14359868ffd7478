import { type Coverage, type CoverageItem, isCovered } from '../model/coverage.ts';
import type { Candidate, DatasetRecord } from '../model/records.ts';
import { bodyItems, type ResponsibleBody } from './body.ts';
import { hitItems, type Search, searchItems } from './catalogues.ts';
import { type Explored, itemOf, looksAt, type Opened, repliedAt, sightOfGroup } from './group.ts';
import { sightOf } from './sight.ts';

export type { ResponsibleBody } from './body.ts';
export type { Search } from './catalogues.ts';
export { type Explored, type Opened, showsData } from './group.ts';
export { sightOf } from './sight.ts';
export { asTold, type ToldAbsence } from './told.ts';

/** What a place's data was looked for in. */
export interface Survey extends Explored {
  readonly body: ResponsibleBody | null;
  readonly searches: readonly Search[];
  /** All that were proposed, also those that were never opened. */
  readonly candidates: readonly Candidate[];
  /** Addresses that the reviewer named. */
  readonly named: readonly string[];
}

const namedItems = (named: readonly string[], seen: Explored): readonly CoverageItem[] =>
  named.map((url) => {
    const reply = repliedAt(seen, url);
    if (reply === null) return itemOf('named-address', url, { sight: 'not-asked', detail: '' }, null);
    const group = seen.groups.find(({ root }) => root === reply);
    return itemOf('named-address', url, group === undefined ? sightOf(reply) : sightOfGroup(group, null, seen), reply);
  });

/** One item for each address and need, the first of them. */
const eachOnce = (items: readonly CoverageItem[]): readonly CoverageItem[] => {
  const known = new Set<string>();
  return items.filter(({ need, url }) => {
    const key = `${need} ${url}`;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
};

/** What must have been seen before it can be said that a place does not have the data, and what of it was. */
export const coverageOfPlace = (survey: Survey): Coverage => ({
  scope: 'country',
  items: eachOnce([
    ...bodyItems(survey.body, survey),
    ...searchItems(survey.searches),
    ...hitItems(survey.candidates, survey),
    ...namedItems(survey.named, survey),
  ]),
});

/** What must have been seen before it can be said that one address lacks something: its page, its files, its pages. */
export const coverageOfAddress = (seen: Explored): Coverage => ({
  scope: 'address',
  items: eachOnce([
    ...seen.groups.map(({ root }) => itemOf('named-address', root.url, sightOf(root), root)),
    ...seen.unopened
      .filter(({ role }) => role === 'landing-page')
      .map(({ url }) => itemOf('page', url, { sight: 'not-asked', detail: '' }, null)),
  ]),
});

/** The files of a dataset as things that must be seen. */
const fileItems = (group: Opened, record: DatasetRecord | null, seen: Explored): readonly CoverageItem[] =>
  [...looksAt(group, record, seen)].map(([{ url, reply }, look]) => itemOf('declared-file', url, look, reply));

/** The coverage of what is judged together with every file that the datasets under judgement declare. */
export const withFiles = (
  coverage: Coverage,
  chosen: readonly { readonly group: Opened; readonly record: DatasetRecord | null }[],
  seen: Explored,
): Coverage => ({
  ...coverage,
  items: eachOnce([...coverage.items, ...chosen.flatMap(({ group, record }) => fileItems(group, record, seen))]),
});

/** Were the files of some datasets all read, and everything else that has to be seen? */
export const isCoveredWith = (...given: Parameters<typeof withFiles>): boolean => isCovered(withFiles(...given));
