import { type CommitmentsRequest, measurePlan } from '../audit/commitments/index.ts';
import { openContext } from '../audit/context.ts';
import { openAuditData } from '../audit/data.ts';
import { openPortalData } from '../audit/portal/data.ts';
import type { Day } from '../model/basics.ts';
import type { CommitmentPlan } from '../model/commitments.ts';
import type { CommitmentsReport, PromiseStatus } from '../model/commitments-report.ts';
import type { Place } from '../model/data.ts';
import type { Checklist, FunctionWords } from '../model/functions.ts';
import type { Review } from '../model/review.ts';
import { renderCommitments } from '../render/commitments/index.ts';
import { forTerminal } from '../render/escape.ts';
import { keepCommitments } from '../reviews/commitments.ts';
import { listed } from '../text/lists.ts';
import { firstDay, lastDay } from '../time/plan-date.ts';
import type { CommitmentsOptions } from './commitments-options.ts';
import { allowanceOf, dayOf, openFetching } from './fetching.ts';
import { tellDefects, webAddress } from './outcome.ts';
import { deliver } from './output.ts';
import { plansFor } from './plan-files.ts';
import { portalReports } from './portal-figures.ts';
import { openProgress, type Progress } from './progress.ts';
import { readApartFor, readListApartFor } from './readers.ts';
import { rendered } from './rendered.ts';
import type { Shell } from './shell.ts';
import { storeAt } from './store-at.ts';
import { editionOf, placeOf, storeFolder } from './subject.ts';

/** A plan has several sites that are looked at: that of its functions, a portal, those of the responsible bodies. */
const sitesOfPlan = 3;

/** The plan of a day: one whose time it is, else the newest that had begun, else the first. */
const planOf = (plans: readonly CommitmentPlan[], asOf: Day): CommitmentPlan | undefined => {
  const sorted = [...plans].sort((one, other) => (firstDay(one.plan.from) < firstDay(other.plan.from) ? -1 : 1));
  const begun = sorted.filter(({ plan }) => firstDay(plan.from) <= asOf);
  return begun.find(({ plan }) => asOf <= lastDay(plan.to)) ?? begun.at(-1) ?? sorted[0];
};

const chosen = (plans: readonly CommitmentPlan[], asOf: Day, progress: Progress): CommitmentPlan => {
  const plan = planOf(plans, asOf);
  if (plan === undefined) throw new Error('There is a plan, as was found before.');
  const others = plans.filter((one) => one !== plan).map((one) => one.plan.id);
  if (others.length > 0) progress.note(`${plan.plan.id} is measured; --plan names another: ${listed(others)}.`);
  return plan;
};

const reviewsOf = (place: Place, store: string, shell: Shell): readonly Review[] =>
  [...storeAt(store, shell).stream({ places: new Set([place.id]) })].flatMap((stored) =>
    'review' in stored ? [stored.review] : [],
  );

/** Nothing at all came, of what was asked for, and nothing that was given tells a value. */
const sawNothing = ({ evidence, commitments }: CommitmentsReport): boolean =>
  evidence.length > 0 &&
  evidence.every(({ outcome }) => outcome !== 'arrived') &&
  commitments.every(({ indicators }) => indicators.every(({ values }) => values.length === 0));

/** What is missed or not met now is behind, too. */
const worse: Readonly<Partial<Record<PromiseStatus, readonly PromiseStatus[]>>> = {
  behind: ['behind', 'missed', 'not-met-now'],
};

const holdBars = ({ commitments }: CommitmentsReport, failIf: readonly PromiseStatus[], shell: Shell): void => {
  const failing = new Set(failIf.flatMap((status) => worse[status] ?? [status]));
  for (const { id, indicators } of commitments) {
    for (const indicator of indicators.filter(({ status }) => failing.has(status))) {
      shell.tell(`odi: ${forTerminal(`${id}/${indicator.id} is ${indicator.status}: ${indicator.says}`)}\n`);
      shell.exit(1);
    }
  }
};

/** Runs `odi commitments`. */
export const runCommitments = async (word: string, options: CommitmentsOptions, shell: Shell): Promise<void> => {
  const place = await placeOf(word, shell);
  const plans = plansFor(place, options.plan, shell);
  const sites = (options.url ?? []).map(webAddress);
  const store = storeFolder(options.store, shell);
  const reports = portalReports(options.portalReport ?? [], store, shell);
  const edition = editionOf('godi-2015', shell);
  const progress = openProgress(shell, options.quiet === true);
  const fetching = await openFetching(options, shell, progress, { reviews: sitesOfPlan });
  try {
    const asOf = dayOf(options.asOf, fetching, shell);
    const plan = chosen(plans, asOf, progress);
    const allowance = allowanceOf(options, options.deadline);
    const { criteria } = shell;
    const request: CommitmentsRequest = {
      ...{ plan, place, asOf, sites, portalReports: reports },
      reviews: reviewsOf(place, store, shell),
      checklist: (id) => criteria.data<Checklist>(`functions/${id}`),
      words: criteria.data<FunctionWords>('vocabulary/function-words'),
      portalData: () =>
        openPortalData(criteria, place, edition, { reply: readApartFor(shell), list: readListApartFor(shell) }),
      tool: { name: 'odi', version: ODI_VERSION },
    };
    const context = openContext(
      {
        ...{ place, category: null, edition, year: Number(asOf.slice(0, 4)), asOf, previous: null },
        ...{ scope: 'address', named: sites },
      },
      fetching.fetch,
      openAuditData(criteria, edition, readApartFor(shell)),
      { ...allowance, requests: allowance.requests * sitesOfPlan, bytes: allowance.bytes * sitesOfPlan },
    );
    const report = await measurePlan(request, context);
    progress.close();
    await keepCommitments(store, report);
    const document = await rendered(
      () => renderCommitments(report, options.format, { ...shell.terminal, full: options.verbose === true }),
      options.format,
      'the report is kept in the store',
      shell,
    );
    if (document !== null) deliver(shell, document, options.out);
    if (sawNothing(report)) shell.exit(3);
    tellDefects(report.defects ?? [], `${place.id} ${report.plan.id}`, shell);
    holdBars(report, options.failIf ?? [], shell);
  } finally {
    progress.close();
    await fetching.close();
  }
};
