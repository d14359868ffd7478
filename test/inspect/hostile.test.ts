import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/inspect/index.ts';
import { spentSince } from '../processor.ts';
import { makeXlsx, makeZip, sheetXml } from './archives.ts';
import { dates, formats } from './formats.ts';
import { codesOf, look } from './look.ts';

/* Every file here is made to hurt. Each ends in a result with a warning, soon, and without much memory. */

const megabytes = (count: number): Uint8Array => Buffer.alloc(count * 2 ** 20, '1,2\n');

describe('packed bombs', () => {
  test('a member that unpacks to far more than its size is left off', async () => {
    const found = await look(makeZip([{ path: 'zeros.csv', content: megabytes(64) }]));
    expect(found).toMatchObject({ format: 'zip', complete: false });
    expect(codesOf(found)).toContain('zip-bomb');
  });

  test('bombs inside of archives inside of archives stop at the depth that is looked at', async () => {
    let content = makeZip([{ path: 'bomb.csv', content: megabytes(8) }]);
    for (let level = 0; level < 6; level += 1) content = makeZip([{ path: `level${level}.zip`, content }]);
    const found = await look(content);
    expect(found).toMatchObject({ format: 'zip', complete: false, machineReadable: 'Unsure' });
    expect(JSON.stringify(found)).toContain('members-not-read');
  });

  test('many members together meet the bound on unpacked bytes', async () => {
    const members = Array.from({ length: 40 }, (_, at) => ({ path: `${at}.csv`, content: megabytes(1) }));
    const found = await look(makeZip(members), { limits: { inflated: 5 * 2 ** 20 } });
    expect(codesOf(found)).toContain('zip-bomb');
  });

  test('a gzip that unpacks without end is left off', async () => {
    const found = await look(gzipSync(megabytes(64)));
    expect(codesOf(found)).toContain('zip-bomb');
  });

  test('a member that lies about its size is no defect', async () => {
    const found = await look(makeZip([{ path: 'data.csv', content: 'a,b\n1,2\n3,4\n', claims: 5 }]));
    expect(found).toMatchObject({ format: 'zip', complete: false });
  });

  test('members beyond the bound are not listed', async () => {
    const members = Array.from({ length: 30 }, (_, at) => ({ path: `${at}.txt`, content: 'x' }));
    const found = await look(makeZip(members), { limits: { members: 10 } });
    expect(found.members).toHaveLength(10);
    expect(codesOf(found)).toContain('many-members');
  });
});

describe('names', () => {
  test.each(['../../etc/passwd', '/etc/passwd', 'C:\\windows\\system.ini', 'a/../../b.csv'])(
    'the name %s is told, and nothing is written there',
    async (path) => {
      const found = await look(makeZip([{ path, content: 'a,b\n1,2\n' }]));
      expect(codesOf(found)).toContain('unsafe-name');
    },
  );

  test('control characters and reordering marks in names are shown as such', async () => {
    const found = await look(makeZip([{ path: 'a\u001b[31m\u202egpj.exe', content: 'x' }]));
    expect(found.members[0]?.path).toBe('a\ufffd[31m\ufffdgpj.exe');
  });
});

describe('XML', () => {
  test('entities that grow are not expanded', async () => {
    const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
    const found = await look(`<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "ha">${entities}]><r><a>&e9;</a></r>`);
    expect(found).toMatchObject({ format: 'xml', complete: false });
    expect(codesOf(found)).toContain('broken-xml');
  });

  test('external entities are not fetched', async () => {
    const found = await look('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>');
    expect(codesOf(found)).toContain('broken-xml');
    expect(JSON.stringify(found)).not.toContain('root:');
  });

  test('nesting without end is cut', async () => {
    const found = await look(`${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`, { name: 'deep.xml' });
    expect(found).toMatchObject({ format: 'xml', complete: false });
    expect(codesOf(found)).toContain('too-deep');
  });
});

describe('JSON', () => {
  test('nesting without end is cut', async () => {
    const found = await look(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`);
    expect(found).toMatchObject({ format: 'json', complete: false });
  });

  test('more keys than are kept do no harm', async () => {
    const entries = Array.from({ length: 20_000 }, (_, at) => `"k${at}":${at}`).join(',');
    const found = await look(`{${entries}}`);
    expect(found.keys.length).toBeLessThanOrEqual(500);
  });
});

describe('delimited text', () => {
  test('a line without end ends the reading', async () => {
    const found = await look(`a,b\n${'x'.repeat(3_000_000)}`, { name: 'line.csv', limits: { rowBytes: 2 ** 20 } });
    expect(found).toMatchObject({ format: 'csv', complete: false });
    expect(codesOf(found)).toContain('row-too-long');
  });

  test('columns without end are cut', async () => {
    const row = Array.from({ length: 200_000 }, (_, at) => at % 7).join(',');
    const found = await look(`${row}\n${row}\n${row}\n`, { name: 'wide.csv' });
    expect(found.tables[0]?.columns.length).toBeLessThanOrEqual(16_384);
  });

  test('a quote that is never closed costs the rest of the text alone', async () => {
    const found = await look(`a,b\n1,2\n3,"${'x\n'.repeat(1_000)}`, { name: 'open.csv' });
    expect(found.format).toBe('csv');
  });
});

describe('spreadsheets', () => {
  test('row and column numbers that lie do not fill memory', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row></sheetData></worksheet>';
    const found = await look(makeXlsx({ Lies: sheet }));
    expect(found.format).toBe('xlsx');
    expect(found.tables[0]?.sample.length).toBeLessThan(10);
  });

  test('shared strings that point at nothing are blank', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>999999</v></c><c r="B1"><v>5</v></c></row></sheetData></worksheet>';
    const found = await look(makeXlsx({ Ghosts: sheet }));
    expect(found).toMatchObject({ format: 'xlsx', complete: true });
  });

  test('a sheet that is announced and missing is told', async () => {
    const zip = makeZip([
      {
        path: 'xl/workbook.xml',
        content: '<workbook xmlns:r="r"><sheets><sheet name="Gone" r:id="rId1"/></sheets></workbook>',
      },
    ]);
    const found = await look(zip);
    expect(found).toMatchObject({ format: 'xlsx', complete: false });
    expect(codesOf(found)).toContain('missing-sheet');
  });

  test('a broken XLS is a result', async () => {
    const bytes = new Uint8Array(4_096);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(Buffer.from('Workbook', 'utf16le'), 512);
    const found = await look(bytes, { name: 'broken.xls' });
    expect(found).toMatchObject({ format: 'xls', complete: false, machineReadable: 'Unsure' });
  });
});

describe('pages', () => {
  test('nesting without end is read to a depth, and says so', async () => {
    const begun = process.cpuUsage();
    const found = await look(`<html><body><p>first</p>${'<div>'.repeat(1_000_000)}deep`);
    expect(found).toMatchObject({ format: 'html', complete: false, machineReadable: 'Unsure' });
    expect(codesOf(found)).toContain('over-bound');
    expect(found.page?.text).toBe('first');
    expect(spentSince(begun)).toBeLessThan(10);
  });

  test('links, headings and labels in one another around a long text take no time', async () => {
    const begun = process.cpuUsage();
    const words = 'word '.repeat(400_000);
    await look(`<html><body>${'<h2><a href="https://a.example/"><label>'.repeat(1_500)}${words}`);
    expect(spentSince(begun)).toBeLessThan(10);
  });

  test('cells that span are counted, and a table that is made of them is cut', async () => {
    const row = `<tr>${'<td colspan=1000 rowspan=1000>1'.repeat(4)}`;
    const found = await look(`<html><table>${row.repeat(3_000)}</table>`);
    expect(found).toMatchObject({ complete: false, machineReadable: 'Unsure' });
    expect(codesOf(found)).toContain('over-bound');
  });

  test('twenty thousand links in nested lists take no time', async () => {
    const items = Array.from({ length: 20_000 }, (_, at) => `<li><a href="/f${at}.csv">file ${at}</a>`).join('');
    const begun = performance.now();
    const found = await look(`<html><body><ul>${items}</ul>`, { url: 'https://data.example/' });
    expect(found.page?.links).toHaveLength(20_000);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});

describe('whatever is cut off or shuffled', () => {
  const sheet = makeXlsx({
    Results: sheetXml([
      ['Party', 'Votes'],
      ['A', 10],
      ['B', 20],
      ['C', 30],
    ]),
  });
  const specimens: readonly Uint8Array[] = [
    sheet,
    makeZip([{ path: 'results.csv', content: 'party;votes\nA;10\nB;20\n' }]),
    gzipSync('party,votes\nA,10\nB,20\n'),
    Buffer.from('<?xml version="1.0"?><r><i n="1">a</i><i n="2">b</i></r>'),
    Buffer.from('{"results":[{"party":"A","votes":10},{"party":"B","votes":20}]}'),
    Buffer.from('<!doctype html><title>t</title><table><tr><th>a<th>b<tr><td>1<td>2</table>'),
    Buffer.from('\ufeffparty,votes\nA,10\n', 'utf16le'),
    Buffer.from('@prefix a: <http://a/> . a:b a:c "d" .'),
  ];

  test('is a result that says so, never a crash', async () => {
    const specimen = fc.nat({ max: specimens.length - 1 });
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(specimen, fc.array(change, { minLength: 1, maxLength: 4 }), async (which, changes) => {
        let bytes = Uint8Array.from(specimens[which] ?? []);
        for (const { at, byte, cut } of changes) {
          const place = Math.floor(at * (bytes.length - 1));
          if (cut) bytes = bytes.subarray(0, place + 1);
          else bytes[place] = byte;
        }
        const found = await look(bytes);
        expect(formats.formats.map(({ id }) => id)).toContain(found.format);
        if (!found.complete && found.machineReadable === 'No') expect(found.machineReadableBecause).not.toBe('no-rows');
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  test('is the same result each time', async () => {
    for (const bytes of specimens) expect(await look(bytes)).toEqual(await look(bytes));
  });

  test('of any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const found = await look(bytes);
        expect(found.bytes).toBe(bytes.length);
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});

test('a source that ends before the file does is told, and can support no count', async () => {
  const source = {
    name: 'big.csv',
    url: null,
    declared: 'text/csv',
    size: 1e9,
    complete: false,
    async *chunks() {
      yield new TextEncoder().encode('a,b\n1,2\n3,4\n');
    },
  };
  const found = await inspect(source, { formats, dates });
  expect(found).toMatchObject({ format: 'csv', complete: false, bytes: null });
  expect(found.tables[0]?.rows).toBeNull();
  expect(codesOf(found)).toContain('truncated');
});
