import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import type { Verdict } from '../../src/model/review.ts';
import { assemble, type Material } from '../../src/review/index.ts';
import {
  answered,
  arrived,
  dossier,
  exchange,
  finding,
  htmlInspection,
  lost,
  material,
  observation,
  refused,
  review,
  table,
  unseen,
} from '../builders.ts';

/** A candidate without an address. */
const candidate = {
  why: 'The place file names it.',
  role: 'data-file',
  score: 1,
  parts: [],
  title: null,
  publisher: null,
  official: { verdict: 'official', because: 'test' },
  level: { verdict: 'national', because: { reason: 'test', args: {} } },
  record: null,
} as const;

const paragraphsOf = (notes: string): readonly string[] => notes.split('\n\n');

describe('answers', () => {
  test('stand in the order of the edition, with its words and weights', () => {
    const { answers } = assemble(material());
    expect(Object.keys(answers)).toEqual(['exists', 'free', 'openlicense']);
    expect(answers['free']).toMatchObject({ question: 'Is the data available for free?', weight: 15, points: 0 });
  });

  test('cite each piece of evidence once', () => {
    const grounds = [{ evidence: 'ev-2' }, { evidence: 'ev-1', part: 'a' }, { evidence: 'ev-2', part: 'b' }] as const;
    const given = material();
    const { answers } = assemble({
      ...given,
      answers: { ...given.answers, free: answered('free', 'No', { grounds }) },
    });
    expect(answers['free']?.evidence).toEqual(['ev-2', 'ev-1']);
  });

  test('earn their weight when they are Yes, and need no improvement then', () => {
    expect(assemble(material()).answers['exists']).toMatchObject({ points: 5, improve: null });
  });

  test.each([
    ['free', 'Do something about free.'],
    ['openlicense', 'Do something about openlicense.'],
  ])('say what to do where points are missing: %s', (id, improve) => {
    expect(assemble(material()).answers[id]?.improve).toBe(improve);
  });

  test('say what to do even where the rule has no advice of its own', () => {
    const given = material();
    const answers = { ...given.answers, free: answered('free', 'Unsure', { improve: null }) };
    expect(assemble({ ...given, answers }).answers['free']?.improve).toMatch(
      /^Make it plain that “.*for free\?” can be answered Yes\.$/,
    );
  });

  test('that are missing are a defect, not a review with a hole', () => {
    expect(() => assemble(material({ answers: {} }))).toThrow('The question exists of test-2015 was not answered.');
  });
});

describe('evidence', () => {
  test('lists what was observed and what was merely asked, by number', () => {
    const { evidence } = assemble(
      material({
        dossier: dossier([observation(10), observation(2)]),
        asked: [
          { id: 'ev-1', exchange: exchange() },
          { id: 'ev-2', exchange: exchange({ url: 'https://data.gov.example/file-2' }) },
        ],
      }),
    );
    expect(evidence.map(({ id }) => id)).toEqual(['ev-1', 'ev-2', 'ev-10']);
    expect(evidence[0]).toMatchObject({ kind: null, mediaType: 'application/json', outcome: 'arrived', bytes: 14 });
  });

  test.each([
    ['lost', lost('dns', 'ENOTFOUND data.gov.example'), 'lost', 'dns: ENOTFOUND data.gov.example'],
    ['lost without detail', lost('timeout'), 'lost', 'timeout: no reply came in time'],
    ['refused by us', refused('robots'), 'refused-by-us', 'robots: its robots.txt asks programs to stay away'],
    ['not captured', { kind: 'not-captured' } as const, 'not-captured', null],
  ])('says why nothing was seen: %s', (_, outcome, expected, because) => {
    const { evidence } = assemble(material({ dossier: dossier([unseen(1, outcome)]) }));
    expect(evidence[0]).toMatchObject({ outcome: expected, because, status: null, sha256: null, format: null });
  });

  test('quotes the sign that a wall was told by, not the title over it', () => {
    const wall = observation(1, {
      kind: 'login',
      kindSigns: [{ code: 'password-field', quote: 'Mot de passe' }],
      inspection: htmlInspection({ title: 'Portail' }),
    });
    expect(assemble(material({ dossier: dossier([wall]) })).evidence[0]?.quote).toBe('Mot de passe');
  });
});

test('a candidate is chosen when what it led to was judged', () => {
  const { candidates } = assemble(
    material({
      candidates: [
        { ...candidate, url: 'https://data.gov.example/file-1' },
        { ...candidate, url: 'https://data.gov.example/other' },
      ],
    }),
  );
  expect(candidates.map(({ chosen }) => chosen)).toEqual([true, false]);
});

describe('notes', () => {
  test.each([
    ['Ministry of Interior', 'The Ministry of Interior is responsible for this data.'],
    ['Electoral Commission', 'The Electoral Commission is responsible for this data.'],
    ['The Electoral Commission', 'The Electoral Commission is responsible for this data.'],
    ['Statistics Norway', 'Statistics Norway is responsible for this data.'],
  ])('say who is responsible: %s', (responsible, said) => {
    expect(assemble(material({ responsible })).notes).toContain(`\n\n${said} `);
  });

  test('say nothing of a responsible body that is not known', () => {
    expect(assemble(material({ responsible: null })).notes).not.toContain('responsible');
  });

  test('name what was seen, on which day, and what it shows', () => {
    const seen = observation(1, {
      url: 'https://elections.example/results',
      role: 'landing-page',
      inspection: htmlInspection({}, [table(['Liste', 'Sièges']), table(['Liste', 'Participation'])]),
    });
    const { notes } = assemble(material({ dossier: dossier([seen]) }));
    expect(paragraphsOf(notes)).toContain('1 address was looked at on 2015-11-12.');
    expect(notes).toContain('What it holds: results (HTML) has the columns “Liste”, “Sièges” and “Participation”.');
  });

  test.each([
    ['login', 200, 'asks for an account before it shows anything'],
    ['captcha', 403, 'wants to see a human before it shows anything'],
    ['soft-404', 200, 'says that nothing is there'],
    ['error', 404, 'answers with an error (404)'],
  ] as const)('say what came in place of data: %s', (kind, status, says) => {
    const wall = observation(1, { kind, outcome: arrived({ status }), inspection: htmlInspection() });
    const { notes } = assemble(material({ dossier: dossier([wall]) }));
    expect(notes).toContain(`What was found: ${wall.finalUrl} ${says}.`);
  });

  describe('begin with what was found', () => {
    const findings = [
      finding('seats'),
      finding('valid votes', { answer: 'No' }),
      finding('spoiled ballots', { answer: 'Unsure', where: [] }),
      finding('optional', { answer: 'No', required: false }),
    ];
    const first = (answer: Verdict, reason: string, given: Partial<Material> = {}): string => {
      const plain = material();
      const [found = ''] = paragraphsOf(
        assemble({
          ...plain,
          dossier: dossier([observation(1)], { criteria: { findings, rule: 'missed', extent: null } }),
          answers: { ...plain.answers, exists: { ...answered('exists', answer), reason } },
          ...given,
        }).notes,
      );
      return found;
    };

    test('where a criterion is lacking, and everything was seen', () => {
      expect(first('No', 'criteria-missed')).toBe(
        'What the Ministry of Interior publishes shows the number of seats, but lacks the number of valid votes and does not show the number of spoiled ballots. All that had to be seen before saying so was seen, so by test-2015 the data does not exist.',
      );
      expect(first('No', 'criteria-missed', { responsible: null })).toMatch(
        /^What the official source publishes shows/,
      );
    });

    test('where it could not be told', () => {
      expect(first('Unsure', 'criteria-not-shown')).toBe(
        'It could not be told whether the data exists: what was seen shows the number of seats, but lacks the number of valid votes and does not show the number of spoiled ballots; not everything could be seen.',
      );
      expect(first('Unsure', 'not-found')).toBe(
        'It could not be told whether the data exists. The answer to exists is Unsure.',
      );
    });

    test('where the data exists, by the name and the publisher of the first that was judged', () => {
      const named = {
        ...candidate,
        url: observation(1).url,
        title: 'Results by station',
        publisher: 'Electoral Office',
      };
      expect(first('Yes', 'criteria-met', { candidates: [named] })).toBe(
        'The data exists: “Results by station” of Electoral Office shows the number of seats.',
      );
      expect(first('Yes', 'criteria-met')).toBe(
        'The data exists: what the official source publishes shows the number of seats.',
      );
      expect(first('Yes', 'data-seen')).toBe('The answer to exists is Yes.');
    });
  });

  test('say what was judged, and why', () => {
    const url = observation(1).url;
    expect(assemble(material({ candidates: [{ ...candidate, url }] })).notes).toContain(
      `The Ministry of Interior is responsible for this data. Judged: ${url}: The place file names it.`,
    );
    expect(assemble(material()).notes).toContain(
      `The Ministry of Interior is responsible for this data. Judged: ${url}: another page that was looked at leads there.`,
    );
    const { dossier } = material();
    const nothing = { ...dossier, observations: dossier.observations.map((one) => ({ ...one, chosen: false })) };
    expect(assemble(material({ dossier: nothing })).notes).toContain('Nothing was found to judge.');
    expect(assemble(material({ dossier: nothing, responsible: null })).notes).not.toContain('Judged');
  });

  test('name what could not be reached, and say that it leaves a gap', () => {
    const { notes } = assemble(
      material({
        dossier: dossier([observation(1), unseen(2, lost('connect'), { url: 'http://portal.example/' })]),
        asked: [{ id: 'ev-3', exchange: exchange({ url: 'http://api.example/', reply: { kind: 'not-captured' } }) }],
      }),
    );
    expect(notes).toContain(
      'Could not be looked at: http://portal.example/ (no connection could be made) and http://api.example/ (it is not in the replayed archive).',
    );
    expect(notes).not.toContain('Whether the missing data');
    const { answers } = material();
    const open = assemble(
      material({
        dossier: dossier([unseen(2, lost('connect'), { url: 'http://portal.example/' })]),
        answers: { ...answers, exists: answered('exists', 'Unsure') },
      }),
    );
    expect(open.notes).toContain('could be made). Whether the missing data is there is not known to this review.');
  });

  test('name a site once, however often it was asked', () => {
    const queries = [1, 2, 3].map(
      (number) =>
        ({
          id: `ev-${number}`,
          exchange: exchange({
            url: `https://www.api.example/?q=${number}`,
            reply: { kind: 'lost', reason: 'timeout', detail: '' },
          }),
        }) as const,
    );
    const { notes } = assemble(material({ dossier: dossier([]), asked: queries }));
    expect(notes).toContain('Could not be looked at: https://www.api.example/?q=1 (no reply came in time).');
  });

  test('of one site tell how a reply failed before what an archive does not hold, and of a search what went wrong', () => {
    const asked = (url: string, reply: Exchange['reply'], number: number) =>
      ({ id: `ev-${number}`, exchange: exchange({ url, reply }) }) as const;
    const { notes } = assemble(
      material({
        dossier: dossier([]),
        asked: [
          asked('https://portal.example/api', { kind: 'not-captured' }, 1),
          asked('https://portal.example/', { kind: 'lost', reason: 'timeout', detail: '' }, 2),
        ],
        searched: [
          { url: 'https://portal.example', found: 0, note: { reason: 'not-captured', args: {} } },
          { url: 'https://other.example', found: 0, note: { reason: 'not-captured', args: {} } },
          { url: 'https://third.example', found: 2, note: null },
        ],
      }),
    );
    expect(notes).toContain(
      'Could not be looked at: https://portal.example/ (no reply came in time) and https://other.example (is not in the archive).',
    );
    expect(notes).toContain('Searched: https://third.example (2 addresses to look at).');
  });

  test('say so when nothing was there to look at', () => {
    const { notes } = assemble(material({ dossier: dossier([]), searched: [] }));
    expect(notes).toContain('No address to look at was found.');
  });

  test('say what keeps the data from full points, where it exists', () => {
    const given = material();
    expect(assemble(given).notes).toContain('What keeps it from full points: The answer to free is Unsure. The answer');
    const unsure = { ...given, answers: { ...given.answers, exists: answered('exists', 'Unsure') } };
    expect(assemble(unsure).notes).not.toContain('full points');
  });

  test('quote what was fetched without its control characters, in one line and shortened', () => {
    const hostile = observation(1, {
      inspection: htmlInspection({}, [table([`\u001b[31m red \u202e\n\n ${'long '.repeat(50)}`])]),
    });
    const [, , found = ''] = paragraphsOf(assemble(material({ dossier: dossier([hostile]) })).notes);
    expect(found).toMatch(/has the column “\[31m red long long [a-z ]*…”\.$/);
    expect(found).not.toMatch(/[\u001b\u202e\n]/);
  });
});

describe('the previous review', () => {
  const before = review({ year: 2014, notes: 'No data exists online at all.' });

  test('is quoted below the notes, with its year and score', () => {
    const { notes } = assemble(material({ previous: before }));
    expect(paragraphsOf(notes).at(-1)).toBe(
      "Previous year's review (2014, 5 of 50 points): No data exists online at all.",
    );
  });

  test('does not bring along the reviews before it', () => {
    const second = assemble(material({ previous: before }));
    const third = assemble(material({ year: 2016, previous: second }));
    expect(third.notes).not.toContain('No data exists online at all.');
    expect(third.previous?.notes).not.toContain("Previous year's review");
  });

  test('shows the answers as people left them', () => {
    const answers = Object.fromEntries(
      Object.entries(before.answers).map(([id, answer]) => [
        id,
        {
          ...answer,
          override: { answer: 'No', because: 'Seen.', reviewer: 'Ada', at: '2014-11-12T10:00:00Z', evidence: [] },
        } as const,
      ]),
    );
    const { previous } = assemble(material({ previous: { ...before, answers } }));
    expect(previous?.answers).toEqual({ exists: 'No', free: 'No', openlicense: 'No' });
  });
});

test('the same material gives the same review', () => {
  expect(JSON.stringify(assemble(material()))).toBe(JSON.stringify(assemble(material())));
});
