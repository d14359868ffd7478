import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json } from '../model/basics.ts';
import { isCalendarDate } from '../time/day.ts';
import { expected, telling } from './expected.ts';

/** Where a value does not fit, and what was expected there. */
export interface Misfit {
  readonly at: string;
  readonly says: string;
}

/** The schemas of `criteria/schema`, by name. */
export interface Schemas {
  readonly has: (name: string) => boolean;
  /** What does not fit the schema of that name; `part` names a definition inside it. */
  readonly misfits: (name: string, value: Json, part?: string) => readonly Misfit[];
}

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The data as it was written, where it is there; else the compiled data of the bundle. */
export const criteriaFolder = (): string => {
  const written = beside(ODI_BUILT ? '../criteria/' : '../../criteria/');
  return existsSync(written) ? written : beside('./criteria/');
};

const ending = '.schema.json';

/** Opens the schemas of a folder of data. Each is compiled when it is first used. */
export const openSchemas = (folder: string): Schemas => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true });
  addFormats.default(ajv);
  ajv.addFormat('day of the calendar', isCalendarDate);
  const ids = new Map<string, string>();
  for (const file of readdirSync(`${folder}schema`).filter((name) => name.endsWith(ending))) {
    const schema: { readonly $id?: string } = JSON.parse(readFileSync(`${folder}schema/${file}`, 'utf8'));
    const name = file.slice(0, -ending.length);
    const id = schema.$id ?? name;
    ajv.addSchema(schema, id);
    ids.set(name, id);
  }

  const compiled = (name: string, part: string | undefined): ValidateFunction => {
    const id = ids.get(name) ?? name;
    const validate = ajv.getSchema(part === undefined ? id : `${id}#/$defs/${part}`);
    if (validate === undefined)
      throw new Error(`There is no schema ${name}${part === undefined ? '' : ` with a ${part}`}.`);
    return validate;
  };

  return {
    has: (name) => ids.has(name),
    misfits: (name, value, part) => {
      const validate = compiled(name, part);
      if (validate(value) === true) return [];
      const found = telling(validate.errors ?? []).map((error) => ({ at: error.instancePath, says: expected(error) }));
      return [...new Map(found.map((misfit) => [`${misfit.at} ${misfit.says}`, misfit])).values()];
    },
  };
};
