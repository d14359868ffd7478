import type { CommitmentReport, MilestoneStatus, PromiseStatus, SeenAt } from '../../model/commitments-report.ts';
import { figureOf, likeness, percent, reviewOf, timeOf, titleOf } from '../../render/commitments/words.ts';
import { table } from '../../render/page/table.ts';
import { type Content, html, isolated, type Markup, outwardLink } from '../../render/template.ts';
import { marks } from '../../render/words.ts';
import type { SitePlan } from '../model.ts';
import { section, verdict } from '../parts/score.ts';
import { paths } from '../paths.ts';
import { type PageBody, type PageView, placeName } from '../view.ts';
import { prose } from './entry/prose.ts';

const mostPlaces = 3;

/** A status with the mark of the answer that it is like. */
const status = ({ words }: PageView, given: PromiseStatus | MilestoneStatus): Markup => {
  const like = likeness[given];
  return html`<span class="verdict ${like.toLowerCase()}"><span aria-hidden="true" class="sign">${marks[like]}</span> ${words.text(`promise.${given}`)}</span>`;
};

const where = (seen: readonly SeenAt[]): Content =>
  seen
    .slice(0, mostPlaces)
    .map(({ url, quote }) => html`<p class="where">${outwardLink(url)} <q dir="auto">${quote}</q></p>`);

const indicators = (view: PageView, { indicators: all }: CommitmentReport): Content =>
  all.length > 0 &&
  table(
    [
      { head: view.words.text('head.indicator'), kind: 'name' },
      { head: view.words.text('head.state') },
      { head: view.words.text('head.value') },
      { head: view.words.text('promise.way'), kind: 'number' },
      { head: view.words.text('promise.time'), kind: 'number' },
      { head: view.words.text('head.why'), kind: 'long' },
    ],
    all.map((one) => ({
      cells: [
        isolated(one.text ?? one.id),
        status(view, one.status),
        html`<bdi>${figureOf(one)}</bdi>`,
        html`<bdi dir="ltr">${percent(one.progress)}</bdi>`,
        html`<bdi dir="ltr">${percent(one.elapsed)}</bdi>`,
        html`<span lang="en" dir="auto">${prose(one.says)}</span>`,
      ],
    })),
    { caption: view.words.text('promise.indicators'), kind: 'stacked' },
  );

const milestones = (view: PageView, { milestones: all }: CommitmentReport): Content =>
  all.length > 0 &&
  table(
    [
      { head: view.words.text('promise.milestone'), kind: 'name' },
      { head: view.words.text('head.state') },
      { head: view.words.text('promise.when') },
      { head: view.words.text('head.why'), kind: 'long' },
    ],
    all.map((one) => ({
      cells: [
        isolated(one.text),
        status(view, one.status),
        html`<bdi>${timeOf(one)}</bdi>`,
        html`<span lang="en" dir="auto">${prose(one.says)}</span>${where(one.where)}`,
      ],
    })),
    { caption: view.words.text('promise.milestones'), kind: 'stacked' },
  );

const functions = (view: PageView, { functions: all, functionScore }: CommitmentReport): Content =>
  all.length > 0 &&
  html`${functionScore !== null && html`<p>${view.words.tell('promise.functions-count', { yes: functionScore.yes, ceiling: functionScore.ceiling, all: functionScore.outOf })}</p>`}${table(
    [
      { head: view.words.text('promise.function'), kind: 'name' },
      { head: view.words.text('head.answer') },
      { head: view.words.text('head.why'), kind: 'long' },
    ],
    all.map((one) => ({
      cells: [
        isolated(one.title),
        verdict(view.words, one.answer),
        html`<span lang="en" dir="auto">${prose(one.says)}</span>${where(one.where)}`,
      ],
    })),
    { caption: view.words.text('promise.functions'), kind: 'stacked' },
  )}`;

const commitment = (view: PageView, one: CommitmentReport): Content =>
  html`<article aria-labelledby="commitment-${one.id}"><h2 id="commitment-${one.id}"><bdi>${one.id} ${one.title}</bdi></h2><p>${isolated(timeOf(one))}${one.lead !== null && html` · ${isolated(one.lead)}`} · ${prose(one.source)}</p>
${indicators(view, one)}
${milestones(view, one)}
${functions(view, one)}
${one.irm !== null && html`<h3>${view.words.text('promise.review')}</h3><p lang="en" dir="auto">${prose(reviewOf(one.irm))}</p>`}
${one.contradictions.length > 0 && html`<h3>${view.words.text('promise.contradictions')}</h3><ul>${one.contradictions.map(({ says }) => html`<li><span lang="en" dir="auto">${prose(says)}</span></li>`)}</ul>`}</article>`;

/** A plan: what was promised, held against what was seen. */
export const planPage = (view: PageView, { report }: SitePlan): PageBody => {
  const { words } = view;
  const place = placeName(view, report.plan.place);
  const counted = (['indicators', 'milestones'] as const).map((kind) => {
    const parts = Object.entries(report.summary[kind]).filter(([, count]) => count > 0);
    return parts.length === 0
      ? null
      : html`<li>${words.text(`promise.${kind}`)}: ${parts.map(([name, count], at) => html`${at > 0 && html`; `}${words.text(`promise.${name}`)} ${words.number(count)}`)}</li>`;
  });
  return {
    title: titleOf(report),
    says: words.text('promise.says', { place: { said: place }, day: { said: words.day(report.asOf) } }),
    trail: [[paths.commitments, words.text('nav.commitments')]],
    main: html`<h1>${isolated(titleOf(report))}</h1><p class="score">${words.text('promise.says', { place: { said: place }, day: { said: words.day(report.asOf) } })}</p><p>${prose(report.plan.source)}</p><ul>${counted}</ul>
${report.commitments.map((one) => commitment(view, one))}
${section('evidence', words.text('head.evidence'), html`<ul class="evidence">${report.evidence.slice(0, 100).map(({ id, url, quote }) => html`<li><strong>${id}</strong> ${outwardLink(url)}${quote !== null && html` <q dir="auto">${quote}</q>`}</li>`)}</ul>`)}`,
    json: report,
  };
};

/** All plans. */
export const plansPage = (view: PageView): PageBody => {
  const { words, data } = view;
  return {
    title: words.text('nav.commitments'),
    says: words.text('promise.index'),
    trail: [],
    main: html`<h1>${words.text('nav.commitments')}</h1><p>${words.text('promise.index')}</p><ul class="big">${data.plans.map(({ plan, report }) => html`<li><a href="${view.to(paths.plan(report.plan.place, plan))}">${isolated(`${placeName(view, report.plan.place)}: ${titleOf(report)}`)}</a></li>`)}</ul>`,
    json: { plans: data.plans.map(({ plan, report }) => ({ plan, place: report.plan.place, asOf: report.asOf })) },
  };
};
