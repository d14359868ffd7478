import type { PlaceScore } from '../../model/scorecard.ts';
import { html, type Markup } from '../../render/template.ts';
import { spread, stepOf } from '../parts/score.ts';
import { paths } from '../paths.ts';
import { type PageView, placeName } from '../view.ts';

/** What a map shows of a place: its score in a year. */
type Scores = ReadonlyMap<string, PlaceScore>;

const told = (view: PageView, { id, score, ceiling }: PlaceScore): string =>
  view.words.text('map.place', {
    place: { said: placeName(view, id) },
    points: { said: spread(view.words, score, ceiling) },
  });

/** Is so much undecided that the place is hatched? A tenth of all points, or more. */
const isHatched = ({ score, ceiling }: PlaceScore): boolean =>
  score !== null && ceiling !== null && ceiling - score >= 10;

/** A place of a picture: a link with its name and points, where it was reviewed. */
const placeMark = (
  view: PageView,
  year: number,
  place: PlaceScore | undefined,
  shape: (kind: string) => Markup,
): Markup => {
  if (place === undefined) return shape('none');
  const text = told(view, place);
  return html`<a href="${view.to(paths.placeYear(year, place.id))}"><title>${text}</title>${shape(stepOf(place.score))}${isHatched(place) && shape('hatch')}</a>
`;
};

const hatching = html`<defs><pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" class="hatching"/></pattern></defs>`;

/** The world with the score of every place that was reviewed. The geometry is set off by comments, so that its weight can be told. */
export const worldMap = (view: PageView, year: number, scores: Scores): Markup => {
  const { world } = view.data;
  return html`<svg class="map" viewBox="0 0 ${world.width} ${world.height}" role="group" aria-labelledby="map-title map-text"><title id="map-title">${view.words.text('map.title', { year })}</title><desc id="map-text">${view.words.text('map.text')}</desc>${hatching}
<!--geometry-->${world.shapes.map(({ place, path }) =>
    placeMark(
      view,
      year,
      place === null ? undefined : scores.get(place),
      (kind) => html`<path class="${kind}" d="${path}"/>`,
    ),
  )}<!--/geometry-->
${world.points.map(({ place, x, y }) => {
  const score = scores.get(place);
  return score === undefined
    ? null
    : placeMark(view, year, score, (kind) => html`<circle class="${kind}" cx="${x}" cy="${y}" r="5"/>`);
})}</svg>`;
};

const tileSize = 32;

/** A tile for every place, so that small ones are seen as large ones are. */
export const tileGrid = (view: PageView, year: number, scores: Scores): Markup => {
  const { tiles, columns, rows } = view.data.world;
  const drawn = tiles.map(({ place, column, row }) => {
    const [x, y] = [column * tileSize, row * tileSize];
    const score = scores.get(place);
    const tile = placeMark(
      view,
      year,
      score,
      (kind) =>
        html`<rect class="${kind}" x="${x + 1}" y="${y + 1}" width="${tileSize - 2}" height="${tileSize - 2}" rx="3"/>`,
    );
    const label =
      score !== undefined &&
      html`<text class="on-${stepOf(score.score)}" x="${x + tileSize / 2}" y="${y + 21}" aria-hidden="true">${place.toUpperCase()}</text>`;
    return [tile, label];
  });
  return html`<svg class="tiles" viewBox="0 0 ${columns * tileSize} ${rows * tileSize}" role="group" aria-labelledby="tiles-title tiles-text"><title id="tiles-title">${view.words.text('tiles.title', { year })}</title><desc id="tiles-text">${view.words.text('map.text')}</desc>${hatching}${drawn}</svg>`;
};

/** What the colours mean. */
export const mapLegend = ({ words }: PageView): Markup => {
  const steps = [0, 1, 2, 3, 4].map(
    (step) =>
      html`<li><span class="key s${step}"></span> <bdi dir="ltr">${words.number(step * 20)}–${words.number(step === 4 ? 100 : step * 20 + 19)}</bdi></li>`,
  );
  return html`<ul class="legend">${steps}<li><span class="key hatched"></span> ${words.text('map.hatched')}</li><li><span class="key none"></span> ${words.text('map.none')}</li></ul>`;
};

/** Whose lines the map draws. */
export const mapNote = ({ words }: PageView): Markup =>
  html`<p class="note">${words.text('map.lines')} ${words.text('map.source')}</p>`;
