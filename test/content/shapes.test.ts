import { describe, expect, test } from 'vitest';
import { read } from '../../src/content/read.ts';
import { sentence } from '../../src/content/reasons.ts';
import { shapes } from '../../src/content/shapes/index.ts';
import type { Concept, Concepts, ShapeClue } from '../../src/model/content.ts';
import type { Inspection, Page, Table } from '../../src/model/inspection.ts';
import { concepts, inspection, table } from './builders.ts';

const word = (expects: Concept['expects'], ...words: readonly string[]): Concept => ({ expects, words: { en: words } });

const vocabulary = concepts({
  candidate: word('text', 'candidate', 'party'),
  votes: word('count', 'votes', 'vote'),
  valid: word('count', 'valid'),
  cast: word('count', 'cast'),
  registered: word('count', 'registered'),
  share: word('any', '%'),
  pollster: word('any', 'pollster'),
  station: { ...word('any', 'station'), finerThan: ['town'], numberedCodes: ['pct'] },
  president: word('any', 'president'),
  mayor: word('any', 'mayor'),
  office: word('any', 'office'),
  town: word('text', 'town'),
  ministry: word('text', 'ministry'),
  whole: word('any', 'national'),
  latitude: word('any', 'lat'),
  longitude: word('any', 'lon'),
  text: word('text', 'content'),
});

const names: Concepts['names'] = {
  headFirst: [],
  links: {},
  plain: {},
  turns: { kind: { expects: 'any', hints: false, leaves: ['date'], words: { en: ['type'] } } },
};

const found = (clue: ShapeClue, given: Partial<Inspection>, asOf = '2026-01-01') => {
  const files = [{ evidence: 'ev-1', name: 'file', inspection: inspection(given) }] as const;
  const reading = read(files, { ...vocabulary, names });
  const scene = { reading, facts: {}, asOf, whole: true, reader: null, scope: null, parts: [] };
  const reason = shapes[clue.shape]?.(scene, clue)?.reason ?? null;
  // Whatever a shape finds, a reviewer reads as a sentence, not as a code.
  if (reason !== null) expect(sentence('it', 'Yes', { reason, args: {} })).not.toBe(`it: Yes, ${reason}.`);
  return reason;
};

const of = {
  choice: ['candidate'],
  votes: ['votes'],
  accounting: ['valid', 'registered'],
  cast: ['valid'],
  other: ['share', 'station'],
  registered: ['registered'],
} as const;

describe('votes by choice', () => {
  test.each([
    ['rows name the choice', table('Candidate|Votes', 'Ann|10', 'Bob|20'), 'votes-in-rows'],
    ['rows are one choice each, and one count is beside', table('Party|Valid', 'A|10', 'B|20'), 'votes-in-rows'],
    ['a choice stands in many rows, and one count is beside', table('Party|Valid', 'A|10', 'A|20', 'A|7'), null],
    [
      'rows are one choice each in a town, and one count is beside',
      table('Town|Party|Valid', 'A|P|10', 'A|Q|20', 'B|P|7', 'B|Q|9'),
      'votes-in-rows',
    ],
    [
      'a choice stands several times in a town, and one count is beside',
      table('Town|Party|Valid', 'A|P|10', 'A|P|20', 'B|P|7', 'B|Q|9'),
      null,
    ],
    [
      'a choice stands several times, beside what tells rows apart',
      table('Town|Party|Valid', 'A|P|10', 'B|P|20', 'C|Q|7', 'D|Q|9'),
      null,
    ],
    ['those beside a choice are registered, and did not vote', table('Party|Registered', 'A|10', 'B|20'), null],
    ['headers name the choices', table('Town|Ann - votes|Bob - votes', 'A|10|20', 'B|3|4'), 'votes-in-headers'],
    [
      'headers stand under the word candidate',
      table('Town|Candidate / Ann|Candidate / Bob', 'A|1|2', 'B|3|4'),
      'votes-under-choices',
    ],
    [
      'numbers of candidates and lists are no votes of theirs',
      table('Town|Nr candidate|Code party', 'A|12|20', 'B|37|45'),
      null,
    ],
    [
      'a number tells which candidate it is',
      table('Town|No. 1 candidate|No. 2 candidate', 'A|12|20', 'B|37|45'),
      'votes-under-choices',
    ],
    [
      'columns add up to the valid ones',
      table('Town|Ann|Bob|Valid', 'A|10|20|30', 'B|3|4|7', 'C|5|5|10'),
      'votes-add-up',
    ],
    [
      'numbered columns add up to one of no name',
      table('D|D1|D2|D3|D4', '10|1|2|3|4', '26|5|6|7|8', '4|1|1|1|1'),
      'votes-add-up',
    ],
    [
      'columns under bands of age that follow one another add up to people',
      table('Town|18 - 20|21 - 29|30 - 39|40 - 49|All', 'A|1|2|3|4|10', 'B|5|6|7|8|26', 'C|1|1|1|1|4'),
      null,
    ],
    [
      'columns under numbers that are no bands may be choices',
      table('Town|18 - 20|31 - 29|40 - 39|50 - 49|All', 'A|1|2|3|4|10', 'B|5|6|7|8|26', 'C|1|1|1|1|4'),
      'votes-add-up',
    ],
    [
      'columns that add up to the registered tell apart people',
      table('Town|Home|Abroad|Army|Navy|Registered', 'A|1|2|3|4|10', 'B|5|6|7|8|26', 'C|1|1|1|1|4'),
      null,
    ],
    ['a roll call is none', table('Deputy|Party|Vote', 'Ann|Reds|yes', 'Bob|Blues|no'), null],
    ['shares alone are none', table('Candidate|% votes', 'Ann|60', 'Bob|40'), null],
    ['totals alone are none', table('Town|Votes', 'A|30', 'B|40'), null],
    ['a list of candidates is none', table('Candidate|Town', 'Ann|A', 'Bob|B'), null],
  ] as const)('%s', (_, given, reason) => {
    expect(found({ shape: 'votes-by-choice', of }, { tables: [given] })).toBe(reason);
  });
});

describe('what is called votes and tells not who was chosen', () => {
  const called = { votes: ['votes'], choice: ['candidate'], registered: ['registered'], share: ['share'] } as const;
  const turnout = ['A|200|100|50', 'B|400|100|25', 'C|300|240|80', 'D|100|61|61', 'E|500|50|10'];

  test('is the number of those who voted, where a share beside it is theirs', () => {
    const given = (header: string, rows = turnout) =>
      found({ shape: 'turnout-only', of: called }, { tables: [table(header, ...rows)] });
    expect(given('Town|Registered|Votes|%')).toBe('turnout-only');
    expect(
      given(
        'Town|Registered|Votes|%',
        turnout.map((row) => row.replace(/\d+$/, '7')),
      ),
    ).toBeNull();
    expect(given('Candidate|Registered|Votes|%')).toBeNull();
  });

  test('are answers of members, where the column holds no other', () => {
    const clue: ShapeClue = { shape: 'roll-call', of: called, values: ['yes', 'no', 'absent'] };
    const given = (...rows: readonly string[]) => found(clue, { tables: [table('Member|Party|Vote', ...rows)] });
    expect(given('Ann|A|Yes', 'Bob|B|No', 'Eve|A|Absent')).toBe('roll-call');
    expect(given('Ann|A|Smith', 'Bob|B|Jones', 'Eve|A|No')).toBeNull();
  });
});

describe('reported per unit', () => {
  const clue: ShapeClue = {
    shape: 'reported-per',
    of: { ...of, unit: ['station'], measure: ['votes', 'valid'], together: ['cast', 'registered'] },
  };

  test.each([
    ['a column names the unit beside a measure', table('Station|Valid', 'S1|30', 'S2|40', 'S3|2'), 'rows-per-unit'],
    [
      'a column of levels names it among others',
      table('Level|Valid', 'Country|70', 'Station|30', 'Station|40'),
      'rows-per-unit',
    ],
    ['most values name it', table('Where|Valid', 'X, station 1|30', 'X, station 2|40', 'Total|70'), 'rows-per-unit'],
    [
      'values are the word and a number',
      table('0|Valid', 'Station 001|30', 'Station 002|40', 'Station 003|7'),
      'rows-per-unit',
    ],
    [
      'addresses of documents are none',
      table('Station file|Valid', 'https://a.example/1|30', 'https://a.example/2|40'),
      null,
    ],
    [
      'nor are files of documents or pictures',
      table('Station sheet|Valid', 'sheets/a.jpg|30', 'sheets/b.JPG|40'),
      null,
    ],
    [
      'a field that one of several rows has is of something in it',
      table('List|Station A name|Valid', 'A|Station A|30', 'B||40', 'C||7', 'D||9'),
      null,
    ],
    [
      'one that all rows have is of all of them',
      table('List|Station name|Valid', 'A|Station A|30', 'B|Station A|40', 'C|Station A|7'),
      'rows-per-unit',
    ],
    [
      'a short form over numbers that count up anew in each town numbers the units',
      table('Town|Pct|Valid', 'A|1|30', 'A|2|40', 'A|3|7', 'B|1|5', 'B|2|50'),
      'rows-per-unit',
    ],
    [
      'the same where a sample left the first one out',
      table('Town|Pct|Valid', 'A|2|30', 'A|3|40', 'A|4|7', 'B|1|5', 'B|2|50'),
      'rows-per-unit',
    ],
    [
      'the same over shares is none',
      table('Town|Pct|Valid', 'A|45|30', 'A|30|40', 'A|25|7', 'B|45|5', 'B|55|50'),
      null,
    ],
    [
      'nor over numbers that leave most out',
      table(
        'Town|Pct|Valid',
        'A|1|30',
        'A|9|40',
        'B|2|7',
        'B|3|5',
        'B|4|50',
        'B|5|8',
        'B|6|9',
        'B|7|11',
        'B|8|12',
        'C|1|13',
        'C|2|14',
      ),
      null,
    ],
    [
      'nor over small numbers in no order',
      table('Town|Pct|Valid', 'A|2|30', 'A|1|40', 'A|3|7', 'B|2|5', 'B|1|50'),
      null,
    ],
    ['nor over numbers that begin high', table('Town|Pct|Valid', 'A|4|30', 'A|5|40', 'A|6|7', 'B|4|5', 'B|5|50'), null],
    [
      'numbers that count up under another name are none',
      table('Town|Ratio|Valid', 'A|1|30', 'A|2|40', 'A|3|7', 'B|1|5', 'B|2|50'),
      null,
    ],
    ['a count of units is none', table('Town|Station|Valid', 'A|20|30', 'B|20|40', 'C|3|6'), null],
    ['a list of units without a measure is none', table('Station|Town', 'S1|A', 'S2|B', 'S3|C'), null],
    ['registered alone is none', table('Station|Registered', 'S1|300', 'S2|400', 'S3|20'), null],
    [
      'registered and cast together are a measure',
      table('Station|Registered|Cast', 'S1|300|20', 'S2|400|30'),
      'rows-per-unit',
    ],
  ] as const)('%s', (_, given, reason) => {
    expect(found(clue, { tables: [given] })).toBe(reason);
  });

  test('a table of a few units is none, beside one that counts many times as much without them', () => {
    const annulled = table('Station|Valid', 'S1|30', 'S2|40');
    const all = (votes: string) => table('Town|Valid', `A|${votes}`, `B|${votes}`);
    expect(found(clue, { tables: [all('9000'), annulled] })).toBeNull();
    expect(found(clue, { tables: [all('40'), annulled] })).toBe('rows-per-unit');
  });

  test.each([
    ['columns are a numbered list of units, as the title says', '', 'per station', 'units-in-headers'],
    ['the title does not say what the columns are', '', 'per hall', null],
    ['rows are labelled with one count alone', 'Other', 'per station', null],
  ] as const)('%s', (_, label, title, reason) => {
    const rows = ['Valid|30|40|7', `${label || 'Registered'}|300|400|70`, 'Ann|20|30|4'];
    const given = { ...table('What|1. Hall|2. School|3. Library', ...rows), titles: [title] };
    expect(found(clue, { tables: [given] })).toBe(reason);
  });

  test.each([
    ['a document names the unit that it is of', 'Station No 12\nValid: 340', 'record-per-unit'],
    ['a short line heads figures of units', 'Station\nValid: 340', 'record-per-unit'],
    [
      'a short line speaks of one in passing',
      'Account\nValid: 340\nTold by hand\nAnd told again\nAll of those ballots went into station',
      null,
    ],
    [
      'a sentence speaks of units in general',
      'It was found in the accounts of each station that all votes were rightly told\nValid: 340',
      null,
    ],
  ] as const)('%s', (_, text, reason) => {
    expect(found(clue, { format: 'pdf', text })).toBe(reason);
  });
});

describe('columns that are parts of numbered areas', () => {
  const clue: ShapeClue = {
    shape: 'reported-per',
    of: { ...of, unit: ['station'], measure: ['votes', 'valid'], together: ['cast', 'registered'] },
  };

  test.each([
    [
      'add up to a total',
      table('Label|1A|1B|2A|2B|All', 'Ann|33|14|25|36|108', 'Bob|13|41|15|26|95', 'Valid|46|55|40|62|203'),
      'units-in-headers',
    ],
    [
      'without a total are none',
      table('Label|1A|1B|2A|2B', 'Ann|33|14|25|36', 'Bob|13|41|15|26', 'Valid|46|55|40|62'),
      null,
    ],
    [
      'of areas with one part each are none',
      table('Label|1A|2A|3A|4A|All', 'Ann|33|14|25|36|108', 'Bob|13|41|15|26|95', 'Valid|46|55|40|62|203'),
      null,
    ],
    [
      'over rows that count nothing asked for are none',
      table('Label|1A|1B|2A|2B|All', 'Ann|33|14|25|36|108', 'Bob|13|41|15|26|95', 'Cas|46|55|40|62|203'),
      null,
    ],
    [
      'fewer than four are none',
      table('Label|1A|1B|2A|All', 'Ann|33|14|25|72', 'Bob|13|41|15|69', 'Valid|46|55|40|141'),
      null,
    ],
  ] as const)('%s', (_, given, reason) => {
    expect(found(clue, { tables: [given] })).toBe(reason);
  });
});

test('a short form for a share that is numbered over counts above a hundred is none', () => {
  const given = (name: string) =>
    table(`Label|${name}1|${name}2|Total`, 'Ann|300|400|700', 'Bob|210|190|400', 'Cas|9|11|20', 'Valid|519|601|1120');
  const shares = concepts({ ...vocabulary.concepts, share: word('share', 'pct', '%') });
  const hits = (name: string) =>
    read([{ evidence: 'ev-1', name: 'file', inspection: inspection({ tables: [given(name)] }) }], {
      ...shares,
      names,
    }).tables[0]?.columns[1]?.hits.has('share');
  expect(hits('Pct.')).toBe(false);
  expect(hits('Pct of all ')).toBe(true);
});

describe('what the data is about', () => {
  const clue: ShapeClue = {
    shape: 'named',
    of: { is: ['president'], rival: ['mayor'], inColumns: ['office'], notIn: ['candidate'], besides: ['votes'] },
  };
  const titled = (title: string) => ({ ...table('Candidate|Votes', 'Ann|1'), titles: [title] });

  test.each([
    ['a title says it', titled('President 2020'), 'named'],
    ['a column for it says it among rivals', table('Office|Votes', 'President|1', 'Mayor|2'), 'named'],
    ['a header says it in passing', table('President votes|Town', '1|A'), 'named'],
    [
      'a header says it in passing, and a title the rival',
      { ...table('President votes', '1'), titles: ['Mayor'] },
      null,
    ],
    ['a name in a list of choices is not what it is about', table('Candidate|Votes', 'President Ann|1', 'Bob|2'), null],
    [
      'a heading of its own among the rows',
      table('Label|1A|1B', 'Mayor||', 'Ann|1|2', 'President||', 'Bob|2|3'),
      'named',
    ],
    ['what the labels of a table of counts are called', table('President|1A|1B', 'Ann|1|2', 'Bob|2|3'), 'named'],
    [
      'a word in a heading is not what it is about',
      table('Label|1A|1B', 'The friends of a president||', 'Ann|1|2'),
      null,
    ],
    [
      'a label with figures is no heading',
      table(
        'Label|1A|1B|1C|1D|1E|1F|1G',
        ...'abcdefg'.split('').map((x) => `${x}|1|2|3|4|5|6|7`),
        'President|1|2|3|4|5|6|7',
      ),
      null,
    ],
    ['a choice that is called so heads nothing', table('Candidate for president|1A|1B', 'Ann|1|2', 'Bob|2|3'), null],
  ] as const)('%s', (_, given, reason) => {
    expect(found(clue, { tables: [given] })).toBe(reason);
  });
});

describe('sums', () => {
  test('an unnamed column is what is left of the whole', () => {
    const clue: ShapeClue = { shape: 'remainder', of: { whole: ['cast'], part: ['valid'] } };
    expect(found(clue, { tables: [table('Cast|Valid|Xyz', '30|28|2', '40|39|1', '50|45|5')] })).toBe('what-is-left');
    expect(found(clue, { tables: [table('Cast|Valid|Xyz', '30|28|9', '40|39|9', '50|45|9')] })).toBeNull();
  });

  test('an unnamed column above a named one in every row may be those who could', () => {
    const clue: ShapeClue = { shape: 'unnamed-above', of: { below: ['cast'] } };
    expect(found(clue, { tables: [table('Xyz|Cast', '60|30', '70|40', '80|50')] })).toBe('unnamed-above');
    expect(found(clue, { tables: [table('Xyz|Cast', '60|30', '7|40', '8|50')] })).toBeNull();
  });

  test('codes whose sums are those of an account are a trace', () => {
    const clue: ShapeClue = { shape: 'coded-account', of: { role: ['part'] } };
    expect(found(clue, { tables: [table('A|B|C', '30|28|2', '40|39|1', '50|45|5')] })).toBe('coded-account');
    expect(found(clue, { tables: [table('A|B|C', '30.5|28.2|2.3', '40.1|39.0|1.1', '50.5|45.3|5.2')] })).toBeNull();
    expect(found(clue, { tables: [table('column 1|B|C', '0|28|28', '1|39|40', '2|45|47', '3|40|43')] })).toBeNull();
  });
});

describe('rhythm', () => {
  const months = table('date|Votes', '2020-01-01|1', '2020-02-01|2', '2020-03-01|3', '2020-04-01|4');
  const years = table('Town|2014|2015|2016', 'A|1|2|3');
  const upTo = (...days: readonly string[]) => table('date|Votes', ...days.map((day) => `${day}|1`));

  test.each([
    ['months are monthly', 'spaced', 'P1M', months, 'dates-spaced'],
    ['months are not weekly', 'spaced', 'P1W', months, null],
    ['months are slower than weekly', 'slower', 'P1W', months, 'dates-apart'],
    [
      'months up to now are a steady run',
      'steady-run',
      'P1M',
      upTo('2025-09-01', '2025-10-01', '2025-11-01'),
      'steady-run',
    ],
    ['an old run tells nothing of today', 'steady-run', 'P1M', upTo('2025-07-01', '2025-08-01', '2025-09-01'), null],
    ['months of the past are no steady run', 'steady-run', 'P1M', months, null],
    ['years across headers are yearly', 'spaced', 'P1Y', years, 'dates-spaced'],
    ['years across headers are slower than quarterly', 'slower', 'P3M', years, 'dates-apart'],
    ['four months do not span a year', 'spans', 'P1Y', months, null],
    ['four months span a quarter', 'spans', 'P3M', months, 'dates-span'],
  ] as const)('%s', (_, shape, every, given, reason) => {
    expect(found({ shape, every }, { tables: [given] })).toBe(reason);
  });

  test('of one thing is told from that of all things together', () => {
    const given = table('Station|date', 'S1|2020-01-01', 'S2|2020-01-02', 'S1|2020-04-01', 'S2|2020-04-02');
    expect(found({ shape: 'spaced', every: 'P1W', of: { by: ['station'] } }, { tables: [given] })).toBeNull();
  });

  test('reaches up to the day of judgement', () => {
    expect(found({ shape: 'fresh', every: 'P2D' }, { tables: [months] }, '2020-04-02')).toBe('fresh');
    expect(found({ shape: 'fresh', every: 'P2D' }, { tables: [months] }, '2020-06-01')).toBeNull();
  });
});

describe('rhythm of what is asked about', () => {
  const about = (given: Table) =>
    found({ shape: 'spaced', every: 'P1Y', of: { about: ['registered'] } }, { tables: [given] });
  const founded = Array.from({ length: 30 }, (_, at) => `Town ${at}|${1900 + (at % 10)}-01-01|${at + 5}`);

  test('is no rhythm of a date that each of many things has', () => {
    expect(about(table('Town|Founded|Registered', ...founded))).toBeNull();
  });

  test('is one of dates that tell the rows apart', () => {
    expect(about(table('Founded|Registered', ...founded.map((row) => row.slice(row.indexOf('|') + 1))))).toBe(
      'dates-spaced',
    );
  });

  test('is not that of another measure, whose years stand beside one another', () => {
    expect(about(table('Registered 2013|Tax income 2012|Tax income 2013', '5|6|7', '8|9|4'))).toBeNull();
    expect(about(table('Registered 2012|Registered 2013', '5|6', '8|9'))).toBe('dates-spaced');
    expect(about(table('Registered|2012|2013', '4|5|6', '7|8|9'))).toBe('dates-spaced');
  });
});

test('figures are counts and amounts, such as are less than nothing', () => {
  expect(found({ shape: 'figures' }, { tables: [table('What|2015', 'pay|-12', 'rent|40')] })).toBe('figures');
  expect(found({ shape: 'figures' }, { tables: [table('What|Who', 'pay|Ann', 'rent|Bob')] })).toBeNull();
  expect(found({ shape: 'figures' }, { tables: [table('What|Item', 'pay|12', 'rent|40')] })).toBe('figures');
  expect(found({ shape: 'figures' }, { tables: [table('What|Item type', 'pay|12', 'rent|40')] })).toBeNull();
});

test('what the name of the file names is named', () => {
  const none = { shape: 'none', of: { of: ['town'] } } as const;
  const reading = (name: string) =>
    read([{ evidence: 'ev-1', name, inspection: inspection({ tables: [table('Office', 'a')] }) }], vocabulary);
  const scene = { facts: {}, asOf: '2026-01-01', whole: true, reader: null, scope: null, parts: [] };
  expect(shapes['none']?.({ ...scene, reading: reading('budget.csv') }, none)?.reason).toBe('none-named');
  expect(shapes['none']?.({ ...scene, reading: reading('town-budget.csv') }, none)).toBeNull();
});

describe('bodies named in a column', () => {
  const bodies = { shape: 'bodies', of: { of: ['ministry'], in: ['office'], notIn: ['candidate'] } } as const;
  const others = Array.from({ length: 20 }, (_, at) => `Firm ${at}`);
  const named = ['Ministry of Roads', 'Ministry of Health'];

  test.each([
    ['count in a column for them, however few they are', 'Office', [...named, ...others], 'bodies-named'],
    ['count in another where they are a fair share', 'Who', [...named, 'Firm 1', 'Firm 2'], 'bodies-named'],
    ['do not count in another that names a few in passing', 'Who', [...named, ...others], null],
    ['do not count in a column that is for others', 'Candidate', named, null],
    ['do not count where there are none', 'Office', others, null],
  ] as const)('%s', (_, header, values, expected) => {
    expect(found(bodies, { tables: [table(header, ...values)] })).toBe(expected);
  });
});

describe('the text of a law', () => {
  const law = { shape: 'divisions', of: { of: ['station'] } } as const; // the vocabulary of these tests has no laws
  const lines = (...all: readonly string[]) => ({ text: all.join('\n') });

  test.each([
    [
      'has lines that begin with the word for a division and a number',
      lines('Station 1 Of roads', 'Station 2 Of bridges', 'Station 3 Of tolls'),
      'divisions',
    ],
    ['has signs for sections', lines('§ 1 Of roads', '§ 2 Of bridges', '§§ 3 Of tolls'), 'divisions'],
    ['has articles counted in ideographs', lines('第一条 道路', '第二条 橋', '第三条 税'), 'divisions'],
    ['has more than two of them', lines('§ 1 Of roads', '§ 2 Of bridges'), null],
    ['does not repeat one', lines('§ 1 Of roads', '§ 1 Of roads', '§ 1 Of roads'), null],
    ['has no other numbered lines', lines('Page 1 of 9', 'Page 2 of 9', 'Page 3 of 9'), null],
  ] as const)('%s', (_, given, expected) => {
    expect(found(law, given)).toBe(expected);
  });

  test('is prose of a document, which a page of a site is not', () => {
    const page = { title: '', headings: [], text: 'word '.repeat(90) } as unknown as Page;
    const text = { shape: 'prose', atLeast: 300, kinds: ['text'] } as const;
    expect(found(text, { text: 'word '.repeat(90) })).toBe('prose');
    expect(found(text, { page })).toBeNull();
    expect(found({ shape: 'prose', atLeast: 300 }, { page })).toBe('prose');
  });

  test('says what it is in its first lines, and not below', () => {
    const ofItself = { shape: 'says-of-itself', of: { of: ['mayor'] } } as const;
    expect(found(ofItself, lines('Gazette', 'An act on the mayor'))).toBe('says-of-itself');
    expect(found(ofItself, lines(...Array.from({ length: 20 }, () => 'Roads'), 'On the mayor'))).toBeNull();
  });
});

describe('columns under no header', () => {
  const headerless = (...rows: readonly string[]) => ({
    tables: [table('column 1|column 2|column 3|column 4', ...rows)],
  });
  const number = { shape: 'unnamed-number' } as const;
  const address = { shape: 'unnamed-address', of: { street: ['station'] } } as const; // stands for a word for streets

  test.each([
    ['numbers as registers give them', headerless('4471901|Hill Ltd|a|b', '4471902|Dale Ltd|a|b'), 'unnamed-number'],
    ['numbers that repeat', headerless('4471901|Hill Ltd|a|b', '4471901|Dale Ltd|a|b'), null],
    ['days', headerless('20240105|Hill Ltd|a|b', '20240106|Dale Ltd|a|b'), null],
    ['short numbers', headerless('4471|Hill Ltd|a|b', '4472|Dale Ltd|a|b'), null],
    ['numbers that some rows lack', headerless('4471901|Hill Ltd|a|b', '|Dale Ltd|a|b'), null],
    ['numbers under a header', { tables: [table('Firm|x|y', '4471901|Hill Ltd|a', '4471902|Dale Ltd|a')] }, null],
  ] as const)('%s', (_, given, expected) => {
    expect(found(number, given)).toBe(expected);
  });

  test.each([
    [
      'a street and a postal code behind it',
      headerless('a|Station Hill|5|80331', 'b|Station Dale|7|80333'),
      'unnamed-address',
    ],
    ['a street without a code', headerless('a|Station Hill|5|x', 'b|Station Dale|7|y'), null],
    ['a code without a street', headerless('a|Hill|5|80331', 'b|Dale|7|80333'), null],
    ['a code before the street', headerless('80331|a|b|Station Hill', '80333|a|c|Station Dale'), null],
  ] as const)('%s', (_, given, expected) => {
    expect(found(address, given)).toBe(expected);
  });
});

describe('places', () => {
  test.each([
    ['latitude and longitude are coordinates', 'coordinates', table('Lat|Lon', '1.5|2.5', '1.6|2.6'), 'coordinates'],
    ['latitude alone is none', 'coordinates', table('Lat|Town', '1.5|A', '1.6|B'), null],
    ['polygons are geometry', 'geometry', table('geometry', 'Polygon', 'MultiPolygon'), 'geometry'],
    ['points are no polygons', 'geometry', table('geometry', 'Point'), null],
    ['ministries are bodies', 'bodies', table('Who', 'Ministry of A', 'Ministry of B', 'Shop'), 'bodies-named'],
    [
      'codes of the parts of one country are the whole country',
      'whole-country',
      table('Code', 'XA-1', 'XA-2', 'XA-3', 'XA-4', 'XA-5'),
      'country-code',
    ],
    ['codes of parts of two are not', 'whole-country', table('Code', 'XA-1', 'XB-2', 'XA-3', 'XA-4', 'XA-5'), null],
  ] as const)('%s', (_, shape, given, reason) => {
    const parts = { latitude: ['latitude'], longitude: ['longitude'], of: ['ministry'], words: ['whole'] } as const;
    expect(found({ shape, of: parts }, { tables: [given] })).toBe(reason);
  });
});

describe('texts and rows', () => {
  test.each([
    ['a long document is prose', { shape: 'prose', atLeast: 20 }, { text: 'A text that is long enough.' }, 'prose'],
    [
      'a column of long texts is prose',
      { shape: 'prose', atLeast: 20, of: { column: ['text'] } },
      { tables: [table('Content', 'A text that is long enough.')] },
      'prose',
    ],
    ['a header without rows has no records', { shape: 'no-records' }, { tables: [table('Town')] }, 'no-records'],
    ['rows are records', { shape: 'no-records' }, { tables: [table('Town', 'A')] }, null],
    [
      'rows of several things are held',
      { shape: 'rows-held', atLeast: 2, of: { each: ['town'] } },
      { tables: [table('Town name|Town number|Text', 'A|1|x', 'B|2|y')] },
      'rows',
    ],
    [
      'rows of one thing are its parts',
      { shape: 'rows-held', atLeast: 2, of: { each: ['town'] } },
      { tables: [table('Town name|Town number|Text', 'A|1|x', 'A|1|y')] },
      null,
    ],
    [
      'of one kind there may be several things',
      { shape: 'rows-held', atLeast: 2, of: { each: ['town'] } },
      { tables: [table('Kind of town|Text', 'A|x', 'A|y')] },
      'rows',
    ],
    [
      'names with counts are listed',
      { shape: 'listed-counts', of: { of: ['votes'] } },
      { text: 'Votes\nAnn Smith 1,234\nBob Jones 2,345\nCarla Brown 345' },
      'listed-counts',
    ],
    [
      'names with years are not counts',
      { shape: 'listed-counts', of: { of: ['votes'] } },
      { text: 'Votes\nExcel Sheet 2003\nWord Text 2010\nOther Thing 1999' },
      null,
    ],
    [
      'names that are numbered are not counted',
      { shape: 'listed-counts', of: { of: ['votes'] } },
      { text: 'Votes\nBoard of the North 11\nBoard of the South 12\nBoard of the West 13' },
      null,
    ],
    [
      'numbers with a nought before them are none',
      { shape: 'listed-counts', of: { of: ['votes'] } },
      { text: 'Votes\nBoard of the North 011\nBoard of the South 037\nBoard of the West 054' },
      null,
    ],
    [
      'columns without names have no header',
      { shape: 'no-header' },
      { tables: [table('column 1|column 2|column 3', '1|2|3')] },
      'no-header',
    ],
  ] as const)('%s', (_, clue, given, reason) => {
    expect(found(clue, given)).toBe(reason);
  });
});

describe('counts that may be votes', () => {
  const clue: ShapeClue = {
    shape: 'perhaps-votes',
    of: { about: ['votes'], place: ['town'], choice: ['candidate'], other: ['share'] },
  };
  const rows = ['A|210|93|4', 'B|340|85|9', 'C|129|77|7'];

  test.each([
    ['names over counts of places', table('Town|Smith|Jones|Li Wei', ...rows), 'names-over-counts'],
    ['two names', table('Town|Smith|Jones', 'A|210|93', 'B|340|85', 'C|129|77'), null],
    ['names in small letters, as fields are called', table('Town|smith|jones|liwei', ...rows), null],
    ['known names', table('Town|Valid|Cast|Registered', ...rows), null],
    ['names with numbers', table('Town|Round 1|Round 2|Round 3', ...rows), null],
    ['no places', table('Letter|Smith|Jones|Li Wei', ...rows), null],
    ['shares', table('Town|Smith|Jones|Li Wei', 'A|0.21|0.93|0.4', 'B|0.3|0.8|0.9', 'C|0.1|0.7|0.7'), null],
    ['choices by year', table('Party|2011|2015', 'A|210|93', 'B|340|85'), 'counts-of-choices-by-year'],
    ['choices without any year', table('Party|First', 'A|210', 'B|340'), null],
    ['shares of choices by year', table('Party %|2011|2015', 'A|21|9', 'B|34|8'), null],
    ['years of other things', table('Mayor|2011|2015', 'A|210|93', 'B|340|85'), null],
  ] as const)('%s', (_, given, reason) => {
    expect(found(clue, { tables: [given], text: 'How many votes' })).toBe(reason);
  });

  test('names over counts of places in data that speaks of no vote', () => {
    expect(found(clue, { tables: [table('Town|Smith|Jones|Li Wei', ...rows)] })).toBe(null);
  });
});

describe('whose contest it is', () => {
  const clue: ShapeClue = {
    shape: 'named-wholly',
    of: { is: ['mayor'], isNot: ['president'], inColumns: ['office'], notIn: ['candidate'] },
  };
  const votes = table('Town|Votes', 'A|30', 'B|40');

  test.each([
    ['a column for it names nothing else', { tables: [table('Office|Votes', 'Mayor|30', 'Mayor of B|40')] }, 'named'],
    ['a column for it names another, too', { tables: [table('Office|Votes', 'Mayor|30', 'President|40')] }, null],
    ['a title names it', { tables: [{ ...votes, titles: ['Votes for mayor'] }] }, 'named'],
    [
      'a heading among the rows names another',
      { tables: [{ ...table('Town|Votes', 'President|30', 'B|4'), titles: ['Mayor'] }] },
      null,
    ],
    [
      'a word in passing is no ground',
      { tables: [table('Town|Votes', 'Mayor Hill|30', 'B|40')], text: 'The mayor spoke.' },
      null,
    ],
  ])('%s', (_, given, reason) => {
    expect(found(clue, given)).toBe(reason);
  });
});

describe('records of polls', () => {
  const clue: ShapeClue = { shape: 'all-records', of: { is: ['pollster'], isNot: ['cast'] } };
  const poll = table('Pollster|Ann|Bob', 'P|40|60', 'Q|45|55');

  test.each([
    ['every table has a field for it', { tables: [poll, poll] }, 'all-records'],
    ['another table has none', { tables: [poll, table('Town|Ann', 'A|30')] }, null],
    ['a table beside has what no poll has', { tables: [poll, table('Pollster|Cast', 'P|30')] }, null],
    ['there is no table', { text: 'A pollster asked.' }, null],
  ])('%s', (_, given, reason) => {
    expect(found(clue, given)).toBe(reason);
  });
});

test.each([
  ['National|Votes', 'whole-country'],
  ['National Theatre of the Arts|Votes', null],
])('the whole country is named where a header says so: %s', (header, reason) => {
  const clue: ShapeClue = { shape: 'whole-country', of: { words: ['whole'] } };
  expect(found(clue, { tables: [table(header, '1|2')] })).toBe(reason);
});

test('a clock time tells a rhythm within the day only where the dates usually have one', () => {
  const every = (cells: readonly string[]) =>
    found({ shape: 'spaced', every: 'P1W' }, { tables: [table('date|Votes', ...cells.map((cell) => `${cell}|1`))] });
  expect(every(['2020-01-01T08:30', '2020-04-01T09:00', '2020-07-01T08:00'])).toBe('dates-spaced');
  expect(every(['2020-01-01T00:00', '2020-04-01T00:00', '2020-07-01T00:00'])).toBeNull();
  expect(every(['2020-01-01', '2020-04-01', '2020-07-01T08:00'])).toBeNull();
});

test('one day is no rhythm', () => {
  const given = table('date|Votes', '2020-01-01T08:00|1', '2020-01-01T08:00|2');
  expect(found({ shape: 'spaced', every: 'P1Y' }, { tables: [given] })).toBeNull();
});

test('shares beside the counts do not part them', () => {
  const given = table(
    'Ann|% a|Bob|% b|Cid|% c|Valid|Registered',
    '30|5.5|20|2.5|10|1.5|61|100',
    '8|5.5|7|2.5|9|1.5|25|40',
  );
  expect(found({ shape: 'votes-by-choice', of }, { tables: [given] })).not.toBeNull();
});
