import type { FieldState, LackedField, RecordDigest } from '../../model/survey.ts';
import { type Estimate, exactShare, inPercent, shareOfFiles, shareOfRecords, unknownEstimate } from '../estimate.ts';
import type { SurveyView } from '../view.ts';
import type { Measure, Measures } from './indicator.ts';

/* How it is described: themes, words, formats, licences, and the fields of DCAT. */

const enoughKeywords = 3;

const ofRecords =
  (isHit: (record: RecordDigest) => boolean): Measure =>
  (view) =>
    shareOfRecords(view, isHit);

/** Where no record was read, counts by licence tell how many have one: each dataset has one licence at most. */
const licenceDeclared: Measure = (view) => {
  const { groups, isDeclared } = view.groupsOf('licence');
  const total = view.survey.facts.total;
  if (view.records.length > 0 || !isDeclared || total === undefined)
    return shareOfRecords(view, ({ licence }) => licence.label !== null);
  const sum = groups.reduce((all, { datasets }) => all + datasets, 0);
  return exactShare(Math.min(sum, total), total, { basis: 'declared', evidence: view.evidenceOf('groups') });
};

/** A share of which some records may be of it and may not be: these are counted once as hits and once as none. */
const bounded = (
  view: SurveyView,
  isHit: (record: RecordDigest) => boolean,
  mayBeHit: (record: RecordDigest) => boolean,
): Estimate => {
  const certain = shareOfRecords(view, isHit);
  const possible = shareOfRecords(view, mayBeHit);
  if (certain.value === null) return certain;
  const low = certain.interval?.low ?? certain.value;
  const high = possible.interval?.high ?? possible.value ?? 1;
  if (low === high) return certain;
  const method = certain.interval?.method ?? ('bounds' as const);
  const args = { numerator: certain.numerator ?? 0, denominator: certain.denominator ?? 0 };
  return {
    ...certain,
    interval: { low, high, method, level: 0.95 },
    reason: certain.interval === null ? 'bounded' : 'sampled',
    args: { ...args, low: inPercent(low), high: inPercent(high) },
  };
};

/**
 * The share of records that have a field in the way its standard asks, with those that have it in any way beside it. A record without
 * it that has fields of the publisher's own may have it there under a name that is not known: it counts once as having it.
 */
const field =
  (stateOf: (record: RecordDigest) => FieldState): Measure =>
  (view) => {
    const estimate = bounded(
      view,
      (record) => stateOf(record) === 'conformant',
      (record) => stateOf(record) === 'conformant' || (stateOf(record) === 'absent' && record.hasOtherFields),
    );
    if (view.records.length === 0) return estimate;
    const present = view.records.filter((record) => stateOf(record) !== 'absent').length;
    return { ...estimate, parts: [{ key: 'present', value: present / view.records.length }] };
  };

const languages: Measure = (view) => {
  const { languages: official } = view.survey;
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  if (official.length === 0)
    return unknownEstimate('nothing-to-measure', { what: 'no place with languages was named' });
  const told = view.records.filter(({ titleLanguages }) => titleLanguages.length > 0);
  const parts = official.map((key) => ({
    key,
    value:
      told.length === 0 ? 0 : told.filter(({ titleLanguages }) => titleLanguages.includes(key)).length / told.length,
  }));
  return {
    ...shareOfRecords(
      view,
      ({ titleLanguages }) => official.every((language) => titleLanguages.includes(language)),
      ({ titleLanguages }) => titleLanguages.length > 0,
    ),
    parts,
  };
};

const formatTrue: Measure = (view) =>
  shareOfFiles(view, ({ outcome, isFormatTrue, format, because }) => {
    if (outcome === 'unseen') return 'unseen';
    if (outcome === 'dead') return 'out';
    if (isFormatTrue === null) return format === null || because === 'not-declared' ? 'out' : 'unseen';
    return isFormatTrue ? 'hit' : 'miss';
  });

/** What a software has no field for, none of its records can lack. */
const where =
  (name: LackedField, measure: Measure): Measure =>
  (view, context) =>
    view.survey.lacks.includes(name) ? unknownEstimate('not-offered') : measure(view, context);

export const classification: Measures = {
  theme: where(
    'theme',
    ofRecords(({ themes }) => themes.length > 0),
  ),
  'theme-known': where(
    'theme',
    ofRecords(({ isThemeKnown }) => isThemeKnown),
  ),
  keywords: (view) => {
    const estimate = shareOfRecords(view, ({ keywords }) => keywords > 0);
    if (view.records.length === 0) return estimate;
    const many = view.records.filter(({ keywords }) => keywords >= enoughKeywords).length;
    return { ...estimate, parts: [{ key: 'three-or-more', value: many / view.records.length }] };
  },
  'format-declared': (view) =>
    shareOfRecords(
      view,
      ({ isFormatDeclared }) => isFormatDeclared,
      ({ distributions }) => distributions.all > 0,
    ),
  'format-true': formatTrue,
  'licence-declared': licenceDeclared,
  'licence-recognised': ofRecords(({ licence }) => licence.isRecognised),
  // A licence of which it cannot be told whether it is open may be open.
  'licence-open': (view) =>
    bounded(
      view,
      ({ licence }) => licence.open === 'Yes',
      ({ licence }) => licence.open !== 'No',
    ),
  spatial: field(({ spatial }) => spatial),
  temporal: field(({ temporal }) => temporal),
  frequency: field(({ frequency }) => frequency),
  language: where(
    'language',
    field(({ language }) => language),
  ),
  contact: field(({ contact }) => contact),
  languages,
};
