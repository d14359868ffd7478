import { between, counted, exactShare, shareOfRecords, unknownEstimate } from '../estimate.ts';
import { distinctIn } from '../view.ts';
import type { IndicatorContext, Measure, Measures } from './indicator.ts';

/* What there is: how many datasets, how many of them twice, in series, or without anything to have. */

/** Series that are named. */
const mostSeries = 10;

/** How many datasets the catalogue says it has that its list does not show. */
const datasetsDeclared: Measure = (view) => {
  const declared = view.survey.facts.total;
  if (declared === undefined) return unknownEstimate(view.missing('total'));
  const evidence = [...view.evidenceOf('total'), ...view.listEvidence];
  const parts = [
    { key: 'declared', value: declared },
    { key: 'enumerated', value: view.records.length },
  ];
  if (!view.isReadToEnd)
    return { ...unknownEstimate('needs-whole-list', {}, evidence), numerator: declared, basis: 'declared', parts };
  const missing = declared - view.records.length;
  return counted(missing, { numerator: declared, denominator: view.records.length, evidence, parts });
};

const datasetsDistinct: Measure = (view) => {
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  const distinct = distinctIn(view);
  const given = { evidence: view.listEvidence };
  return view.isWhole
    ? counted(distinct, { ...given, denominator: view.records.length })
    : {
        ...unknownEstimate('needs-whole-list', {}, given.evidence),
        numerator: distinct,
        denominator: view.records.length,
      };
};

const duplicates: Measure = (view) => {
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  const twice = view.records.length - distinctIn(view);
  const given = { evidence: view.listEvidence };
  if (view.isWhole) return exactShare(twice, view.records.length, given);
  // What was read shows some of them: that others are there is not ruled out.
  const share = twice / view.records.length;
  return between(share, 0, 1, {
    ...{ ...given, basis: 'sample', numerator: twice, denominator: view.records.length, reason: 'needs-whole-list' },
    args: {},
  });
};

const series: Measure = (view) => {
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  const found = view.series();
  const members = found.reduce((sum, one) => sum + one.members, 0);
  return exactShare(members, view.records.length, {
    basis: view.isWhole ? 'whole' : 'sample',
    evidence: view.listEvidence,
    parts: [
      { key: 'series', value: found.length },
      ...found.slice(0, mostSeries).map(({ stem, members: value }) => ({ key: stem, value })),
    ],
  });
};

const withoutFiles: Measure = (view) => shareOfRecords(view, ({ distributions }) => distributions.all === 0);

const categoriesFound: Measure = (view) => {
  if (view.records.length === 0) return unknownEstimate(view.noRecords);
  const counts = view.survey.categories.map((key) => ({
    key,
    value: view.records.filter(({ categories }) => categories.includes(key)).length,
  }));
  const found = counts.filter(({ value }) => value > 0).length;
  const given = { evidence: view.listEvidence, parts: counts, numerator: found, denominator: counts.length };
  return view.isWhole ? counted(found, given) : between(found, found, counts.length, { ...given, basis: 'sample' });
};

const changeOf =
  (kind: keyof NonNullable<IndicatorContext['changes']>): Measure =>
  (_, { changes, isCompared }) =>
    changes === null ? unknownEstimate(isCompared ? 'not-comparable' : 'no-earlier') : counted(changes[kind]);

export const inventory: Measures = {
  'datasets-declared': datasetsDeclared,
  'datasets-distinct': datasetsDistinct,
  duplicates,
  series,
  'without-files': withoutFiles,
  'categories-found': categoriesFound,
  added: changeOf('added'),
  removed: changeOf('removed'),
  changed: changeOf('changed'),
  renamed: changeOf('renamed'),
};
