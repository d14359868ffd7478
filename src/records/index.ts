import type { CatalogueReading } from '../model/records.ts';
import type { CatalogueAnswer, JsonReader } from './answer.ts';
import { readArcgis } from './arcgis.ts';
import { readCkan } from './ckan.ts';
import { readDcatJson } from './data-json.ts';
import { readDkan } from './dkan.ts';
import { readGeonetwork } from './geonetwork.ts';
import { parseJson } from './json.ts';
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
const jsonReaders: readonly JsonReader[] = [
  readCkan,
  readOpendatasoft,
  readSocrata,
  readArcgis,
  readUdata,
  readDkan,
  readPxweb,
  readGeonetwork,
  readSdmxJson,
  readOgcRecords,
  readDcatJson,
];

const readJson = (answer: CatalogueAnswer): CatalogueReading | null => {
  const json = parseJson(answer.text);
  if (json === undefined) return null;
  for (const read of jsonReaders) {
    const reading = read(json, answer);
    if (reading !== null) return reading;
  }
  return null;
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
 */
export const readCatalogue = async (answer: CatalogueAnswer): Promise<CatalogueReading | null> => {
  if (!URL.canParse(answer.url)) return null;
  if (answer.page !== null) return answer.status < 400 ? readSchemaOrg(answer) : null;
  const start = answer.text
    .slice(0, 2_000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (looksLikeTurtle(answer)) return refused(await readTurtle(answer), answer.status);
  if (start.startsWith('{') || start.startsWith('[')) return refused(readJson(answer), answer.status);
  if (start.startsWith('<') && !/^<(?:!doctype html|html)\b/i.test(start))
    return refused(await readXml(answer), answer.status);
  return null;
};
