import type { Ground } from '../model/check.ts';
import type { Contest } from '../model/contest.ts';
import type { Inspection, Table } from '../model/inspection.ts';
import { decoded, withoutQuery } from '../web/address.ts';
import type { TableAt } from './units.ts';
import { type Naming, namingOf, type Vocabulary } from './vocabulary.ts';

/** A file of the dataset. */
export interface ContestFile {
  readonly evidence: Ground['evidence'];
  /** Its name or address. */
  readonly name: string;
  /** What its page and record are called: it says what the file is of where the file itself does not. */
  readonly titles: readonly string[];
  readonly inspection: Inspection;
}

/** A contest, and where the data names it. */
export interface NamedContest {
  readonly contest: Contest;
  readonly ground: Ground;
  /** By a column of offices: the file is of an election, whatever was elected in it. */
  readonly isOffice: boolean;
}

/** Archives inside of archives are followed this far. */
const depth = 3;
/** A column of so few different values tells what each row is about; one of more lists candidates or places. */
const mostOffices = 40;
/** A value that names an office says little else. */
const leastCover = 0.5;
/** Lines at the top of a document that say what it is. */
const titleLines = 12;

/** All tables of a file and its members. */
export const tablesOf = ({ evidence, inspection }: ContestFile): readonly TableAt[] => {
  const within = (one: Inspection, path: string, left: number): readonly TableAt[] => [
    ...(one.members.length > 0 && left > 0
      ? []
      : one.tables.map((table) => ({
          evidence,
          table,
          part: [path, table.name].filter((part) => part !== '').join(' / '),
          isComplete: one.complete,
        }))),
    ...(left === 0
      ? []
      : one.members.flatMap((member) =>
          member.inspection === null ? [] : within(member.inspection, member.path, left - 1),
        )),
  ];
  return within(inspection, '', depth);
};

/** The last part of a path or an address, as a person would write it. */
const lastPart = (name: string): string => decoded(withoutQuery(name).split('/').at(-1) ?? '');

const namedIn = (
  texts: readonly string[],
  naming: Naming,
  evidence: Ground['evidence'],
  part: string,
): readonly NamedContest[] =>
  texts.flatMap((text) =>
    naming(text).map((contest) => ({
      ...{ contest, isOffice: false },
      ground: { evidence, part, quote: text.slice(0, 120) },
    })),
  );

const officesIn = ({ columns }: Table): readonly { readonly values: readonly string[]; readonly index: number }[] =>
  columns.flatMap(({ values, distinct }, index) =>
    values !== undefined && distinct <= mostOffices ? [{ values, index }] : [],
  );

/**
 * The contests that a file is of: by a column of offices, else by its tables' titles, the lines at its top and its name, else
 * by what its page and record are called.
 */
export const contestsOf = (
  file: ContestFile,
  contests: readonly Contest[],
  vocabulary: Vocabulary,
): readonly NamedContest[] => {
  const [anywhere, mostly] = [namingOf(contests, vocabulary), namingOf(contests, vocabulary, leastCover)];
  const tables = tablesOf(file);
  const byOffice = tables.flatMap(({ table, part }) =>
    officesIn(table).flatMap(({ values, index }) =>
      namedIn(values, mostly, file.evidence, `${part === '' ? '' : `${part}, `}column ${index + 1}`),
    ),
  );
  if (byOffice.length > 0) return byOffice.map((one) => ({ ...one, isOffice: true }));
  const { page, text } = file.inspection;
  const above = tables.flatMap(({ table, part }) =>
    namedIn([table.name, ...table.titles], anywhere, file.evidence, part),
  );
  const top = namedIn(text.split('\n').slice(0, titleLines), anywhere, file.evidence, 'text');
  const heads = page === null ? [] : [page.title, ...page.headings.slice(0, 1)];
  const own = [...above, ...top, ...namedIn([lastPart(file.name), ...heads], anywhere, file.evidence, 'name')];
  return own.length > 0 ? own : namedIn(file.titles, anywhere, file.evidence, 'title');
};
