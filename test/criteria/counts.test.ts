import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCriteria } from '../../src/criteria/load.ts';
import type { PlaceBodies, PlaceLeads } from '../../src/model/data.ts';

/* The tables of docs/places.md, counted anew. */

const criteria = openCriteria();
const root = fileURLToPath(new URL('../../', import.meta.url));

const all = <T>(folder: string): readonly T[] =>
  readdirSync(`${root}criteria/places/${folder}`)
    .sort()
    .map((file) => parse(readFileSync(`${root}criteria/places/${folder}/${file}`, 'utf8')) as T);

const kindOf = (title: string): string => title.replace(/ \d{4}, entry .*$/, '').replace(/, .*$/, '');

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const places = criteria.places().map(criteria.place);

/** Places of which a category has a body by hand with a source, one of each kind of source, any, and one by hand without. */
const bodies = (): string => {
  const files = all<PlaceBodies>('bodies');
  const kinds = [...new Set(files.flatMap((file) => file.bodies.map(({ source }) => kindOf(source.title))))].sort();
  const rows = criteria.categories().map((category) => {
    const by = (kind: string): ReadonlySet<string> =>
      new Set(
        files
          .filter((file) =>
            file.bodies.some(
              ({ categories, source }) => categories.includes(category) && kindOf(source.title) === kind,
            ),
          )
          .map(({ id }) => id),
      );
    const written = places.filter(({ id, responsible }) => {
      const said = responsible[category];
      const isListed = files.some(
        (file) =>
          file.id === id &&
          file.bodies.some(
            (body) =>
              said?.source === `${body.source.title}, ${body.source.url}` &&
              body.standing === 'listed' &&
              said.value['en'] === body.name,
          ),
      );
      return said !== undefined && !isListed;
    });
    const sourced = written
      .filter(({ responsible }) => responsible[category]?.unconfirmed !== true)
      .map(({ id }) => id);
    const any = new Set([...sourced, ...kinds.flatMap((kind) => [...by(kind)])]);
    const open = written.filter(({ id }) => !sourced.includes(id) && !any.has(id)).length;
    return [category, any.size, sourced.length, ...kinds.map((kind) => by(kind).size), open];
  });
  return table(['category', 'places', 'by hand', ...kinds, 'unconfirmed'], rows);
};

const leads = (): string => {
  const files = all<PlaceLeads>('leads');
  const years = [2015, 2014, 2013];
  const rows = criteria.categories().flatMap((category) => {
    const found = files.flatMap((file) => file.leads[category] ?? []);
    const own = found.filter(({ said }) => said === undefined);
    const of = files.filter((file) => file.leads[category] !== undefined).length;
    const row = [
      category,
      of,
      ...years.map((year) => own.filter((lead) => lead.year === year).length),
      found.length - own.length,
    ];
    return found.length === 0 ? [] : [row];
  });
  return table(['category', 'places', ...years.map(String), 'in texts'], rows);
};

test.each([
  ['bodies', bodies],
  ['leads', leads],
] as const)('the table of %s in docs/places.md is what the files hold', (_, counted) => {
  expect(readFileSync(`${root}docs/places.md`, 'utf8')).toContain(counted());
});
