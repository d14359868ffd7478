import type { Member } from '../../model/inspection.ts';
import { readUpTo } from '../bytes.ts';
import type { Context, Reader, Reading } from '../reader.ts';
import { extensionOf } from '../vocabulary.ts';
import { type Archive, type ArchiveMember, openArchive } from './archive.ts';

/** A reader of a format that is a ZIP inside. */
export type PackageReader = (archive: Archive, context: Context) => Promise<Reading>;

/** Formats that are ZIP archives, by a member that only they have. */
const packages: readonly (readonly [string, string, () => Promise<PackageReader>])[] = [
  ['xlsx', 'xl/workbook.xml', async () => (await import('../xlsx/read.ts')).readXlsx],
];

/** Parts that packing programs leave behind. */
const isLitter = (path: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(path);

/** Reads a ZIP: a package of a known format, or an archive whose members are inspected in turn. */
export const readZip: Reader = async (context) => {
  const { bytes, whole } = await readUpTo(context.source, context.limits.buffered);
  if (!whole)
    return {
      format: 'zip',
      complete: false,
      warnings: [
        { code: 'truncated-archive', says: 'The archive was not read to its end, where its list of members is.' },
      ],
    };
  const archive = await openArchive(bytes, context.limits, context.budget);
  const found = packages.find(([, member]) => archive.members.some(({ path }) => path.toLowerCase() === member));
  if (found !== undefined) {
    const read = await found[2]();
    const reading = await read(archive, context);
    return { format: found[0], ...reading, warnings: [...archive.warnings, ...(reading.warnings ?? [])] };
  }
  return readMembers(archive, context);
};

const standardsOf = (members: readonly ArchiveMember[], context: Context): readonly string[] => {
  const names = members.map(({ source }) => source.name.toLowerCase());
  return context.vocabulary.archives
    .filter(({ members: needed }) =>
      needed.every((name) => names.some((own) => (name.startsWith('.') ? own.endsWith(name) : own === name))),
    )
    .map(({ standard }) => standard);
};

const readMembers = async (archive: Archive, context: Context): Promise<Reading> => {
  const listed = archive.members.filter(({ path }) => !isLitter(path));
  const members: Member[] = [];
  for (const member of listed) members.push(await inspectMember(member, context));
  const isKmz = listed.some(({ path }) => extensionOf(path) === 'kml') && extensionOf(context.source.name) === 'kmz';
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
