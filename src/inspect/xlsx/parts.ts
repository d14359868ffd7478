import type { Source } from '../../model/inspection.ts';
import { defaultLimits, type InspectLimits } from '../../model/limits.ts';
import { decoded, xmlDefault } from '../xml/decode.ts';
import { localName, parseXml, type StartTag, type XmlBounds, type XmlEvents } from '../xml/events.ts';
import type { ArchiveMember } from '../zip/archive.ts';

/** The sheets of a workbook in their order, with the parts that hold them. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly target: string }[];
  readonly is1904: boolean;
}

type PartEvents = Partial<XmlEvents> & Pick<XmlBounds, 'isEnough'>;

const parsePart = (source: Source, { isEnough, ...events }: PartEvents): Promise<string | null> => {
  const all = { open: () => {}, text: () => {}, close: () => {}, ...events };
  const bounds = { deepest: defaultLimits.deepest, ...(isEnough === undefined ? {} : { isEnough }) };
  return parseXml(decoded(source, xmlDefault), all, () => false, bounds);
};

const targetOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

/** Sheets by name, found through the relations of the workbook part. */
export const readWorkbook = async (
  workbook: ArchiveMember | undefined,
  relations: ArchiveMember | undefined,
): Promise<Workbook> => {
  const targets = new Map<string, string>();
  if (relations !== undefined) {
    await parsePart(relations.source, {
      open: ({ attributes }) => {
        if (attributes['Id'] !== undefined && attributes['Target'] !== undefined)
          targets.set(attributes['Id'], targetOf(attributes['Target']));
      },
    });
  }
  const sheets: { name: string; target: string }[] = [];
  let is1904 = false;
  const open = ({ name, attributes }: StartTag): void => {
    const tag = localName(name);
    if (tag === 'workbookPr') is1904 = /^(?:1|true)$/i.test(attributes['date1904'] ?? '');
    if (tag !== 'sheet' || sheets.length >= 1_000) return;
    const relation =
      Object.entries(attributes).find(([key]) => localName(key) === 'id' && key.includes(':'))?.[1] ?? '';
    sheets.push({
      name: attributes['name'] ?? '',
      target: targets.get(relation) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`,
    });
  };
  if (workbook !== undefined) await parsePart(workbook.source, { open });
  return { sheets, is1904 };
};

/** Texts that cells point at, and whether they are all there are: where they are not, later cells are blank. */
export interface SharedTexts {
  readonly texts: readonly string[];
  readonly isWhole: boolean;
}

/** Reads the texts that cells point at, within bounds. */
export const readSharedStrings = async (
  part: ArchiveMember | undefined,
  limits: InspectLimits,
): Promise<SharedTexts> => {
  const strings: string[] = [];
  if (part === undefined) return { texts: strings, isWhole: true };
  const isEnough = (): boolean => length > limits.sharedCharacters || strings.length > limits.sharedTexts;
  let text = '';
  let isText = false;
  let phonetic = 0;
  let length = 0;
  await parsePart(part.source, {
    open: ({ name }) => {
      const tag = localName(name);
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic += 1;
      else if (tag === 't') isText = phonetic === 0;
    },
    text: (chunk) => {
      if (isText && !isEnough()) {
        text += chunk;
        length += chunk.length;
      }
    },
    close: (name) => {
      const tag = localName(name);
      if (tag === 't') isText = false;
      else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 'si' && !isEnough()) strings.push(text);
    },
    isEnough,
  });
  return { texts: strings, isWhole: !isEnough() };
};

/** Number formats that come with every workbook and show dates. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const isDateFormat = (code: string): boolean => {
  const bare = code.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/general|[#?]|0(?!0*[.:]?0*\s*$)/i.test(bare.replace(/ss\.0+/i, 'ss'));
};

/** The styles whose number format shows a date. */
export const readStyles = async (part: ArchiveMember | undefined): Promise<ReadonlySet<number>> => {
  const dates = new Set<number>();
  if (part === undefined) return dates;
  const formats = new Map<number, boolean>();
  let isInCells = false;
  let index = 0;
  await parsePart(part.source, {
    open: ({ name, attributes }) => {
      const tag = localName(name);
      if (tag === 'numFmt') formats.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      else if (tag === 'cellXfs') isInCells = true;
      else if (tag === 'xf' && isInCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        if (formats.get(id) ?? isBuiltInDate(id)) dates.add(index);
        index += 1;
      }
    },
    close: (name) => {
      if (localName(name) === 'cellXfs') isInCells = false;
    },
  });
  return dates;
};
