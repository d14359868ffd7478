import { type Cause, type Change, type ChangeTotal, causes, type DiffSummary, type Doing } from '../../model/diff.ts';

/** Whose doing a change with this cause is; a consequence has no doing of its own. */
export const doings: Readonly<Record<Cause, Doing>> = {
  data: 'data',
  url: 'data',
  access: 'data',
  licence: 'data',
  criteria: 'method',
  rule: 'method',
  facts: 'method',
  edition: 'method',
  reviewer: 'people',
  time: 'time',
  unseen: 'unseen',
  cascade: 'unknown',
  unknown: 'unknown',
};

const all: readonly Doing[] = ['data', 'method', 'people', 'time', 'unseen', 'unknown'];

class Total implements ChangeTotal {
  answers = 0;
  points = 0;
  gained = 0;
  lost = 0;

  add(points: number, answers = 1): void {
    this.answers += answers;
    this.points += points;
    this.gained += Math.max(0, points);
    this.lost += Math.max(0, -points);
  }
}

const totalIn = <Key>(totals: Map<Key, Total>, key: Key): Total => {
  const total = totals.get(key) ?? new Total();
  totals.set(key, total);
  return total;
};

const keyOf = ({ place, category }: Change, question: string | null): string => `${place}/${category}/${question}`;

/** The change that a change follows from in the end. */
const rootOf = (change: Change, byKey: ReadonlyMap<string, Change>): Change => {
  const seen = new Set<Change>();
  let root = change;
  while (root.consequenceOf !== null && !seen.has(root)) {
    seen.add(root);
    root = byKey.get(keyOf(root, root.consequenceOf)) ?? root;
  }
  return root;
};

/** Points of a change by whose doing they are: in two where data and method both had a part in it. */
const sharesOf = ({ parts, points }: Change, doing: Doing): readonly (readonly [Doing, number])[] => {
  if (parts === null || (doing !== 'data' && doing !== 'method')) return [[doing, points]];
  const rest: Doing = doing === 'data' ? 'method' : 'data';
  return [[doing, parts[doing]], ...(parts[rest] === 0 ? [] : [[rest, parts[rest]] as const])];
};

/** What was added up, in its fixed order. */
const summaryFrom = (
  byCause: ReadonlyMap<Cause, Total>,
  byQuestion: ReadonlyMap<string, { readonly total: Total; readonly causes: ReadonlyMap<Cause, Total> }>,
  byDoing: ReadonlyMap<Doing, Total>,
): DiffSummary => ({
  causes: causes.flatMap((cause) => {
    const total = byCause.get(cause);
    return total === undefined ? [] : [{ cause, ...total }];
  }),
  questions: [...byQuestion].map(([question, own]) => ({
    question,
    ...own.total,
    causes: Object.fromEntries(
      causes.flatMap((cause) => (own.causes.has(cause) ? [[cause, own.causes.get(cause)?.answers ?? 0]] : [])),
    ),
  })),
  doings: all.flatMap((doing) => {
    const total = byDoing.get(doing);
    return total === undefined ? [] : [{ doing, ...total }];
  }),
});

/** Adds changes up while they pass by. */
export interface OpenSummary {
  /**
   * Adds changes, those of one entry together.
   *
   * @param known - those that they may follow from, though they are not to be added
   */
  readonly add: (changes: readonly Change[], known?: readonly Change[]) => void;
  readonly close: () => DiffSummary;
}

/** Adds up changes by cause, by question and by whose doing they are; consequences are the doing of what they follow from. */
export const openSummary = (): OpenSummary => {
  const byCause = new Map<Cause, Total>();
  const byQuestion = new Map<string, { readonly total: Total; readonly causes: Map<Cause, Total> }>();
  const byDoing = new Map<Doing, Total>();
  const addOne = (change: Change, byKey: ReadonlyMap<string, Change>): void => {
    const { cause, points, question } = change;
    totalIn(byCause, cause).add(points);
    const asked = byQuestion.get(question ?? 'points') ?? { total: new Total(), causes: new Map<Cause, Total>() };
    byQuestion.set(question ?? 'points', asked);
    asked.total.add(points);
    totalIn(asked.causes, cause).add(points);
    const [own, ...others] = sharesOf(change, doings[rootOf(change, byKey).cause]);
    if (own !== undefined) totalIn(byDoing, own[0]).add(own[1]);
    for (const [doing, part] of others) totalIn(byDoing, doing).add(part, 0);
  };
  return {
    add: (changes, known = changes) => {
      const byKey = new Map(known.map((change) => [keyOf(change, change.question), change]));
      for (const change of changes) addOne(change, byKey);
    },
    close: () => summaryFrom(byCause, byQuestion, byDoing),
  };
};

/** The sum of changes that are all at hand. */
export const summaryOf = (changes: readonly Change[]): DiffSummary => {
  const summary = openSummary();
  summary.add(changes);
  return summary.close();
};
