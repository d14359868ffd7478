// A shapefile (shp, shx, dbf, prj, cpg) of points, lines or polygons, as a set of files for a ZIP.
const types = { Point: 1, LineString: 3, Polygon: 5 };
const parts = (g) => (g.type === 'Polygon' ? g.coordinates : [g.coordinates]);
const record = (g) => {
  if (g.type === 'Point') {
    const b = Buffer.alloc(20);
    b.writeInt32LE(1, 0);
    b.writeDoubleLE(g.coordinates[0], 4);
    b.writeDoubleLE(g.coordinates[1], 12);
    return b;
  }
  const rings = parts(g);
  const points = rings.flat();
  const b = Buffer.alloc(44 + 4 * rings.length + 16 * points.length);
  b.writeInt32LE(types[g.type], 0);
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((v, i) => {
    b.writeDoubleLE(v, 4 + 8 * i);
  });
  b.writeInt32LE(rings.length, 36);
  b.writeInt32LE(points.length, 40);
  let from = 0;
  rings.forEach((ring, i) => {
    b.writeInt32LE(from, 44 + 4 * i);
    from += ring.length;
  });
  points.forEach((p, i) => {
    b.writeDoubleLE(p[0], 44 + 4 * rings.length + 16 * i);
    b.writeDoubleLE(p[1], 52 + 4 * rings.length + 16 * i);
  });
  return b;
};
const head = (type, bytes, box) => {
  const b = Buffer.alloc(100);
  b.writeInt32BE(9994, 0);
  b.writeInt32BE(bytes / 2, 24);
  b.writeInt32LE(1000, 28);
  b.writeInt32LE(type, 32);
  box.forEach((v, i) => {
    b.writeDoubleLE(v, 36 + 8 * i);
  });
  return b;
};
const table = (fields, rows) => {
  const size = 1 + fields.length * 60;
  const b = Buffer.alloc(32 + 32 * fields.length + 1 + size * rows.length + 1, 0x20);
  b.fill(0, 0, 32 + 32 * fields.length);
  b.writeUInt8(3, 0);
  b.writeUInt8(126, 1);
  b.writeUInt8(1, 2);
  b.writeUInt8(1, 3);
  b.writeUInt32LE(rows.length, 4);
  b.writeUInt16LE(33 + 32 * fields.length, 8);
  b.writeUInt16LE(size, 10);
  fields.forEach((f, i) => {
    b.write(f.slice(0, 10), 32 + 32 * i, 'latin1');
    b.write('C', 43 + 32 * i, 'latin1');
    b.writeUInt8(60, 48 + 32 * i);
  });
  b.writeUInt8(0x0d, 32 + 32 * fields.length);
  rows.forEach((row, k) => {
    fields.forEach((f, i) => {
      Buffer.from(String(row[f] ?? ''))
        .subarray(0, 60)
        .copy(b, 33 + 32 * fields.length + size * k + 1 + 60 * i);
    });
  });
  b.writeUInt8(0x1a, b.length - 1);
  return b;
};
/** name and GeoJSON features of one type → {'name.shp': Buffer, …}; wkt is the projection */
export const shapefile = (name, features, wkt) => {
  const type = types[features[0].geometry.type];
  const records = features.map((f) => record(f.geometry));
  const all = features.flatMap((f) =>
    f.geometry.type === 'Point' ? [f.geometry.coordinates] : parts(f.geometry).flat(),
  );
  const box = all.reduce(
    ([a, b, c, d], [x, y]) => [Math.min(a, x), Math.min(b, y), Math.max(c, x), Math.max(d, y)],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
  const bytes = records.reduce((n, b) => n + 8 + b.length, 100);
  const shp = [head(type, bytes, box)];
  const shx = [head(type, 100 + 8 * records.length, box)];
  let at = 100;
  records.forEach((b, i) => {
    const h = Buffer.alloc(8);
    h.writeInt32BE(i + 1, 0);
    h.writeInt32BE(b.length / 2, 4);
    shp.push(h, b);
    const x = Buffer.alloc(8);
    x.writeInt32BE(at / 2, 0);
    x.writeInt32BE(b.length / 2, 4);
    shx.push(x);
    at += 8 + b.length;
  });
  const rows = features.map((f) => f.properties);
  return {
    [`${name}.shp`]: Buffer.concat(shp),
    [`${name}.shx`]: Buffer.concat(shx),
    [`${name}.dbf`]: table(Object.keys(rows[0]), rows),
    [`${name}.prj`]: wkt,
    [`${name}.cpg`]: 'UTF-8',
  };
};
