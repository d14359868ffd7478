import type { IndicatorRule, PortalFinding, PortalIndicator, ProcessReport, ProcessRules } from '../model/portal.ts';
import type { FileLook } from '../model/survey.ts';
import type { SurveyView } from './view.ts';

/** Examples that are named. */
const mostExamples = 3;

const examplesOf = (id: string, files: readonly FileLook[]): readonly string[] => {
  const outcome = id === 'links-dead' ? 'dead' : id === 'links-not-data' ? 'not-data' : null;
  return files
    .filter((file) => file.outcome === outcome)
    .slice(0, mostExamples)
    .map(({ title, url, because }) => `${title} (${because}): ${url}`);
};

/** Indicators of files speak of datasets that have one, all others of all datasets. */
const populationOf = ({ survey, records, withFiles }: SurveyView, { id }: PortalIndicator): number => {
  const all = survey.facts.total ?? records.length;
  const isOfFiles = id.startsWith('links-') || id.endsWith('-opened') || ['format-true', 'rows-whole'].includes(id);
  if (!isOfFiles) return all;
  if (withFiles !== null) return withFiles;
  const share = records.length === 0 ? 1 : records.filter(({ file }) => file !== null).length / records.length;
  return Math.round(all * share);
};

const touched = (
  indicator: PortalIndicator,
  { isFault = false, touchesAll = false, unit }: IndicatorRule,
  view: SurveyView,
): PortalFinding['datasets'] => {
  const population = populationOf(view, indicator);
  if (touchesAll) return { low: population, high: population };
  if (unit !== 'share' || indicator.value === null) return { low: 0, high: 0 };
  const { low, high } = indicator.interval ?? { low: indicator.value, high: indicator.value };
  // A share of some datasets touches no more than these.
  const size = indicator.basis !== 'sample' && indicator.denominator !== null ? indicator.denominator : population;
  const [least, most] = isFault ? [low, high] : [1 - high, 1 - low];
  return { low: Math.round(least * size), high: Math.round(most * size) };
};

/** What should be mended: every certain No, those that touch most datasets first; what another one tells already is left out. */
export const findingsOf = (
  processes: readonly ProcessReport[],
  rules: readonly ProcessRules[],
  view: SurveyView,
): readonly PortalFinding[] => {
  const ruleOf = new Map(rules.flatMap(({ indicators }) => indicators).map((rule) => [rule.id, rule]));
  const found = processes.flatMap(({ id: process, indicators }) =>
    indicators.flatMap((indicator): readonly PortalFinding[] => {
      const rule = ruleOf.get(indicator.id);
      if (indicator.answer !== 'No' || rule === undefined) return [];
      return [
        {
          indicator: indicator.id,
          process,
          says: `${indicator.title}: ${indicator.says}`,
          datasets: touched(indicator, rule, view),
          improve: indicator.improve,
          examples: examplesOf(indicator.id, view.survey.files),
        },
      ];
    }),
  );
  const isTold = ({ indicator, datasets }: PortalFinding): boolean => {
    const followed = found.find((other) => other.indicator === ruleOf.get(indicator)?.follows);
    return followed !== undefined && datasets.low <= followed.datasets.high;
  };
  const order = processes.flatMap(({ indicators }) => indicators.map(({ id }) => id));
  return found
    .filter((finding) => !isTold(finding))
    .sort(
      (a, b) =>
        b.datasets.low - a.datasets.low ||
        b.datasets.high - a.datasets.high ||
        order.indexOf(a.indicator) - order.indexOf(b.indicator),
    );
};
