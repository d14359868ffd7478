import type { Inspection, Member, Table } from '../model/inspection.ts';
import type { LicenceStatement } from '../model/licence.ts';
import { type Edges, edgesOf } from './edges.ts';
import type { Licences } from './recognise.ts';
import { distinct, isSilent, statement } from './statements.ts';

/** Files of an archive in which a licence is written. */
const isAboutRights = ({ path }: Member): boolean =>
  /(?:^|[/_.-])(?:licen[cs]es?|licen[cz]\w*|copying|readme|terms|lizenz|lies_?mich)(?:[/_.-]|$)/i.test(path);

/** Keys under which a format of records gives its licence. */
const isLicenceKey = (path: string): boolean =>
  /(?:^|[./@:])(?:licen[cs]e|licen[cs]e_?(?:url|id|title|name)|feed_licen[cs]e|rights)$/i.test(path);

/** Columns of tables about the feed itself, as in GTFS. */
const isLicenceColumn = (name: string): boolean => /^(?:feed_|dataset_)?licen[cs]e(?:_url|_id)?$/i.test(name.trim());

const document: Edges = { whole: 12_000, edge: 5_000 };

const ofProse = (licences: Licences, text: string, where: string): readonly LicenceStatement[] => {
  const verdict = licences.read(text)?.verdict;
  return verdict === undefined ? [] : [statement('file', where, verdict.matched?.quote ?? '', verdict)];
};

const ofValue = (licences: Licences, value: string, where: string): readonly LicenceStatement[] => {
  const verdict = licences.any(value);
  return isSilent(verdict) ? [] : [statement('file', where, value, verdict)];
};

/** Notes above and below a table, and its columns where every row has the same licence. */
const ofTable = (licences: Licences, { name, titles, footers, columns }: Table): readonly LicenceStatement[] => [
  ...ofProse(licences, [...titles, ...footers].join('\n'), `notes of ${name}`),
  ...columns
    .filter((column) => isLicenceColumn(column.name) && column.distinct === 1 && column.top.length === 1)
    .flatMap((column) => ofValue(licences, column.top[0]?.value ?? '', `column ${column.name}`)),
];

const ofKeys = (licences: Licences, { keys }: Inspection): readonly LicenceStatement[] =>
  keys
    .filter(({ path, count }) => isLicenceKey(path) && count === 1)
    .flatMap(({ path, examples }) => examples.slice(0, 1).flatMap((value) => ofValue(licences, value, path)));

/**
 * Everything a file says about its own licence: the text of a document, notes around tables, keys of records, and
 * the licence or README inside an archive.
 *
 * @param isTerms the document was opened as one of terms, and is read whole
 */
export const statementsOfInspection = (
  licences: Licences,
  inspection: Inspection,
  { isTerms = false }: { readonly isTerms?: boolean } = {},
): readonly LicenceStatement[] =>
  distinct([
    ...(inspection.page === null
      ? ofProse(licences, isTerms ? inspection.text : edgesOf(inspection.text, document), 'text')
      : []),
    ...inspection.tables.slice(0, 50).flatMap((table) => ofTable(licences, table)),
    ...ofKeys(licences, inspection),
    ...inspection.members.flatMap((member) =>
      member.inspection !== null && (isAboutRights(member) || member.inspection.tables.length > 0)
        ? statementsOfInspection(
            licences,
            { ...member.inspection, members: [] },
            { isTerms: isAboutRights(member) },
          ).map((one) => ({
            ...one,
            where: `${member.path}: ${one.where}`,
          }))
        : [],
    ),
  ]);
