import type { Reader } from './reader.ts';

/** Where each format is read. A reader, and the library it uses, is loaded when its format is first met. */
const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  html: async () => (await import('./html/read.ts')).readHtml,
  xml: async () => (await import('./xml/read.ts')).readXml,
  json: async () => (await import('./json/read.ts')).readJson,
  zip: async () => (await import('./zip/read.ts')).readZip,
  pdf: async () => (await import('./pdf/read.ts')).readPdf,
  gzip: async () => (await import('./packed/gzip.ts')).readGzip,
  tar: async () => (await import('./packed/tar.ts')).readTar,
  px: async () => (await import('./px/read.ts')).readPx,
  dbf: async () => (await import('./dbf/read.ts')).readDbf,
  shapefile: async () => (await import('./shapefile/read.ts')).readShapefile,
  sqlite: async () => (await import('./database/read.ts')).readSqlite,
  parquet: async () => (await import('./database/read.ts')).readParquet,
  ole: async () => (await import('./office/ole.ts')).readOle,
  biff: async () => (await import('./sheets/read.ts')).readXls,
  icalendar: async () => (await import('./text/calendar.ts')).readCalendar,
  turtle: async () => (await import('./rdf/turtle.ts')).readTurtle,
  'n-triples': async () => (await import('./rdf/turtle.ts')).readTurtle,
  'delimited-or-text': async () => (await import('./text/read.ts')).readText,
  text: async () => (await import('./text/read.ts')).readText,
  markdown: async () => (await import('./text/read.ts')).readText,
};

/** Formats that are only named: nothing in them is read, so nothing can be said to be missing. */
const nothing: Reader = async ({ format }) => ({ complete: format === 'empty' });

/** The reader of a format. */
export const readerOf = async (format: string): Promise<Reader> => (await readers[format]?.()) ?? nothing;
