import type { Review, ReviewAnswer, Verdict } from '../../src/model/review.ts';

/** The nine questions and weights of 2015, for reviews made by hand. */
export const weights: Readonly<Record<string, number>> = {
  exists: 5,
  digital: 5,
  public: 5,
  online: 5,
  free: 15,
  machinereadable: 15,
  bulk: 10,
  openlicense: 30,
  uptodate: 10,
};

const spelled: Readonly<Record<string, Verdict>> = { Y: 'Yes', N: 'No', U: 'Unsure' };

const answerOf = (question: string, answer: Verdict, weight: number): ReviewAnswer => ({
  question,
  answer,
  reason: 'seen',
  says: `${question} was looked at.`,
  evidence: ['ev-1'],
  rule: { id: question, version: 1 },
  weight,
  points: answer === 'Yes' ? weight : 0,
  improve: null,
  override: null,
});

/** Answers from a word such as `YYYYYNNNY`, in the order exists digital public online free mr bulk licence uptodate. */
export const answers = (word: string): Readonly<Record<string, ReviewAnswer>> =>
  Object.fromEntries(
    Object.entries(weights).map(([id, weight], at) => [id, answerOf(id, spelled[word[at] ?? 'U'] ?? 'Unsure', weight)]),
  );

/** A review made by hand, 45 points in Morocco's election results of 2015 unless told otherwise. */
export const review = (
  given: Partial<Review> & { readonly word?: string; readonly in?: string; readonly of?: string } = {},
): Review => {
  const { word = 'YYYYYNNNY', in: place = 'ma', of: category = 'election-results', ...rest } = given;
  const made = rest.answers ?? answers(word);
  const sum = (values: readonly Verdict[]): number =>
    Object.values(made).reduce((total, { answer, weight }) => total + (values.includes(answer) ? weight : 0), 0);
  return {
    format: 'odi-review/1',
    tool: { name: 'odi', version: '0.0.0' },
    edition: 'godi-2015',
    place: { id: place, name: place.toUpperCase() },
    category: { id: category, title: category },
    year: 2015,
    asOf: '2015-11-22',
    score: { points: sum(['Yes']), ceiling: sum(['Yes', 'Unsure']), outOf: 100 },
    isOpen: ['exists', 'public', 'machinereadable', 'openlicense'].every((id) => made[id]?.answer === 'Yes'),
    answers: made,
    criteria: [],
    candidates: [],
    evidence: [
      {
        id: 'ev-1',
        url: 'https://data.example/results.csv',
        finalUrl: 'https://data.example/results.csv',
        fetchedAt: '2015-11-22T10:00:00Z',
        outcome: 'arrived',
        because: null,
        kind: 'data',
        status: 200,
        mediaType: 'text/csv',
        format: 'csv',
        bytes: 1234,
        sha256: 'a'.repeat(64),
        quote: null,
        record: null,
      },
    ],
    contradictions: [],
    notes: '',
    previous: null,
    people: { submitter: 'odi 0.0.0', reviewers: [], comments: '' },
    ...rest,
  };
};
