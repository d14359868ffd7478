import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchesOf } from '../../src/records/batches.ts';

const titlesIn = (documents: readonly string[]): readonly unknown[] =>
  documents.flatMap((text) => (JSON.parse(text) as { dataset: unknown[] }).dataset);

describe('a list that is cut into pieces', () => {
  test('keeps every item, whatever its texts hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: fc.string(), more: fc.array(fc.string()) }), { maxLength: 30 }),
        (items) => {
          const cut = batchesOf(
            JSON.stringify({ '@type': 'dcat:Catalog', dataset: items, after: [{ title: 'none' }] }),
            'dataset',
          );
          expect(titlesIn(cut.documents)).toEqual(items);
          expect([cut.items, cut.isWhole]).toEqual([items.length, true]);
        },
      ),
    );
  });

  test('of many is cut into several, each a document of its own', () => {
    const items = Array.from({ length: 12_345 }, (_, index) => ({ title: `{"[${index}]"}` }));
    const { documents, items: count, isWhole } = batchesOf(JSON.stringify({ dataset: items }), 'dataset');
    expect([documents.length, count, isWhole]).toEqual([25, 12_345, true]);
    expect(titlesIn(documents)).toEqual(items);
  });

  test('leaves out what breaks off, and says that it is not whole', () => {
    const text = JSON.stringify({ dataset: [{ title: 'one' }, { title: 'two' }, { title: 'three' }] });
    const { documents, items, isWhole } = batchesOf(text.slice(0, text.indexOf('three')), 'dataset');
    expect(titlesIn(documents)).toEqual([{ title: 'one' }, { title: 'two' }]);
    expect([items, isWhole]).toEqual([2, false]);
  });

  test.each(['', '{}', '{"dataset":[', '{"dataset":{}}', '<html>', '[{"title":"no list of a key"}]'])(
    '%s holds none',
    (text) => {
      expect(batchesOf(text, 'dataset').documents).toEqual([]);
    },
  );
});
