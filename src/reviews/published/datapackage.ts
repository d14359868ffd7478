import type { Edition, EditionQuestion } from '../../model/data.ts';
import { columnsOf } from './rows.ts';
import type { CsvColumn, PublishedCsv } from './vocabulary.ts';

/** One field of a Frictionless table schema. */
interface Field {
  readonly name: string;
  readonly title: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

const answerField = ({ id, title, weight }: EditionQuestion): Field => ({
  name: id,
  title,
  type: 'string',
  description: `Yes counts ${weight} points`,
  constraints: { required: true, enum: ['Yes', 'No', 'Unsure'] },
});

const constraintsOf = ({ holds }: CsvColumn): Field['constraints'] => {
  if (holds === 'key') return { required: true };
  if (holds === 'score') return { required: true, minimum: 0 };
  if (holds === 'open') return { required: true, enum: ['Yes', 'No'] };
  return holds === 'rank' ? { minimum: 1 } : undefined;
};

const fieldsOf = (column: CsvColumn, edition: Edition): readonly Field[] => {
  if (column.holds === 'answers') return edition.questions.map(answerField);
  const { name, title, type, says } = column;
  const constraints = constraintsOf(column);
  return [{ name, title, type, description: says, ...(constraints === undefined ? {} : { constraints }) }];
};

/** What a data package says of the file it describes. */
export interface Described {
  /** Path of the CSV beside the package. */
  readonly path: string;
  readonly bytes: number;
  /** `sha256:` and 64 hex digits. */
  readonly hash: string;
  readonly rows: number;
  readonly years: readonly number[];
}

/**
 * The `datapackage.json` (Frictionless Data Package 1) of an exported file. The names of the fields are those of the
 * header, also where it names a column twice: Table Schema 1 calls that bad practice and asks for it all the same.
 */
export const dataPackage = (edition: Edition, vocabulary: PublishedCsv, file: Described): string => {
  const fields = columnsOf(edition, vocabulary).flatMap((column) => fieldsOf(column, edition));
  const value = {
    profile: 'tabular-data-package',
    name: 'open-data-index-entries',
    title: 'Entries of an open data index',
    description: `${file.rows} entries of ${file.years.join(', ')}, answered and scored by the questions of ${edition.title}.`,
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'entries',
        path: file.path,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: file.bytes,
        hash: file.hash,
        dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
        schema: { fields, missingValues: [''] },
      },
    ],
  };
  return `${JSON.stringify(value, null, 2)}\n`;
};
