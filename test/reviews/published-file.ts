/* A small file in the form of the index's flat CSV, written for these tests: places, people and remarks are made up. */

const answers = ['exists', 'digital', 'public', 'online', 'free', 'machinereadable', 'bulk', 'openlicense', 'uptodate'];

/** The header of the published file, its `dataset` named twice. */
export const header = [
  ...['place', 'dataset', 'year', 'rank', 'score', 'isopen', 'dataset'],
  ...answers,
  ...['url', 'format', 'licenseurl', 'dateavailable', 'officialtitle', 'publisher', 'timestamp'],
  ...['submitters', 'reviewers', 'reviewComments', 'details'],
].join(',');

const words: Readonly<Record<string, string>> = { Y: 'Yes', N: 'No', U: 'Unsure' };

/** What differs from row to row. */
export interface RowParts {
  readonly place?: string;
  readonly dataset?: string;
  readonly year?: number;
  readonly rank?: number;
  readonly score?: number;
  readonly open?: string;
  /** Answers in the order of the header, `YYYYYNNNY`. */
  readonly word?: string;
  readonly rest?: string;
}

const blank = ',,,,,,2015-09-01T10:00:00,A Submitter,A Reviewer,,';

/** One row; without more said, 45 points in election results of 2015. */
export const row = ({
  place = 'ma',
  dataset = 'elections',
  year = 2015,
  rank = 1,
  score = 45,
  open = 'No',
  word = 'YYYYYNNNY',
  rest = blank,
}: RowParts = {}): string =>
  [place, dataset, year, rank, score, open, dataset, ...[...word].map((sign) => words[sign]), rest].join(',');

/** A whole file. */
export const file = (...rows: readonly string[]): string => `${[header, ...rows].join('\r\n')}\r\n`;

/** Three years of two places, with an entry that was carried forward, cells of several lines, and an open one. */
export const years = file(
  row({
    rank: 2,
    score: 0,
    word: 'UUUUUUUUU',
    rest: `,,,,,,2015-10-10T09:00:00,"Submitter, A",A Reviewer,"Checked.\r\nTwice.","Said ""unsure""` + `\ntwice"`,
  }),
  row({
    place: 'tn',
    score: 100,
    open: 'Yes',
    word: 'YYYYYYYYY',
    rest: 'http://data.example/elections,CSV,http://data.example/licence,,,Ministry,2015-09-02T10:00:00,A Submitter,A Reviewer, ,',
  }),
  row({ year: 2014, rank: 1, score: 5, word: 'YUNNUNNNN' }),
  row({ place: 'tn', dataset: 'budget', year: 2013, rank: 1, score: 45 }),
  row({ place: 'tn', dataset: 'budget', year: 2013, rank: 1, score: 45 }),
);
