import type { EvidenceId } from '../model/observation.ts';
import type { PortalReach } from '../model/portal.ts';
import type { CountedGroup, GroupKind, PortalSurvey, RecordDigest, SurveyTopic } from '../model/survey.ts';
import { lazy } from '../text/lazy.ts';
import { duplicatesIn } from './duplicates.ts';
import type { PortalReason } from './reasons.ts';
import { type Series, seriesIn } from './series.ts';

/** A survey with what several indicators need of it, made once. */
export interface SurveyView {
  readonly survey: PortalSurvey;
  readonly records: readonly RecordDigest[];
  readonly isWhole: boolean;
  /** Pages that were asked for and did not come, and datasets on a page. */
  readonly lostPages: number;
  readonly pageSize: number;
  /** Datasets that are there and were not listed, of a list that was not drawn from. */
  readonly lostRecords: number;
  /** Was the list read to its end, so that what it does not show is not in it? */
  readonly isReadToEnd: boolean;
  readonly listEvidence: readonly EvidenceId[];
  /** Why there are no records. */
  readonly noRecords: PortalReason;
  /** Groups of records of one dataset each, and series; found out when they are first asked for. */
  readonly duplicates: () => readonly (readonly RecordDigest[])[];
  readonly series: () => readonly Series[];
  /** Datasets of which there is a file to look at; null where it is not known how many there are. */
  readonly withFiles: number | null;
  readonly groupsOf: (kind: GroupKind) => { readonly groups: readonly CountedGroup[]; readonly isDeclared: boolean };
  /** Why a topic is not known. */
  readonly missing: (topic: SurveyTopic) => PortalReason;
  readonly evidenceOf: (topic: SurveyTopic) => readonly EvidenceId[];
}

const labelsOf = (kind: GroupKind, record: RecordDigest): readonly string[] => {
  switch (kind) {
    case 'publisher':
      return record.publisher === null ? [] : [record.publisher];
    case 'format':
      return record.formats;
    case 'licence':
      return record.licence.label === null ? [] : [record.licence.label];
    case 'theme':
      return record.themes;
    case 'year':
      return record.issued === null ? [] : [record.issued.slice(0, 4)];
    case 'host':
      return record.hosts;
  }
};

const byCount = (a: CountedGroup, b: CountedGroup): number => b.datasets - a.datasets || (a.key < b.key ? -1 : 1);

const countedOf = (kind: GroupKind, records: readonly RecordDigest[]): readonly CountedGroup[] => {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const label of new Set(labelsOf(kind, record))) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([key, datasets]) => ({ key, label: key, datasets })).sort(byCount);
};

/** The population that files were drawn from: all datasets with one, as far as all were listed. */
const withFilesOf = ({ records, basis }: PortalSurvey, lostPages: number): number | null =>
  basis === 'whole' && lostPages === 0 ? records.filter(({ file }) => file !== null).length : null;

/** By the catalogue's own count, where it tells one; else as many as would stand on the pages that did not come. */
const lostRecordsOf = ({ pages, facts, basis }: PortalSurvey, lostPages: number, pageSize: number): number => {
  if (pages.isDrawn) return 0;
  const listed = pages.asked.reduce((sum, { datasets, isSeen }) => sum + (isSeen ? datasets : 0), 0);
  if (facts.total !== undefined && basis !== 'whole') return Math.max(0, facts.total - listed);
  return lostPages * pageSize;
};

/** Looks at a survey once for all indicators. */
export const viewOfSurvey = (survey: PortalSurvey): SurveyView => {
  const { records, basis, pages, facts } = survey;
  const lost = pages.asked.filter(({ isSeen }) => !isSeen);
  const full = Math.max(0, ...pages.asked.map(({ datasets }) => datasets));
  const made = new Map<GroupKind, ReturnType<SurveyView['groupsOf']>>();
  const groupsOf: SurveyView['groupsOf'] = (kind) => {
    const known = made.get(kind);
    if (known !== undefined) return known;
    const told = facts.groups?.[kind];
    // What all records say is said once and in one spelling; the catalogue's own counts stand where only a part was read.
    const isDeclared = told !== undefined && (basis !== 'whole' || lost.length > 0 || records.length === 0);
    const groups = isDeclared ? [...told].sort(byCount) : countedOf(kind, records);
    const one = { groups, isDeclared };
    made.set(kind, one);
    return one;
  };
  const isWhole = basis === 'whole' && lost.length === 0;
  return {
    ...{ survey, records, isWhole, groupsOf },
    lostPages: lost.length,
    pageSize: full,
    lostRecords: lostRecordsOf(survey, lost.length, full),
    isReadToEnd: basis !== 'counts' && !pages.isDrawn && lost.length === 0 && (pages.repeats ?? 0) === 0,
    listEvidence: [...new Set(pages.asked.flatMap(({ evidence }) => evidence ?? []))],
    noRecords: 'not-listed',
    duplicates: lazy(() => duplicatesIn(records)),
    series: lazy(() => seriesIn(records.map(({ stem }) => stem))),
    withFiles: withFilesOf(survey, lost.length),
    missing: (topic) => (survey.notOffered.includes(topic) ? 'not-offered' : 'not-answered'),
    evidenceOf: (topic) => (survey.told[topic] === undefined ? [] : [survey.told[topic]]),
  };
};

/** How many records are left when each dataset is counted once. */
export const distinctIn = ({ records, duplicates }: SurveyView): number =>
  records.length - duplicates().reduce((sum, group) => sum + group.length - 1, 0);

/** How far the catalogue was seen. */
export const reachOf = (view: SurveyView): PortalReach => ({
  declared: view.survey.facts.total ?? null,
  enumerated: view.records.length,
  distinct: distinctIn(view),
  basis: view.survey.basis,
});
