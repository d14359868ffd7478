import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser, type Quad, Store } from 'n3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../commands/in-process.ts';
import { writeStore } from './store.ts';
import { describeOutside, imported } from './validators.ts';

/* The statements of quality as n3, a parser of JSON-LD and a validator of SHACL read them. */

const folder = mkdtempSync(join(tmpdir(), 'odi-dqv-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shapes = readFileSync(join(import.meta.dirname, '..', '..', 'criteria', 'schema', 'dqv.shapes.ttl'), 'utf8');
const parse = (text: string): readonly Quad[] => new Parser().parse(text);
const measurement = 'urn:odi:measurement:2015:ma:election-results';

interface ShaclReport {
  readonly conforms: boolean;
  readonly results: readonly { readonly path: { readonly value: string } | null }[];
}

type ShaclValidator = new (
  shapes: unknown,
) => { readonly validate: (data: unknown) => Promise<ShaclReport> | ShaclReport };

interface Factory {
  readonly dataset: (quads: readonly unknown[]) => unknown;
}

/** A validator of the shapes, on datasets that it knows how to clone. */
const openShapes = async (): Promise<(text: string) => Promise<ShaclReport>> => {
  const { default: Validator } = await imported<{ default: ShaclValidator }>('rdf-validate-shacl');
  const { default: factory } = await imported<{ default: Factory }>('@rdfjs/dataset');
  const validator = new Validator(factory.dataset(parse(shapes)));
  return async (text) => validator.validate(factory.dataset(parse(text)));
};

describeOutside('the statements of quality', () => {
  let turtle = '';
  let jsonLd = '';

  beforeAll(async () => {
    await writeStore(folder);
    const written = async (format: string): Promise<string> => {
      const { code, out } = await run(['export', '--to', 'dqv', '--format', format], folder);
      expect(code).toBe(0);
      return out;
    };
    [turtle, jsonLd] = [await written('turtle'), await written('json-ld')];
  });

  test('fit their shapes', async () => {
    const { conforms, results } = await (await openShapes())(turtle);
    expect([conforms, results.map(({ path }) => path?.value)]).toEqual([true, []]);
    expect(new Store([...parse(turtle)]).countQuads(null, 'http://www.w3.org/ns/dqv#isMeasurementOf', null, null)).toBe(
      33,
    );
  });

  test.each([
    ['an answer that is none', /dqv:value "Yes"/, 'dqv:value "Maybe"'],
    ['a Yes that rests on nothing', / ;\n {2}prov:wasDerivedFrom [^\n]+ \.\n/, ' .\n'],
    ['a measurement of nothing', /\n {2}dqv:isMeasurementOf [^\n]+/, ''],
    ['a metric that belongs to no dimension', / ;\n {2}dqv:inDimension [^\n]+ \./, ' .'],
    ['a score that is no number', /"55"\^\^xsd:decimal/, '"a lot"'],
    ['two values at once', /dqv:value "No"/, 'dqv:value "No", "Yes"'],
    ['a measurement of no day', /\n {2}dct:date [^\n]+/, ''],
  ])('do not fit them with %s', async (_, from, to) => {
    const broken = turtle.replace(from, to);
    expect(broken).not.toBe(turtle);
    expect((await (await openShapes())(broken)).conforms).toBe(false);
  });

  test('are the same in JSON-LD', async () => {
    const { JsonLdParser } = await imported<{ JsonLdParser: new () => NodeJS.ReadWriteStream }>(
      'jsonld-streaming-parser',
    );
    const quads = await new Promise<readonly Quad[]>((resolve, reject) => {
      const found: Quad[] = [];
      const parser = new JsonLdParser();
      parser.on('data', (quad: unknown) => found.push(quad as Quad));
      parser.on('error', reject);
      parser.on('end', () => resolve(found));
      parser.write(jsonLd);
      parser.end();
    });
    const lines = (list: readonly Quad[]): readonly string[] =>
      list
        .map(({ subject, predicate, object }) => {
          const kind = object.termType === 'Literal' ? `${object.language}^${object.datatype.value}` : object.termType;
          return `${subject.value} ${predicate.value} ${object.value} ${kind}`;
        })
        .sort();
    expect(lines(quads)).toEqual(lines(parse(turtle)));
    expect(turtle).toContain(`<${measurement}:bulk>`);
  });
});
