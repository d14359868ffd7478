import type { CategoryCell } from '../../model/scorecard.ts';
import { table } from '../../render/page/table.ts';
import { type Content, html, isolated, type Markup } from '../../render/template.ts';
import type { SiteYear } from '../model.ts';
import { figure, section, spread, stepOf } from '../parts/score.ts';
import { yearLinks } from '../parts/years.ts';
import { paths } from '../paths.ts';
import { mapLegend } from '../pictures/map.ts';
import { answerShares } from '../pictures/shares.ts';
import { answerCounts, rankedPlaces, unsureReasons } from '../tally.ts';
import { categoryName, type PageBody, type PageView, pageLink, placeName, questionName } from '../view.ts';

/**
 * A cell: its points on a ground of its step, hatched where much is Unsure, with a frame where it is open. It is no link of its own, since thousands
 * of them would stand in the way of everybody who goes by keyboard: its row and its column are, and the script makes it one where a pointer is.
 */
const cellOf = (view: PageView, cell: CategoryCell): Markup => {
  const kinds = [stepOf(cell.points), cell.ceiling > cell.points ? 'hatched' : '', cell.isOpen ? 'open' : ''].filter(
    (kind) => kind !== '',
  );
  return html`<td class="${kinds.join(' ')}">${spread(view.words, cell.points, cell.ceiling)}</td>`;
};

/** Places by categories. Boxes that can be ticked leave only the places that are to be compared, without any script. */
export const matrixPage = (view: PageView, given: SiteYear): PageBody => {
  const { words } = view;
  const { year, card } = given;
  const categories = card.categories.filter(({ entries }) => entries > 0).map(({ id }) => id);
  const title = words.text('matrix.title', { year });
  const rows = rankedPlaces(given).map(
    (
      place,
    ) => html`<tr><th scope="row"><input type="checkbox" name="${place.id}" aria-label="${words.text('matrix.tick', { place: { said: placeName(view, place.id) } })}"> ${pageLink(view, paths.placeYear(year, place.id), placeName(view, place.id))}</th><td class="number">${figure(words, place.score, place.ceiling)}</td>${categories.map(
      (category) => {
        const cell = place.categories[category];
        return cell === undefined ? html`<td class="none"></td>` : cellOf(view, cell);
      },
    )}</tr>
`,
  );
  return {
    title,
    says: words.text('matrix.says', { year }),
    trail: [[paths.year(year), String(year)]],
    main: html`<h1>${title}</h1>${yearLinks({ ...view }, year)}<p>${words.text('matrix.says', { year })} ${words.text('compare.tick')}</p>${mapLegend(view)}
<form class="chosen"><label class="only"><input type="checkbox" class="only-ticked"> ${words.text('matrix.only')}</label>
<div class="filter-room"></div><div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="matrix" data-filter="${words.text('filter.places')}"><caption class="hidden">${title}</caption><thead><tr><th scope="col">${words.text('head.place')}</th><th scope="col">${words.text('head.points')}</th>${categories.map(
      (category) =>
        html`<th scope="col"><a class="turned" href="${view.to(paths.categoryYear(year, category))}">${isolated(categoryName(view, category))}</a></th>`,
    )}</tr></thead><tbody>
${rows}</tbody></table></div></form>`,
    json: card,
  };
};

/** What could not be told in a year, and why. */
export const unsurePage = (view: PageView, given: SiteYear): PageBody => {
  const { words } = view;
  const { year, edition, entries } = given;
  const counts = answerCounts(
    entries.values(),
    edition.questions.map(({ id }) => id),
  );
  const reasons = unsureReasons(entries.values());
  const total = [...counts.values()].reduce((sum, { Unsure }) => sum + Unsure, 0);
  const title = words.text('unsure.title', { year });
  const meaning = (rule: string, reason: string): Content => {
    const { message, english } = view.data.reasonText(rule, reason);
    return message === null ? english : words.messages.nameOr(message, english);
  };
  return {
    title,
    says: words.text('unsure.says', { count: total, year }),
    trail: [[paths.year(year), String(year)]],
    main: html`<h1>${title}</h1><p>${words.text('unsure.says', { count: total, year })} ${words.text('unsure.means')}</p>
${answerShares(
  view,
  [...counts].map(([id, count]) => ({ name: questionName(view, edition, id), count })),
  title,
)}
${
  reasons.length > 0 &&
  section(
    'reasons',
    words.text('unsure.reasons'),
    table(
      [
        { head: words.text('head.reason'), kind: 'long' },
        { head: words.text('head.answers'), kind: 'number' },
        { head: words.text('head.questions') },
        { head: words.text('head.example') },
      ],
      reasons.slice(0, 60).map(({ rule, reason, count, questions, example }) => ({
        cells: [
          html`${meaning(rule, reason)} <code class="reason">${reason}</code>`,
          words.number(count),
          questions.map((id, at) => html`${at > 0 && html`<br>`}${questionName(view, edition, id)}`),
          pageLink(
            view,
            paths.entry(year, example.place, example.category),
            `${placeName(view, example.place)}: ${categoryName(view, example.category)}`,
          ),
        ],
      })),
      { caption: words.text('unsure.reasons'), kind: 'stacked' },
    ),
  )
}`,
    json: {
      year,
      edition: edition.id,
      questions: Object.fromEntries(counts),
      reasons: reasons.map(({ rule, reason, count, questions }) => ({ rule, reason, count, questions })),
    },
  };
};
