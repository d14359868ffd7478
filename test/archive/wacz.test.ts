import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openArchive } from '../../src/archive/index.ts';
import { ask, fileOf, ok, response } from './files.ts';
import { zipOf } from './zip.ts';

const url = 'http://data.example/page';
const first = gzipSync(response('http://data.example/first', ok('first')));
const second = gzipSync(response(url, ok('second')));
const other = { name: 'datapackage.json', content: Buffer.from('{"profile": "data-package"}') };

describe('a WACZ', () => {
  test.each([false, true])('answers from all of its archives (deflated: %s)', async (isDeflated) => {
    const members = [
      other,
      { name: 'archive/b.warc.gz', content: second, isDeflated },
      { name: 'archive/a.warc', content: response('http://data.example/plain', ok('plain')), isDeflated },
      { name: 'archive/c.warc.gz', content: first, isDeflated },
      { name: 'indexes/index.cdx.gz', content: Buffer.from('not read') },
    ];
    const path = fileOf(zipOf(members), 'wacz');
    const { held, body, warnings } = await ask([path], url);
    expect(body).toBe('second');
    expect(held?.record).toEqual({ file: basename(path), id: `urn:uuid:${url}` });
    expect(warnings).toEqual([]);
    expect((await ask([path], 'http://data.example/plain')).body).toBe('plain');
  });

  test('that is unpacked leaves nothing behind where the program ends before it is closed', async () => {
    const own = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`odi-${process.pid}-`));
    const atExit = process.listeners('exit');
    const path = fileOf(
      zipOf(
        Array.from({ length: 12 }, (_, at) => ({ name: `archive/${at}.warc.gz`, content: second, isDeflated: true })),
      ),
      'wacz',
    );
    const archive = await openArchive([path]);
    const added = process.listeners('exit').filter((listener) => !atExit.includes(listener));
    expect(own()).toHaveLength(12);
    expect(added).toHaveLength(1);
    for (const listener of added) listener(130);
    expect(own()).toEqual([]);
    await archive.close();
    expect(process.listeners('exit')).toEqual(atExit);
  });

  test('without an archive in it is refused with a sentence', async () => {
    await expect(openArchive([fileOf(zipOf([other]), 'wacz')])).rejects.toThrow(
      'a ZIP file without a WARC under archive/',
    );
  });

  test('that is cut is refused with a sentence', async () => {
    const whole = zipOf([{ name: 'archive/b.warc.gz', content: second }]);
    await expect(openArchive([fileOf(whole.subarray(0, -30), 'wacz')])).rejects.toThrow('cannot be read as a WACZ');
  });

  test('with a broken archive in it is used up to there', async () => {
    const content = Buffer.concat([second, first.subarray(0, 50)]);
    const path = fileOf(zipOf([{ name: 'archive/b.warc.gz', content }]), 'wacz');
    const { body, warnings } = await ask([path], url);
    expect(body).toBe('second');
    expect(warnings[0]).toContain(`(archive/b.warc.gz) can be read up to byte ${second.length} (1 whole record)`);
  });
});
