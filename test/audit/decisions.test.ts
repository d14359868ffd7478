import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decide, keepDecisions, type NewDecision } from '../../src/audit/decisions.ts';
import { rescore } from '../../src/audit/rescore.ts';
import { categoryEdition, requirementOf } from '../../src/content/requirement.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { type Review, type ReviewEvidence, standingAnswer, type Verdict } from '../../src/model/review.ts';
import { review } from '../reviews/builders.ts';

const criteria = openCriteria();
const rulesOf = ({ edition, category }: Review) => {
  const asked = category === null ? undefined : categoryEdition(criteria.category(category.id), edition);
  return {
    edition: criteria.edition(edition),
    requirement: asked === undefined ? null : requirementOf(asked, {}),
  };
};
const file = join(import.meta.dirname, '../../fixtures/captures/constituency-only.json');
const captured: Review = JSON.parse(readFileSync(file, 'utf8'));

const decided = (on: string, answer: Verdict, given: Partial<NewDecision> = {}): NewDecision => ({
  ...{ on, answer, because: 'Seen.', reviewer: 'Ada', at: '2026-11-30T10:00:00.000Z', evidence: [] },
  ...given,
});
const all = (given: Review, ...decisions: readonly NewDecision[]): Review =>
  decisions.reduce((sofar, decision) => decide(sofar, decision, rulesOf), given);
const statesOf = ({ decisions = [] }: Review): readonly string[] =>
  decisions.map(({ on, reviewer, state, why }) => [on, reviewer, state, why].filter(Boolean).join(' '));
const keep = (fresh: Review, before: Review): Review => keepDecisions(fresh, before, rulesOf);

/** The review as another look gave it: one piece of its evidence is no longer what it was. */
const withOther = (given: Review, change: (one: ReviewEvidence) => ReviewEvidence): Review => ({
  ...given,
  evidence: given.evidence.map(change),
});

test('a review from elsewhere that names no program keeps who signed it', () => {
  const { tool: _, ...old } = captured;
  const signed = { ...old, people: { submitter: 'Ada', reviewers: [], comments: '' } } as unknown as Review;
  expect(keep(captured, signed).people.submitter).toBe('Ada');
});

describe('who decides', () => {
  test('signs, and leaves what it was decided on', () => {
    const { decisions = [], people, answers } = all(captured, decided('digital', 'No'));
    expect(people.reviewers).toEqual(['Ada']);
    expect(decisions[0]).toMatchObject({ on: 'digital', rule: { id: 'digital' }, state: 'counts' });
    expect(decisions[0]?.seen).toMatch(/^[0-9a-f]{64}$/);
    expect(answers['digital']?.override?.seen).toBe(decisions[0]?.seen);
  });

  test('last counts; whoever disagreed is kept', () => {
    const both = all(captured, decided('exists', 'Yes'), decided('exists', 'No', { reviewer: 'Bo' }));
    expect(standingAnswer(both.answers['exists'] as Review['answers'][string])).toBe('No');
    expect(statesOf(both)).toEqual(['exists Ada replaced', 'exists Bo counts']);
    expect(both.people.reviewers).toEqual(['Ada', 'Bo']);
  });

  test.each([
    [decided('nosuch', 'Yes'), /There is no nosuch to be answered; there are exists, digital.*criteria\.registered/],
    [decided('criteria.nosuch', 'Yes'), /There is no criteria\.nosuch/],
    [decided('exists', 'Yes', { because: ' ' }), /A reason is needed/],
    [decided('exists', 'Yes', { reviewer: '' }), /A name is needed/],
  ])('must say on what, why and who: %o', (decision, message) => {
    expect(() => decide(captured, decision, rulesOf)).toThrow(message);
  });
});

describe('when the program judges again', () => {
  const before = all(
    captured,
    decided('exists', 'Yes'),
    decided('digital', 'No'),
    decided('criteria.polling_station', 'Yes'),
  );

  test('what was decided counts where nothing is another', () => {
    const again = keep(captured, before);
    expect(again).toEqual(before);
  });

  test('the next year counts it too, under new signatures', () => {
    const next = keep({ ...captured, year: captured.year + 1 }, before);
    expect([next.score, next.people.reviewers]).toEqual([before.score, []]);
  });

  test('other bytes ask again exactly what rests on them', () => {
    const own = captured.answers['digital']?.own?.evidence ?? [];
    const other = captured.evidence.find(({ id, outcome }) => outcome === 'arrived' && !own.includes(id));
    const cited = [...(captured.answers['exists']?.evidence ?? [])];
    const moved = withOther(captured, (one) => (own.includes(one.id) ? { ...one, sha256: 'f'.repeat(64) } : one));
    const again = keep(moved, before);
    expect(again.answers['digital']?.override).toBeNull();
    expect(statesOf(again)).toContain('digital Ada ask-again evidence');
    expect(cited.length).toBeGreaterThan(0);
    const aside = withOther(captured, (one) => (one.id === other?.id ? { ...one, sha256: 'f'.repeat(64) } : one));
    expect(keep(aside, before).answers['digital']?.override?.answer).toBe('No');
  });

  test('another version of the rule asks again', () => {
    const { digital } = captured.answers;
    if (digital?.own === undefined) throw new Error('The capture keeps what the check said.');
    const own = { ...digital.own, rule: { id: 'digital', version: digital.own.rule.version + 1 } };
    const newer = { ...captured, answers: { ...captured.answers, digital: { ...digital, own } } };
    const again = keep(newer, before);
    expect(statesOf(again)).toEqual([
      'exists Ada counts',
      'digital Ada ask-again rule',
      'criteria.polling_station Ada counts',
    ]);
    expect(standingAnswer(again.answers['digital'] as Review['answers'][string])).toBe('Yes');
  });

  test('the same bytes of which the program makes something else ask again', () => {
    const others = captured.criteria.map((one) =>
      one.id === 'polling_station' ? { ...one, answer: 'Unsure' as const } : one,
    );
    expect(statesOf(keep({ ...captured, criteria: others }, before))).toContain(
      'criteria.polling_station Ada ask-again evidence',
    );
  });

  test('what is asked again is kept through further audits, and counts where the old evidence is back', () => {
    const moved = withOther(captured, (one) => ({ ...one, sha256: 'f'.repeat(64) }));
    const aged = keep(moved, before);
    expect(keep(moved, aged).decisions).toEqual(aged.decisions);
    expect(keep(captured, aged).score).toEqual(before.score);
  });

  test('deciding anew answers what was asked again', () => {
    const moved = withOther(captured, (one) => ({ ...one, sha256: 'f'.repeat(64) }));
    const anew = decide(keep(moved, before), decided('digital', 'No', { reviewer: 'Bo' }), rulesOf);
    expect(statesOf(anew).filter((state) => state.startsWith('digital'))).toEqual([
      'digital Ada replaced',
      'digital Bo counts',
    ]);
  });

  test('the evidence of a decision is cited as the new review numbers it', () => {
    const [first] = captured.evidence;
    const cited = decide(captured, decided('digital', 'No', { evidence: ['ev-1', 'https://a.example/'] }), rulesOf);
    const renumbered = withOther(captured, (one) => ({ ...one, id: `ev-${Number(`9${one.id.slice(3)}`)}` }));
    expect(keep(renumbered, cited).decisions?.[0]?.evidence).toEqual(['ev-91', 'https://a.example/']);
    const gone = { ...captured, evidence: captured.evidence.filter(({ id }) => id !== 'ev-1') };
    expect(keep(gone, cited).decisions?.[0]?.evidence[0]).toMatchObject({ url: first?.url });
  });

  test('what a person wrote by hand, without what it was made on, ages by the review it stands in', () => {
    const { digital } = captured.answers;
    if (digital === undefined) throw new Error('The capture answers it.');
    const { rule: _, seen: __, ...byHand } = before.answers['digital']?.override ?? {};
    const written = {
      ...captured,
      answers: { ...captured.answers, digital: { ...digital, override: byHand as never } },
    };
    expect(statesOf(keep(captured, written))).toEqual(['digital Ada counts']);
    const moved = withOther(captured, (one) => ({ ...one, sha256: 'f'.repeat(64) }));
    expect(statesOf(keep(moved, written))).toEqual(['digital Ada ask-again evidence']);
  });
});

describe('under another edition', () => {
  const to = (given: Review, edition: string): Review =>
    rescore(given, criteria.edition(given.edition), criteria.edition(edition), rulesOf);

  test('what was decided counts where the same is asked', () => {
    const given = all(review({ word: 'YYYYYNNNY' }), decided('openlicense', 'Yes'));
    expect([
      to(given, 'godi-2013').score.points,
      to(given, 'godi-2016').answers['open_licence']?.override?.answer,
    ]).toEqual([75, 'Yes']);
  });

  test('whether the data exists is decided at the gate', () => {
    const given = all(review({ word: 'YYYYYYYYY' }), decided('exists', 'No'));
    const { gates, score } = to(given, 'godi-2016');
    expect([gates?.['exists']?.override?.answer, score.ceiling]).toEqual(['No', 0]);
  });

  test('one of two checks behind a question decides as it does there', () => {
    const given = all(review({ word: 'YYYYYYYYY' }), decided('public', 'No'));
    const there = to(given, 'godi-2016');
    expect(there.answers['online_free']).toMatchObject({
      answer: 'No',
      follows: { from: ['public'], instead: 'Yes' },
    });
    expect(there.score.points).toBe(85);
  });

  test('what is not asked there is kept, to be asked again', () => {
    const there = to(all(review({ word: 'YYYYYYYYY' }), decided('digital', 'No')), 'godi-2016');
    expect([statesOf(there), there.score.points]).toEqual([['digital Ada ask-again edition'], 100]);
  });
});
