import { type Defect, Failure, messageOf, type ReportDefect } from '../model/defect.ts';
import type { CatalogueReading } from '../model/records.ts';
import type { CatalogueAnswer, JsonReader } from './answer.ts';
import { readArcgis } from './arcgis.ts';
import { readCkan } from './ckan.ts';
import { readDcatJson } from './data-json.ts';
import { readDkan } from './dkan.ts';
import { readGeonetwork } from './geonetwork.ts';
import { parseJson } from './json.ts';
import { readMagda } from './magda.ts';
import { readOgcRecords } from './ogc-records.ts';
import { readOpendatasoft } from './opendatasoft.ts';
import { readPxweb } from './pxweb.ts';
import { errorReading } from './record.ts';
import { readSchemaOrg } from './schema-org.ts';
import { readSdmxJson } from './sdmx.ts';
import { readSocrata } from './socrata.ts';
import { readUdata } from './udata.ts';

export type { CatalogueAnswer } from './answer.ts';

/** Readers of JSON. Software with marks of its own is asked first, vocabularies that any may use last. */
const jsonReaders: readonly (readonly [software: string, JsonReader])[] = [
  ['ckan', readCkan],
  ['opendatasoft', readOpendatasoft],
  ['socrata', readSocrata],
  ['arcgis', readArcgis],
  ['udata', readUdata],
  ['dkan', readDkan],
  ['pxweb', readPxweb],
  ['geonetwork', readGeonetwork],
  ['sdmx', readSdmxJson],
  ['magda', readMagda],
  ['ogc-records', readOgcRecords],
  ['dcat', readDcatJson],
];

/**
 * A reader that fails is passed over. Where another one knows the answer, the failure is only reported; where none does, the answer
 * may have been that reader's, and must not be taken for something else.
 *
 * @throws Failure
 */
const readJson = (answer: CatalogueAnswer, report: ReportDefect): CatalogueReading | null => {
  const json = parseJson(answer.text);
  if (json === undefined) return null;
  const defects: Defect[] = [];
  for (const [software, read] of jsonReaders) {
    try {
      const reading = read(json, answer);
      if (reading === null) continue;
      for (const defect of defects) report(defect);
      return reading;
    } catch (error) {
      defects.push({ stage: 'catalogue', name: software, says: messageOf(error) });
    }
  }
  if (defects.length > 0) throw new Failure(defects);
  return null;
};

/** @throws Failure where a reader fails on the answer. */
const contained = async (
  name: string,
  read: () => Promise<CatalogueReading | null>,
): Promise<CatalogueReading | null> => {
  try {
    return await read();
  } catch (cause) {
    throw new Failure([{ stage: 'catalogue', name, says: messageOf(cause) }], { cause });
  }
};

const readXml = async (answer: CatalogueAnswer): Promise<CatalogueReading | null> => {
  const { parseXml } = await import('./xml.ts');
  const root = parseXml(answer.text);
  if (root === null) return null;
  switch (root.name) {
    case 'RDF': {
      const [{ graphOfRdfXml }, { readGraph }, { readFeed }] = await Promise.all([
        import('./rdfxml.ts'),
        import('./dcat.ts'),
        import('./feed.ts'),
      ]);
      return readGraph(graphOfRdfXml(root), answer.url, 'dcat', 'dct:') ?? readFeed(root, answer);
    }
    case 'rss':
    case 'feed':
      return (await import('./feed.ts')).readFeed(root, answer);
    case 'Structure':
      return (await import('./sdmx.ts')).readSdmxXml(root, answer);
    default:
      return (await import('./csw.ts')).readCsw(root, answer);
  }
};

const looksLikeTurtle = ({ text, mediaType }: CatalogueAnswer): boolean =>
  /turtle|n-triples|n-quads|trig/.test(mediaType ?? '') ||
  /^\s*(?:@prefix|@base|PREFIX|BASE)\s/.test(text.slice(0, 2_000));

const readTurtle = async (answer: CatalogueAnswer): Promise<CatalogueReading | null> => {
  const [{ graphOfTurtle }, { readGraph }] = await Promise.all([import('./turtle.ts'), import('./dcat.ts')]);
  try {
    return readGraph(graphOfTurtle(answer.text, answer.url), answer.url, 'dcat', 'dct:');
  } catch (error) {
    return errorReading('dcat', `Broken Turtle: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const refused = (reading: CatalogueReading | null, status: number): CatalogueReading | null =>
  reading === null || reading.kind === 'error' || status < 400
    ? reading
    : errorReading(reading.software, `The catalogue answered with status ${status}.`);

/**
 * Reads what a catalogue answered: a record, a list, nothing found, or a fault. Null where the answer is no
 * catalogue's. The answer is hostile: whatever it holds, this resolves.
 *
 * @throws Failure where a reader has a defect: then nothing is known of the answer.
 */
export const readCatalogue = async (
  answer: CatalogueAnswer,
  report: ReportDefect,
): Promise<CatalogueReading | null> => {
  if (!URL.canParse(answer.url)) return null;
  if (answer.page !== null)
    return answer.status < 400 ? contained('schema.org', async () => readSchemaOrg(answer)) : null;
  const start = answer.text
    .slice(0, 2_000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (looksLikeTurtle(answer)) return refused(await contained('turtle', () => readTurtle(answer)), answer.status);
  if (start.startsWith('{') || start.startsWith('[')) return refused(readJson(answer, report), answer.status);
  if (start.startsWith('<') && !/^<(?:!doctype html|html)\b/i.test(start))
    return refused(await contained('xml', () => readXml(answer)), answer.status);
  return null;
};
