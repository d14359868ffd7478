import { Parser } from 'n3';
import { readUpTo } from '../bytes.ts';
import type { Context, FileReading } from '../reader.ts';
import { charsetOf, decode } from '../text/encoding.ts';
import { Keys } from '../tree/keys.ts';
import { RecordTable } from '../tree/records.ts';

/** Bytes of a graph that are read; more is told to be missing. */
const MOST = 64 * 2 ** 20;

const shortName = (iri: string): string => /[^/#]+$/.exec(iri)?.[0] ?? iri;

/** Reads Turtle or N-Triples: its properties as keys, its subjects as records. */
export const readTurtle = async (context: Context): Promise<FileReading> => {
  const { source, limits, cells, format, head } = context;
  const { bytes, whole } = await readUpTo(source, Math.min(limits.buffered, MOST));
  const encoding = context.detect(head, charsetOf(source.declared));
  const keys = new Keys();
  const subjects = new Map<string, Map<string, string>>();
  const namespaces = new Set<string>();
  let broken: string | null = null;
  try {
    const parser = new Parser({ format: format === 'turtle' ? 'text/turtle' : 'application/n-triples' });
    for (const { subject, predicate, object } of parser.parse(decode(bytes, encoding))) {
      const name = shortName(predicate.value);
      keys.add(name, object.value);
      if (namespaces.size < 100) namespaces.add(predicate.value);
      const fields = subjects.get(subject.value) ?? new Map<string, string>([['@id', subject.value]]);
      subjects.set(subject.value, fields);
      const held = fields.get(name);
      if (held === undefined || held.length < 500)
        fields.set(name, held === undefined ? object.value : `${held} | ${object.value}`);
    }
  } catch (error) {
    broken = error instanceof Error ? error.message : String(error);
  }
  const table = new RecordTable('subjects', cells, limits);
  for (const fields of subjects.values()) table.add(fields);
  const built = table.finish(broken === null && whole);
  const isDcat = [...namespaces].some((iri) => iri.startsWith('http://www.w3.org/ns/dcat#'));
  return {
    format,
    encoding: encoding.name,
    tables: built === null ? [] : [built],
    keys: keys.list(),
    standards: isDcat ? ['rdf', 'dcat'] : ['rdf'],
    complete: whole && broken === null,
    warnings: broken === null ? [] : [{ code: 'broken-rdf', says: `The graph breaks off: ${broken.slice(0, 200)}` }],
  };
};
