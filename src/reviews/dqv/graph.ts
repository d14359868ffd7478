/* Statements about one thing, and the two ways in which they are written. */

/** A value of a statement. */
export type StatementValue =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly datatype?: string };

/** A thing and what is stated of it, by short names such as `dct:title`. */
export interface StatementNode {
  readonly id: string;
  readonly types: readonly string[];
  readonly statements: readonly (readonly [property: string, values: readonly StatementValue[]])[];
}

/** Writes nodes one by one. */
export interface StatementWriter {
  readonly begin: string;
  readonly node: (node: StatementNode) => string;
  readonly end: string;
}

const prefixes: Readonly<Record<string, string>> = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dqv: 'http://www.w3.org/ns/dqv#',
  prov: 'http://www.w3.org/ns/prov#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  ldqd: 'http://www.w3.org/2016/05/ldqd#',
  odi: 'urn:odi:terms:',
};

/** The address that a short name stands for. */
export const longName = (name: string): string => {
  const [, prefix = '', local = ''] = /^(\w+):(.*)$/.exec(name) ?? [];
  return `${prefixes[prefix] ?? ''}${local}`;
};

/** Characters that no IRI of Turtle holds, written in their percent form. */
const iri = (address: string): string =>
  `<${address.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (found) => encodeURIComponent(found))}>`;

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Half characters and controls are no text; line ends and tabs are. */
const wellFormed = (text: string): string =>
  text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd');

const string = (text: string): string =>
  `"${wellFormed(text).replace(/["\\\n\r\t]/g, (found) => escapes[found] ?? '')}"`;

const turtleValue = (value: StatementValue): string => {
  if ('iri' in value) return iri(value.iri);
  if (value.language !== undefined) return `${string(value.text)}@${value.language}`;
  return value.datatype === undefined ? string(value.text) : `${string(value.text)}^^${value.datatype}`;
};

/** Turtle. */
export const turtle: StatementWriter = {
  begin: `${Object.entries(prefixes)
    .map(([name, address]) => `@prefix ${name}: <${address}> .`)
    .join('\n')}\n`,
  node: ({ id, types, statements }) => {
    const stated = statements
      .filter(([, values]) => values.length > 0)
      .map(([property, values]) => `  ${property} ${values.map(turtleValue).join(', ')}`);
    return `\n${iri(id)}\n${[`  a ${types.join(', ')}`, ...stated].join(' ;\n')} .\n`;
  },
  end: '',
};

const jsonValue = (value: StatementValue): unknown => {
  if ('iri' in value) return { '@id': value.iri };
  const text = wellFormed(value.text);
  if (value.language !== undefined) return { '@value': text, '@language': value.language };
  return value.datatype === undefined ? text : { '@value': text, '@type': value.datatype };
};

/** JSON-LD whose context stands in the document. */
export const openJsonLd = (): StatementWriter => {
  let isFirst = true;
  return {
    begin: `{\n"@context": ${JSON.stringify(prefixes)},\n"@graph": [`,
    node: ({ id, types, statements }) => {
      const comma = isFirst ? '' : ',';
      isFirst = false;
      const stated = statements
        .filter(([, values]) => values.length > 0)
        .map(([property, values]) => [
          property,
          values.length === 1 ? jsonValue(values[0] as StatementValue) : values.map(jsonValue),
        ]);
      return `${comma}\n${JSON.stringify({ '@id': id, '@type': types, ...Object.fromEntries(stated) })}`;
    },
    end: '\n]\n}\n',
  };
};
