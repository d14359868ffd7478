import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openArchive } from '../../src/archive/index.ts';
import { check } from '../../src/check.ts';
import { openReplay } from '../../src/collect/replay.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { defaultAllowance } from '../../src/ledger.ts';
import type { Exchange, Fetch } from '../../src/model/exchange.ts';
import type { Review, Verdict } from '../../src/model/review.ts';
import { openStages } from '../../src/stages.ts';
import type { Evaluation, Figure, Outcome } from './evaluation.ts';

interface LabelledAnswer {
  readonly answer: Verdict;
  readonly why: string;
  readonly also_acceptable?: readonly Verdict[];
}

interface Label {
  readonly id: string;
  readonly file: string;
  readonly original_url: string | null;
  readonly recorded_url?: string | null;
  readonly request_method?: string;
  readonly http_status: number | null;
  readonly content_type_header: string | null;
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

/** A document that was kept without its address, as if it had just been served. */
const exchangeOf = (label: Label, url: string, body: Buffer): Exchange => ({
  url,
  fetchedAt: null,
  hops: [],
  reply: {
    kind: 'arrived',
    status: label.http_status ?? 200,
    headers: label.content_type_header === null ? [] : [{ name: 'Content-Type', value: label.content_type_header }],
    finalUrl: url,
    body,
    complete: true,
    totalBytes: body.byteLength,
    sha256: createHash('sha256').update(body).digest('hex'),
  },
  record: null,
});

const notCaptured = (url: string): Exchange => ({
  url,
  fetchedAt: null,
  hops: [],
  reply: { kind: 'not-captured' },
  record: null,
});

/** The address to check and what answers it: the archive where it holds the label's address, else the document alone. */
const sourceOf = async (label: Label, shared: string, replay: Fetch): Promise<{ url: string; fetch: Fetch }> => {
  const isPlain = (label.request_method ?? 'GET') === 'GET';
  for (const url of [label.original_url, label.recorded_url]) {
    if (!isPlain || !url || !URL.canParse(url)) continue;
    if ((await replay({ url })).reply.kind !== 'not-captured') return { url, fetch: replay };
  }
  const url = label.original_url?.split(' ')[0] ?? `https://document.example/${basename(label.file)}`;
  const exchange = exchangeOf(label, url, readFileSync(join(shared, 'corpus/http', label.file)));
  return { url, fetch: async (request) => (request.url === url ? exchange : notCaptured(request.url)) };
};

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
    { name: 'documents', value: seen.length, unit: 'count' },
    { name: 'labelled answers', value: all.length, unit: 'count' },
  ];
};

const run = async (shared: string): Promise<Outcome> => {
  const folder = join(shared, 'corpus/http');
  const labels = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);
  const criteria = openCriteria();
  const edition = criteria.edition('godi-2015');
  const stages = await openStages(criteria, edition);
  const replay = openReplay(await openArchive([join(folder, 'replay.warc.gz')]));
  const asOf = replay.newest?.slice(0, 10) ?? '2026-01-01';
  const subject = { place: null, category: null, edition, year: Number(asOf.slice(0, 4)), asOf, previous: null };
  const seen: Seen[] = [];
  try {
    for (const label of labels) {
      const { url, fetch } = await sourceOf(label, shared, replay.fetch);
      seen.push(judgedOf(label, await check({ ...subject, url, allowance: defaultAllowance }, fetch, stages)));
    }
  } finally {
    await replay.close();
  }
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
  needs: ['corpus/http/labels.jsonl', 'corpus/http/replay.warc.gz'],
  run,
};
