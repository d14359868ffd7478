import { createHash } from 'node:crypto';
import type { Regression } from '../model/regression.ts';
import { type Review, type ReviewAnswer, standingAnswer } from '../model/review.ts';
import type { PlaceScore, Scorecard } from '../model/scorecard.ts';
import { forJson, linkTarget, plain } from './escape.ts';
import { type Bar, isUnder, range } from './scorecard-words.ts';
import { gainsIn, overrideOf, titleOf } from './words.ts';

/* SARIF 2.1.0 (OASIS Standard, 27 March 2020): what code hosts show beside the code. */

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A kind of finding. */
interface SarifRule {
  readonly id: string;
  readonly says: string;
}

/** One finding. */
interface SarifFinding {
  readonly rule: string;
  /** `fail` is a No or a missed bar, `open` an Unsure. */
  readonly kind: 'fail' | 'open';
  readonly level: 'error' | 'warning' | 'none';
  readonly says: string;
  /** File of the store, with `/` between its parts, and the line; null for a folder. */
  readonly file: string;
  readonly line: number | null;
  /** What it is about, in ids: `ma/water-quality/openlicense`. */
  readonly subject: string;
  readonly related: readonly { readonly url: string; readonly says: string }[];
}

const under: SarifRule = { id: 'under', says: 'A score is under the bar that was set.' };
const fall: SarifRule = { id: 'fall', says: 'An answer is worse than it was in the baseline.' };

const pathUri = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** What lies outside the repository has an address of its own, and no base. */
const locationOf = (file: string): unknown =>
  file.startsWith('file:') ? { uri: file } : { uri: pathUri(file), uriBaseId: '%SRCROOT%' };

/** Stays the same while a finding does, whatever the file and line. */
const fingerprint = ({ rule, subject }: SarifFinding): string =>
  createHash('sha256').update(`${rule}\n${subject}`).digest('hex').slice(0, 32);

const resultOf = (finding: SarifFinding, rules: readonly SarifRule[]): unknown => {
  const { rule, kind, level, says, file, line, subject, related } = finding;
  const addresses = related.flatMap(({ url, says: told }) => {
    const uri = linkTarget(url);
    return uri === null ? [] : [{ uri, told }];
  });
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    ...{ kind, level, message: { text: plain(says) } },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(file),
          ...(line === null ? {} : { region: { startLine: line } }),
        },
        logicalLocations: [{ fullyQualifiedName: subject, kind: 'resource' }],
      },
    ],
    ...(addresses.length === 0
      ? {}
      : {
          relatedLocations: addresses.map(({ uri, told }, at) => ({
            id: at,
            physicalLocation: { artifactLocation: { uri } },
            message: { text: plain(told) },
          })),
        }),
    partialFingerprints: { 'odi/v1': fingerprint(finding) },
  };
};

const documentOf = (rules: readonly SarifRule[], findings: readonly SarifFinding[], about: string): string => {
  const value = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'odi',
            semanticVersion: ODI_VERSION,
            rules: rules.map(({ id, says }) => ({ id, shortDescription: { text: plain(says) } })),
          },
        },
        automationDetails: { id: `odi/${about}/` },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
  return `${forJson(JSON.stringify(value, null, 2))}\n`;
};

/** Where reviews are kept, and what they are held against. */
export interface SarifContext {
  /** Folder of the store as a path of the repository; its `file:` address where it lies outside. */
  readonly store: string;
  readonly regression: Regression | null;
  /** Least points of a review; null where no bar is set. */
  readonly under: number | null;
}

const folderOf = (store: string): string => store.replaceAll('\\', '/').replace(/^(?:\.\/)+|\/+$/g, '');

const subjectOf = ({ place, category }: Review): string => `${place?.id ?? '-'}/${category?.id ?? '-'}`;

const fileOf = (review: Review, store: string): string => `${folderOf(store)}/${review.year}/${subjectOf(review)}.json`;

/** Where an answer stands in the file that the review is kept in; the first line where there is none such. */
const lineFinder = (review: Review): ((question: string | null) => number) => {
  const lines = JSON.stringify(review, null, 2).split('\n');
  const from = lines.indexOf('  "answers": {');
  return (question) => {
    const at = question === null ? -1 : lines.indexOf(`    ${JSON.stringify(question)}: {`, Math.max(0, from));
    return at === -1 ? 1 : at + 1;
  };
};

const adviceOn = (id: string, review: Review): string => {
  const gain = gainsIn(review).find(({ questions }) => questions.includes(id));
  return gain === undefined ? '' : ` To do: ${gain.fix} (+${gain.points})`;
};

const relatedTo = ({ evidence }: ReviewAnswer, review: Review): SarifFinding['related'] => {
  const known = new Map(review.evidence.map((one) => [one.id, one]));
  return evidence.flatMap((id) => {
    const one = known.get(id);
    return one === undefined ? [] : [{ url: one.finalUrl, says: `${one.id}, ${one.outcome}` }];
  });
};

/** Every No, and every Unsure as a question that is open. */
const findingsIn = (review: Review, store: string): readonly SarifFinding[] => {
  const lineOf = lineFinder(review);
  return Object.entries(review.answers).flatMap(([id, answer]): readonly SarifFinding[] => {
    const verdict = standingAnswer(answer);
    if (verdict === 'Yes') return [];
    const isNo = verdict === 'No';
    const says = `${titleOf(review)}: ${answer.question} ${verdict}. ${overrideOf(answer) ?? answer.says}`;
    return [
      {
        rule: id,
        kind: isNo ? 'fail' : 'open',
        level: isNo ? 'warning' : 'none',
        says: `${says}${isNo ? adviceOn(id, review) : ''}`,
        ...{ file: fileOf(review, store), line: lineOf(id), subject: `${subjectOf(review)}/${id}` },
        related: relatedTo(answer, review),
      },
    ];
  });
};

const underIn = (review: Review, { store, under: least }: SarifContext): readonly SarifFinding[] =>
  least === null || review.score.points >= least
    ? []
    : [
        {
          ...{ rule: under.id, kind: 'fail', level: 'error', file: fileOf(review, store), line: 1, related: [] },
          says: `${titleOf(review)}: ${review.score.points} points, under ${least}.`,
          subject: subjectOf(review),
        },
      ];

/** Answers that fell, at the line where they now stand where the review is at hand. */
const fallsIn = (
  regression: Regression | null,
  store: string,
  reviews: readonly Review[],
  year: number | null,
): readonly SarifFinding[] =>
  (regression?.falls ?? []).map((one): SarifFinding => {
    const subject = `${one.place}/${one.category}`;
    const review = reviews.find((each) => subjectOf(each) === subject);
    return {
      ...{ rule: fall.id, kind: 'fail', level: 'error' },
      says: `${subject} fell since ${regression?.baseline}: ${one.question ?? 'points'} ${one.from} → ${one.to}, ${one.cause}. ${one.says}`,
      file: `${folderOf(store)}/${review?.year ?? year ?? one.after.year}/${subject}.json`,
      line: review === undefined ? 1 : lineFinder(review)(one.question),
      subject: `${subject}/${one.question ?? 'points'}`,
      related: one.after.evidence.map(({ url, outcome }) => ({ url, says: outcome })),
    };
  });

/** Reviews as SARIF: a rule a question, a warning a No, an open finding an Unsure; errors are what fell and what is under a bar. */
export const renderSarif = (reviews: readonly Review[], context: SarifContext): string => {
  const questions = new Map(
    reviews.flatMap(({ answers }) => Object.entries(answers).map(([id, { question }]) => [id, question] as const)),
  );
  const rules = [...[...questions].map(([id, says]) => ({ id, says })), under, fall];
  const findings = [
    ...fallsIn(context.regression, context.store, reviews, null),
    ...reviews.flatMap((review) => [...underIn(review, context), ...findingsIn(review, context.store)]),
  ];
  return documentOf(rules, findings, reviews[0]?.edition ?? 'audit');
};

const underPlace = (place: PlaceScore, bar: Bar, card: Scorecard, store: string): readonly SarifFinding[] =>
  isUnder(place, bar.under)
    ? [
        {
          ...{ rule: under.id, kind: 'fail', level: 'error', line: null, related: [], subject: place.id },
          says: `${place.name} scores ${range(place.score, place.ceiling)} in ${card.year}, under ${bar.under}.`,
          file: `${folderOf(store)}/${card.year}/${place.id}`,
        },
      ]
    : [];

/** A scorecard as SARIF: what missed a bar. */
export const scorecardSarif = (card: Scorecard, bar: Bar, store: string): string =>
  documentOf(
    [under, fall],
    [
      ...fallsIn(bar.regression, store, [], card.year),
      ...card.places.flatMap((place) => underPlace(place, bar, card, store)),
    ],
    `scorecard-${card.year}`,
  );
