import type { Reader } from './reader.ts';

/** Where each format is read. A reader, and the library it uses, is loaded when its format is first met. */
const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  html: async () => (await import('./html/read.ts')).readHtml,
  xml: async () => (await import('./xml/read.ts')).readXml,
  json: async () => (await import('./json/read.ts')).readJson,
  zip: async () => (await import('./zip/read.ts')).readZip,
  pdf: async () => (await import('./pdf/read.ts')).readPdf,
  'delimited-or-text': async () => (await import('./text/read.ts')).readText,
  text: async () => (await import('./text/read.ts')).readText,
  markdown: async () => (await import('./text/read.ts')).readText,
};

const nothing: Reader = async () => ({});

/** The reader of a format; formats that are only named have one that reads nothing. */
export const readerOf = async (format: string): Promise<Reader> => (await readers[format]?.()) ?? nothing;
