import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openJsonLd, type StatementNode, turtle } from '../../src/reviews/dqv/graph.ts';
import { csvTable } from '../../src/reviews/tidy/index.ts';

/* What hostile text becomes in the files that are exported. */

const folder = mkdtempSync(join(tmpdir(), 'odi-written-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a table holds nothing that reorders the cells after it', () => {
  const path = join(folder, 'notes.csv');
  const writer = csvTable(path, { name: 'notes', title: '', columns: [{ name: 'text', type: 'string' }] } as never);
  writer.write([{ text: 'a\u202etxt.exe\u2066b' }, { text: 'سلام\u200f' }]);
  writer.close();
  expect(readFileSync(path, 'utf8')).toBe('text\r\na\ufffdtxt.exe\ufffdb\r\nسلام\u200f\r\n');
});

test('statements say the same in Turtle and in JSON-LD, without controls', () => {
  const text = 'a\u001b[31m\u007f\ud800\tb\n"c"';
  const node: StatementNode = { id: 'urn:x', types: ['dcat:Dataset'], statements: [['dct:title', [{ text }]]] };
  const graph = openJsonLd();
  const whole = JSON.parse(graph.begin + graph.node(node) + graph.end);
  const [, written = ''] = /dct:title (".*") \./.exec(turtle.node(node)) ?? [];
  expect(whole['@graph'][0]['dct:title']).toBe('a\ufffd[31m\ufffd\ufffd\tb\n"c"');
  expect(JSON.parse(written)).toBe(whole['@graph'][0]['dct:title']);
});
