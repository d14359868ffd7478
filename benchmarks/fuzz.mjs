/**
 * Throws inputs at the readers of files, guided by what of their code each one reaches:
 *
 *     node benchmarks/fuzz.mjs [seconds for each reader] [reader …]
 *
 * An input that reaches code which none before it reached (V8's own precise coverage tells) is kept, and others are made from it. A
 * reader must come to a result for every input: an exception, a warning that the reader failed, and more than 5 seconds of the processor are findings, which
 * end with exit code 1. They lie in the folder that is named, and become small inputs of tests. The fuzzer that is usual for Node
 * (Jazzer.js) needs a newer C library than the machines have that this must run on.
 */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { constants } from '../typescript.mjs';
import { chance, docx, odf, page, pdf, xlsx, zip } from './attacks/make.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rows = 'town,votes,date\nA,1,2015-01-02\nB,"3",4 May 2015\n';

/** Small sound files of each reader, which the inputs are made from. */
const seeds = {
  html: [
    '<html lang=fr><title>t</title><table><caption>c<tr><th colspan=2>a<tr><td>1<td>2</table><form><input name=q></form><a rel=license href=/l>x</a>',
  ],
  xml: ['<?xml version="1.0"?><r xmlns:a="u"><b c="1"><d>2</d></b><b c="3"/><![CDATA[x]]></r>'],
  json: [
    '[{"a":1,"b":{"c":[1,2]}},{"a":"x"}]',
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null}]}',
    '{"a":1}\n{"a":2}\n',
  ],
  csv: [rows, rows.replaceAll(',', ';'), 'sep=,\n"a,b"\n"1,""2"""\n'],
  zip: [
    zip([{ name: 'a.csv', content: rows }]),
    zip([{ name: 'b.zip', content: zip([{ name: 'a.json', content: '[{"a":1}]' }]) }]),
  ],
  gzip: [gzipSync(rows), gzipSync(gzipSync(rows))],
  xlsx: [
    xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row>', {
      'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>',
    }),
  ],
  docx: [docx('<w:p><w:r><w:t>votes</w:t></w:r></w:p>')],
  odt: [odf('text', '<office:text><text:p>votes<text:s text:c="3"/></text:p></office:text>')],
  dbf: [
    Buffer.concat([
      Buffer.from([3, 115, 1, 1, 2, 0, 0, 0, 65, 0, 6, 0]),
      Buffer.alloc(20),
      Buffer.from('VOTES\0\0\0\0\0\0N'),
      Buffer.alloc(4),
      Buffer.from([5]),
      Buffer.alloc(15),
      Buffer.from('\r 00123 00456'),
    ]),
  ],
  shapefile: [
    Buffer.concat([
      Buffer.from([0, 0, 0x27, 0x0a]),
      Buffer.alloc(24),
      Buffer.from([0xe8, 3, 0, 0, 1, 0, 0, 0]),
      Buffer.alloc(64),
      Buffer.from([0, 0, 0, 1, 0, 0, 0, 10, 1, 0, 0, 0]),
      Buffer.alloc(16),
    ]),
  ],
  px: ['CHARSET="ANSI";\nSTUB="a";\nHEADING="b";\nVALUES("a")="x","y";\nVALUES("b")="1","2";\nDATA=\n1 2 3 4;\n'],
  turtle: ['@prefix d: <http://www.w3.org/ns/dcat#> .\n<a> a d:Dataset ; d:title "x"@en .\n'],
  calendar: ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20150102T000000Z\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n'],
  tar: [
    Buffer.concat([
      Buffer.from(
        `${'a.csv'.padEnd(124, '\0')}00000000061\0${'\0'.repeat(20)}0${'\0'.repeat(100)}ustar`.padEnd(512, '\0'),
      ),
      Buffer.from(rows.padEnd(512, '\0')),
      Buffer.alloc(1024),
    ]),
  ],
  pdf: [pdf(page('<</Length 33>>\nstream\nBT /F1 9 Tf (votes 12) Tj ET     \nendstream'))],
  packed: [Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), deflateRawSync(rows), Buffer.alloc(8)])],
};

const [seconds = '60', ...named] = process.argv.slice(2);
const chosen = named.length === 0 ? Object.keys(seeds) : named;
const folder = mkdtempSync(join(tmpdir(), 'odi-fuzz-'));

/** All readers in one file, whose coverage is looked at. */
const file = join(folder, 'readers.mjs');
await build({
  stdin: {
    contents: `export * from '${root}/src/inspect/index.ts'; export { openCriteria } from '${root}/src/criteria/load.ts';
      export { hereLimits } from '${root}/src/model/limits.ts'; export { NotHere } from '${root}/src/model/confine.ts';`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: file,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  define: constants,
  banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
  external: ['@e965/xlsx', 'unpdf', 'node-sqlite3-wasm', 'ajv', 'ajv-formats'],
  logLevel: 'error',
});
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
const { hereLimits, inspect, inspectWords, NotHere, openCriteria, readerFailures, sourceOfBytes } = await import(file);
const words = inspectWords(openCriteria(`${root}/dist/criteria/`));

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });

/** Blocks of code that were reached, by where they are. */
const reached = new Set();

/** Was code reached that was not before? */
const isNews = async () => {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const before = reached.size;
  for (const { functions } of result.filter(({ url }) => url.endsWith('/readers.mjs')))
    for (const { ranges } of functions)
      for (const { startOffset, endOffset, count } of ranges) if (count > 0) reached.add(`${startOffset}-${endOffset}`);
  return reached.size > before;
};

/** What is wrong with how an input was read; null where nothing is. */
const faultOf = async (bytes) => {
  const begun = process.cpuUsage();
  try {
    const [failure] = readerFailures(await inspect(sourceOfBytes(bytes, { name: '' }), { ...words, here: hereLimits }));
    if (failure !== undefined) return `${failure.name}: ${failure.says}`;
  } catch (error) {
    if (!(error instanceof NotHere)) return error.stack;
  }
  const { user, system } = process.cpuUsage(begun);
  const took = (user + system) / 1000;
  return took > 5_000 ? `took ${Math.round(took)} ms` : null;
};

const pieces = [
  '0',
  '-1',
  '4294967295',
  '\0',
  '"',
  '<',
  '>',
  '{',
  '[',
  ']',
  '}',
  '\n',
  ',',
  'é',
  '\ud800',
  '&',
  '%',
  '1e309',
  '\xff\xff\xff\xff',
];
const longest = 64 * 1024;

/** Another input, made from one or two that are known. */
const changed = (known, next) => {
  const any = (list) => list[Math.floor(next() * list.length)];
  let bytes = Buffer.from(any(known));
  for (let times = 1 + Math.floor(next() * 4); times > 0; times -= 1) {
    const at = Math.floor(next() * (bytes.length + 1));
    const to = Math.min(bytes.length, at + Math.floor(next() * 64));
    const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
    const how = Math.floor(next() * 7);
    if (how === 0) bytes = Buffer.concat([before, after]);
    else if (how === 1) bytes = Buffer.concat([before, ...Array(1 + Math.floor(next() * 40)).fill(part), after]);
    else if (how === 2) bytes = Buffer.concat([before, Buffer.from(any(pieces)), after]);
    else if (how === 3) bytes = Buffer.concat([before, Buffer.from(any(known)).subarray(Math.floor(next() * 200))]);
    else if (how === 4) bytes = Buffer.from(before);
    else if (at < bytes.length)
      bytes[at] = how === 5 ? bytes[at] ^ (1 << Math.floor(next() * 8)) : Math.floor(next() * 256);
  }
  return bytes.subarray(0, longest);
};

let found = 0;
for (const reader of chosen) {
  const known = seeds[reader].map((seed) => Buffer.from(seed));
  const next = chance(reader.length * 7919 + known.length);
  const end = performance.now() + Number(seconds) * 1000;
  const faults = new Map();
  let tried = 0;
  for (const seed of known) await faultOf(seed);
  await isNews();
  while (performance.now() < end && faults.size < 5) {
    const input = changed(known, next);
    const fault = await faultOf(input);
    tried += 1;
    if (fault !== null && !faults.has(fault)) faults.set(fault, input);
    else if (await isNews()) known.push(input);
  }
  console.log(
    faults.size === 0 ? 'ok  ' : 'FAIL',
    reader,
    `${tried} inputs, ${known.length} kept, ${reached.size} blocks reached`,
  );
  for (const [fault, input] of faults) {
    const kept = join(folder, `${reader}-${found}`);
    writeFileSync(kept, input);
    console.log(`  ${kept}: ${fault}`);
    found += 1;
  }
}
if (found === 0) rmSync(folder, { recursive: true, force: true });
process.exit(found === 0 ? 0 : 1);
