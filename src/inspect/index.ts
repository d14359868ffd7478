import { NotHere } from '../model/confine.ts';
import type { Criteria } from '../model/data.ts';
import type { DateWords } from '../model/dates.ts';
import { type Defect, messageOf } from '../model/defect.ts';
import { BrokenInput } from '../model/errors.ts';
import type { Inspection, Source, Warning } from '../model/inspection.ts';
import { defaultLimits, type HereLimits, type InspectLimits } from '../model/limits.ts';
import { monthFinder } from '../time/months.ts';
import { eraFinder } from '../time/own-calendars.ts';
import { extensionOfName } from '../web/address.ts';
import { isRightlyCalled, openFormats } from '../web/formats.ts';
import { mediaTypeOf } from '../web/headers.ts';
import { cut, readUpTo } from './bytes.ts';
import { judgeReadable, type Readable } from './machine-readable.ts';
import { overBound } from './over-bound.ts';
import { periodOf } from './period.ts';
import type { Context, FileReading, InspectBudget } from './reader.ts';
import { readerOf } from './readers.ts';
import { sniffBytes, sniffText } from './sniff.ts';
import { type CellReader, openCellReader } from './table/cells.ts';
import { stackedIn } from './table/stacked.ts';
import { damageIn } from './text/damage.ts';
import { charsetOf, type DetectEncoding, decode, openDetection } from './text/encoding.ts';
import { languageOf } from './text/language.ts';
import { wordsOf } from './text/words.ts';
import type { FormatsVocabulary } from './vocabulary.ts';

export { sourceOfBytes } from './bytes.ts';
export { overBound } from './over-bound.ts';
export type { FormatsVocabulary } from './vocabulary.ts';

/** The words that formats and values are told by. */
export interface InspectWords {
  /** The data of `criteria/vocabulary/formats`. */
  readonly formats: FormatsVocabulary;
  /** The data of `criteria/vocabulary/dates`. */
  readonly dates: DateWords;
}

/** The words that ship with the program, or those of a person's own criteria. */
export const inspectWords = (criteria: Criteria): InspectWords => ({
  formats: criteria.data('vocabulary/formats'),
  dates: criteria.data('vocabulary/dates'),
});

/** What inspecting takes besides the bytes. */
export interface InspectOptions extends InspectWords {
  readonly limits?: Partial<InspectLimits>;
  /** Where given, the caller keeps to its size, and what inflates to more ends in `NotHere`. */
  readonly here?: HereLimits;
}

interface Run {
  readonly formats: FormatsVocabulary;
  readonly limits: InspectLimits;
  readonly cells: CellReader;
  readonly detect: DetectEncoding;
  readonly budget: InspectBudget;
  readonly here: HereLimits | null;
}

/** Bytes that the format is told from. */
const HEAD = 2 ** 16;

const openRun = (options: InspectOptions): Run => {
  const here = options.here ?? null;
  const limits = { ...defaultLimits, ...options.limits };
  return {
    formats: options.formats,
    limits,
    cells: openCellReader(
      options.formats.values,
      monthFinder(options.dates, null),
      here?.cells,
      eraFinder(options.dates),
    ),
    detect: openDetection(options.formats),
    budget: { inflated: here === null ? limits.inflated : here.inflated, opened: limits.opened },
    here,
  };
};

/**
 * Tells what bytes really are and what they hold, whatever the server called them. Broken, hostile and unknown input
 * is a result with warnings; it never throws for what is in the bytes. The same bytes give the same result.
 *
 * @throws NotHere where `here` is given, and the bytes inflate to more, or are of a format that a library unpacks
 */
export const inspect = async (source: Source, options: InspectOptions): Promise<Inspection> => {
  const run = openRun(options);
  return inspectAt(cut(source, run.limits.maxBytes), run, 0);
};

/** The inspection of bytes whose reading went over a bound: their format, and that they were not read. */
export const unread = async (source: Source, says: string, options: InspectOptions): Promise<Inspection> => {
  const run = openRun(options);
  const { bytes: head } = await readUpTo(source, HEAD);
  const warnings: Warning[] = [{ code: overBound, says }];
  return assemble({ complete: false, warnings }, contextOf(source, head, run, 0));
};

const inspectAt = async (source: Source, run: Run, depth: number): Promise<Inspection> => {
  const { bytes: head } = await readUpTo(source, HEAD);
  const context = contextOf(source, head, run, depth);
  const reading = await readSafely(context);
  return assemble(reading, context);
};

const contextOf = (source: Source, head: Uint8Array, run: Run, depth: number): Context => ({
  source,
  head,
  format: formatOf(head, source, run),
  limits: run.limits,
  vocabulary: run.formats,
  cells: run.cells,
  detect: run.detect,
  budget: run.budget,
  inspectInside: (inside) => inspectAt(inside, run, depth + 1),
  isDeep: depth >= run.limits.depth,
  isHere: run.here !== null,
});

const formatOf = (head: Uint8Array, source: Source, { detect, formats }: Run): string => {
  const encoding = detect(head, charsetOf(source.declared));
  const sniffed = sniffBytes(head, encoding.name.startsWith('utf-16') || encoding.name.startsWith('utf-32'));
  return sniffed.isText ? sniffText(decode(head, encoding), isCalled(source, 'markdown', formats)) : sniffed.format;
};

/** Does its name or its declared type call it some format? */
const isCalled = ({ name, declared }: Source, id: string, { formats }: FormatsVocabulary): boolean => {
  const { byExtension, byMediaType } = openFormats(formats);
  return byExtension(extensionOfName(name))?.id === id || byMediaType(mediaTypeOf(declared))?.id === id;
};

/** Code of the warning by which an inspection says that its reader failed, and not the file. */
export const readerFailed = 'reader-failed';

/** The bytes are at fault, or a bound of the machine; not the program. */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof BrokenInput ||
  error instanceof RangeError || // nested deeper than the stack, or longer than a string can be
  (error instanceof Error && 'syscall' in error);

/**
 * Broken input leaves an honest result: the format, and that it could not be read. So does a reader that fails in any other
 * way, which is a defect of the program: the file is not seen then, and nothing follows from that about what it holds.
 */
const readSafely = async (context: Context): Promise<FileReading> => {
  try {
    const reader = await readerOf(context.format);
    return await reader(context);
  } catch (error) {
    if (error instanceof NotHere) throw error;
    const warning: Warning = isOfTheFile(error)
      ? { code: 'unreadable', says: `The file could not be read: ${messageOf(error)}` }
      : { code: readerFailed, says: `The reader of ${context.format} failed: ${messageOf(error)}` };
    return { complete: false, warnings: [warning] };
  }
};

/** The readers that failed on a file and on what is packed in it. */
export const readerFailures = ({ warnings, format, members }: Inspection): readonly Defect[] => [
  ...warnings
    .filter(({ code }) => code === readerFailed)
    .map(({ says }): Defect => ({ stage: 'reader', name: format, says })),
  ...members.flatMap(({ inspection }) => (inspection === null ? [] : readerFailures(inspection))),
];

const assemble = async (reading: FileReading, context: Context): Promise<Inspection> => {
  const { source, vocabulary } = context;
  const format = reading.format ?? openFormats(vocabulary.formats).byId(context.format)?.id ?? 'unknown';
  const tables = reading.tables ?? [];
  const complete = source.complete && (reading.complete ?? true);
  const readable = judgeReadable(
    {
      format,
      tables,
      complete,
      keys: reading.keys ?? [],
      members: reading.members ?? [],
      finding: findingOf(reading),
    },
    vocabulary,
  );
  // What a reader of ours failed on, or what was over a bound, was not seen, whatever else its format tells.
  const isFailed = (reading.warnings ?? []).some(({ code }) => code === readerFailed || code === overBound);
  return {
    format,
    mediaType: openFormats(vocabulary.formats).byId(format)?.media[0] ?? null,
    encoding: reading.encoding ?? null,
    delimiter: reading.delimiter ?? null,
    language: reading.language ?? (await languageOf(reading)),
    bytes: source.complete ? (reading.bytes ?? source.size) : null,
    complete,
    machineReadable: isFailed ? 'Unsure' : readable.machineReadable,
    machineReadableBecause: readable.machineReadableBecause,
    tables,
    text: reading.text ?? '',
    page: reading.page ?? null,
    members: reading.members ?? [],
    standards: reading.standards ?? [],
    keys: reading.keys ?? [],
    period: reading.period ?? periodOf(tables),
    warnings: [
      ...declarations(format, context),
      ...truncation(source),
      ...stackedIn(tables),
      ...damageIn(wordsOf(reading).join('\n')),
      ...(reading.warnings ?? []),
    ],
  };
};

/** What a reader itself knows of the question whether a program can read the file. */
const findingOf = ({ machineReadable, machineReadableBecause }: FileReading): Readable | undefined =>
  machineReadable === undefined || machineReadableBecause === undefined
    ? undefined
    : { machineReadable, machineReadableBecause };

const truncation = (source: Source): readonly Warning[] =>
  source.complete ? [] : [{ code: 'truncated', says: 'Only the beginning was read; counts stand for that part.' }];

/** Declared type and name against what was found: a wrong label is a finding. */
const declarations = (found: string, { source, vocabulary }: Context): readonly Warning[] => {
  const formats = openFormats(vocabulary.formats);
  const fact = formats.byId(found);
  if (fact === null || fact.family === 'none') return [];
  const [media, extension] = [mediaTypeOf(source.declared), extensionOfName(source.name)];
  const [declared, named] = [formats.byMediaType(media), formats.byExtension(extension)];
  const warnings: Warning[] = [];
  if (declared !== null && !isRightlyCalled(declared, found))
    warnings.push({ code: 'declared-type-differs', says: `Declared as ${media}, but it is ${fact.title}.` });
  if (named !== null && !isRightlyCalled(named, found))
    warnings.push({ code: 'name-differs', says: `Named .${extension}, but it is ${fact.title}.` });
  return warnings;
};
