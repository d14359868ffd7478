import type { PortalIndicator, PortalReport, ProcessReport } from '../../model/portal.ts';
import { table } from '../../render/page/table.ts';
import {
  barWords,
  indicatorValue,
  portalTitle,
  processVerdict,
  seenWords,
  touchedWords,
} from '../../render/portal/words.ts';
import { type Content, html, isolated, outwardLink } from '../../render/template.ts';
import type { SitePortal } from '../model.ts';
import { section, verdict } from '../parts/score.ts';
import { paths } from '../paths.ts';
import { type PageBody, type PageView, placeName } from '../view.ts';

/** Publishers and pieces of evidence that are listed; the JSON beside the page has all. */
const most = { publishers: 150, evidence: 100, examples: 3 };

const title = (report: PortalReport): string => portalTitle(report);

const indicatorRow = (view: PageView, indicator: PortalIndicator) => ({
  id: indicator.id,
  cells: [
    html`<span lang="en" dir="auto">${indicator.title}</span>`,
    html`<bdi dir="ltr">${indicatorValue(indicator)}</bdi>`,
    html`<bdi dir="ltr">${barWords(indicator)}</bdi>${indicator.bar !== null && html`<br><span class="note" lang="en" dir="auto">${indicator.bar.source}</span>`}`,
    indicator.answer !== null && verdict(view.words, indicator.answer),
    html`<span lang="en" dir="auto">${indicator.says}</span>`,
  ],
});

const band = (view: PageView, part: ProcessReport): Content => {
  const { words } = view;
  return html`<section aria-labelledby="${part.id}"><h2 id="${part.id}">${words.text(`portal.part.${part.id}`)} ${verdict(words, processVerdict(part))}</h2>${table(
    [
      { head: words.text('head.indicator'), kind: 'name' },
      { head: words.text('head.value'), kind: 'number' },
      { head: words.text('head.bar-of') },
      { head: words.text('head.answer') },
      { head: words.text('head.why'), kind: 'long' },
    ],
    part.indicators.map((indicator) => indicatorRow(view, indicator)),
    { caption: words.text(`portal.part.${part.id}`), kind: 'stacked' },
  )}</section>`;
};

const findings = (view: PageView, { findings: found }: PortalReport): Content =>
  found.length === 0
    ? null
    : section(
        'findings',
        view.words.text('portal.findings'),
        html`<ol lang="en" dir="auto">${found.map(
          ({ says, datasets, improve, examples }) =>
            html`<li>${says}${touchedWords(datasets) !== '' && html` (${touchedWords(datasets)})`} ${improve ?? ''}${examples.slice(0, most.examples).map((example) => html`<br><bdi><code>${example}</code></bdi>`)}</li>`,
        )}</ol>`,
      );

const publishers = (view: PageView, report: PortalReport): Content => {
  const { words } = view;
  const looked = report.publishers.filter((one) => one.looked > 0);
  if (looked.length === 0) return null;
  const worst = [...looked].sort(
    (one, other) => other.dead - one.dead || other.looked - one.looked || (one.publisher < other.publisher ? -1 : 1),
  );
  const dead = (publisher: string): Content =>
    report.files
      .filter((file) => file.publisher === publisher && file.outcome === 'dead')
      .slice(0, most.examples)
      .map(({ url }) => html`<br>${outwardLink(url)}`);
  const heads = ['publisher', 'datasets', 'looked', 'dead', 'no-data', 'unseen'] as const;
  return section(
    'publishers',
    words.text('portal.publishers'),
    table(
      heads.map((head, at) => ({
        head: words.text(`portal.head.${head}`),
        kind: at === 0 ? ('name' as const) : ('number' as const),
      })),
      worst.slice(0, most.publishers).map((one) => ({
        cells: [
          html`${isolated(one.publisher)}${dead(one.publisher)}`,
          ...[one.datasets, one.looked, one.dead, one.notData, one.unseen].map((count) => ({
            shows: words.number(count),
            sort: count,
          })),
        ],
      })),
      { caption: words.text('portal.publishers'), filter: words.text('filter.publishers'), kind: 'ranking' },
    ),
  );
};

/** The health of one portal: five bands, publishers with their dead links, what was not seen. */
export const portalPage = (view: PageView, { report, place, earlier }: SitePortal): PageBody => {
  const { words } = view;
  const unseen = report.unseen.map(
    ({ what, why, count }) => html`<li><span lang="en" dir="auto">${what}: ${why} (${count})</span></li>`,
  );
  return {
    title: title(report),
    says: words.text('portal.says', { portal: { said: title(report) }, day: { said: words.day(report.asOf) } }),
    trail: [[paths.portals, words.text('nav.portals')]],
    main: html`<h1><bdi dir="ltr">${title(report)}</bdi></h1><p class="score">${words.text('entry.as-of')} ${words.day(report.asOf)}: <span lang="en" dir="auto">${seenWords(report)}</span></p><p>${outwardLink(report.portal.url)}${place !== null && html` · <a href="${view.to(paths.place(place))}">${isolated(placeName(view, place))}</a>`}</p>${
      earlier.length > 0 &&
      html`<p class="note">${words.text('portal.earlier')} ${earlier.map((day) => words.day(day)).join(', ')}</p>`
    }
${findings(view, report)}
${report.processes.map((part) => band(view, part))}
${publishers(view, report)}
${unseen.length > 0 && section('unseen', words.text('portal.unseen'), html`<ul>${unseen}</ul>`)}
${section('evidence', words.text('head.evidence'), html`<ul class="evidence">${report.evidence.slice(0, most.evidence).map(({ id, url, outcome, status }) => html`<li><strong>${id}</strong> ${outwardLink(url)} <span class="note">${status === null ? outcome : String(status)}</span></li>`)}</ul>`)}`,
    json: report,
  };
};

/** All portals, with their five bands. */
export const portalsPage = (view: PageView): PageBody => {
  const { words, data } = view;
  const processes = data.portals[0]?.report.processes.map(({ id }) => id) ?? [];
  return {
    title: words.text('nav.portals'),
    says: words.text('portal.index'),
    trail: [],
    main: html`<h1>${words.text('nav.portals')}</h1><p>${words.text('portal.index')}</p>${table(
      [
        { head: words.text('head.portal'), kind: 'name' },
        ...processes.map((id) => ({ head: words.text(`portal.part.${id}`) })),
      ],
      data.portals.map(({ name, report }) => ({
        cells: [
          html`<a href="${view.to(paths.portal(name))}"><bdi dir="ltr">${title(report)}</bdi></a>`,
          ...report.processes.map((part) => verdict(words, processVerdict(part))),
        ],
      })),
      { caption: words.text('nav.portals'), kind: 'ranking' },
    )}`,
    json: {
      portals: data.portals.map(({ name, place, report }) => ({
        name,
        place,
        url: report.portal.url,
        asOf: report.asOf,
      })),
    },
  };
};
