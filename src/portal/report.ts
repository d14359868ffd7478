import type {
  IndicatorRule,
  PortalIndicator,
  PortalReport,
  PortalRules,
  ProcessReport,
  PublisherLinks,
  ReportedGroup,
} from '../model/portal.ts';
import { type GroupKind, groupKinds, type PortalSurvey } from '../model/survey.ts';
import { daysBetween } from '../time/duration.ts';
import { compareReports, type StemOf } from './compare.ts';
import type { Estimate } from './estimate.ts';
import { findingsOf } from './findings.ts';
import { type IndicatorContext, measures } from './indicators/index.ts';
import { judge } from './judge.ts';
import { mqaCounts, mqaPoints } from './mqa.ts';
import { sayPortal } from './reasons.ts';
import { udataScore } from './udata.ts';
import { reachOf, type SurveyView, viewOfSurvey } from './view.ts';

/** What a report is made with. */
export interface ReportGiven {
  readonly rules: PortalRules;
  readonly tool: PortalReport['tool'];
  /** The report to compare with; null without one. */
  readonly earlier: PortalReport | null;
  readonly stemOf: StemOf;
}

/** Numbers as they are kept: what a machine's last bit makes of a sum is none of the portal's doing. */
const kept = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(12)));

const indicatorOf = (rule: IndicatorRule, estimate: Estimate): PortalIndicator => {
  const bar = rule.bar ?? null;
  const { value, numerator, denominator, basis, interval, reason, args, evidence, parts } = estimate;
  return {
    ...{ id: rule.id, title: rule.title, value: kept(value), unit: rule.unit, numerator, denominator, basis },
    interval: interval === null ? null : { ...interval, low: kept(interval.low) ?? 0, high: kept(interval.high) ?? 0 },
    bar,
    answer: judge(value, interval, bar),
    ...{ reason, args, says: sayPortal(reason, args) },
    improve: rule.improve ?? null,
    parts: parts.map(({ key, value: part }) => ({ key, value: kept(part) ?? 0 })),
    evidence: [...new Set(evidence)],
  };
};

const processesOf = (
  view: SurveyView,
  context: IndicatorContext,
  { processes }: PortalRules,
): readonly ProcessReport[] =>
  processes.map(({ id, title, indicators }) => ({
    id,
    title,
    indicators: indicators.flatMap((rule) => {
      const measure = measures[id][rule.id];
      return measure === undefined ? [] : indicatorOf(rule, measure(view, context));
    }),
  }));

/** Groups of a kind that are listed one by one. */
const mostGroups = 50;

const groupsIn = (view: SurveyView, kind: GroupKind): readonly ReportedGroup[] => {
  const { groups, isDeclared } = view.groupsOf(kind);
  const all = isDeclared ? (view.survey.facts.total ?? null) : view.records.length;
  const basis = isDeclared ? ('declared' as const) : view.isWhole ? ('whole' as const) : ('sample' as const);
  const shared = (datasets: number): number | null => (all === null || all === 0 ? null : kept(datasets / all));
  const top = groups.slice(0, mostGroups).map((group) => ({ ...group, share: shared(group.datasets), basis }));
  const others = groups.slice(mostGroups).reduce((sum, { datasets }) => sum + datasets, 0);
  return others === 0
    ? top
    : [
        ...top,
        { key: '*', label: `${groups.length - mostGroups} others`, datasets: others, share: shared(others), basis },
      ];
};

/** Publishers that are listed with their links. */
const mostPublishers = 100;

const publisherLinks = ({ survey: { files }, groupsOf }: SurveyView): readonly PublisherLinks[] =>
  groupsOf('publisher')
    .groups.slice(0, mostPublishers)
    .map(({ label: publisher, datasets }) => {
      const own = files.filter((file) => file.publisher === publisher);
      const count = (outcome: string): number => own.filter((file) => file.outcome === outcome).length;
      return {
        ...{ publisher, datasets, looked: own.length },
        ...{ dead: count('dead'), notData: count('not-data'), unseen: count('unseen') },
      };
    });

const inventoryOf = (view: SurveyView): PortalReport['inventory'] =>
  view.isWhole
    ? view.records
        .map(({ id, title, publisher, addresses, content, modified, since }) => ({
          ...{ id, title, content, modified, since, publisher },
          same: addresses === null ? '' : `${addresses} ${publisher ?? ''}`,
        }))
        .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    : [];

/** Moments of the first and the last exchange. */
const seenIn = ({ evidence }: PortalSurvey): PortalReport['seen'] => {
  const moments = evidence.flatMap(({ fetchedAt }) => fetchedAt ?? []).sort();
  return { from: moments[0] ?? null, to: moments.at(-1) ?? null };
};

/** Judges what was seen of a portal, and puts the report together. */
export const reportOf = (survey: PortalSurvey, { rules, tool, earlier, stemOf }: ReportGiven): PortalReport => {
  const view = viewOfSurvey(survey);
  const ageOf = (day: string): number => daysBetween(day, survey.asOf);
  const published = mqaPoints(mqaCounts(view, false), rules.mqa);
  const alike = mqaPoints(mqaCounts(view, true), rules.mqa);
  const judged = (changes: IndicatorContext['changes']): readonly ProcessReport[] =>
    processesOf(view, { ageOf, changes, isCompared: earlier !== null, mqa: published.points }, rules);
  const files = survey.files.map(({ dataset, title, publisher, url, outcome, because, evidence }) => ({
    ...{ dataset, title, publisher, url, outcome, because, evidence },
  }));
  const base = { asOf: survey.asOf, portal: survey.portal, reach: reachOf(view), inventory: inventoryOf(view), files };
  const unseen = judged(null);
  const changes = earlier === null ? null : compareReports(earlier, { ...base, processes: unseen }, stemOf);
  const isListed = earlier !== null && earlier.inventory.length > 0 && base.inventory.length > 0;
  const numbers =
    changes === null || !isListed
      ? null
      : {
          added: changes.added.length,
          removed: changes.removed.length,
          changed: changes.changed.length,
          renamed: changes.renamed.length,
        };
  const processes = changes === null ? unseen : judged(numbers);
  return {
    format: 'odi-portal/1',
    tool,
    portal: survey.portal,
    asOf: survey.asOf,
    seen: seenIn(survey),
    reach: base.reach,
    processes,
    compared: {
      mqa: published.points,
      mqaTrue: alike.points,
      metrics: published.metrics,
      udata: udataScore(view, ageOf),
    },
    findings: findingsOf(processes, rules.processes, view),
    groups: Object.fromEntries(groupKinds.map((kind) => [kind, groupsIn(view, kind)])),
    publishers: publisherLinks(view),
    changes,
    unseen: survey.unseen,
    files,
    inventory: base.inventory,
    evidence: survey.evidence,
  };
};
