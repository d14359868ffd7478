/**
 * Makes criteria/maps/world.json: `node criteria/make-world.mjs`.
 *
 * Shapes of countries from Natural Earth (public domain) by world-atlas, 1:110m, in the Equal Earth projection. Lines are drawn as the source
 * draws them, disputed ones too. A place that is too small for that scale has a point where it lies (1:50m), and every place has
 * a tile of a grid that keeps neighbours near one another.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { geoBounds, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';

const home = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { codeMappings } = require('cldr-core/supplemental/codeMappings.json').supplemental;

/** Shapes without a code in the source that a place file stands for; and one that is no place of people. */
const uncoded = { Kosovo: 'xk' };
const left = new Set(['010']);

/** Places that the source draws as a part of another: where their capital lies. */
const inside = {
  gf: [-52.3, 4.9],
  gp: [-61.6, 16.2],
  mq: [-61, 14.7],
  yt: [45.2, -12.8],
  re: [55.5, -21.1],
  sj: [15.6, 78.2],
  bq: [-68.3, 12.1],
  gi: [-5.35, 36.14],
  tk: [-171.8, -9.2],
  cx: [105.7, -10.5],
  cc: [96.8, -12.2],
  bv: [3.4, -54.4],
  tv: [179.2, -8.5],
};

const width = 1000;
const places = new Set(
  readdirSync(join(home, 'places'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, '')),
);
const byNumber = new Map(
  Object.entries(codeMappings).flatMap(([code, { _numeric: number }]) =>
    number !== undefined && places.has(code.toLowerCase()) ? [[number, code.toLowerCase()]] : [],
  ),
);

const shapesOf = (scale) => {
  const topology = require(`world-atlas/countries-${scale}.json`);
  return feature(topology, topology.objects.countries).features.filter(({ id }) => !left.has(id));
};
const placeOf = ({ id, properties }) => byNumber.get(id) ?? uncoded[properties.name] ?? null;

const coarse = shapesOf('110m');
const fine = shapesOf('50m');
const land = { type: 'FeatureCollection', features: coarse };
const projection = geoEqualEarth().fitWidth(width, land);
const path = geoPath(projection);
const height = Math.ceil(path.bounds(land)[1][1]);

/** A path in relative steps of whole units: a third of the letters. */
const compact = (drawn) =>
  drawn
    .split(/(?=M)/)
    .map((ring) => {
      const points = ring
        .replace(/[MZ]/g, '')
        .split('L')
        .map((point) => point.split(',').map(Number).map(Math.round));
      const steps = points.map(([x, y], at) => (at === 0 ? [x, y] : [x - points[at - 1][0], y - points[at - 1][1]]));
      const [[x, y], ...rest] = steps;
      const moved = rest.filter(([right, down]) => right !== 0 || down !== 0);
      return moved.length < 2
        ? ''
        : `M${x} ${y}l${moved.map(([right, down]) => `${right} ${down}`).join(' ')}z`.replaceAll(' -', '-');
    })
    .join('');

const shapes = coarse
  .map((shape) => ({ place: placeOf(shape), name: shape.properties.name, path: compact(path(shape)) }))
  .sort((one, other) => (one.name < other.name ? -1 : 1));

const drawn = new Set(shapes.map(({ place }) => place));
const centres = new Map(
  fine.flatMap((shape) => (placeOf(shape) === null ? [] : [[placeOf(shape), geoCentroid(shape)]])),
);
for (const shape of coarse)
  if (placeOf(shape) !== null && !centres.has(placeOf(shape))) centres.set(placeOf(shape), geoCentroid(shape));
for (const [place, at] of Object.entries(inside)) if (places.has(place) && !centres.has(place)) centres.set(place, at);
const points = [...centres]
  .filter(([place]) => !drawn.has(place))
  .map(([place, at]) => {
    const [x, y] = projection(at).map(Math.round);
    return { place, x, y };
  })
  .sort((one, other) => (one.place < other.place ? -1 : 1));

/** Tiles: every place as near to where it lies as the others leave room, those in the thick of it first. */
const columns = 30;
const rows = 17;
const [[, south], [, north]] = geoBounds({ type: 'MultiPoint', coordinates: [...centres.values()] });
const stretched = (latitude) => (latitude - south) / (north - south);
const ranksX = [...centres.values()].map(([x]) => x).sort((a, b) => a - b);
const ranksY = [...centres.values()].map(([, y]) => y).sort((a, b) => a - b);
/** Half by where it lies and half by how many lie before it: dense regions get more room. */
const share = (ranks, value) => ranks.filter((other) => other < value).length / ranks.length;
const wanted = [...centres].map(([place, [longitude, latitude]]) => {
  const x = 0.45 * ((longitude + 180) / 360) + 0.55 * share(ranksX, longitude);
  const y = 1 - (0.45 * stretched(latitude) + 0.55 * share(ranksY, latitude));
  return { place, x: x * (columns - 1), y: y * (rows - 1) };
});
const crowd = ({ x, y }) => wanted.filter((other) => Math.hypot(other.x - x, other.y - y) < 2).length;
const taken = new Map();
for (const tile of [...wanted].sort((one, other) => crowd(other) - crowd(one) || (one.place < other.place ? -1 : 1))) {
  let best = null;
  for (let column = 0; column < columns; column += 1)
    for (let row = 0; row < rows; row += 1) {
      const far = Math.hypot(column - tile.x, row - tile.y);
      if (!taken.has(`${column} ${row}`) && (best === null || far < best.far)) best = { column, row, far };
    }
  taken.set(`${best.column} ${best.row}`, tile.place);
}
const tiles = [...taken]
  .map(([at, place]) => ({ place, column: Number(at.split(' ')[0]), row: Number(at.split(' ')[1]) }))
  .sort((one, other) => (one.place < other.place ? -1 : 1));

const line = (item) => `    ${JSON.stringify(item)}`;
const list = (name, items) => `  ${JSON.stringify(name)}: [\n${items.map(line).join(',\n')}\n  ]`;
const text = [
  '{',
  `  "source": ${JSON.stringify('Natural Earth 1:110m and 1:50m (public domain), by world-atlas 2.0.2, in the Equal Earth projection; made by criteria/make-world.mjs')},`,
  `  "width": ${width},`,
  `  "height": ${height},`,
  `${list('shapes', shapes)},`,
  `${list('points', points)},`,
  `  "columns": ${columns},`,
  `  "rows": ${rows},`,
  list('tiles', tiles),
  '}',
].join('\n');
mkdirSync(join(home, 'maps'), { recursive: true });
writeFileSync(join(home, 'maps', 'world.json'), `${text}\n`);
const missing = [...places].filter((place) => !centres.has(place));
console.log(
  `${shapes.length} shapes, ${points.length} points, ${tiles.length} tiles; without any: ${missing.join(', ') || 'none'}`,
);
