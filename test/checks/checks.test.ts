import { describe, expect, test } from 'vitest';
import { checks, judge } from '../../src/checks/index.ts';
import type { Dossier } from '../../src/model/check.ts';
import type { Coverage } from '../../src/model/coverage.ts';
import type { EvidenceId, Observation } from '../../src/model/observation.ts';
import type { CatalogueReading, Level } from '../../src/model/records.ts';
import {
  arrived,
  covered,
  dossier,
  finding,
  inspection,
  mustSee,
  provenance,
  table as tableOf,
  unseen,
} from '../builders.ts';
import { record as recordOf } from '../coverage/looks.ts';
import { declaredFile, declaring, file, of, page, pdf, record, refusedWith, sign, silent, wall } from './looking.ts';

type Row = readonly [name: string, given: Dossier, outcome: string, reason: string];

const decide = (id: string, given: Dossier) => {
  const check = checks.find((one) => one.id === id);
  if (check === undefined) throw new Error(`There is no check ${id}.`);
  return check.decide(given);
};

const table = (id: string, rows: readonly Row[]): void => {
  describe(id, () => {
    test.each(rows)('%s', (_, given, outcome, reason) => {
      expect(decide(id, given)).toMatchObject({ outcome, reason });
    });

    test('every reason it has is given by a row', () => {
      const given = new Set(rows.map(([, , , reason]) => reason));
      expect(
        Object.keys(checks.find((one) => one.id === id)?.reasons ?? {}).filter((code) => !given.has(code)),
      ).toEqual([]);
    });
  });
};

const rowsOffer = sign('offers-rows', 'Figures: https://data.gov.example/f.csv', '1');
const named = (
  observations: readonly Observation[],
  rule: 'met' | 'missed' | 'unknown',
  answer: 'Yes' | 'No' | 'Unsure',
  coverage: Coverage = covered,
  evidence: EvidenceId = 'ev-1',
): Dossier =>
  dossier(observations, {
    coverage,
    criteria: {
      rule,
      extent: null,
      findings: [finding('registered', { answer, where: answer === 'Unsure' ? [] : [{ evidence, quote: 'Voters' }] })],
    },
  });
const thirdParty = { official: { verdict: 'third-party' as const, because: 'A newspaper.' } };
const ourDefect = { kind: 'lost', reason: 'defect', detail: 'reader csv: failed' } as const;
const notCaptured = unseen(2, { kind: 'not-captured' }, { via: 'ev-1' });

const ofLevel = (verdict: Level['verdict']): Partial<Observation> => ({
  provenance: provenance({ level: { verdict, because: { reason: 'Its publisher says so.', args: {} } } }),
});
const unknownSource: Partial<Observation> = { official: { verdict: 'unknown', because: 'Nobody says.' } };
const ofAllParts = (observations: readonly Observation[]): Dossier => {
  const given = named(observations, 'met', 'Yes');
  return { ...given, criteria: { ...given.criteria, extent: [{ evidence: 'ev-1' }] } };
};
const placeless = (observations: readonly Observation[]): Dossier => ({
  ...named(observations, 'met', 'Yes'),
  place: null,
});

/** The same, where people decided on a criterion. */
const withDecision = (given: Dossier): Dossier => ({ ...given, criteria: { ...given.criteria, isDecided: true } });
const notAllLooked: Coverage = { scope: 'country', items: [mustSee(), mustSee({ sight: 'behind-a-wall' })] };

/** Its host gives the same page at an address that was made up. */
const likeMadeUp = { kindSigns: [sign('same-as-made-up', 'Welcome', 'ev-9')] };

table('exists', [
  [
    'people decided that the criteria are met',
    withDecision(named([file()], 'met', 'Yes')),
    'yes',
    'criteria-met-decided',
  ],
  [
    'people decided that one is lacking, though a page of the body was not seen',
    withDecision(named([file()], 'missed', 'No', notAllLooked)),
    'no',
    'criteria-missed-decided',
  ],
  [
    'people decided on one, and another stays open',
    withDecision(named([file()], 'unknown', 'Unsure', notAllLooked)),
    'unsure',
    'criteria-open-decided',
  ],
  [
    'people decided that one is lacking at an address that stands for no country',
    withDecision(named([file()], 'missed', 'No', { scope: 'address', items: [mustSee()] })),
    'unsure',
    'criteria-not-here',
  ],
  ['the criteria are met', named([file()], 'met', 'Yes'), 'yes', 'criteria-met'],
  ['an official source was seen whole and lacks one', named([file()], 'missed', 'No'), 'no', 'criteria-missed'],
  [
    'a third party was seen whole and lacks one',
    named([file(1, { official: { verdict: 'unknown', because: '' } })], 'missed', 'No'),
    'unsure',
    'criteria-not-shown',
  ],
  [
    'one is lacking, and a page of the body was not seen',
    named([file()], 'missed', 'No', { scope: 'country', items: [mustSee(), mustSee({ sight: 'behind-a-wall' })] }),
    'unsure',
    'criteria-not-shown',
  ],
  [
    'one is lacking, and nothing had to be seen',
    named([file()], 'missed', 'No', { scope: 'country', items: [] }),
    'unsure',
    'criteria-not-shown',
  ],
  [
    'one is lacking in all that one address offers',
    named([file()], 'missed', 'No', { scope: 'address', items: [mustSee()] }),
    'unsure',
    'criteria-not-here',
  ],
  [
    'the criteria are met by an extract',
    named([page(1), { ...file(2), signs: [sign('is-sample')] }], 'met', 'Yes', covered, 'ev-2'),
    'unsure',
    'sample-only',
  ],
  ['the criteria were not seen', named([file(), notCaptured], 'unknown', 'Unsure'), 'unsure', 'criteria-not-shown'],
  [
    'nothing answered where a category was asked for',
    named([silent()], 'unknown', 'Unsure'),
    'unsure',
    'nothing-arrived',
  ],
  ['a file', of(file()), 'yes', 'data-seen'],
  ['a page that shows rows', of(page(1, [sign('shows-rows')])), 'yes', 'data-seen'],
  ['a record', of(record(1)), 'yes', 'data-described'],
  ['a register that answers queries', of(wall('search-form')), 'yes', 'data-described'],
  ['only a newspaper meets the criteria', named([file(1, thirdParty)], 'met', 'Yes'), 'unsure', 'not-official'],
  ['a county meets the criteria', named([file(1, ofLevel('regional'))], 'met', 'Yes'), 'unsure', 'of-a-part'],
  ['a town lacks a criterion', named([file(1, ofLevel('local'))], 'missed', 'No'), 'unsure', 'of-a-part'],
  ['nobody knows whose area', named([file(1, ofLevel('unknown'))], 'met', 'Yes'), 'unsure', 'extent-not-shown'],
  [
    'nobody knows whose area, and a criterion lacks',
    named([file(1, ofLevel('unknown'))], 'missed', 'No'),
    'no',
    'criteria-missed',
  ],
  ['its own rows show the whole country', ofAllParts([file(1, ofLevel('local'))]), 'yes', 'criteria-met'],
  [
    'a file on a county’s server',
    named([page(1), file(2, { via: 'ev-1', ...ofLevel('regional') })], 'met', 'Yes'),
    'yes',
    'criteria-met',
  ],
  [
    'a county’s page with a file',
    named([page(1, [], 'page', ofLevel('regional')), file(2, { via: 'ev-1' })], 'met', 'Yes'),
    'unsure',
    'of-a-part',
  ],
  [
    'a county meets the criteria, and no country is asked for',
    placeless([file(1, ofLevel('regional'))]),
    'yes',
    'criteria-met',
  ],
  ['nobody knows who is behind it', named([file(1, unknownSource)], 'met', 'Yes'), 'unsure', 'publisher-unknown'],
  [
    'nobody knows who is behind it, and no country is asked for',
    placeless([file(1, unknownSource)]),
    'yes',
    'criteria-met',
  ],
  ['a newspaper’s own address, without a category', of(file(1, thirdParty)), 'yes', 'data-seen'],
  ['a dead link', of(refusedWith(404)), 'unsure', 'not-found'],
  ['a page that its host gives anywhere', of(wall('soft-404', likeMadeUp)), 'unsure', 'same-as-made-up'],
  ['a log-in page', of(wall('login')), 'unsure', 'behind-a-wall'],
  ['silence', of(silent()), 'unsure', 'nothing-arrived'],
  ['a reply on which the auditor failed', of(unseen(1, ourDefect)), 'unsure', 'reader-failed'],
  ['a broken server', of(refusedWith(503)), 'unsure', 'nothing-arrived'],
  ['a home page', of(page(1)), 'unsure', 'no-data-here'],
  ['no address at all', of(), 'unsure', 'no-address'],
]);

table('digital', [
  ['a scan', of(pdf()), 'yes', 'seen-in-digital-form'],
  ['a record with a file', of(record(1, [rowsOffer])), 'yes', 'offered-in-digital-form'],
  ['a record without one', of(record(1, [sign('offers-nothing')])), 'unsure', 'only-described'],
  ['a home page', of(page(1)), 'unsure', 'nothing-to-judge'],
]);

table('public', [
  ['a file that came', of(file()), 'yes', 'open-to-everyone'],
  ['a page that shows rows', of(page(1, [sign('shows-rows')])), 'yes', 'open-to-everyone'],
  ['a record with a file', of(record(1, [rowsOffer])), 'yes', 'described-without-restriction'],
  [
    'a redirect to a log-in',
    of(wall('login', { hops: [{ url: 'https://data.gov.example/f', status: 302 }] })),
    'no',
    'login-required',
  ],
  [
    'a page and a file behind a log-in',
    of(page(1, [rowsOffer]), page(2, [], 'login', { via: 'ev-1', role: 'data-file' })),
    'no',
    'login-required',
  ],
  ['a manual that a log-in page links', of(wall('login'), { ...pdf(2), via: 'ev-1' }), 'no', 'login-required'],
  [
    'the page for logging in itself',
    of(wall('login', { kindSigns: [sign('password-field'), sign('login-address')] })),
    'unsure',
    'own-login-page',
  ],
  [
    'a record that says it is restricted',
    of(
      record(1, [rowsOffer], {
        reading: {
          software: 'dcat',
          kind: 'record',
          total: null,
          next: null,
          message: null,
          datasets: [{ isPublic: false } as never],
        },
      }),
    ),
    'no',
    'restricted-by-record',
  ],
  ['data on request', of(page(1, [sign('on-request')])), 'unsure', 'on-request'],
  [
    'data on request beside a file',
    of(page(1, [sign('on-request'), rowsOffer])),
    'yes',
    'described-without-restriction',
  ],
  ['log in to download', of(page(1, [sign('login-to-see'), rowsOffer])), 'no', 'registration-asked'],
  ['terms first', of(wall('terms-gate')), 'no', 'terms-first'],
  ['a form that asks who one is', of(page(1, [sign('asks-identity')], 'search-form')), 'unsure', 'identity-asked'],
  ['a shop', of(wall('paywall')), 'unsure', 'for-sale'],
  ['a wall against programs', of(wall('captcha')), 'unsure', 'bot-wall'],
  ['a record without a file', of(record(1, [sign('offers-nothing')])), 'unsure', 'only-described'],
  ['a dead link', of(refusedWith(404)), 'unsure', 'nothing-to-judge'],
]);

table('online', [
  ['a file', of(file()), 'yes', 'served-online'],
  ['a file beside one that was lost', of(file(), silent(2)), 'yes', 'served-online'],
  ['a record with a file', of(record(1, [rowsOffer])), 'yes', 'offered-online'],
  ['a record without one', of(record(1, [sign('offers-nothing')])), 'no', 'no-resources'],
  ['a dead link', of(refusedWith(404)), 'no', 'not-found'],
  ['an answer without hits', of(wall('empty')), 'no', 'not-found'],
  ['a page of excuses', of(wall('soft-404')), 'no', 'not-found'],
  ['a page that its host gives anywhere', of(wall('soft-404', likeMadeUp)), 'no', 'same-as-made-up'],
  ['a dead link and an address that stays silent', of(refusedWith(404), silent(2)), 'unsure', 'nothing-arrived'],
  [
    'a page whose only file is gone',
    declaring(of(page(1, [rowsOffer])), declaredFile('gone', { detail: 'HTTP 404' })),
    'no',
    'not-found',
  ],
  ['a record whose files are all gone', declaring(of(record(1, [rowsOffer])), declaredFile('gone')), 'no', 'not-found'],
  [
    'a record of which one file is gone and one was not asked',
    declaring(of(record(1, [rowsOffer])), declaredFile('gone'), declaredFile('not-asked', { url: 'b.csv' })),
    'yes',
    'offered-online',
  ],
  [
    'a record of which one file is gone and one stayed silent',
    declaring(of(record(1, [rowsOffer])), declaredFile('gone'), declaredFile('not-reached', { url: 'b.csv' })),
    'yes',
    'offered-online',
  ],
  [
    'a record whose files are all gone, on a page that links other data',
    declaring(of(record(1, [rowsOffer])), declaredFile('dead-link'), declaredFile('gone', { url: 'b.csv' })),
    'no',
    'not-found',
  ],
  [
    'a file that is still being made',
    declaring(of(page(1, [rowsOffer])), declaredFile('not-ready')),
    'unsure',
    'not-served',
  ],
  [
    'a page in the place of the file',
    declaring(of(record(1, [rowsOffer])), declaredFile('page-instead')),
    'unsure',
    'not-served',
  ],
  [
    'a page that shows rows and a file that is gone',
    declaring(of(page(1, [sign('shows-rows')])), declaredFile('gone')),
    'yes',
    'served-online',
  ],
  ['a refusal with a form to log in', of(refusedWith(403, 'login')), 'no', 'refused'],
  ['a log-in page', of(wall('login')), 'unsure', 'behind-a-wall'],
  ['silence', of(silent()), 'unsure', 'nothing-arrived'],
  ['a reply on which the auditor failed', of(unseen(1, ourDefect)), 'unsure', 'reader-failed'],
  ['a broken server', of(refusedWith(500)), 'unsure', 'nothing-arrived'],
  [
    'what robots may not ask',
    of(unseen(1, { kind: 'refused', reason: 'robots', detail: '' })),
    'unsure',
    'nothing-arrived',
  ],
  ['a home page', of(page(1)), 'unsure', 'no-data-here'],
  ['no address at all', of(), 'unsure', 'no-address'],
]);

table('free', [
  ['a file that came', of(file()), 'yes', 'came-without-payment'],
  [
    'a file of addresses only',
    of(file(1, { inspection: inspection({ machineReadable: 'No', machineReadableBecause: 'links-only' }) })),
    'unsure',
    'price-not-shown',
  ],
  ['a page that shows rows', of(page(1, [sign('shows-rows')])), 'yes', 'shown-without-payment'],
  ['“free of charge”', of(record(1, [sign('stated-free')])), 'yes', 'stated-free'],
  ['a shop', of(wall('paywall')), 'no', 'price-asked'],
  ['a page that takes orders', of(page(1, [sign('order-form')])), 'unsure', 'order-form'],
  ['a licence that speaks of royalties', of(page(1, [sign('stated-free')], 'licence')), 'unsure', 'price-not-shown'],
  ['a record', of(record(1, [rowsOffer])), 'unsure', 'price-not-shown'],
]);

const locked = file(1, { inspection: inspection({ machineReadable: 'Unsure', machineReadableBecause: 'not-read' }) });
table('machinereadable', [
  ['a CSV with rows', of(file()), 'yes', 'rows-or-records'],
  ['a PDF and a CSV', of(pdf(1), file(2)), 'yes', 'rows-or-records'],
  ['only a PDF', of(pdf()), 'no', 'only-documents'],
  [
    'a PDF, and a CSV that was lost',
    of(page(1, [rowsOffer]), { ...pdf(2), via: 'ev-1' }, silent(3)),
    'unsure',
    'file-not-read',
  ],
  [
    'a PDF, and a spreadsheet that is declared and was not asked for',
    declaring(of(page(1), { ...pdf(2), via: 'ev-1' }), declaredFile('not-asked', { url: 'https://a.example/b.xlsx' })),
    'unsure',
    'file-not-read',
  ],
  [
    'five PDFs of a hundred',
    declaring(
      of(page(1), { ...pdf(2), via: 'ev-1', url: 'https://a.example/1.pdf' }),
      declaredFile('not-asked', { url: 'https://a.example/2.pdf' }),
    ),
    'no',
    'only-documents',
  ],
  ['an archive that could not be opened', of(locked), 'unsure', 'file-not-read'],
  ['a record with a CSV', of(record(1, [rowsOffer]), notCaptured), 'yes', 'declared-format'],
  ['a record with a ZIP', of(record(1, [sign('offers-archive')])), 'unsure', 'format-not-shown'],
  ['a page of PDFs', of(page(1, [sign('offers-document', 'Minutes', '9')])), 'no', 'only-documents'],
  ['a page that shows rows', of(page(1, [sign('shows-rows')])), 'no', 'only-a-web-page'],
  [
    'a page that takes orders, with a list of tiles',
    of(page(1, [sign('order-form'), rowsOffer])),
    'unsure',
    'must-be-ordered',
  ],
  ['a register that answers queries', of(wall('search-form')), 'unsure', 'behind-a-form'],
  ['a dead link', of(refusedWith(404)), 'unsure', 'no-file-seen'],
]);

/** The answer of a catalogue of so many sites. */
const listOf = (count: number): CatalogueReading => ({
  ...{ software: 'socrata', kind: 'catalogue', total: null, next: null, message: null },
  datasets: Array.from({ length: 3 }, (_, i) => ({
    ...recordOf(),
    landingPage: `https://site-${i % count}.example/set`,
  })),
});
const fileUrl = (number: number): string => `https://data.gov.example/file-${number}`;
const sixty = file(2, {
  via: 'ev-1',
  inspection: inspection({ tables: [tableOf(['Station', 'Votes'], { rows: 60 })] }),
});
table('bulk', [
  ['a whole file', of(file()), 'yes', 'whole-file'],
  ['the first page of many', of(file(1, { signs: [sign('paged', '100 of 2809')] })), 'unsure', 'part-only'],
  ['a record with a file', of(record(1, [rowsOffer])), 'yes', 'file-offered'],
  [
    'a list of datasets of three sites with their files',
    of(record(1, [rowsOffer], { kind: 'catalogue', reading: listOf(3) })),
    'unsure',
    'depends-on-dataset',
  ],
  [
    'a list of datasets of one site with their files',
    of(record(1, [rowsOffer], { kind: 'catalogue', reading: listOf(1) })),
    'yes',
    'file-offered',
  ],
  ['a page with a file', of(page(1, [rowsOffer])), 'yes', 'file-offered'],
  ['a page with a file a day', of(page(1, [sign('offers-rows', 'day', '200')])), 'unsure', 'many-parts'],
  ['a directory', of(page(1, [rowsOffer], 'listing')), 'unsure', 'many-parts'],
  ['an export with a limit', of(page(1, [sign('capped-download'), sign('names-download')])), 'no', 'capped'],
  ['a register that answers queries', of(wall('search-form')), 'no', 'query-only'],
  ['a PDF per meeting', of(page(1, [sign('offers-document', 'Minutes', '9')])), 'no', 'one-by-one'],
  ['several PDFs that came', of(pdf(1), pdf(2), pdf(3)), 'no', 'one-by-one'],
  ['a record without a file', of(record(1, [sign('offers-nothing')])), 'no', 'no-resources'],
  [
    'several PDFs that came, and an archive that did not',
    declaring(of(pdf(1), pdf(2), pdf(3)), declaredFile('not-reached', { url: 'https://a.example/all.zip' })),
    'unsure',
    'page-only',
  ],
  ['an extract by its own name', of(file(1, { signs: [sign('is-sample', 'extract')] })), 'no', 'sample-only'],
  [
    'an extract by the label of its link',
    of(page(1, [rowsOffer, sign('offers-sample', 'extract (csv)', fileUrl(2))]), file(2, { via: 'ev-1' })),
    'no',
    'sample-only',
  ],
  [
    'an extract by the count that the page states',
    of(page(1, [sign('says-sample', 'an extract of 60 of all 9,812 stations')]), sixty),
    'no',
    'sample-only',
  ],
  [
    'a page that counts more than its file has, and calls nothing a part',
    of(page(1, [rowsOffer]), sixty),
    'yes',
    'whole-file',
  ],
  [
    'a page that says how many rows the whole file has',
    of(page(1, [sign('says-sample', 'a sample of 10; the full data has 60 rows')]), sixty),
    'yes',
    'whole-file',
  ],
  [
    'an extract, and a file that was not seen',
    declaring(of(file(1, { signs: [sign('is-sample')] })), declaredFile('not-reached')),
    'unsure',
    'part-only',
  ],
  [
    'an extract beside the whole',
    of(page(1, [sign('offers-sample', 'extract', fileUrl(2))]), file(2, { via: 'ev-1' }), file(3, { via: 'ev-1' })),
    'yes',
    'whole-file',
  ],
  [
    'an extract that was not opened',
    of(page(1, [rowsOffer, sign('offers-sample', 'extract', 'x.csv')])),
    'no',
    'sample-only',
  ],
  ['a shop', of(wall('paywall')), 'no', 'must-be-ordered'],
  ['a service', of(record(1, [sign('offers-service')])), 'unsure', 'service-only'],
  ['one PDF', of(pdf()), 'unsure', 'page-only'],
  ['a page that shows rows', of(page(1, [sign('shows-rows')])), 'unsure', 'page-only'],
  ['a dead link', of(refusedWith(404)), 'unsure', 'not-shown'],
]);

describe('all of them', () => {
  test('a page that shows what the category asks for is the data, without any table', () => {
    const law = dossier([page(1)], { criteria: { rule: 'met', findings: [finding('content')], extent: null } });
    expect(
      judge(law)
        .slice(0, 6)
        .map((result) => ('answer' in result ? result.answer.outcome : 'broken')),
    ).toEqual(['yes', 'yes', 'yes', 'yes', 'yes', 'no']);
  });

  test('what stayed silent or was not asked never becomes a No', () => {
    const outcomes = [
      unseen(1, { kind: 'lost', reason: 'tls', detail: '' }),
      unseen(1, { kind: 'not-captured' }),
      unseen(1, { kind: 'refused', reason: 'private-address', detail: '' }),
    ];
    for (const one of outcomes) {
      for (const { id } of checks) expect(decide(id, of(one)).outcome).toBe('unsure');
    }
  });

  test('a yes points at the file that earned it', () => {
    expect(decide('machinereadable', of(pdf(1), file(2)))).toMatchObject({ grounds: [{ evidence: 'ev-2' }] });
  });

  test('terms and manuals are not the data', () => {
    const terms = page(2, [sign('shows-rows')], 'page', { role: 'licence' });
    expect(decide('exists', of(page(1), terms))).toMatchObject({ outcome: 'unsure', reason: 'no-data-here' });
  });

  test('what was not chosen decides nothing', () => {
    expect(decide('exists', of(page(1), file(2, { chosen: false })))).toMatchObject({ outcome: 'unsure' });
  });

  test('a redirect that led elsewhere is told', () => {
    const moved = record(1, [rowsOffer], {
      finalUrl: 'https://new.gov.example/set',
      hops: [{ url: 'https://old.gov.example/', status: 301 }],
    });
    const [exists] = judge(of(moved));
    expect(exists).toMatchObject({ says: expect.stringContaining('https://new.gov.example/set') });
  });

  test('every sentence is filled', () => {
    const dossiers = [
      of(file()),
      of(pdf()),
      of(record(1, [rowsOffer])),
      of(wall('login')),
      of(wall('paywall')),
      of(refusedWith(404)),
      of(silent()),
      of(page(1)),
      of(wall('terms-gate')),
    ];
    for (const result of dossiers.flatMap(judge))
      expect('says' in result ? result.says : '').not.toMatch(/[{}…]|undefined/);
  });

  test('nothing is looked at without a reply of success', () => {
    expect(
      decide('free', of(page(1, [sign('shows-rows')], 'page', { outcome: arrived({ status: 500 }) }))),
    ).toMatchObject({ outcome: 'unsure' });
  });
});
