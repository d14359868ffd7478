/** `criteria/maps/world.json`: shapes, points and tiles of places, on a sheet of `width` by `height`. */
export interface WorldMap {
  readonly source: string;
  readonly width: number;
  readonly height: number;
  /** As the source draws them; `place` is null for a shape that no place file stands for. `path` is of SVG. */
  readonly shapes: readonly { readonly place: string | null; readonly name: string; readonly path: string }[];
  /** Places that are too small for a shape. */
  readonly points: readonly { readonly place: string; readonly x: number; readonly y: number }[];
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly { readonly place: string; readonly column: number; readonly row: number }[];
}
