import type { FieldState, RecordDigest } from '../../model/survey.ts';
import { exactShare, shareOfFiles, shareOfRecords, unknownEstimate } from '../estimate.ts';
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

/** The share of records that have a field in the way its standard asks, with those that have it in any way beside it. */
const field =
  (stateOf: (record: RecordDigest) => FieldState): Measure =>
  (view) => {
    const estimate = shareOfRecords(view, (record) => stateOf(record) === 'conformant');
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

export const classification: Measures = {
  theme: ofRecords(({ themes }) => themes.length > 0),
  'theme-known': ofRecords(({ isThemeKnown }) => isThemeKnown),
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
  'licence-open': licenceOpen(),
  spatial: field(({ spatial }) => spatial),
  temporal: field(({ temporal }) => temporal),
  frequency: field(({ frequency }) => frequency),
  language: field(({ language }) => language),
  contact: field(({ contact }) => contact),
  languages,
};

/** A licence of which it cannot be told whether it is open is counted once as open and once as not. */
function licenceOpen(): Measure {
  return (view) => {
    const open = shareOfRecords(view, ({ licence }) => licence.open === 'Yes');
    const notClosed = shareOfRecords(view, ({ licence }) => licence.open !== 'No');
    if (open.value === null) return open;
    const low = open.interval?.low ?? open.value;
    const high = notClosed.interval?.high ?? notClosed.value ?? 1;
    if (low === high) return open;
    const method = open.interval?.method ?? ('bounds' as const);
    const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
    return {
      ...open,
      interval: { low, high, method, level: 0.95 },
      reason: open.interval === null ? 'bounded' : 'sampled',
      args: {
        numerator: open.numerator ?? 0,
        denominator: open.denominator ?? 0,
        low: percent(low),
        high: percent(high),
      },
    };
  };
}
