import type { Member } from '../../model/inspection.ts';
import { extensionOfName } from '../../web/address.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, FileReading, Reader } from '../reader.ts';
import { type ArchiveMember, openArchive, type ZipArchive } from './archive.ts';

/** A reader of a format that is a ZIP inside. */
export type PackageReader = (archive: ZipArchive, context: Context) => Promise<FileReading>;

/** Formats that are ZIP archives, by a member that only they have. */
const packages: readonly (readonly [string, (path: string) => boolean, () => Promise<PackageReader>])[] = [
  ['xlsx', (path) => path === 'xl/workbook.xml', async () => (await import('../xlsx/read.ts')).readXlsx],
  ['xlsb', (path) => path === 'xl/workbook.bin', () => sheets('xlsb')],
  ['docx', (path) => path === 'word/document.xml', () => words((path) => path === 'word/document.xml')],
  ['pptx', (path) => path === 'ppt/presentation.xml', () => words((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))],
];

/** OpenDocument and EPUB name themselves in a member. */
const byMimetype: Readonly<Record<string, readonly [string, () => Promise<PackageReader>]>> = {
  'application/vnd.oasis.opendocument.spreadsheet': ['ods', () => sheets('ods')],
  'application/vnd.oasis.opendocument.text': ['odt', () => words((path) => path === 'content.xml')],
  'application/vnd.oasis.opendocument.presentation': ['odp', () => words((path) => path === 'content.xml')],
  'application/epub+zip': ['epub', () => words((path) => /\.x?html?$/i.test(path))],
};

const sheets = async (format: string): Promise<PackageReader> => {
  const { readWorkbookFile } = await import('../sheets/read.ts');
  return (_, context) => readWorkbookFile(context, format);
};

const words = async (isPart: (path: string) => boolean): Promise<PackageReader> =>
  (await import('../office/package-text.ts')).readPackageText(isPart);

const packageOf = async ({ members }: ZipArchive): Promise<readonly [string, () => Promise<PackageReader>] | null> => {
  const found = packages.find(([, isMark]) => members.some(({ path }) => isMark(path)));
  if (found !== undefined) return [found[0], found[2]];
  const mimetype = members.find(({ path }) => path === 'mimetype');
  if (mimetype === undefined) return null;
  const { bytes } = await readUpTo(mimetype.source, 100);
  return (
    byMimetype[
      Buffer.from(bytes)
        .toString('latin1')
        .trim()
        .replace(/-template$/, '')
    ] ?? null
  );
};

/** Parts that packing programs leave behind. */
const isLitter = (path: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(path);

/** Reads a ZIP: a package of a known format, or an archive whose members are inspected in turn. */
export const readZip: Reader = async (context) => {
  const { bytes, whole } = await readUpTo(context.source, context.limits.buffered);
  if (!whole) {
    const says = 'The archive was not read to its end, where its list of members is.';
    return { format: 'zip', complete: false, warnings: [{ code: 'truncated-archive', says }] };
  }
  const archive = await openArchive(bytes, context);
  const found = await packageOf(archive);
  if (found === null) return readMembers(archive, context);
  const [format, open] = found;
  const reading = await (await open())(archive, context);
  return { ...reading, format, warnings: [...archive.warnings, ...(reading.warnings ?? [])] };
};

const standardsOf = (members: readonly ArchiveMember[], context: Context): readonly string[] => {
  const names = members.map(({ source }) => source.name.toLowerCase());
  return context.vocabulary.archives
    .filter(({ members: needed }) =>
      needed.every((name) => names.some((own) => (name.startsWith('.') ? own.endsWith(name) : own === name))),
    )
    .map(({ standard }) => standard);
};

const withoutExtension = (path: string): string => path.replace(/\.[^./]+$/, '').toLowerCase();

/** The table beside shapes holds their attributes: rows are features then, as in GeoJSON, and no header heads them. */
const asAttributes = (members: readonly Member[]): readonly Member[] => {
  const isShapes = ({ inspection }: Member): boolean => inspection?.format === 'shapefile';
  const shapes = new Set(members.filter(isShapes).map(({ path }) => withoutExtension(path)));
  return members.map((member) => {
    const { path, inspection } = member;
    if (inspection?.format !== 'dbf' || !shapes.has(withoutExtension(path))) return member;
    const tables = inspection.tables.map((table) => ({ ...table, headerRows: 0, above: 0 }));
    return { ...member, inspection: { ...inspection, tables } };
  });
};

const readMembers = async (archive: ZipArchive, context: Context): Promise<FileReading> => {
  const listed = archive.members.filter(({ path }) => !isLitter(path));
  const inspected: Member[] = [];
  for (const member of listed) inspected.push(await inspectMember(member, context));
  const members = asAttributes(inspected);
  const isKmz =
    listed.some(({ path }) => extensionOfName(path) === 'kml') && extensionOfName(context.source.name) === 'kmz';
  const opened = members.flatMap(({ inspection }) => inspection ?? []);
  return {
    format: isKmz ? 'kmz' : 'zip',
    members,
    tables: opened.flatMap(({ tables }) => tables).slice(0, context.limits.tables),
    encoding: null,
    standards: [...new Set([...standardsOf(listed, context), ...opened.flatMap(({ standards }) => standards)])],
    complete: archive.isWhole && members.every(({ inspection }) => inspection?.complete === true),
    warnings: [
      ...archive.warnings,
      ...(members.some(({ inspection }) => inspection === null)
        ? [{ code: 'members-not-read', says: 'Some members were listed but not read.' }]
        : []),
    ],
  };
};

const inspectMember = async (member: ArchiveMember, context: Context): Promise<Member> => {
  const { path, bytes, isEncrypted, source } = member;
  const { budget } = context;
  if (isEncrypted || context.isDeep || budget.opened <= 0 || budget.inflated < 0)
    return { path, bytes, inspection: null };
  budget.opened -= 1;
  const inspection = await context.inspectInside(source);
  const tables = inspection.tables.map((table) => ({
    ...table,
    name: table.name === source.name ? path : `${path}: ${table.name}`,
  }));
  return { path, bytes, inspection: { ...inspection, tables } };
};
