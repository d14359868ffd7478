import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../commands/in-process.ts';
import { writeStore } from './store.ts';
import { describeOutside, fileOf } from './validators.ts';

/* SARIF as the published schema of 2.1.0 takes it (a draft 4 schema, which needs an older ajv). */

const folder = mkdtempSync(join(tmpdir(), 'odi-sarif-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));

const capture = join(import.meta.dirname, '..', '..', 'fixtures', 'captures', 'morocco-2015.warc.gz');

interface OldAjv {
  readonly addMetaSchema: (schema: unknown) => void;
  readonly compile: (
    schema: unknown,
  ) => ((value: unknown) => boolean) & { readonly errors?: readonly unknown[] | null };
}

const openSchema = (): ((text: string) => readonly unknown[]) => {
  const home = fileOf('@microsoft/jest-sarif');
  const load = createRequire(join(home, 'package.json'));
  const Ajv: new (options: object) => OldAjv = load('ajv');
  const ajv = new Ajv({ schemaId: 'auto', meta: false, format: false, logger: false });
  ajv.addMetaSchema(load('ajv/lib/refs/json-schema-draft-04.json'));
  const path = join(home, 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json');
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  return (text) => {
    validate(JSON.parse(text));
    return validate.errors ?? [];
  };
};

describeOutside('SARIF', () => {
  beforeAll(() => writeStore(folder));

  test('of an audit fits the schema', async () => {
    const words = ['audit', 'ma', 'election-results', '--replay', capture, '--format', 'sarif', '--fail-under', '90'];
    const { code, out } = await run([...words, '--store', 'audited'], folder);
    expect(code).toBe(1);
    expect(openSchema()(out)).toEqual([]);
    expect(JSON.parse(out).runs[0].results.length).toBeGreaterThan(3);
  });

  test('of a scorecard with falls and bars fits the schema', async () => {
    cpSync(join(folder, 'reviews', '2015'), join(folder, 'before', '2015'), { recursive: true });
    const fall = ['--fail-under', '50', '--fail-on-regression', 'before'];
    const { code, out } = await run(['scorecard', '--year', '2016', '--format', 'sarif', ...fall], folder);
    expect(code).toBe(1);
    expect(openSchema()(out)).toEqual([]);
    const rules = JSON.parse(out).runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(new Set(rules)).toEqual(new Set(['fall', 'under']));
  });

  test('that is broken does not fit it', async () => {
    const { out } = await run(['scorecard', '--year', '2016', '--format', 'sarif', '--fail-under', '50'], folder);
    expect(openSchema()(out.replace('"level": "error"', '"level": "bad"'))).not.toEqual([]);
    expect(openSchema()(out.replace('"version": "2.1.0"', '"version": "2"'))).not.toEqual([]);
  });
});
