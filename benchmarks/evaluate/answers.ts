import { join } from 'node:path';
import type { Review, Verdict } from '../../src/model/review.ts';
import type { Bench, Evaluation, Figure, Outcome } from './evaluation.ts';
import { inTurn } from './program.ts';
import { openRecordings, type RecordedLabel, type Recording, readLabels, recordings } from './recordings.ts';

interface LabelledAnswer {
  readonly answer: Verdict;
  readonly why: string;
  readonly also_acceptable?: readonly Verdict[];
}

interface Label extends RecordedLabel {
  readonly access: string;
  readonly access_also_acceptable?: readonly string[];
  readonly what_a_human_would_answer: Readonly<Record<string, LabelledAnswer>>;
}

/** What the labels call the kinds that are not simply public. */
const accessOf: Readonly<Record<string, string>> = {
  'search-form': 'form-only',
  'terms-gate': 'form-only',
  login: 'login',
  captcha: 'captcha',
  paywall: 'paywall',
  'soft-404': 'soft-404',
  empty: 'soft-404',
  error: 'error',
};

const questions = [
  'exists',
  'digital',
  'public',
  'online',
  'free',
  'machinereadable',
  'bulk',
  'openlicense',
  'uptodate',
];
const verdicts: readonly Verdict[] = ['Yes', 'No', 'Unsure'];

type Standing = 'right' | 'wrong' | 'unsure' | 'beyond';

interface Judged {
  readonly id: string;
  readonly question: string;
  readonly label: LabelledAnswer;
  readonly got: Verdict;
  readonly reason: string;
  readonly says: string;
  readonly standing: Standing;
}

interface Seen {
  readonly label: Label;
  readonly access: string;
  readonly kind: string;
  readonly judged: readonly Judged[];
}

const standingOf = (
  got: Verdict,
  { answer, also_acceptable: also = [] }: LabelledAnswer,
  isBeyond: boolean,
): Standing => {
  if (got === answer || also.includes(got)) return 'right';
  if (got === 'Unsure') return 'unsure';
  return isBeyond && answer === 'Unsure' ? 'beyond' : 'wrong';
};

/** The label is of one document alone; an answer that cites another one rests on evidence its reader did not have. */
const isBeyond = (label: Label, { evidence }: Review, cited: readonly string[]): boolean => {
  const [first] = evidence;
  const isRedirect = label.http_status !== null && label.http_status >= 300 && label.http_status < 400;
  const isElsewhere = cited.some((id) => id !== first?.id);
  return isElsewhere || (isRedirect && first !== undefined && first.finalUrl !== first.url);
};

const judgedOf = (label: Label, review: Review): Seen => {
  const kind = review.evidence[0]?.kind ?? 'none';
  return {
    label,
    kind,
    access: accessOf[kind] ?? 'public',
    judged: questions.flatMap((question) => {
      const [wanted, given] = [label.what_a_human_would_answer[question], review.answers[question]];
      if (wanted === undefined || given === undefined) return [];
      const { answer: got, reason, says, evidence } = given;
      const standing = standingOf(got, wanted, isBeyond(label, review, evidence));
      return [{ id: label.id, question, label: wanted, got, reason, says, standing }];
    }),
  };
};

const isAccessRight = ({ label, access }: Seen): boolean =>
  access === label.access || (label.access_also_acceptable ?? []).includes(access);

const confusion = (question: string, all: readonly Judged[]): string => {
  const of = all.filter((one) => one.question === question);
  const count = (label: Verdict, got: Verdict): number =>
    of.filter((one) => one.label.answer === label && one.got === got).length;
  const row = (label: Verdict): string =>
    `  label ${label.padEnd(7)}${verdicts.map((got) => String(count(label, got)).padStart(7)).join('')}`;
  const wrong = of.filter(({ standing }) => standing === 'wrong').length;
  return [
    `${question.padEnd(15)}${verdicts.map((got) => got.padStart(7)).join('')}   wrong ${wrong}`,
    ...verdicts.map(row),
  ].join('\n');
};

const lineOf = ({ id, question, label, got, reason, says, standing }: Judged): string =>
  `${standing.padEnd(7)} ${id} ${question}: label ${label.answer} (${label.why}), got ${got} (${reason}: ${says})`;

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const figuresOf = (seen: readonly Seen[], all: readonly Judged[]): readonly Figure[] => {
  const told = all.filter(({ label }) => label.answer !== 'Unsure');
  const of = (standing: Standing, among = all): number => among.filter((one) => one.standing === standing).length;
  const openForClosed = all.filter(
    (one) =>
      one.question === 'openlicense' && one.got === 'Yes' && one.standing === 'wrong' && one.label.answer === 'No',
  );
  const publicLogin = seen.filter(
    ({ label, judged }) =>
      label.access === 'login' && judged.some(({ question, got }) => question === 'public' && got === 'Yes'),
  );
  return [
    { name: 'answers that are wrong', value: share(of('wrong'), all.length), unit: 'share', atMost: 0.03 },
    { name: 'openlicense Yes for No', value: openForClosed.length, unit: 'count', atMost: 0 },
    { name: 'public Yes for a log-in', value: publicLogin.length, unit: 'count', atMost: 0 },
    {
      name: 'Unsure where the label tells',
      value: share(of('unsure', told), told.length),
      unit: 'share',
      atMost: 0.15,
    },
    {
      name: 'access kinds right',
      value: share(seen.filter(isAccessRight).length, seen.length),
      unit: 'share',
      atLeast: 0.95,
    },
    { name: 'answers on evidence beyond the labelled document', value: of('beyond'), unit: 'count' },
    {
      name: 'reviews that did not come',
      value: all.filter(({ reason }) => reason === 'no-review').length,
      unit: 'count',
      atMost: 0,
    },
    { name: 'documents', value: seen.length, unit: 'count' },
    { name: 'labelled answers', value: all.length, unit: 'count' },
  ];
};

/** A review that did not come answers nothing, and counts as wrong. */
const brokenOf = (label: Label, says: string): Seen => ({
  label,
  kind: 'none',
  access: 'none',
  judged: Object.entries(label.what_a_human_would_answer).map(([question, wanted]) => ({
    id: label.id,
    question,
    label: wanted,
    got: 'Unsure',
    reason: 'no-review',
    says,
    standing: 'wrong',
  })),
});

const seenBy = async (odi: Bench['odi'], label: Label, { url, archive, asOf }: Recording): Promise<Seen> => {
  const options = ['--replay', archive, '--as-of', asOf, '--edition', 'godi-2015', '--format', 'json', '--quiet'];
  const { code, out, err } = await odi.run('check', url, ...options);
  if (code !== 0 && code !== 3) return brokenOf(label, `exit ${code}: ${err.slice(0, 200)}`);
  return judgedOf(label, JSON.parse(out) as Review);
};

const run = async (bench: Bench): Promise<Outcome> => {
  const labels = readLabels<Label>(join(bench.shared, recordings, 'labels.jsonl'));
  const sources = await openRecordings(bench);
  const seen = await inTurn(labels, async (label) => seenBy(bench.odi, label, await sources.of(label)));
  await sources.close();
  const all = seen.flatMap(({ judged }) => judged);
  const access = seen
    .filter((one) => !isAccessRight(one))
    .map(({ label, access: got, kind }) => `access  ${label.id}: label ${label.access}, got ${got} (${kind})`);
  return {
    figures: figuresOf(seen, all),
    report: [
      ...questions.map((question) => confusion(question, all)),
      '',
      ...access,
      ...all.filter(({ standing }) => standing !== 'right').map(lineOf),
    ].join('\n'),
  };
};

/** The nine answers and the kind of page of labelled recordings, each from that document and what it links to. */
export const answers: Evaluation = {
  id: 'answers',
  title: 'The nine answers on real recordings',
  needs: ['corpus/http/labels.jsonl', 'corpus/http/replay.warc.gz', 'corpus/http/replay2.warc.gz'],
  run,
};
