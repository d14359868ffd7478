import type { ErrorObject } from 'ajv';

/* What the schemas complain about, in words. */

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  const kind = typeof value;
  return kind === 'object' ? 'an object' : `a ${kind}`;
};

const named: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  integer: 'a whole number',
  null: 'null',
};

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

const types = (given: unknown): string =>
  [given]
    .flat()
    .map((type) => named[String(type)] ?? `a ${type}`)
    .join(' or ');

/** One sentence: what was expected, and what is there. */
export const expected = ({ keyword, params, message, data }: ErrorObject): string => {
  switch (keyword) {
    case 'required':
      return `${params['missingProperty']} is missing`;
    case 'additionalProperties':
      return `${params['additionalProperty']} is no field that is known here`;
    case 'type':
      return `${types(params['type'])} is expected, not ${kindOf(data)}`;
    case 'enum':
      return `one of ${[params['allowedValues']].flat().map(String).join(', ')} is expected, not ${shown(data)}`;
    case 'const':
      return `${shown(params['allowedValue'])} is expected, not ${shown(data)}`;
    case 'pattern':
      return `text that matches ${params['pattern']} is expected, not ${shown(data)}`;
    case 'format':
      return `a ${params['format']} is expected, not ${shown(data)}`;
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return params['limit'] === 1 ? 'something is expected here; it is empty' : `it ${message}`;
    default:
      return `it ${message}`;
  }
};

/** Keywords that only say that something below them did not fit. */
const wrappers = ['oneOf', 'anyOf', 'allOf', 'if', 'then', 'else', '$ref'];

/** The complaints that say something: those of the deepest place, where a schema has alternatives. */
export const telling = (errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const concrete = errors.filter(({ keyword }) => !wrappers.includes(keyword));
  const branching = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const under = (error: ErrorObject, root: ErrorObject): boolean =>
    error.instancePath === root.instancePath || error.instancePath.startsWith(`${root.instancePath}/`);
  const outermost = branching.filter((root) => !branching.some((other) => other !== root && under(root, other)));
  const deepest = outermost.flatMap((root) => {
    const below = concrete.filter((error) => under(error, root));
    const depth = Math.max(0, ...below.map(({ instancePath }) => instancePath.length));
    return below.filter(({ instancePath }) => instancePath.length === depth);
  });
  const plain = concrete.filter((error) => !outermost.some((root) => under(error, root)));
  const kept = [...plain, ...deepest];
  return kept.length > 0 ? kept : errors;
};
