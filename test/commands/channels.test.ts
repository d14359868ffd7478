import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { odi } from './odi.ts';

const root = join(import.meta.dirname, '..', '..');
const program = `"${process.execPath}" "${join(root, 'bin', 'odi.js')}"`;
const capture = join(root, 'fixtures', 'captures', 'morocco-2015.warc.gz');
const folder = mkdtempSync(join(tmpdir(), 'odi-channels-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A line of a shell, with `$odi` for the program; how the program itself ended is the last word on standard error. */
const line = (command: string) => {
  const { stdout, stderr } = spawnSync('bash', ['-c', command.replaceAll('$odi', program)], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr };
};
const audit = (store: string, more = '') =>
  `$odi audit morocco election-results --replay ${capture} --store ${store} ${more}`;

describe('an audit whose document nobody takes', () => {
  test('keeps its review, and tells of a bar by its exit code, where the pipe is closed', () => {
    const { err } = line(`${audit('a', '--fail-under 100 --format html')} | true; echo "\${PIPESTATUS[0]}" >&2`);
    expect(err.trim().split('\n').at(-1)).toBe('1');
    expect(existsSync(join(folder, 'a/2015/ma/election-results.json'))).toBe(true);
  });

  test('ends with 0 where no bar was set', () => {
    expect(line(`${audit('b', '--quiet')} | true; echo "\${PIPESTATUS[0]}" >&2`).err.trim()).toBe('0');
  });

  test('says that the disk is full, with 2', () => {
    const { err } = line(`${audit('c', '--quiet')} > /dev/full; echo $? >&2`);
    expect(err).toMatch(/^odi: The document was not written: the disk is full.*\n2\n$/);
    expect(existsSync(join(folder, 'c/2015/ma/election-results.json'))).toBe(true);
  });

  test('loses neither document nor review where standard error is closed', () => {
    const { out } = line(`${audit('d', '--verbose')} 2> >(true); echo $?`);
    expect(out).toContain('Election Results');
    expect(out.trim().endsWith('\n0')).toBe(true);
  });
});

test('a folder that is gone is told in one sentence', () => {
  const { err } = line('mkdir gone; cd gone; rmdir ../gone; $odi places; echo $? >&2');
  expect(err).toMatch(/^odi: The folder you are in is not there any more.*\n2\n$/);
});

describe('words that would drive a terminal', () => {
  const hostile = '\u001b[2J\u009b31mx\u0007\u202e';
  test.each([
    ['a place', ['places', hostile]],
    ['an option', ['audit', `--${hostile}`]],
    ['a file', ['inspect', hostile]],
    ['a format', ['audit', 'morocco', '--format', hostile]],
    ['a command', [hostile]],
  ])('come back as they can be shown: %s', (_, words) => {
    const { code, out, err } = odi(words, folder);
    expect(code).toBe(2);
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('are escapes in JSON', () => {
    writeFileSync(join(folder, 'licence.txt'), 'Licensed under \u202eCC-BY 4.0\u009b');
    const { out } = odi(['licence', 'licence.txt', '--format', 'json'], folder);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(JSON.parse(out)).toHaveProperty('open');
  });
});

describe('what is no regular file', () => {
  const rows = "printf 'a,b\\n1,2\\n3,4\\n'";
  test.each([
    ['a pipe of the shell', `$odi inspect <(${rows}) --format json`],
    ['standard input by its name', `${rows} | $odi inspect /dev/stdin --format json`],
    ['standard input', `${rows} | $odi inspect - --format json`],
    ['a named pipe', `mkfifo named; (sleep 0.3; ${rows}) > named & $odi inspect named --format json; rm named`],
  ])('is read whole where it is %s', (_, command) => {
    expect(JSON.parse(line(command).out)).toMatchObject({ bytes: 12, tables: [{ rows: 2 }] });
  });

  test('is not waited for where nobody may be writing', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const words of [
      ['inspect', 'pipe'],
      ['import', 'pipe'],
      ['validate', 'pipe'],
      ['diff', 'pipe', 'pipe'],
      ['inspect', '/dev/zero'],
      ['validate', '/dev/zero'],
    ]) {
      const { code, err } = odi(words, folder);
      expect([code, err.trim().split('\n').length], `${words.join(' ')}: ${err}`).toEqual([2, 1]);
    }
  });

  test('is read to a bound where it does not end', () => {
    const { out } = line('yes 1,2 | $odi inspect - --format json');
    expect(JSON.parse(out)).toMatchObject({ bytes: null, tables: [{ rows: null }] });
  });
});

describe('what cannot be', () => {
  test.each([
    ['an address', ['inspect', 'https://['], {}],
    ['an address of a licence', ['licence', 'http://a b/'], {}],
    ['a proxy', ['inspect', 'http://data.example/'], { http_proxy: 'http://%zz' }],
    ['a bound', ['inspect', 'licence.pdf'], { ODI_READER_SECONDS: 'many' }],
  ])('is told in one sentence: %s', (_, words, env) => {
    writeFileSync(join(folder, 'licence.pdf'), '%PDF-1.4\n%%EOF\n');
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'odi.js'), ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
    expect([status, stderr.trim().split('\n').length], stderr).toEqual([2, 1]);
  });
});

test('a file that a library unpacks to more than may be is known by its format, and that it was not read', () => {
  const content = deflateSync(deflateSync(Buffer.alloc(3e8)));
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>',
    `<</Length ${content.length}/Filter[/FlateDecode/FlateDecode]>>\nstream\n${content.toString('latin1')}\nendstream`,
  ].map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  writeFileSync(
    join(folder, 'bomb.pdf'),
    Buffer.from(`%PDF-1.4\n${objects.join('')}trailer <</Root 1 0 R>>\n`, 'latin1'),
  );
  const found = JSON.parse(odi(['inspect', 'bomb.pdf', '--format', 'json'], folder).out);
  expect(found).toMatchObject({ format: 'pdf', complete: false, machineReadable: 'Unsure' });
  expect(found.warnings[0]).toMatchObject({
    code: 'over-bound',
    says: expect.stringMatching(/more than \d+ (?:MB|seconds)/),
  });
});
