import type { TidyColumn, TidyTable, TidyVocabulary } from './vocabulary.ts';

/** What the owner of a store says of it. */
export interface Publication {
  readonly title: string;
  /** Who is to be named as author; a program stands in for them where nobody is. */
  readonly authors: readonly string[];
  readonly licence: { readonly spdx: string; readonly title: string };
  readonly url?: string;
  readonly doi?: string;
}

/** A file of the package, as it was written. */
export interface TableFile {
  readonly table: TidyTable;
  readonly path: string;
  readonly bytes: number;
  /** `sha256:` and 64 hex digits. */
  readonly hash: string;
  readonly rows: number;
}

/** What all files of a package share. */
export interface PackageContents {
  readonly form: 'csv' | 'parquet';
  readonly publication: Publication;
  readonly vocabulary: TidyVocabulary;
  readonly files: readonly TableFile[];
  readonly years: readonly number[];
  /** The newest day that a review judges as on. */
  readonly newest: string;
  readonly tool: string;
}

const licenceUrl = (spdx: string): string => `https://spdx.org/licenses/${spdx}.html`;

const spanOf = (years: readonly number[]): string => {
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? `${first}` : `${first} to ${last}`;
};

const fieldOf = (column: TidyColumn): Readonly<Record<string, unknown>> => {
  const { name, type, says, required, values } = column;
  const constraints = { ...(required ? { required } : {}), ...(values === undefined ? {} : { enum: values }) };
  return { name, type, description: says, ...(Object.keys(constraints).length === 0 ? {} : { constraints }) };
};

const resourceOf = ({ table, path, bytes, hash }: TableFile, form: PackageContents['form']): unknown => ({
  profile: form === 'csv' ? 'tabular-data-resource' : 'data-resource',
  name: table.name,
  title: table.title,
  description: table.says,
  path,
  format: form,
  mediatype: form === 'csv' ? 'text/csv' : 'application/vnd.apache.parquet',
  ...(form === 'csv' ? { encoding: 'utf-8' } : {}),
  ...{ bytes, hash },
  ...(form === 'csv'
    ? { dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true } }
    : {}),
  schema: {
    fields: table.columns.map(fieldOf),
    primaryKey: table.key,
    ...(table.refers.length === 0
      ? {}
      : {
          foreignKeys: table.refers.map(({ columns, to }) => ({
            fields: columns,
            reference: { resource: to, fields: columns },
          })),
        }),
    missingValues: [''],
  },
});

/** The `datapackage.json` (Frictionless Data Package 1) of the tables. */
export const tidyPackage = (contents: PackageContents): string => {
  const { form, publication, vocabulary, files, years, newest, tool } = contents;
  const { licence, authors, url, title } = publication;
  const value = {
    profile: form === 'csv' ? 'tabular-data-package' : 'data-package',
    name: vocabulary.package.name,
    title,
    description: `Reviews of ${spanOf(years)}, as of ${newest}, written by ${tool}. The columns are told in data-dictionary.md.`,
    ...(url === undefined ? {} : { homepage: url }),
    version: newest,
    licenses: [{ name: licence.spdx, title: licence.title, path: licenceUrl(licence.spdx) }],
    ...(authors.length === 0 ? {} : { contributors: authors.map((name) => ({ title: name, role: 'author' })) }),
    resources: files.map((file) => resourceOf(file, form)),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
};

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const dictionaryRow = ({ name, type, required, values, says }: TidyColumn, key: readonly string[]): string => {
  const holds = values === undefined ? '' : ` One of ${values.map((value) => `\`${value}\``).join(', ')}.`;
  const empty = key.includes(name) ? 'key' : required === true ? 'never empty' : '';
  return `| \`${name}\` | ${type} | ${empty} | ${inCell(says).replace(/(?<![?.])$/, '.')}${holds} |`;
};

const dictionaryTable = ({ table, path, rows }: TableFile): readonly string[] => [
  '',
  `## ${table.name}`,
  '',
  `${table.says} \`${path}\`, ${rows === 1 ? '1 row' : `${rows} rows`}. Key: ${table.key.map((name) => `\`${name}\``).join(', ')}.`,
  ...table.refers.map(({ columns, to }) => `${columns.map((name) => `\`${name}\``).join(', ')}: a row of \`${to}\`.`),
  '',
  '| column | type | | meaning |',
  '|---|---|---|---|',
  ...table.columns.map((column) => dictionaryRow(column, table.key)),
];

/** The data dictionary, for a reader. */
export const dataDictionary = ({ publication, files, years, newest, tool, form }: PackageContents): string =>
  `${[
    `# ${publication.title.replaceAll('\n', ' ')}: data dictionary`,
    '',
    `Reviews of ${spanOf(years)}, as of ${newest}, written by ${tool}. An empty cell is not known or does not apply, which is never nought:`,
    'a place without entries has `has_entries` false and no `mean_points`.',
    ...(form === 'csv'
      ? ['', 'A text that a spreadsheet would reckon (one that begins with = + @ or -) has an apostrophe before it.']
      : []),
    ...files.flatMap(dictionaryTable),
  ].join('\n')}\n`;

/** What the licence is, in a file of its own. */
export const licenceText = ({ title, licence }: Publication): string =>
  `${title.replaceAll('\n', ' ')}\n\nLicensed under ${licence.title} (${licence.spdx}):\n${licenceUrl(licence.spdx)}\n`;

/** A text of YAML that cannot be taken for anything else. */
const quoted = (text: string): string => JSON.stringify(text);

/** The `CITATION.cff` (Citation File Format 1.2.0) of the package. */
export const citation = ({ publication, newest, tool }: PackageContents): string => {
  const { title, authors, licence, url, doi } = publication;
  return `${[
    'cff-version: 1.2.0',
    'message: If you use this data, please cite it as below.',
    'type: dataset',
    `title: ${quoted(title)}`,
    'authors:',
    ...(authors.length === 0 ? [tool] : authors).map((name) => `  - name: ${quoted(name)}`),
    `version: ${quoted(newest)}`,
    `date-released: ${newest}`,
    `license: ${licence.spdx}`,
    ...(url === undefined ? [] : [`url: ${quoted(url)}`]),
    ...(doi === undefined ? [] : [`doi: ${quoted(doi)}`]),
  ].join('\n')}\n`;
};
