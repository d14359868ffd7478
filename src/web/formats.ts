import type { FileFormat, FormatPromise } from '../model/format.ts';
import type { Distribution } from '../model/records.ts';
import { extensionOf } from './address.ts';
import { mediaTypeOf } from './headers.ts';

/** The registry of formats: what the names, endings and media types of files mean, for all stages. */
export interface FormatRegistry {
  /** By what inspection calls it; null for what is no format. */
  readonly byId: (id: string) => FileFormat | null;
  /** By the ending of a name, in lower case. */
  readonly byExtension: (extension: string | null) => FileFormat | null;
  /** By a media type, in lower case and without parameters. */
  readonly byMediaType: (mediaType: string | null) => FileFormat | null;
  /** By a word of a label or of an address (`CSV`, `geotiff`): an ending or an alias, for ids may be words of any text. */
  readonly byWord: (word: string) => FileFormat | null;
  /** By what a catalogue declares: `CSV`, `.csv`, `text/csv`, `ESRI Shapefile`, `CSV (zipped)`. */
  readonly declared: (name: string | null) => FileFormat | null;
  /** By the ending of an address, or a parameter that asks for a format. A page to browse is no file and counts as none. */
  readonly ofAddress: (url: string) => FileFormat | null;
  /** Of a distribution: by its format, by its media type, else by its address. */
  readonly ofFile: (file: Pick<Distribution, 'format' | 'mediaType' | 'url'>) => FileFormat | null;
}

/** What a format promises; null where it promises nothing, or is not known. */
export const promiseOf = (format: FileFormat | null): FormatPromise | null =>
  format === null || format.promises === 'nothing' ? null : format.promises;

/** Is it that of pages for people to browse? */
export const isPageFormat = (format: FileFormat | null): boolean =>
  format?.id === 'html' || format?.id === 'server-page';

/** Is it text that a person reads and a program can, as far as it goes? */
export const isProse = (format: FileFormat | null): boolean =>
  format?.family === 'document' && format.readable === 'yes';

/** May a file that is called one format be rightly found to be another? */
export const isRightlyCalled = ({ id, standsFor = [] }: FileFormat, found: string): boolean =>
  id === found || standsFor.includes(found) || standsFor.includes('any');

/** Rows by each of some of their names; of two that share one the first, though no two should. */
const indexOf = (
  formats: readonly FileFormat[],
  namesOf: (format: FileFormat) => readonly string[],
): ((name: string | null) => FileFormat | null) => {
  const index = new Map<string, FileFormat>();
  for (const format of formats) for (const name of namesOf(format)) if (!index.has(name)) index.set(name, format);
  return (name) => (name === null ? null : (index.get(name) ?? null));
};

/** `?format=csv`, `?f=json`, `?accept=text/csv`. */
const askedFormat = /[?&](?:format|outputformat|f|accept|type|export)=(?:[a-z]{2,12}(?:\/|%2f))?([a-z0-9-]{2,12})/i;

/** The media type of what nobody knows says nothing, and leaves the word to others. */
const unlessUnknown = (format: FileFormat | null): FileFormat | null => (format?.family === 'none' ? null : format);

const open = (formats: readonly FileFormat[]): FormatRegistry => {
  const byId = indexOf(formats, ({ id }) => [id]);
  const byExtension = indexOf(formats, ({ extensions }) => extensions);
  const byMediaType = indexOf(formats, ({ media }) => media);
  const byAlias = indexOf(formats, ({ aliases = [] }) => aliases);
  const byWord = (word: string): FileFormat | null => byAlias(word) ?? byExtension(word);
  const named = (name: string): FileFormat | null => byWord(name) ?? byId(name) ?? byMediaType(name);

  const declared = (name: string | null): FileFormat | null => {
    const text = name?.trim().toLowerCase().replace(/^\./, '') ?? '';
    const whole = named(text) ?? named(mediaTypeOf(text) ?? '');
    if (whole !== null) return unlessUnknown(whole);
    const parts = text.split(/[^a-z0-9]+/).flatMap((part) => unlessUnknown(named(part)) ?? []);
    return parts.find(({ promises }) => promises === 'rows') ?? parts[0] ?? null;
  };
  const ofAddress = (url: string): FileFormat | null => {
    const ending = byExtension(extensionOf(url));
    if (ending !== null && !isPageFormat(ending)) return ending;
    const asked = byWord(askedFormat.exec(url)?.[1]?.toLowerCase() ?? '');
    return asked?.promises === 'document' ? null : asked;
  };
  return {
    ...{ byId, byExtension, byMediaType, byWord, declared, ofAddress },
    ofFile: ({ format, mediaType, url }) => declared(format) ?? declared(mediaType) ?? ofAddress(url),
  };
};

const opened = new WeakMap<readonly FileFormat[], FormatRegistry>();

/** Opens the registry over its rows, once for each list of them. */
export const openFormats = (formats: readonly FileFormat[]): FormatRegistry => {
  const registry = opened.get(formats) ?? open(formats);
  opened.set(formats, registry);
  return registry;
};
